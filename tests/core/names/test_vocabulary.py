"""The words of the language, their forms and senses."""

import pytest

from assistant.core.names import vocabulary, written
from assistant.core.names.lattice import Lexeme
from assistant.core.names.lexer import Lexer
from tests.core.names.conftest import senses
from tests.support import inflected


def test_the_forms_are_those_of_the_words() -> None:
    """`make words` writes them anew."""
    assert (inflected.GRAMMAR / "words" / written.FORMS).read_text(encoding="utf-8") == inflected.text()


def test_a_word_has_every_sense(lex: Lexer) -> None:
    assert senses(lex.lattice("majority")) == [
        ("majority", "NOUN_MEASURE", "majority"),
        ("majority", "NOUN_CONTROL", "majority of the chamber"),
    ]


def test_a_word_knows_its_form(lex: Lexer) -> None:
    (won,) = (e.value for e in lex.lattice("won").edges)
    assert won == Lexeme("win", "VERB_WIN", "win", ("past", "participle"))
    (votes,) = (e.value for e in lex.lattice("votes").edges)
    assert isinstance(votes, Lexeme) and votes.forms == ("plural",)


def test_hyphens_and_other_spellings_are_the_same_word(lex: Lexer) -> None:
    for text in ("by-elections", "by elections", "bye-elections", "byelections"):
        assert [(c, sem) for _, c, sem in senses(lex.lattice(text))] == [("NOUN_POLL", "by-election")], text


@pytest.mark.parametrize(("part", "lemma", "form", "kind"), [
    ("verb", "outpoll", "outpolled", "participle"), ("verb", "take over", "took over", "past"),
    ("noun", "share of the vote", "shares of the vote", "plural"), ("adj", "safe", "safest", "superlative"),
    ("noun", "by-election", "by-elections", "plural"), ("verb", "be", "were", "past"),
])  # fmt: skip
def test_how_words_are_inflected(part: str, lemma: str, form: str, kind: str) -> None:
    assert kind in inflected.inflected(part, lemma)[form]


def test_a_wrong_entry_is_named() -> None:
    with pytest.raises(ValueError, match=r"measures\.toml: 'seat'"):
        list(vocabulary.entries({"measures.toml": {"seat": {"sem": "seats"}}}))
