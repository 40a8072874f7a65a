"""A name has one key, whether Python makes it from a question or SQL makes it for the lexicon."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.names.words import MAX_QUESTION, key_of, split

# Letters, marks and blanks of the languages of these isles: numbers have readings of their own.
TEXT = st.text(st.characters(max_codepoint=0xFF, exclude_categories=["Nd", "Nl", "No"]), max_size=60)
SPOKEN = """
    SELECT name AS alias FROM council UNION SELECT official_name FROM council
    UNION SELECT alias FROM name WHERE kind IN ('council', 'area', 'party')
    UNION SELECT name FROM area UNION SELECT name FROM party UNION SELECT short FROM party
    UNION SELECT ward FROM contest UNION SELECT alias FROM ward_alias
"""
PEOPLE = "SELECT name AS alias FROM person"


def differing(real: Assistant, aliases: str) -> list[tuple[str, str, str]]:
    """(alias, key by SQL, key by Python) wherever the two differ."""
    rows = real._connection.execute(
        f"SELECT DISTINCT alias, name_key(alias) FROM ({aliases}) WHERE alias IS NOT NULL ORDER BY ALL"
    ).fetchall()
    assert rows
    return [(alias, key, key_of(alias)) for alias, key in rows if key != key_of(alias)]


def test_every_place_party_and_ward(real: Assistant) -> None:
    assert differing(real, SPOKEN) == []


def test_every_person(real: Assistant) -> None:
    assert differing(real, PEOPLE) == []


def test_every_name_is_found_under_its_key(real: Assistant) -> None:
    names = real._connection.execute("SELECT name FROM council UNION SELECT ward FROM contest ORDER BY ALL").fetchall()
    missing = [name for (name,) in names if len(key_of(name)) > 1 and not real.lexicon.get(key_of(name))]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Stratford-on-Avon", "stratford on avon"),
        ("Nuneaton & Bedworth", "Nuneaton and Bedworth"),
        ("St. Albans", "st albans"),
        ("King's Lynn", "Kings Lynn"),
        ("Ynys Môn", "ynys mon"),
        ("Rhondda  Cynon\tTaf", "RHONDDA CYNON TAF"),
    ],
)
def test_ways_to_write_a_name(name: str, same: str) -> None:
    assert key_of(name) == key_of(same)


@settings(derandomize=True, max_examples=200)
@given(TEXT)
def test_a_key_is_its_own_key(text: str) -> None:
    assert key_of(key_of(text)) == key_of(text)


@settings(derandomize=True, max_examples=200)
@given(st.text(max_size=MAX_QUESTION))
def test_words_stand_where_they_say(text: str) -> None:
    words = split(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(before.end <= after.start for before, after in pairwise(words))


@pytest.mark.parametrize("name", ["Ynys Môn", "Tŷ Sign", "Dŵr-y-Felin", "Siân's Ward"])
def test_an_accent_behind_its_letter_makes_no_other_key(name: str) -> None:
    apart = normalize("NFD", name)
    assert key_of(apart) == key_of(name)
    assert "".join(word.text for word in split(apart)) == apart.replace(" ", "")
