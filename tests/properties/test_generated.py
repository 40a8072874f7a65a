"""Questions made up from the grammar and the names: a few here, as many as one likes by `make fuzz`."""

from __future__ import annotations

from assistant import Assistant
from tests.fuzz.generated import Run
from tests.fuzz.wording import wording
from tests.support.witness import unwatch, watch


def test_made_up_questions_end_in_an_answer_or_a_refusal(real: Assistant) -> None:
    words = wording(real, every=8)
    assert words.question("kept:1") == words.question("kept:1") != words.question("kept:2")
    run = Run(real, watch(real), words, whole=8)
    try:
        for number in range(200):
            run.ask(f"kept:{number}", number)
    finally:
        unwatch(real)
    assert (run.findings.places, run.counts["questions"]) == ({}, 200)
    assert run.counts["understood"] > 50 and run.counts["built"] > 25
