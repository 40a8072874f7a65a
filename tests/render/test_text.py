from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.model import Answer, Column, Outcome, Span, Unit
from assistant.render import text
from assistant.render.cells import cell_text
from assistant.render.visible import columns
from tests.support.answers import AMBIGUOUS, CONTROL, REFUSED

ESCAPE = "\x1b[31mred\x07\u202e\x9b\u2028"


def test_an_answer_is_its_sentence_its_table_and_its_labelled_lines() -> None:
    assert text(CONTROL) == (
        "No party controls Ambridge: Labour has 12 of 24 seats, one short of a majority.\n"
        "\n"
        "Party         Seats  Share  Change\n"
        "────────────  ─────  ─────  ──────\n"
        "Labour           12  50.0%      +3\n"
        "Conservative     11  45.8%      −3\n"
        "Green             1   4.2%       0\n"
        "\n"
        "Reading: control of Ambridge (district), 2024\n"
        "Assumed: No year was named: 2024 is the last held.\n"
        "Basis: majority by seats\n"
        "Coverage: 1 of 1 council\n"
        "Sources: The Almanac (Almanac Press, CC BY 4.0), as of 2024-05-02"
    )


def test_a_refusal_points_at_the_word_and_says_what_to_try() -> None:
    assert text(REFUSED) == (
        "No place called Atlantis is held.\n"
        "\n"
        "who controls Atlantis\n"
        "             ^^^^^^^^\n"
        "\n"
        "Try: who controls Ambridge"
    )


def test_choices_are_numbered() -> None:
    assert text(AMBIGUOUS) == (
        "Borchester is two councils.\n\n  1  Borchester, the district\n  2  Borchester, the county"
    )


@pytest.mark.parametrize(
    ("cell", "unit", "printed"),
    [
        (1234567, Unit.COUNT, "1,234,567"),
        (2016, Unit.YEAR, "2016"),
        (31.94, Unit.SHARE, "31.9%"),
        (2.25, Unit.SHARE, "2.3%"),
        (26.33, Unit.POINTS, "+26.3"),
        (-0.04, Unit.POINTS, "0.0"),
        (-1234, Unit.CHANGE, "−1,234"),
        (0, Unit.CHANGE, "0"),
        ("2016-05-05", Unit.DATE, "5 May 2016"),
        ("some time after May", Unit.DATE, "some time after May"),
        (True, Unit.TRUTH, "yes"),
        (None, Unit.COUNT, "–"),
    ],
)
def test_each_unit_has_its_way(cell: str | int | float | bool | None, unit: Unit, printed: str) -> None:
    assert cell_text(cell, unit) == printed


def test_only_the_top_twenty_rows_are_shown() -> None:
    many = replace(CONTROL, rows=CONTROL.rows * 500)
    lines = text(many).splitlines()
    assert "… and 1,480 more" in lines
    assert len([line for line in lines if line.startswith(("Labour ", "Conservative ", "Green "))]) == 20


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120])
def test_nothing_is_wider_than_the_width(width: int) -> None:
    long = "Netherton, Woodside and St Andrews " * 4
    wide = replace(
        CONTROL,
        sentence=long,
        columns=(*CONTROL.columns, Column("ward", "Ward", Unit.TEXT)),
        rows=tuple({**row, "ward": long} for row in CONTROL.rows),
        notes=(long, "x" * 200, "漢字" * 60),
        caret=Span(300, 310, "x", "", None),
        question="y" * 500,
        outcome=Outcome.NOT_UNDERSTOOD,
    )
    assert max(columns(line) for line in text(wide, width).splitlines()) <= width


def test_a_table_too_wide_becomes_a_block_a_row() -> None:
    assert "Party: Labour\nSeats: 12\nShare: 50.0%\nChange: +3\n\nParty: Conservative" in text(CONTROL, 24)


def test_a_long_question_is_cut_to_a_window_that_holds_the_caret() -> None:
    asked = f"{'word ' * 100}nonsense {'word ' * 100}"
    refusal = Answer(asked, Outcome.NOT_UNDERSTOOD, "No.", caret=Span(500, 508, "nonsense", "", None))
    _, _, excerpt, carets = text(refusal).splitlines()
    assert excerpt[carets.index("^") : carets.rindex("^") + 1] == "nonsense"


def test_control_characters_are_shown_and_not_obeyed() -> None:
    hostile = replace(CONTROL, sentence=ESCAPE, reading=ESCAPE, notes=(ESCAPE,), rows=({"party": ESCAPE, "seats": 1},))
    printed = text(hostile)
    assert "␛[31mred␇��" in printed
    assert not set(printed) & set("\x1b\x07\u202e\x9b\u2028")
