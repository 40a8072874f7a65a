"""`assistant check` as an editor calls it. A stub answers, so that only the checking is tested here."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.cli.exit_code import ExitCode
from assistant.render import text
from tests.cli.test_command_line import ROOT, assistant, ended
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
