"""The formats of `ask` and `run`, on standard output and in files. A stub answers."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from assistant.cli.exit_code import ExitCode
from tests.cli.test_command_line import ASK, assistant, ended
from tests.support.answers import CONTROL

NAMED = "The Almanac (Almanac Press), as of 2024-05-02. Licence: CC BY 4.0."
CONVERSATIONS = f"{ASK}\nand in 2018?\n---\nand in 2018?\n\n# a comment\n{ASK}\n---\n{ASK}\n" * 9


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.txt", CONTROL.sentence),
        ("a.md", "**No party controls Ambridge"),
        ("a.json", '{"question": "who controls Ambridge"'),
        ("a.csv", "party,seats,share,change"),
        ("a.HTML", "<!DOCTYPE html>"),
    ],
)
def test_the_suffix_of_the_output_chooses_the_format(name: str, begins: str, tmp_path: Path) -> None:
    code, out, err = ended(assistant("ask", "--output", str(tmp_path / name), ASK))
    assert (code, out, err) == (ExitCode.ANSWERED, "", "")
    assert (tmp_path / name).read_text().startswith(begins)


@pytest.mark.parametrize("command", ["ask", "run"])
def test_a_suffix_that_names_no_format_is_refused_before_anything_is_written(command: str, tmp_path: Path) -> None:
    (tmp_path / "q").write_text(ASK)
    code, out, err = ended(assistant(command, "--output", str(tmp_path / "a.pdf"), str(tmp_path / "q")))
    assert (code, out) == (ExitCode.USAGE, "") and "must end in .csv, .html, .json, .md, .txt, .xlsx" in err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("form", ["csv", "html"])
def test_every_export_names_its_sources_unless_told_not_to(form: str) -> None:
    for command in (("ask", "--format", form, ASK), ("run", "--format", form, "-")):
        named = assistant(*command, feed=ASK.encode()).stdout.decode()
        unnamed = assistant(command[0], "--no-attribution", *command[1:], feed=ASK.encode()).stdout.decode()
        assert NAMED in named and "Almanac" not in unnamed


def test_a_refusal_keeps_the_header_of_csv() -> None:
    lines = assistant("ask", "--format", "csv", "who controls Atlantis").stdout.decode().splitlines()
    assert lines[0].startswith("question,outcome,answer") and "unknown_name" in lines[1]


def test_a_workbook_of_many_questions_has_a_line_for_each_their_tables_and_their_sources(tmp_path: Path) -> None:
    feed = f"{ASK}\nwho controls Atlantis\n".encode()
    assistant("run", "--output", str(tmp_path / "a.xlsx"), "-", feed=feed)
    book = CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "a.xlsx").read_bytes()))
    assert book.sheet_names == ["Answers", "Tables", "Sources"]
    head, *lines = book.get_sheet_by_name("Answers").to_python()
    facts = [dict(zip(head, line, strict=True)) for line in lines]
    assert [(each["outcome"], each["file"], each["line"]) for each in facts] == [
        ("answered", "-", 1.0),
        ("unknown_name", "-", 2.0),
    ]
    assert book.get_sheet_by_name("Tables").to_python()[1][:2] == ["Party", "Seats"]
    assert book.get_sheet_by_name("Sources").to_python()[1][2] == "CC BY 4.0"


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv", "html", "xlsx"])
@pytest.mark.parametrize("command", ["ask", "run"])
def test_the_same_question_gives_the_same_bytes(command: str, form: str) -> None:
    call = (command, "--format", form, ASK if command == "ask" else "-")
    once, again = (assistant(*call, feed=f"{ASK}\n{ASK}\n".encode()) for _ in range(2))
    assert once.stdout and once.stdout == again.stdout


def test_each_object_of_run_tells_its_file_its_line_and_the_digest_of_the_data(tmp_path: Path) -> None:
    (tmp_path / "night.txt").write_text(f"# two\n{ASK}\n---\n{ASK}\n")
    out = assistant("run", "--format", "json", str(tmp_path / "night.txt")).stdout
    told = [json.loads(line) for line in out.splitlines()]
    assert [(Path(each["file"]).name, each["line"], each["data_digest"]) for each in told] == [
        ("night.txt", 2, "0f1e2d"),
        ("night.txt", 4, "0f1e2d"),
    ]
    table = assistant("run", "--no-attribution", "--format", "csv", str(tmp_path / "night.txt")).stdout.decode()
    assert [row["line"] for row in csv.DictReader(io.StringIO(table))] == ["2", "4"]


def test_jobs_answer_conversations_side_by_side_and_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "night.txt").write_text(CONVERSATIONS)
    alone, together = (
        assistant("run", "--jobs", jobs, "--format", "json", str(tmp_path / "night.txt")) for jobs in ("1", "2")
    )
    assert alone.stdout.count(b"\n") == 45
    assert (alone.returncode, alone.stdout, alone.stderr) == (
        together.returncode,
        together.stdout,
        together.stderr,
    )
