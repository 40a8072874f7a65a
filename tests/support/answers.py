"""Answers made by hand: of invented places, so that no test of printing depends on the data."""

from __future__ import annotations

from assistant.answer.model import Answer, Choice, Column, Outcome, Source, Span, Sql, Unit

SOURCE = Source("almanac", "The Almanac", "Almanac Press", "CC BY 4.0", "2024-05-02")

CONTROL = Answer(
    question="who controls Ambridge",
    outcome=Outcome.ANSWERED,
    sentence="No party controls Ambridge: Labour has 12 of 24 seats, one short of a majority.",
    reading="control of Ambridge (district), 2024",
    assumed=("No year was named: 2024 is the last held.",),
    value="No overall control",
    unit=Unit.TEXT,
    columns=(
        Column("party", "Party", Unit.TEXT),
        Column("seats", "Seats", Unit.COUNT),
        Column("share", "Share", Unit.SHARE),
        Column("change", "Change", Unit.CHANGE),
    ),
    rows=(
        {"party": "Labour", "seats": 12, "share": 50.0, "change": 3},
        {"party": "Conservative", "seats": 11, "share": 45.83, "change": -3},
        {"party": "Green", "seats": 1, "share": 4.17, "change": 0},
    ),
    basis="majority by seats",
    coverage="1 of 1 council",
    sources=(SOURCE,),
    sql=Sql("SELECT party, seats FROM composition WHERE council_id = ?", ("ambridge",)),
)

REFUSED = Answer(
    question="who controls Atlantis",
    outcome=Outcome.UNKNOWN_NAME,
    sentence="No place called Atlantis is held.",
    caret=Span(13, 21, "Atlantis", "place", None),
    suggestions=("who controls Ambridge",),
)

AMBIGUOUS = Answer(
    question="who controls Borchester",
    outcome=Outcome.AMBIGUOUS,
    sentence="Borchester is two councils.",
    choices=(
        Choice(1, "Borchester, the district", "who controls Ambridge"),
        Choice(2, "Borchester, the county", "who controls Atlantis"),
    ),
)
