"""The dictionary, read from its own text, has the words that its package says it has."""

from spellchecker import SpellChecker

from assistant.names.english import is_english


def test_every_thousandth_word_and_the_odd_ones_are_found() -> None:
    """Words with an apostrophe, a hyphen or an accent as well as plain ones."""
    words = sorted(SpellChecker(language="en").word_frequency.keys())
    odd = [word for word in words if not (word.isascii() and word.isalpha())]
    assert all(is_english(word) for word in [*words[::1000], *odd[::200]])


def test_a_part_of_a_word_or_of_the_file_is_none() -> None:
    """Only whole words count, whatever they are made of."""
    for text in ("zzzqqq", "consevative", "", ":", "50", '"', '"a"', 'a": 1,\n"b', "ouncil", "counci", "\ud800"):
        assert not is_english(text), text


def test_any_case() -> None:
    """A capital makes no other word."""
    assert is_english("Council") and is_english("COUNCIL")
