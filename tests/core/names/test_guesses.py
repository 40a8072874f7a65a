"""Unknown words: people, wards named in part, misspellings; what is used is said, near equals are not guessed at."""

import pytest

from assistant.core.names.lexer import Lexer
from tests.core.names.conftest import senses

Read = list[tuple[str, str, object]]


def read(lex: Lexer, text: str, *categories: str) -> Read:
    return [sense for sense in senses(lex.lattice(text)) if sense[1] in categories]


def told(lex: Lexer, text: str) -> list[tuple[str, str]]:
    return [(c.typed, c.meant) for c in lex.lattice(text).corrections]


def unknown(lex: Lexer, text: str) -> list[str]:
    return [word.text for word in lex.lattice(text).unknown]


# --- Spelling ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("turnout in tamwroth", "tamwroth", "Tamworth"),
        ("Labuor seats", "Labuor", "Labour"),
        ("seats in Wyre Forrest", "Wyre Forrest", "Wyre Forest"),
        ("turnuot in Bury", "turnuot", "turnout"),
        ("how mnay seats", "mnay", "many"),
        ("majorty", "majorty", "majority"),
        ("in the ninties", "ninties", "nineties"),
        ("Castlepoint", "Castlepoint", "Castle Point"),
    ],
)
def test_a_clear_slip_is_mended_and_told(lex: Lexer, text: str, typed: str, meant: str) -> None:
    assert told(lex, text) == [(typed, meant)]


@pytest.mark.parametrize(
    "word", ["clinging", "olds", "asdf", "Narborough", "morning", "Forset", "xyzzy", "weather", "Atlantis"]
)
def test_english_and_what_is_far_from_all_is_not_mended(lex: Lexer, word: str) -> None:
    assert told(lex, f"who won the {word} seats") == []
    assert word in unknown(lex, f"who won the {word} seats")


def test_what_was_read_is_on_the_edge(lex: Lexer) -> None:
    (edge,) = (e for e in lex.lattice("turnout in tamwroth").edges if e.category == "COUNCIL")
    assert (edge.source, edge.meant) == ("correction", "Tamworth")


def test_a_word_written_for_another_keeps_both_senses(lex: Lexer) -> None:
    found = lex.lattice("who one Bury")
    assert {(e.category, e.source) for e in found.edges if e.first == 1} == {
        ("NUMBER", "number"),
        ("VERB_WIN", "correction"),
    }
    assert told(lex, "who one Bury") == [("one", "won")]
    assert told(lex, "one seat in Bury") == []


def test_nearest_names_are_offered(lex: Lexer) -> None:
    assert [thing.name for thing in lex.nearest("Sandwelll", 1)] == ["Sandwell"]


# --- Wards named in part ----------------------------------------------------------------------------------------------


def test_a_part_of_a_ward_s_name_where_one_ward_of_the_council_fits(lex: Lexer) -> None:
    assert read(lex, "who won Penge in Bromley", "WARD") == [("Penge", "WARD", ("bromley/penge-and-cator",))]
    assert told(lex, "who won Penge in Bromley") == [("Penge", "Penge and Cator")]
    assert read(lex, "who won Penge", "WARD") == []


def test_an_everyday_word_is_a_ward_only_where_it_looks_like_one(lex: Lexer) -> None:
    assert read(lex, "which way did Bury go", "WARD") == []
    assert read(lex, "who won Way ward", "WARD")


# --- People -----------------------------------------------------------------------------------------------------------


def test_whole_names(lex: Lexer) -> None:
    assert read(lex, "did sadiq khan win", "PERSON") == [("sadiq khan", "PERSON", ("mayor:london/Sadiq Khan",))]


def test_a_surname_is_looked_for_in_the_places_named(lex: Lexer) -> None:
    found = [("Sambrook", "PERSON", ("birmingham/Gary Sambrook",))]
    assert read(lex, "did Sambrook win Kingstanding", "PERSON") == found
    assert read(lex, "did Cllr Sambrook win Kingstanding", "PERSON") == [("Cllr Sambrook", *found[0][1:])]


def test_an_initial_narrows_a_surname(lex: Lexer) -> None:
    ((said, _, ids),) = read(lex, "J. Smith in Dudley", "PERSON")
    assert said == "J. Smith" and ids == ("dudley/J. Smith",)


def test_a_first_name_is_enough_of_a_longer_one(lex: Lexer) -> None:
    assert read(lex, "did Parbinder Kang win", "PERSON") == [
        ("Parbinder Kang", "PERSON", ("walsall/Parbinder Singh Kang",))
    ]


def test_everyday_words_are_nobody(lex: Lexer) -> None:
    assert read(lex, "a good ball in Dudley", "PERSON") == []
