"""The combinators: what each rule of the grammar makes of the meanings of its parts."""

from assistant.core.parsing.combine import (
    bounds,
    changes,
    clauses,
    comparisons,
    existence,
    figures,
    fragments,
    names,
    nouns,
    polls,
    premises,
    questions,
    superlatives,
    times,
)
from assistant.core.parsing.combine.registry import COMBINATORS

__all__ = [
    "COMBINATORS",
    "bounds",
    "changes",
    "clauses",
    "comparisons",
    "existence",
    "figures",
    "fragments",
    "names",
    "nouns",
    "polls",
    "premises",
    "questions",
    "superlatives",
    "times",
]
