"""Where the grammar and the shipped tables are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """The folder of the shipped tables, with `schema.sql` and `views/`."""
    return _folder("data")


def grammar_folder() -> Path:
    """The folder of the `*.lark` files and the vocabulary."""
    return _folder("grammar")


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
