"""`assistant check` as an editor calls it. A stub answers, so that only the checking is tested here."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from assistant.cli.exit_code import ExitCode
from assistant.render import text
from tests.cli.test_command_line import ROOT, STUB, assistant, ended
from tests.support.answers import CONTROL
from tests.support.terminal import ENTER, Terminal

HOLDS = f"# Ambridge\n\n```transcript\n> who controls Ambridge\n{text(CONTROL)}\n```\n"
MOVED = HOLDS.replace(" 12 ", " 11 ")


def test_files_are_run_side_by_side_and_reported_in_their_order(tmp_path: Path) -> None:
    block = HOLDS.partition("\n\n")[2]
    for name in "abcd":
        (tmp_path / f"{name}.md").write_text((block * 40).replace(" 12 ", " 11 ", name in "bd"))
    code, out, err = ended(assistant("check", "--jobs", "2", str(tmp_path)))
    assert code == ExitCode.NOT_ANSWERED
    assert [line.split(":")[0][-4:] for line in out.splitlines() if "moved:" in line] == ["b.md", "d.md"]
    assert err == "160 answers in 4 transcripts: 2 moved (2 figures).\n"


@pytest.mark.parametrize(
    "block",
    [
        "```\n> who controls Ambridge\n```\n",
        "```transcripts\n> who controls Ambridge\n```\n",
        "```transcirpt\nwords\n```\n",
        "```frobnicate\nwords\n```\n",
        "- a list\n\n  ```transcript\n  > who controls Ambridge\n  ```\n",
    ],
)
def test_a_block_that_is_never_run_fails(block: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HOLDS + block)
    code, _, err = ended(assistant("check", str(tmp_path)))
    assert code == ExitCode.NOT_ANSWERED
    assert "a.md:" in err and "never run" in err and err.endswith("none moved; 1 never run.\n")


def test_a_transcript_that_nobody_runs_fails(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HOLDS)
    for name in ("b.txt", "README.md"):
        (tmp_path / name).write_text(HOLDS)
    code, _, err = ended(assistant("check", str(tmp_path)))
    assert code == ExitCode.NOT_ANSWERED
    assert err.endswith("1 answer in 1 transcript: none moved; 2 never run.\n")
    assert "b.txt: this file holds a transcript and is never run" in err


def test_other_blocks_are_nobodys_business(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HOLDS + "```sh\n> file\n```\n\n````text\n```transcript\n> x\n```\n````\n")
    assert assistant("check", str(tmp_path)).returncode == ExitCode.ANSWERED


def test_on_a_terminal_accept_asks_about_each(tmp_path: Path) -> None:
    pytest.importorskip("termios")
    file = tmp_path / "a.md"
    file.write_text(MOVED + MOVED.partition("\n\n")[2])
    with Terminal(
        "-m", "tests.support.stub", "check", "--accept", file.name, home=tmp_path, PYTHONPATH=str(ROOT)
    ) as terminal:
        terminal.until("Accept this?")
        terminal.type("n" + ENTER)
        terminal.until("[y/N]: n")
        terminal.until("a.md:20:")
        terminal.type("y" + ENTER)
        terminal.until("2 moved (2 figures); 1 accepted.")
        assert terminal.ended() == ExitCode.NOT_ANSWERED
    assert file.read_text() == MOVED + HOLDS.partition("\n\n")[2]


def test_a_slip_in_the_name_of_a_fence_is_told_what_was_meant(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HOLDS + "```transcirpt\n> who controls Ambridge\n```\n")
    assert (
        "there is no fence “```transcirpt”; is “```transcript” meant?"
        in assistant("check", str(tmp_path)).stderr.decode()
    )


def test_tap_has_a_point_an_answer_and_a_plan(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HOLDS)
    (tmp_path / "b.md").write_text(MOVED)
    code, out, _ = ended(assistant("check", "--format", "tap", str(tmp_path)))
    assert code == ExitCode.NOT_ANSWERED
    lines = out.splitlines()
    assert lines[0] == "TAP version 14" and lines[-1] == "1..2"
    assert lines[1] == f"ok 1 - {tmp_path / 'a.md'}:4 who controls Ambridge"
    assert lines[2].startswith("not ok 2 - ") and "  layer: figures" in lines


def test_junit_has_a_suite_a_transcript_and_a_failure_an_answer_that_moved(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HOLDS + "```\n> never run\n```\n")
    (tmp_path / "b.md").write_text(MOVED)
    _, out, _ = ended(assistant("check", "--format", "junit", str(tmp_path)))
    root = ElementTree.fromstring(out)
    assert [(suite.get("tests"), suite.get("failures")) for suite in root] == [("1", "1"), ("1", "0"), ("1", "1")]
    failure = root.find(f"testsuite[@name='{tmp_path / 'b.md'}']/testcase/failure")
    assert failure is not None and failure.get("type") == "figures" and "+ Labour           12" in str(failure.text)


def test_github_annotates_the_line_of_the_question(tmp_path: Path) -> None:
    (tmp_path / "a,b.md").write_text(MOVED)
    _, out, _ = ended(assistant("check", "--format", "github", str(tmp_path)))
    where = str(tmp_path / "a,b.md").replace(",", "%2C")
    head, _, message = out.rstrip("\n").partition("::who controls Ambridge%0A")
    assert head == f"::error file={where},line=4,title=figures moved"
    assert "%0A- Labour           11  50.0%25      +3%0A" in message and "\n" not in message


def test_watch_runs_again_when_a_transcript_changes(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(HOLDS)
    command = [*STUB, "check", "--watch", str(file)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stderr
        assert process.stderr.readline() == "1 answer in 1 transcript: none moved.\n"
        file.write_text(HOLDS + MOVED)
        assert process.stderr.readline() == "2 answers in 1 transcript: 1 moved (1 figures).\n"
        file.write_text("nothing")
        assert "no transcript block" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == ExitCode.INTERRUPTED


def test_what_is_watched_is_not_accepted() -> None:
    assert assistant("check", "--watch", "--accept").returncode == ExitCode.USAGE
