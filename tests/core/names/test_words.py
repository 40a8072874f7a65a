"""Words, marks and what is written short."""

import pytest

from assistant.core.names.lexer import Lexer


def said(lex: Lexer, text: str) -> str:
    return " ".join(word.key for word in lex.lattice(text).words)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Who's won?", "who 's won ?"),
        ("Labour’s seats, the Tories' votes", "labour 's seats , the tories s' votes"),
        ("didn't they, havent we, won't I", "did not they , have not we , will not i"),
        ("St. Albans by-election", "st albans by election"),
        ("S.N.P. & N.O.C.", "snp and noc"),
        ("nuneaton n bedworth", "nuneaton and bedworth"),
        ("Con/Lab in Stoke-on-Trent: 12-10", "con / lab in stoke on trent : 12 - 10"),
        ("more than 1,987 (or 30%)...", "more than 1,987 ( or 30 % ) ."),
        ("who won?? Why; how!", "who won ? why ; how ."),
        ("turnout >= 40 in DY1 2AB", "turnout >= 40 in dy1 2ab"),
        ("Ynys Môn", "ynys mon"),
    ],
)
def test_text_as_words(lex: Lexer, text: str, keys: str) -> None:
    assert said(lex, text) == keys


def test_words_know_where_they_stand(lex: Lexer) -> None:
    words = lex.lattice("who's won Bury").words
    assert [(w.text, w.start, w.end) for w in words] == [("who", 0, 3), ("'s", 3, 5), ("won", 6, 9), ("Bury", 10, 14)]
