"""What the prompt does for people, in a real terminal, at three widths."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from tests.support.terminal import CTRL_C, CTRL_U, ENTER, TAB, Terminal

pytest.importorskip("termios")
ASSISTANT = ("-m", "assistant")


@pytest.fixture(scope="module", autouse=True)
def _built() -> None:
    Assistant().close()  # so that no test waits for the tables


@pytest.fixture(params=[60, 80, 120])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(*ASSISTANT, home=tmp_path, columns=request.param) as opened:
        opened.until("data to")
        yield opened
        assert max(map(len, opened.shown.splitlines()), default=0) <= request.param
        assert "Traceback" not in opened.raw


def test_help_and_a_mistyped_command_and_exit(terminal: Terminal) -> None:
    terminal.type("?" + ENTER)
    terminal.until("A number asks one of the choices")
    terminal.type(":sorces" + ENTER)
    terminal.until("Is :sources meant?")
    terminal.type("exit" + ENTER)
    assert terminal.ended() == 0


def test_a_suggestion_is_asked_by_its_number(terminal: Terminal) -> None:
    terminal.type("turnout in Dudley 2016" + ENTER)
    terminal.until("Try 2: turnout in Dudley in 2015")
    terminal.type("1" + ENTER)
    terminal.until("2014")
    terminal.until("35.6%")
    terminal.type("turnout in Dudley 2016" + ENTER)
    terminal.until("Dudley · 2016")
    terminal.type(":open 2" + ENTER)
    terminal.until("in May 2015")


def test_a_ward_completes_with_its_council_before_the_council_is_named(terminal: Terminal) -> None:
    terminal.type("who won bloxwich w" + TAB)
    terminal.until("> who won Bloxwich West in Walsall")
    terminal.type(ENTER)
    terminal.until("Bloxwich West")


def test_the_years_held_complete_after_in(terminal: Terminal) -> None:
    terminal.type("Labour seats in Dudley in ")
    terminal.until("2025")
    terminal.type("201" + TAB)
    terminal.until("> Labour seats in Dudley in 2019")


def test_people_complete(terminal: Terminal) -> None:
    terminal.type("Andy Stra" + TAB)
    terminal.until("> Andy Stra")
    assert "person" in terminal.until("Andy Strangeway")
    terminal.type(CTRL_U)


def test_a_pasted_list_shows_each_question_above_its_answer(terminal: Terminal) -> None:
    terminal.resize(terminal.screen.columns, 60)
    terminal.type("\x1b[200~who controls Tamworth\nwho controls Atlantis\x1b[201~")
    terminal.settle()
    terminal.type(ENTER)
    terminal.until("3  Lancashire")
    shown = terminal.settle()
    heads = [line for line in shown.splitlines() if line.startswith("> who controls")]
    assert heads[-2:] == ["> who controls Tamworth", "> who controls Atlantis"]
    assert shown.index("Reading") < shown.rindex("> who controls Atlantis")


def test_a_list_is_shown_whole_and_drawn(terminal: Terminal) -> None:
    terminal.resize(terminal.screen.columns, 200)
    terminal.type("closest wards in Birmingham 2018" + ENTER)
    terminal.until("more")
    terminal.type(":all" + ENTER)
    terminal.until("Handsworth Wood")
    terminal.type(":chart" + ENTER)
    terminal.until("┤██")
    terminal.settle()


def test_a_favourite_is_asked_by_its_name(terminal: Terminal) -> None:
    terminal.type(":fav mine who controls Tamworth" + ENTER)
    terminal.until("Kept as mine")
    terminal.type(":fav mine" + ENTER)
    terminal.until("control · Tamworth")


def test_watching_shows_the_answer_once_and_ctrl_c_leaves_off(terminal: Terminal) -> None:
    terminal.type(":watch 0.5 who controls Tamworth" + ENTER)
    terminal.until("Every 0.5 seconds")
    terminal.until("control · Tamworth")
    terminal.settle(1.2)
    assert terminal.shown.count("control · Tamworth") == 1
    terminal.type(CTRL_C)
    terminal.until("Stopped.")
    terminal.type("who controls Walsall" + ENTER)
    terminal.until("control · Walsall")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_pager_says_how_to_leave_it(columns: int, tmp_path: Path) -> None:
    with Terminal(*ASSISTANT, home=tmp_path, columns=columns, rows=20, PAGER="less", LESSHISTFILE="-") as paged:
        paged.until("data to")
        paged.type("closest wards in Walsall 2016" + ENTER)
        paged.until("q leaves, Space goes on")
        paged.type("q")
        paged.until("data to")
        paged.type("exit" + ENTER)
        assert paged.ended() == 0
