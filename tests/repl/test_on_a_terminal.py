"""The prompt in a real terminal, over the real tables: what is typed, and what is then on the screen."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from tests.support.terminal import CTRL_C, CTRL_D, CTRL_R, CTRL_U, ENTER, ESCAPE, TAB, Terminal

pytest.importorskip("termios")
ROOT = Path(__file__).parents[2]
ASSISTANT = ("-m", "assistant")


@pytest.fixture(scope="module", autouse=True)
def _built() -> None:
    Assistant().close()  # so that no test waits for the tables


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(*ASSISTANT, home=tmp_path) as opened:
        opened.until("data to")
        yield opened


def no_slip(terminal: Terminal) -> None:
    assert "Traceback" not in terminal.raw and "Error" not in terminal.raw


def test_an_evening_at_the_prompt(terminal: Terminal, tmp_path: Path) -> None:
    assert "Three questions worth asking" in terminal.shown

    terminal.type("who con" + TAB)
    terminal.until("> who controls")
    terminal.type(" nunbed" + TAB)
    terminal.until("> who controls Nuneaton and Bedworth")
    terminal.type(ENTER)
    terminal.until("Reading: overall control · Nuneaton and Bedworth")
    assert "ms" in terminal.until("Nuneaton and Bedworth │ data to")

    terminal.type(":reset" + ENTER)
    terminal.until("A new conversation.")
    terminal.type("who won Abbey in 2018" + ENTER)
    terminal.until("Abbey (Barking and Dagenham)")
    terminal.type("1" + ENTER)
    terminal.until("Barking and Dagenham) in May 2018")

    terminal.type("who controlled Dudley in 2015" + ENTER)
    terminal.until("Labour had overall control of Dudley (2015)")
    terminal.type("and in 2018?" + ENTER)
    terminal.until("Dudley · 2018")

    terminal.type(":save dudley" + ENTER)
    terminal.until("Saved the last exchange to dudley.md")
    saved = (tmp_path / "dudley.md").read_text()
    assert "> who controlled Dudley in 2015\n...\n\n> and in 2018?\n" in saved
    for suffix in ("csv", "json", "md", "xlsx"):
        terminal.type(f":export dudley-seats.{suffix}" + ENTER)
        terminal.until(f"to dudley-seats.{suffix}.")
    assert zipfile.ZipFile(tmp_path / "dudley-seats.xlsx").testzip() is None
    terminal.type(":export dudley-seats.csv" + ENTER)
    terminal.until("is there already")

    terminal.type(CTRL_R)
    terminal.until("past entries · type to search")
    terminal.type("bedw")
    terminal.type(ENTER)
    terminal.until("> who controls Nuneaton and Bedworth")
    terminal.type(CTRL_C)

    terminal.resize(60, 30)
    terminal.type("closest wards in Walsall 2016" + ENTER)
    terminal.until("Palfrey")
    shown = terminal.settle()
    assert max(map(len, shown.splitlines())) <= 60 and "data to" in shown

    terminal.type(CTRL_D)
    assert terminal.ended() == 0
    no_slip(terminal)


def test_names_are_coloured_and_what_is_not_understood_is_underlined(terminal: Terminal) -> None:
    terminal.type("frobnicate Labour Conservative Dudley 2016 ")
    terminal.until("Dudley 2016")
    terminal.settle()
    assert terminal.style_of("frobnicate") == ("default", True)
    labour, conservative = terminal.style_of("Labour"), terminal.style_of("Conservative")
    assert len({labour, conservative, terminal.style_of("Dudley"), terminal.style_of("2016")}) == 4
    assert not labour[1]


def test_a_word_that_may_still_become_a_name_is_not_underlined(terminal: Terminal) -> None:
    terminal.type("who controls Nunea")
    terminal.until("> who controls Nunea")
    terminal.settle()
    assert terminal.style_of("Nunea") == ("default", False)


def test_the_kind_of_each_name_is_shown(terminal: Terminal) -> None:
    terminal.type("who controls wals")
    assert "Walsall" in terminal.until("council · metropolitan borough")
    terminal.type(CTRL_U + "closest in Walsall blox")
    assert "ward · Walsall" in terminal.until("Bloxwich East")
    terminal.type(CTRL_U + "lab")
    assert "Labour" in terminal.until(" party")


def test_commands_and_files_complete(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "questions.txt").write_text("who controls Dudley\n# expect: no_data\nwho controls Walsall\n")
    terminal.type(":exp" + TAB)
    terminal.until(":explain")
    terminal.type(CTRL_U + ":run que" + TAB)
    terminal.until(":run questions.txt")
    terminal.type(ENTER)
    terminal.until("overall control · Walsall")
    terminal.type(":format j" + TAB + ENTER)
    terminal.until("Answers come as json.")
    no_slip(terminal)


def test_several_lines_are_several_questions(terminal: Terminal) -> None:
    terminal.type("who controls Dudley" + ESCAPE + ENTER + "who controls Walsall")
    terminal.until("  who controls Walsall")
    terminal.type(ENTER)
    terminal.until("overall control · Dudley")
    terminal.until("overall control · Walsall")


def test_the_next_start_remembers_and_greets_no_more(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("who controls Tamworth" + ENTER)
    terminal.until("overall control · Tamworth")
    terminal.type(":quit" + ENTER)
    assert terminal.ended() == 0
    with Terminal(*ASSISTANT, home=tmp_path) as again:
        assert "Three questions" not in again.until("data to")
        again.type("who controls T")
        again.until("who controls Tamworth")  # suggested from history


def test_ctrl_c_stops_a_long_query_and_the_conversation_goes_on(tmp_path: Path) -> None:
    with Terminal("-m", "tests.support.slow", home=tmp_path, PYTHONPATH=str(Path(__file__).parents[2])) as slow:
        slow.until("data to")
        slow.type("who controls Dudley" + ENTER)
        slow.until("overall control · Dudley")
        slow.type("take for ever" + ENTER)
        slow.until("> take for ever")
        slow.settle()
        slow.type(CTRL_C)
        slow.until("Stopped.")
        slow.type("and in 2018?" + ENTER)
        slow.until("Dudley · 2018")
        slow.type(CTRL_D)
        assert slow.ended() == 0
        no_slip(slow)


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"NO_COLOR": "1"}], ids=str)
def test_without_colour_nothing_is_coloured(environment: dict[str, str], tmp_path: Path) -> None:
    with Terminal(*ASSISTANT, home=tmp_path, **environment) as plain:
        plain.until(">")
        plain.type("who controls Dudley" + ENTER)
        plain.until("Sources:")
        plain.type(CTRL_D)
        assert plain.ended() == 0
        styles = {part for codes in re.findall(r"\x1b\[([\d;]*)m", plain.raw) for part in codes.split(";")}
        assert styles <= {"", "0", "1", "4", "7"}  # plain, bold, underlined, reversed
        no_slip(plain)


def test_a_wide_table_in_a_narrow_terminal_is_a_block_a_row(tmp_path: Path) -> None:
    with Terminal(*ASSISTANT, home=tmp_path, columns=34, rows=60) as narrow:
        narrow.until("Three questions")
        narrow.type("closest wards in Walsall 2016" + ENTER)
        assert "Majority: 2,204" in narrow.until("Ward: Palfrey")


def test_settings_are_written_once_and_what_is_wrong_with_them_is_said(tmp_path: Path) -> None:
    config = tmp_path / "election-results-assistant" / "config.toml"
    with Terminal(*ASSISTANT, home=tmp_path) as first:
        first.until("data to")
    assert "# theme" in config.read_text()
    config.write_text('table = "round"\n')
    with Terminal(*ASSISTANT, home=tmp_path) as second:
        assert "table: is one of ruled, ascii, grid, bare" in second.until("data to")
    config.write_text('table = "grid"\nrows = 2\n[start]\nplace = "Dudley"\nyear = 2015\n')
    with Terminal(*ASSISTANT, home=tmp_path) as third:
        third.until("Dudley, 2015 │ data to")
        third.type("and in 2018?" + ENTER)
        assert "─┼─" in third.until("… and 1 more")
