"""`python -m tests.fuzz.generated`: as many made-up questions as one likes, without a crash.

Every question goes from text to its Question and to SQL, and each new SQL text is explained by DuckDB; one in
`--whole` is answered in full, its queries run, and rendered in every format. One in three carries the conversation
on. A finding is printed once for each place it comes from, with the seeds that make it again:
`--again SEED` asks those seeds, one after another, as one conversation.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import ClassVar

from assistant import Assistant
from assistant.assistant import Trail
from assistant.lookup import Lookup
from assistant.query.build import build
from assistant.question.refusal import Refusal
from assistant.render import FORMATS, render
from tests.fuzz.findings import Findings
from tests.fuzz.wording import Wording, wording
from tests.support.witness import Witness, watch

_SLOW = 10.0  # seconds for one question that are worth a finding, on a busy machine too
_TOLD = 10_000  # questions between two lines of progress


@dataclass(slots=True)
class Run:
    """One run of made-up questions, its counts and its findings."""

    real: Assistant
    witness: Witness
    words: Wording
    whole: int
    counts: Counter[str] = field(default_factory=Counter)
    findings: Findings = field(default_factory=Findings)
    talk: list[str] = field(default_factory=list)  # the seeds of the conversation so far

    def ask(self, seed: str, number: int) -> None:
        """Ask the question of a seed; a crash becomes a finding."""
        if number % 3 != 1 or len(self.talk) > 5:
            self.talk.clear()
            self.real.reset()
        text = self.words.question(seed)
        self.talk.append(seed)
        begun = time.perf_counter()
        try:
            self.counts[self._answered(text) if number % self.whole == 0 else self._read(text)] += 1
        except Exception as error:
            self.counts["crashes"] += 1
            self.findings.add(error, seeds=self.talk, text=text)
            self.real.reset()
        if time.perf_counter() - begun > _SLOW:
            self.findings.add(TimeoutError(f"over {_SLOW} s"), seeds=self.talk, text=text)
        self.counts["questions"] += 1

    def _read(self, text: str) -> str:
        """Text to Question to SQL; a read question stays in the conversation."""
        try:
            questions = self.real._questions(text, Trail())
        except Refusal as refusal:
            return type(refusal).__name__
        for question in questions:
            self.counts["built"] += self._built(question)
        self.real._remember(questions[-1])
        return "understood"

    def _built(self, question: object) -> bool:
        try:
            query = build(question).query  # type: ignore[arg-type]
        except (Refusal, StopIteration):  # a measure of no cube is answered in another way
            return False
        self.witness.examine(query.text, query.parameters)
        return True

    def _answered(self, text: str) -> str:
        answer = self.real.ask(text)
        for form in FORMATS:
            assert render(answer, form)
        return f"asked: {answer.outcome.value}"


class Known(Lookup):
    """Look-ups that know everybody's name: made-up questions ask for nothing more often."""

    names: ClassVar[dict[str, tuple[str, ...]]] = {}

    def people(self, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        return {key: self.names[key] for key in keys if key in self.names}

    def learn(self) -> Known:
        rows = self.connection.execute("SELECT key, list(name ORDER BY name) FROM person GROUP BY key").fetchall()
        self.names.update((key, tuple(names)) for key, names in rows)
        return self


def main() -> int:
    options = _options()
    with Assistant() as real:
        run = Run(real, watch(real), wording(real), options.whole)
        real._lookup = Known(run.witness).learn()  # type: ignore[arg-type]
        if options.again:
            for seed in options.again:
                print(seed, run.words.question(seed), real.ask(run.words.question(seed)).sentence, sep=" | ")  # noqa: T201
            return 0
        begun = time.monotonic()
        for number in range(options.start, options.start + options.count):
            run.ask(f"{options.seed}:{number}", number)
            if run.counts["questions"] % _TOLD == 0:
                _tell(run, begun)
        _tell(run, begun)
    return 1 if run.findings.places else 0


def _tell(run: Run, begun: float) -> None:
    seconds = round(time.monotonic() - begun)
    told = {**run.counts, "shapes": len(run.witness.shapes), "findings": len(run.findings.places), "seconds": seconds}
    print(f"{datetime.now(UTC):%H:%M:%S} {json.dumps(told)}", file=sys.stderr, flush=True)  # noqa: T201


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Ask made-up questions, and report what crashes.")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--start", type=int, default=0, help="the number of the first question")
    parser.add_argument("--whole", type=int, default=20, help="one in so many is answered in full")
    parser.add_argument("--again", nargs="*", help="seeds to ask again, as one conversation")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
