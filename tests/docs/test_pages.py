"""The docs, done as they say: every command is run, every transcript checked, every link followed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.files.checking import check
from assistant.files.compare import diff, matches
from assistant.files.transcript import read_transcript
from assistant.repl.commands import help_text
from assistant.repl.config import default_text
from assistant.repl.examples import all_examples
from tests.support.pages import PAGES, ROOT, Block, blocks, commands

WITH_TRANSCRIPTS = [page for page in PAGES if any(b.language == "transcript" for b in blocks(page))]
_ASSISTANT = re.compile(r"assistant (?:ask|run|check|data|doctor|completion)[^`\n]*")


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_says_to_do_can_be_done(page: Path, tmp_path: Path, assistant: Assistant) -> None:
    for block in blocks(page):
        if block.language == "text" and block.info:
            (tmp_path / block.info).write_text(block.content, encoding="utf-8")
        elif block.language == "console":
            run_console(page, block, tmp_path)
        elif block.language == "python":
            assert shell(f"{shlex.quote(sys.executable)} - <<'END'\n{block.content}END", tmp_path)[0] == 0
        elif block.language == "sh":
            know_targets(block)
        elif block.language == "yaml":
            know_commands(block)


def run_console(page: Path, block: Block, folder: Path) -> None:
    for command, expected in commands(block.content):
        code, came = shell(command, folder)
        wanted = re.fullmatch(r"\[exit (\d+)\]", expected[-1]) if expected else None
        lines = expected[:-1] if wanted else expected
        where = f"{page.name}:{block.line}: $ {command}"
        assert code == (int(wanted[1]) if wanted else 0), f"{where}\n{came}"
        found = [line.rstrip() for line in came.split("\n")]
        assert not lines or matches(lines, found), f"{where}\n" + "\n".join(diff(lines, found))


def shell(command: str, folder: Path) -> tuple[int, str]:
    """The exit code and all that is printed; `assistant` is the one being tested."""
    program = folder / "bin" / "assistant"
    if not program.exists():
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m assistant "$@"\n')
        program.chmod(0o755)
    paths = {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")])),
    }
    ended = subprocess.run(
        ["sh", "-c", f"exec 2>&1; {command}"],
        cwd=folder,
        env={**os.environ, **paths},
        capture_output=True,
        check=False,
    )
    return ended.returncode, ended.stdout.decode().rstrip("\n")


def know_targets(block: Block) -> None:
    """What sets the project up is not done again here, but it is there to be done."""
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in block.content.splitlines():
        word, _, rest = line.partition(" ")
        if word == "assistant":
            know_commands(block)
            continue
        assert word in ("make", "source", "pip"), line
        assert word != "make" or re.search(rf"^{rest}:", targets, re.MULTILINE), line


def know_commands(block: Block) -> None:
    for command in _ASSISTANT.findall(block.content):
        words = [word for word in shlex.split(command)[1:] if not word.startswith("transcripts")]
        ended = subprocess.run([sys.executable, "-m", "assistant", *words, "--help"], cwd=ROOT, check=False)
        assert ended.returncode == 0, command


@pytest.mark.parametrize("page", WITH_TRANSCRIPTS, ids=lambda page: page.name)
def test_a_transcript_in_the_docs_holds(page: Path, assistant: Assistant) -> None:
    moved = [result for result in check(assistant, read_transcript(page)) if result.moved]
    assert not moved, "\n".join(line for result in moved for line in result.diff())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_the_page_of_the_prompt_lists_its_commands_and_its_settings() -> None:
    contents = [block.content for block in blocks(ROOT / "docs" / "prompt.md")]
    assert f"{help_text()}\n" in contents and default_text() in contents


def test_each_kind_of_refusal_in_the_docs_is_that_kind(assistant: Assistant) -> None:
    page = (ROOT / "docs" / "asking.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| [^|]* \| ([^|]*) \|$", page, re.MULTILINE)
    assert len(rows) == 5
    for outcome, question in rows:
        assistant.reset()
        assert assistant.ask(question).outcome.value == outcome, question


def test_every_example_is_answered(assistant: Assistant) -> None:
    for question in all_examples():
        assistant.reset()
        assert assistant.ask(question).outcome.value == "answered", question
