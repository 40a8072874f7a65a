"""Words to tokens: the longest name, the strongest sense, the span it stands on."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.names.token import Kind

READ = [
    ("who controls Dudley", "WHO CONTROL PLACE"),
    ("WHO CONTROLS DUDLEY", "WHO CONTROL PLACE"),
    ("Stratford-on-Avon 2016", "PLACE YEAR"),
    ("Newcastle-under-Lyme", "PLACE"),
    ("Nuneaton & Bedworth", "PLACE"),
    ("the Lib Dems", "PARTY"),
    ("Labour's seats", "PARTY SEATS"),
    ("more than 1,500 votes", "OVER NUMBER VOTES"),
    ("third", "ORDINAL"),
    ("2nd", "ORDINAL"),
    ("a third", "FRACTION"),
    ("twenty five", "NUMBER"),
    ("50%", "NUMBER PERCENT"),
    ("from 2016 to 2019", "FROM YEAR UNTIL YEAR"),
    ("2016-2019", "YEAR UNTIL YEAR"),
    ("the 1990s", "DECADE"),
    ("who won? and when", "WHO WIN STOP AND WHEN"),
    ("zzyzx", "UNKNOWN"),
]


@pytest.mark.parametrize(("text", "terminals"), READ)
def test_tokens(text: str, terminals: str, real: Assistant) -> None:
    read = [token.terminal for token in real._lexer.tokens(text)]
    assert [terminal for terminal in read if terminal != "FILLER"] == terminals.split()


@pytest.mark.parametrize("name", ["Reading", "Bury", "Rugby", "Bath", "Ealing", "Barking and Dagenham"])
def test_a_council_is_stronger_than_the_everyday_word(name: str, real: Assistant) -> None:
    (token,) = real._lexer.tokens(name)
    assert token.terminal == "PLACE"
    assert any(sense.kind in (Kind.COUNCIL, Kind.AREA) for sense in token.senses)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Tamwroth", "Tamworth"), ("Dudly", "Dudley"), ("Wolverhamton", "Wolverhampton"), ("labuor", "Labour")],
)
def test_a_slip_of_the_pen_is_mended_and_kept(typed: str, meant: str, real: Assistant) -> None:
    (token,) = real._tokens(typed)
    assert (token.correction, token.text) == (meant, typed)


@pytest.mark.parametrize("typed", ["Atlantis", "Xanadu", "Barchester"])
def test_a_name_that_is_near_nothing_stays_unknown(typed: str, real: Assistant) -> None:
    assert [token.terminal for token in real._tokens(typed)] == ["UNKNOWN"]


def test_spans_are_those_of_the_text(real: Assistant) -> None:
    text = "  who — controls\tDudley's   wards, in 2016?"
    assert all(text[token.start : token.end] == token.text for token in real._tokens(text))


@pytest.mark.parametrize("shared", ["Newcastle", "West Midlands", "Abbey", "Central"])
def test_a_shared_name_keeps_its_senses(shared: str, real: Assistant) -> None:
    (token,) = real._lexer.tokens(shared)
    assert len({(sense.id, sense.council_id) for sense in token.senses}) > 1
