"""`assistant run` as a scheduler calls it. A stub answers, so that only the running is tested here."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest

from assistant.cli.exit_code import ExitCode
from tests.cli.test_command_line import ASK, ROOT, STUB, assistant, ended
from tests.support.answers import CONTROL
from tests.support.terminal import Terminal


def test_output_goes_to_a_file_and_its_suffix_names_the_format(tmp_path: Path) -> None:
    code, out, err = ended(assistant("run", "--output", str(tmp_path / "a.json"), "-", feed=ASK.encode()))
    assert (code, out, err) == (ExitCode.ANSWERED, "", "")
    assert json.loads((tmp_path / "a.json").read_text())["outcome"] == "answered"


def test_a_format_that_is_named_wins_over_the_suffix(tmp_path: Path) -> None:
    assistant("run", "--output", str(tmp_path / "a.md"), "--format", "csv", "-", feed=ASK.encode())
    assert (tmp_path / "a.md").read_text().startswith("question,outcome")


def test_answers_are_never_written_over_the_questions(tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text(ASK)
    code, _, err = ended(assistant("run", "--output", str(file), str(file)))
    assert code == ExitCode.USAGE and "file of questions" in err and file.read_text() == ASK


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [
        ("no_data", ExitCode.ANSWERED),
        ("ambiguous,no_data", ExitCode.NOT_ANSWERED),
        ("perhaps", ExitCode.USAGE),
    ],
)
def test_fail_on_names_what_is_unexpected(fail_on: str, code: ExitCode) -> None:
    assert assistant("run", "--fail-on", fail_on, "-", feed=b"who controls Borchester\n").returncode == code


def test_an_outcome_named_in_the_file_holds_whatever_fail_on_says() -> None:
    feed = b"# expect: answered\nwho controls Borchester\n"
    code, _, err = ended(assistant("run", "--fail-on", "no_data", "-", feed=feed))
    assert code == ExitCode.NOT_ANSWERED and err.startswith("-:2: ambiguous, expected answered")


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
def test_told_to_stop_half_way_it_leaves_whole_lines(told: signal.Signals) -> None:
    command = [*STUB, "run", "--format", "json", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdin and process.stdout
        process.stdin.write(f"{ASK}\n".encode() * 500)
        process.stdin.flush()
        first = process.stdout.readline()
        process.send_signal(told)
        rest = process.stdout.read()
        assert process.wait(timeout=30) == ExitCode.INTERRUPTED
    assert all(json.loads(line)["answer"] == CONTROL.sentence for line in (first + rest).splitlines())
    assert rest.endswith(b"\n") or not rest


def test_progress_is_seen_on_a_terminal_where_answers_go_to_a_file(tmp_path: Path) -> None:
    pytest.importorskip("termios")
    (tmp_path / "night.txt").write_text(f"{ASK}\n" * 5_000)
    arguments = ("run", "--output", "night.json", "night.txt")
    with Terminal("-m", "tests.support.stub", *arguments, home=tmp_path, PYTHONPATH=str(ROOT)) as terminal:
        terminal.until("night.txt: ")
        assert terminal.ended() == ExitCode.ANSWERED
        assert terminal.settle() == ""
    assert len((tmp_path / "night.json").read_text().splitlines()) == 5_000


def test_an_output_that_cannot_be_written_is_said_before_anything_is_asked(tmp_path: Path) -> None:
    code, _, err = ended(assistant("run", "--output", str(tmp_path / "no" / "a.json"), "-", feed=b"x"))
    assert code == ExitCode.USAGE and "cannot be written" in err
