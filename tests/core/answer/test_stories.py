"""Stories: what matters of a place, a party, a person; and questions about the assistant itself."""

from __future__ import annotations

from assistant.answer.model import Outcome
from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import About, Both, Story
from tests.core.answer.conftest import Answers
from tests.core.meant import LABOUR, NOW, PARTY, area, council, y


def test_a_council_is_told_by_its_chamber_and_its_poll(answered: Answers) -> None:
    told = answered(Story(council("dudley"), time=y(2018)))
    assert told.value is None
    assert told.sentence.startswith("Dudley council was under no overall control in 2018")
    assert "won the most seats in Dudley in 2018 with 14 of the 24 seats up" in told.sentence
    assert [c.key for c in told.columns] == ["party", "seats", "seats_won", "votes", "share"]
    assert "Turnout in Dudley in 2018: 30.3%." in told.notes


def test_a_party_is_told_by_what_it_holds_and_what_it_won(answered: Answers) -> None:
    told = answered(Story(council("dudley"), LABOUR, time=y(2018)))
    assert told.sentence == (
        "Labour held 35 seats on Dudley council in 2018, 48.6% of them. Labour won 10 seats in Dudley in 2018."
    )
    assert {"figure": "Votes", "value": 28613} in told.rows


def test_an_area_is_told_by_its_parties(answered: Answers) -> None:
    told = answered(Story(area("region:west-midlands"), time=y(2018)))
    assert "held the most seats in the West Midlands in 2018" in told.sentence
    assert [c.key for c in told.columns][:2] == ["party", "seats"]


def test_a_person_is_told_by_every_contest(answered: Answers) -> None:
    told = answered(Story(person=b.named("person", "dudley/Dave Branwood")))
    assert told.sentence == "Dave Branwood (Dudley) stood 2 times between 2016 and 2018 (Labour) and was not elected."
    assert [row["year"] for row in told.rows] == [2016, 2018]


def test_an_office_is_told_by_its_newest_contest(answered: Answers) -> None:
    told = answered(Story(b.named("office", "mayor:west-midlands")))
    assert told.sentence.startswith("Richard Parker (Labour) was elected Mayor of the West Midlands in 2024")


def test_two_asks_have_both_sentences_and_the_firsts_value(answered: Answers) -> None:
    who = b.listing(b.select("party", None, b.claim("control", place=council("dudley"), party=PARTY, time=NOW)))
    told = answered(Both(who, b.value(b.measure("turnout", place=council("dudley"), time=y(2018)))))
    assert told.value == "No overall control"
    assert told.sentence.endswith("The turnout in Dudley in 2018 was 30.3%.")


def test_a_term_is_explained_and_one_that_is_not_kept_is_said_to_be(answered: Answers) -> None:
    assert "on the register" in answered(About("turnout")).sentence
    assert answered(About("quorum")).outcome is Outcome.NO_DATA


def test_what_is_held_of_a_place_is_a_row_a_kind_of_figure(answered: Answers) -> None:
    told = answered(About("held", council("dudley")))
    assert {"what": "seats by party and control", "years": "1973–2026"} in told.rows


def test_several_years_of_one_source_are_one_entry(answered: Answers) -> None:
    told = answered(Story(person=b.named("person", "dudley/Dave Branwood")))
    assert [s.title for s in told.sources] == ["Local elections of 2016, 2018, candidates"]
