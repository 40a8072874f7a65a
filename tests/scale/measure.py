"""How long each stage of a warm ask takes over tables of several sizes."""

from __future__ import annotations

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from assistant.assistant import Assistant

STAGES = ("names", "parse", "plan", "sql", "answer")
_ROUNDS = 5

# Every kind of question the figures must answer fast: a council, a ward, a party, an area, a person, a list, a refusal.
QUESTIONS = (
    "who controls Dudley",
    "who won Gornal in Dudley in 2024",
    "Labour net seats West Midlands 2024",
    "closest wards in Walsall 2016",
    "turnout in Birmingham 2018",
    "how many seats did Labour win in Leeds in 2024",
    "which party gained most seats in England in 2025",
    "councils with no overall control in the North West",
    "Greens in Bristol since 2016",
    "how many councillors does Reform have in Kent",
    "who came second in Weoley in Birmingham in 2016",
    "largest majority in Coventry 2022",
    "wards Labour won in Sandwell 2018",
    "average turnout in Solihull 2018",
    "swing from Labour to Conservative in Dudley 2021",
    "Solihull against Coventry, Labour seats in 2022",
    "is Patrick Harley a councillor",
    "who is the mayor of the West Midlands",
    "history of Redditch",
    "how short of a majority is Labour in Dudley",
    "Conservative vote share in Stratford-on-Avon 2023",
    "what happened in Lichfield in 2019",
    "who won Castle ward in 2022",
    "Tamwroth 2023",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The median over the questions, each at its best of five rounds, in ms; what the tables took to make and hold."""

    label: str
    candidacies: int
    names: int
    build_seconds: float
    file_megabytes: float
    peak_megabytes: float
    stages: dict[str, float]
    total: float


def measure(label: str, data: Path, cache: Path, questions: Sequence[str] = QUESTIONS) -> Measured:
    """Build the tables of `data`, ask every question once to warm up, and then five times over."""
    start = time.perf_counter()
    with Assistant(data=data, cache=cache) as asker:
        build = time.perf_counter() - start
        counts = asker._connection.execute(
            "SELECT (SELECT count(*) FROM candidacy), (SELECT count(*) FROM lexicon) + (SELECT count(*) FROM person)"
        ).fetchone()
        asked = [_timed(asker, question) for _ in range(_ROUNDS + 1) for question in questions][len(questions) :]
        size = asker._tables.path.stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    best = [_best(asked[at :: len(questions)]) for at in range(len(questions))]
    stages = {stage: median(each[stage] for each in best) for stage in STAGES}
    candidacies, names = counts or (0, 0)
    return Measured(label, candidacies, names, build, size, peak, stages, median(each["total"] for each in best))


def _best(times: Sequence[dict[str, float]]) -> dict[str, float]:
    """Each stage's shortest of a question's rounds: what else ran on the machine only ever adds."""
    return {stage: min(each[stage] for each in times) for stage in (*STAGES, "total")}


def _timed(asker: Assistant, question: str) -> dict[str, float]:
    asker.reset()
    return asker.ask(question).timings.to_dict()
