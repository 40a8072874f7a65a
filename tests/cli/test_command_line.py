"""The command as a script calls it: arguments and input in, streams and an exit code out.

A stub answers, so that what is tested here is the command line alone.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli.exit_code import ExitCode
from tests.support.answers import CONTROL

STUB = [sys.executable, "-m", "tests.support.stub"]
ROOT = Path(__file__).parents[2]
ASK = "who controls Ambridge"


def assistant(*arguments: str, feed: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    variables = {**os.environ, **environment}
    return subprocess.run([*STUB, *arguments], input=feed, capture_output=True, cwd=ROOT, env=variables, check=False)


def ended(run: subprocess.CompletedProcess[bytes]) -> tuple[int, str, str]:
    return run.returncode, run.stdout.decode(), run.stderr.decode()


def test_ask_prints_the_answer_and_exits_with_0() -> None:
    code, out, err = ended(assistant("ask", ASK))
    assert (code, err) == (ExitCode.ANSWERED, "")
    assert out.startswith(CONTROL.sentence)


def test_a_question_needs_no_quotes() -> None:
    assert ended(assistant("ask", *ASK.split())) == ended(assistant("ask", ASK))


def test_a_question_without_its_command_is_told_how_to_be_asked() -> None:
    code, out, err = ended(assistant(*ASK.split()))
    assert (code, out) == (ExitCode.USAGE, "") and f'assistant ask "{ASK}"' in err


def test_a_refusal_is_an_answer_too_and_exits_with_1() -> None:
    code, out, err = ended(assistant("ask", "who controls Atlantis"))
    assert (code, err) == (ExitCode.NOT_ANSWERED, "")
    assert "^^^^^^^^" in out


@pytest.mark.parametrize("odd", ["", " ", "'; drop table council; --", "🗳️", "x" * 10_000, "\x1b[2J"])
def test_anything_may_be_asked(odd: str) -> None:
    code, out, err = ended(assistant("ask", "--format", "json", odd))
    assert (code, err) == (ExitCode.NOT_ANSWERED, "")
    assert json.loads(out)["outcome"] == "not_understood"


def test_a_byte_that_is_not_utf8_may_be_asked() -> None:
    run = subprocess.run([*map(os.fsencode, STUB), b"ask", b"caf\xe9"], capture_output=True, cwd=ROOT, check=False)
    assert (run.returncode, run.stderr) == (ExitCode.NOT_ANSWERED, b"")


def test_output_is_the_same_in_any_locale() -> None:
    here = assistant("ask", ASK)
    there = assistant("ask", ASK, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", TZ="Asia/Tokyo", COLUMNS="40")
    assert here.stdout == there.stdout and "−3".encode() in here.stdout


def test_explain_comes_first_and_leaves_json_clean() -> None:
    assert assistant("ask", "--explain", ASK).stdout.startswith(b"tokens of who controls Ambridge")
    _, out, err = ended(assistant("ask", "--explain", "--format", "json", ASK))
    assert json.loads(out)["outcome"] == "answered" and "tokens of" in err


@pytest.mark.parametrize(
    "arguments",
    [["ask"], ["ask", "--format", "yaml", "x"], ["nonsense"], ["--today", "yesterday", "ask", "x"], ["run"],
     ["run", "no-such-file"], ["check", "no-such-file"], ["check", "tests/cli"], ["data", "build"]],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_and_unreadable_input_exit_with_2(arguments: list[str]) -> None:
    code, out, err = ended(assistant(*arguments))
    assert (code, out) == (ExitCode.USAGE, "")
    assert err and "Traceback" not in err


def test_run_prints_one_json_object_a_line_and_names_what_was_unexpected() -> None:
    feed = b"\xef\xbb\xbf# night\r\nwho controls Ambridge\r\nand in 2018?\r\ncaf\xe9\r\n---\r\nand in 2018?\r\n"
    code, out, err = ended(assistant("run", "--format", "json", "-", feed=feed))
    assert code == ExitCode.NOT_ANSWERED
    assert [json.loads(line)["outcome"] for line in out.splitlines()] == [
        "answered",
        "answered",
        "not_understood",
        "not_understood",
    ]
    assert err.splitlines() == [
        "-:4: not UTF-8: byte 0xe9 at place 4",
        "-:6: not_understood, expected answered: and in 2018?",
    ]


def test_run_exits_with_0_when_all_is_as_expected(tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text("who controls Ambridge\n# expect: unknown_name\nwho controls Atlantis\n")
    code, out, err = ended(assistant("run", str(file), str(file)))
    assert (code, err) == (ExitCode.ANSWERED, "")
    assert out.count("> who controls") == 4


def test_run_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "q").write_text(ASK)
    code, out, err = ended(assistant("run", str(tmp_path / "none"), str(tmp_path / "q")))
    assert code == ExitCode.USAGE and CONTROL.sentence in out and "cannot be read" in err


def test_run_as_csv_is_a_line_a_question() -> None:
    call = ("run", "--no-attribution", "--format", "csv", "-")
    _, out, _ = ended(assistant(*call, feed=f"{ASK}\n{ASK}\n".encode()))
    assert [line.split(",")[1] for line in out.splitlines()] == ["outcome", "answered", "answered"]


def test_a_thousand_questions_through_a_pipe_with_twenty_bad_lines() -> None:
    bad = {50 * n: (b"\xff\n", b"y" * 20_000 + b"\n", b"who controls Atlantis\n")[n % 3] for n in range(1, 21)}
    feed = b"".join(bad.get(line, b"who controls Ambridge\n") for line in range(1, 1001))
    code, out, err = ended(assistant("run", "--format", "json", "-", feed=feed))
    assert code == ExitCode.NOT_ANSWERED
    assert len([json.loads(line) for line in out.splitlines()]) == 1000
    assert [int(line.split(":")[1]) for line in err.splitlines()] == list(bad)


def test_answers_come_as_questions_do_and_whole() -> None:
    with subprocess.Popen(
        [*STUB, "run", "--format", "json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdin and process.stdout
        process.stdin.write(f"{ASK}\n".encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["outcome"] == "answered"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == ExitCode.INTERRUPTED
        assert process.stdout.read() == b""


def test_a_reader_that_leaves_is_no_traceback() -> None:
    with subprocess.Popen(
        [*STUB, "run", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdout.close()
        try:
            process.stdin.write(f"{ASK}\n".encode() * 5000)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.wait(timeout=60) == ExitCode.NOT_ANSWERED
        assert process.stderr.read() == b""


def test_check_shows_what_moved_and_accept_settles_it(tmp_path: Path) -> None:
    file = tmp_path / "ambridge.md"
    file.write_text(
        "```transcript\n> who controls Ambridge\nNo party controls Ambridge: Labour has 11 of 24\n...\n```\n"
    )
    code, out, err = ended(assistant("check", str(file)))
    assert code == ExitCode.NOT_ANSWERED
    assert out.startswith(
        f"{file}:2: figures moved: who controls Ambridge\n  - No party controls Ambridge: Labour has 11"
    )
    assert err == "1 answer in 1 transcript: 1 moved (1 figures).\n"
    code, _, err = ended(assistant("check", "--accept", str(tmp_path)))
    assert (code, err) == (0, "1 answer in 1 transcript: 1 moved (1 figures); 1 accepted.\n")
    assert ended(assistant("check", str(file))) == (0, "", "1 answer in 1 transcript: none moved.\n")


def test_without_a_command_a_pipe_is_read_line_by_line() -> None:
    code, out, err = ended(assistant(feed=b"who controls Borchester\n1\n:sql\n:quit\nnot read\n"))
    assert (code, err) == (ExitCode.NOT_ANSWERED, "")
    assert CONTROL.sentence in out and "SELECT party, seats" in out and "not understood" not in out


def test_python_use_never_imports_prompt_toolkit() -> None:
    script = (
        "import sys; from assistant import Assistant\n"
        "with Assistant() as assistant: assistant.ask('who controls Dudley')._repr_html_()\n"
        "assert not [m for m in sys.modules if m.startswith('prompt_toolkit')]\n"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("arguments", [["ask", ASK], ["run", "-"], ["check", "--help"], []], ids=str)
def test_headless_use_never_imports_prompt_toolkit(arguments: list[str]) -> None:
    script = (
        "import sys; from tests.support import stub\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try: stub.main()\n"
        "finally: assert not [m for m in sys.modules if m.startswith('prompt_toolkit')]\n"
    )
    run = subprocess.run([sys.executable, "-c", script], input=b"", capture_output=True, cwd=ROOT, check=False)
    assert (run.returncode, run.stderr) == (0, b"")
