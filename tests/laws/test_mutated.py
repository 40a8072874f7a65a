"""Law 4 over a sample of the project's own questions; `make laws` runs it over all."""

from __future__ import annotations

from assistant.core.assistant import Assistant
from tests.laws.mutated import escaped, own_questions

_SHARE = 0.02


def test_a_content_word_that_is_changed_is_noticed() -> None:
    total, loose = 0, []
    with Assistant() as assistant:
        for text in own_questions(_SHARE):
            count, same = escaped(assistant, text)
            total += count
            loose += [(text, mutant) for mutant in same if not mutant.repeats]
    print(f"{total} mutants, {1 - len(loose) / total:.2%} caught")  # noqa: T201
    assert total > 100
    assert len(loose) <= total / 50, loose
