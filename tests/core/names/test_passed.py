"""What may be passed over, and where it may not."""

import tomllib

import pytest

from assistant.core.names.lexer import Lexer
from assistant.core.names.phrases import spelled_out
from tests.support.inflected import GRAMMAR


def passed(lex: Lexer, text: str) -> str:
    return " ".join(word.text for word in lex.lattice(text).passed)


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("hi, can you please tell me who won Bury, thanks", "hi can you please tell me thanks"),
        ("I'd like to know if Labour won Bury", "I 'd like to know if"),
        ("great, thanks. and Norwich?", "great thanks"),
        ("so just list the wards for me pls", "so just for me pls"),
        ("who exactly won Bury this morning?", "exactly this morning"),
        ("hi all, who won", "hi all"),
        ("did Labour win any seats at all", "at all"),
    ],
)
def test_what_is_said_around_a_question(lex: Lexer, text: str, empty: str) -> None:
    assert passed(lex, text) == empty


@pytest.mark.parametrize(
    "text",
    [
        "wards with just 2 seats",
        "exactly 3 seats",
        "so many seats",
        "can Labour win Bury",
        "all wards",
        "where did they do great things",
        "the next election",
        "seats won at all",
        "no seats",
        "roughly 30%",
        "which seats did Labour find hard to check",
    ],
)
def test_the_same_words_where_they_say_something(lex: Lexer, text: str) -> None:
    assert passed(lex, text) == ""


def test_the_list_is_short_and_has_no_quantity_in_it() -> None:
    topics = tomllib.loads((GRAMMAR / "words" / "passed.toml").read_text(encoding="utf-8"))
    kinds = (entries for kind, entries in topics.items() if kind != "groups")
    forms = [form for entries in kinds for entry in entries for said in entry["forms"] for form in spelled_out(said)]
    assert len(forms) <= 200
    assert not {"no", "not", "any", "only", "each", "both", "never", "every", "some", "most"} & set(forms)
