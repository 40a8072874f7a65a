"""A word that a reading lost is named; what is there is found again."""

from __future__ import annotations

import pytest

from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import It, Number
from assistant.core.names.lattice import Edge, Lexeme
from assistant.core.parsing.rules import read, terminals
from assistant.core.reading.left import traces
from assistant.core.reading.whole import lacking
from assistant.core.reading.witness import BY_CATEGORY, DIALOGUE, JOINING, NAMES, witnesses
from assistant.resources import grammar_folder
from tests.core.meant import LABOUR, WARD, council, y


def word(category: str, sem: str, *forms: str, at: int = 0) -> Edge:
    return Edge(at, at + 1, category, Lexeme(sem, category, sem, forms), "word")


def number(value: float, at: int = 0) -> Edge:
    return Edge(at, at + 1, "NUMBER", Number(value), "number")


DID = word("AUX", "do")
SEATS = b.measure("seats held", place=council("dudley"), party=LABOUR, time=y(2018))
WON = b.claim("win", place=WARD, party=LABOUR, time=y(2018))


def test_a_number_that_is_nowhere_is_lost() -> None:
    asked = b.whether(b.compare(SEATS, ">", Number(10)))
    assert lacking(asked, [DID, number(10)]) == ()
    assert lacking(asked, [DID, number(12)]) == (number(12),)


def test_of_whole_things_more_than_ten_is_at_least_eleven() -> None:
    wards = b.select("ward", council("dudley"), WON)
    asked = b.whether(b.compare(b.count(wards), ">", Number(10)))
    assert lacking(asked, [DID, word("CMP", ">"), number(10, 1)]) == ()
    assert lacking(asked, [DID, word("CMP", "<"), number(10, 1)]) == (word("CMP", "<"),)


def test_a_denied_operator_may_have_been_turned() -> None:
    asked = b.whether(b.compare(SEATS, "<=", Number(10)))
    more, never = word("CMP", ">"), word("NEG", "not", at=1)
    assert lacking(asked, [DID, more]) == (more,)
    assert lacking(asked, [DID, more, never]) == ()


def test_two_denials_need_two() -> None:
    asked = b.listing(b.select("ward", council("dudley"), b.negate(WON)))
    one, two = word("NEG", "not"), word("NEG", "not", at=1)
    assert lacking(asked, [one]) == ()
    assert lacking(asked, [one, two]) == (two,)


def test_a_deed_that_became_a_figure_is_there() -> None:
    asked = b.value(b.measure("seats won", place=council("dudley"), party=LABOUR, time=y(2018)))
    assert lacking(asked, [word("VERB", "win"), word("NOUN_MEASURE", "seats")]) == ()
    held = word("VERB", "control")
    assert lacking(asked, [held]) == (held,)


def test_lost_ten_seats_is_no_net_gain_of_ten() -> None:
    change = b.measure("net change", place=council("dudley"), party=LABOUR, time=y(2018))
    lost = word("VERB", "lose")
    assert lacking(b.whether(b.compare(change, ">=", Number(10))), [lost]) == (lost,)
    assert lacking(b.whether(b.compare(change, "<=", Number(-10))), [lost]) == ()


def test_wards_asked_for_are_not_answered_with_parties() -> None:
    asked = b.listing(b.select("party", None, b.claim("win", place=council("dudley"), party=It("party"), time=y(2018))))
    wards = word("NOUN_KIND", "ward", "plural")
    assert wards in lacking(asked, [wards])
    assert lacking(asked, [word("NOUN_KIND", "party")]) == ()


def test_a_list_of_figures_is_no_yes_or_no() -> None:
    asked = b.whether(b.compare(SEATS, ">", Number(10)))
    assert lacking(asked, [word("NOUN_MEASURE", "seats"), word("VERB", "have")]) == ()
    assert lacking(asked, [word("NOUN_MEASURE", "seats")]) != ()


def test_a_word_of_the_vocabulary_may_say_its_own_witness() -> None:
    edge = Edge(0, 1, "ADJ", Lexeme("split", "ADJ", "split", (), "deed:be split|not"), "word")
    assert witnesses(edge) == [("deed:be split", "not")]


@pytest.mark.parametrize("terminal", terminals(read(grammar_folder() / "rules")))
def test_every_terminal_of_the_grammar_leaves_something_or_only_joins(terminal: str) -> None:
    assert terminal in BY_CATEGORY or terminal in JOINING | DIALOGUE | NAMES


def test_traces_are_counted() -> None:
    left = traces(b.whether(b.both(b.negate(WON_HERE), b.negate(LOST_HERE))))
    assert left["not"] == 2


WON_HERE = b.claim("win", place=council("dudley"), party=LABOUR, time=y(2018))
LOST_HERE = b.claim("be tied", place=council("dudley"), time=y(2018))
