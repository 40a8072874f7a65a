"""The parts that are imported when they are needed."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

from assistant.answer import compose


def test_each_part_that_the_types_know_is_there_when_it_runs() -> None:
    tree = ast.parse(Path(compose.__file__).read_text(encoding="utf-8"))
    parts = [
        name.name
        for block in tree.body
        if isinstance(block, ast.If)
        for line in block.body
        if isinstance(line, ast.ImportFrom)
        for name in line.names
    ]
    assert parts
    for part in parts:
        module = import_module(f"assistant.answer.{part}")
        functions = [name for name, value in vars(module).items() if callable(value)]
        assert getattr(compose, part).__getattr__(functions[0]) is getattr(module, functions[0])
