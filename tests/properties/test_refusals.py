"""A spoilt question that is not understood names the word that stopped it and three questions that are answered.

Of the own questions that are not understood the same is tested where they are asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant import Assistant
from assistant.answer.model import Outcome
from tests.properties.readings import single
from tests.questions.instead import unhelpful

SPOILT = 300
ODD = ("blancmange", "verily", "minus", "quux", "always")


def spoilt() -> Iterator[str]:
    """Own questions with a word too many, two words exchanged, the second half first, cut off, or without a name."""
    texts = [text.split() for text in single() if len(text.split()) > 4]
    for i, words in enumerate(texts[:: len(texts) // SPOILT]):
        at = i % (len(words) - 1)
        yield (
            " ".join([*words[:at], ODD[i % len(ODD)], *words[at:]]),
            " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]]),
            " ".join([*words[len(words) // 2 :], *words[: len(words) // 2]]),
            " ".join([*words[:-2], "than", "over", "by"]),
            " ".join(word for word in words if word.islower()),
        )[i % 5]


def test_a_spoilt_question_is_helped_on(real: Assistant) -> None:
    refused = 0
    for text in spoilt():
        real.reset()
        explained = real.explain(text)
        refused += explained.answer.outcome is Outcome.NOT_UNDERSTOOD
        wrong = unhelpful(real, explained.answer, str(explained))
        assert wrong is None, f"{text}: {wrong}"
    assert refused > 60
