"""Control characters are shown and not obeyed, wherever they come from and wherever they go."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer.model import Answer
from assistant.files.exporting import export
from assistant.render import FORMATS, render
from assistant.render.as_html import html
from assistant.repl.conversation import Conversation
from assistant.repl.replying import reply
from tests.support.answers import CONTROL
from tests.support.stub import Assistant as Stub

ROOT = Path(__file__).parents[1]
HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil\u2028\r\b\x00\x7f"
OBEYED = set("\x1b\x07\x9b\u202e\u2028\r\b\x00\x7f")
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", '=HYPERLINK("x")', "=cmd|' /C calc'!A0")


def told(words: str) -> Answer:
    """An answer whose every word is `words`: question, sentence, names, notes and all."""
    rows = ({"party": words, "seats": 1, "share": 50.0, "change": 1},)
    texts = dict.fromkeys(("question", "sentence", "reading", "basis", "coverage"), words)
    columns = tuple(replace(column, title=words) for column in CONTROL.columns)
    sources = tuple(replace(s, title=words, publisher=words, licence=words) for s in CONTROL.sources)
    return replace(
        CONTROL, rows=rows, columns=columns, sources=sources, value=words, notes=(words,), suggestions=(words,), **texts
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMATS)
def test_an_answer_obeys_nothing(form: str) -> None:
    assert not set(render(told(HOSTILE), form)) & OBEYED
    assert not set(html(told(HOSTILE))) & OBEYED


def test_json_reads_back_as_it_was() -> None:
    assert json.loads(render(told(HOSTILE), "json"))["answer"] == HOSTILE


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("place", ["in a question", "for a question"])
def test_a_question_obeys_nothing(form: str, place: str, real: Assistant) -> None:
    text = f"who controls Dudley {HOSTILE}" if place == "in a question" else HOSTILE
    assert not set(render(real.ask(text), form)) & OBEYED


@pytest.mark.parametrize(
    "line",
    [f"who controls {HOSTILE}", f":explain {HOSTILE}", f":export {HOSTILE}.csv", f":run {HOSTILE}", f":{HOSTILE}",
     f":save {HOSTILE}", f":format {HOSTILE}"],
    ids=lambda line: line.split()[0][:9],
)  # fmt: skip
def test_a_line_at_the_prompt_obeys_nothing(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    conversation = Conversation(Stub())
    reply(conversation, "who controls Ambridge")
    assert not set(reply(conversation, line).words) & OBEYED


def test_a_file_name_obeys_nothing(cache_folder: Path, tmp_path: Path) -> None:
    name = "\x1b]0;owned\x07.md"
    (tmp_path / name).write_text("```transcript\n> who controls Dudley\nNo\n```\n")
    for command in (["check", str(tmp_path / name)], ["run", str(tmp_path / f"none{name}")]):
        whole = [sys.executable, "-m", "assistant", "--cache", str(cache_folder), *command]
        run = subprocess.run(whole, cwd=ROOT, capture_output=True, check=False)
        assert run.returncode in (1, 2) and b"owned" in run.stdout + run.stderr
        assert not (b"\x1b" in run.stdout + run.stderr or b"\x07" in run.stdout + run.stderr)


@pytest.mark.parametrize("words", FORMULAS)
def test_an_exported_csv_begins_no_cell_as_a_formula(words: str, tmp_path: Path) -> None:
    export(told(words), tmp_path / "a.csv")
    cells = [cell for row in csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"))) for cell in row]
    assert [cell for cell in cells if cell.lstrip(" ")[:1] in ("=", "+", "-", "@", "\t", "\r")] == []


def test_nothing_is_written_over_unless_insisted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    conversation = Conversation(Stub())
    reply(conversation, "who controls Ambridge")
    for suffix in ("csv", "json", "md", "xlsx"):
        (tmp_path / f"a.{suffix}").write_text("mine")
        assert "is there already" in reply(conversation, f":export a.{suffix}").words
        assert (tmp_path / f"a.{suffix}").read_text() == "mine"
        reply(conversation, f":export! a.{suffix}")
        assert (tmp_path / f"a.{suffix}").read_bytes() != b"mine"
