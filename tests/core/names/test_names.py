"""Names: every thing of a name, and every name within a name."""

import pytest

from assistant.core.names.lexer import Lexer
from tests.core.names.conftest import senses


def test_a_name_has_all_its_kinds(lex: Lexer) -> None:
    found = senses(lex.lattice("West Sussex"))
    assert ("West Sussex", "COUNCIL", ("west-sussex",)) in found
    assert ("West Sussex", "AREA", ("county:west-sussex",)) in found


def test_things_of_one_kind_are_one_value(lex: Lexer) -> None:
    (castle,) = (ids for said, category, ids in senses(lex.lattice("Castle")) if category == "WARD")
    assert {"bedford/castle", "cambridge/castle"} <= set(castle)  # type: ignore[call-overload]


def test_a_long_name_hides_none_of_its_parts(lex: Lexer) -> None:
    found = senses(lex.lattice("no overall control in Barking and Dagenham"))
    assert ("no overall control", "PARTY", ("none",)) in found
    assert ("control", "NOUN_CONTROL", "control") in found


def test_a_comma_ends_a_name_but_not_a_list_within_one(lex: Lexer) -> None:
    assert not [said for said, *_ in senses(lex.lattice("Worthing, West Sussex")) if said == "Worthing, West"]
    found = senses(lex.lattice("Bournemouth, Christchurch and Poole"))
    assert ("Bournemouth, Christchurch and Poole", "COUNCIL", ("bournemouth-christchurch-and-poole",)) in found


def test_the_owner_of_a_thing_is_a_name_and_a_mark(lex: Lexer) -> None:
    found = senses(lex.lattice("Labour's seats in King's Lynn"))
    assert ("Labour", "PARTY", ("labour",)) in found
    assert ("'s", "POSS", "'s") in found
    assert ("King's Lynn", "COUNCIL", ("kings-lynn-and-west-norfolk",)) in found


def test_an_office_is_named_as_people_name_it(lex: Lexer) -> None:
    assert ("Mayor of London", "OFFICE", ("mayor:london",)) in senses(lex.lattice("Mayor of London"))


def test_a_kind_of_council_is_an_area(lex: Lexer, real_lexer: Lexer) -> None:
    assert ("unitaries", "AREA", ("kind:unitary",)) in senses(real_lexer.lattice("unitaries"))


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Haverfordwest: Castle", "pembrokeshire/haverfordwest-castle"),
        ("Dunstable - Manshead", "central-bedfordshire/dunstable-manshead"),
        ("Appleby (Appleby)", "eden/appleby-appleby"),
        ("Mersham, Sevington South with Finberry", "ashford/mersham-sevington-south-with-finberry"),
        ("Westbourne and Poets' Corner", "brighton-and-hove/westbourne-and-poets-corner"),
    ],
)
def test_a_name_that_is_printed_with_marks(lex: Lexer, text: str, id: str) -> None:
    assert (text, "WARD", (id,)) in senses(lex.lattice(f"turnout in {text} in 2018"))


def test_a_name_in_brackets_is_beside_the_other(lex: Lexer) -> None:
    found = senses(lex.lattice("Abbey (Reading)"))
    assert [category for _, category, _ in found] == ["WARD", "OPEN", "COUNCIL", "CLOSE"]
