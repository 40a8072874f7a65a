"""The combinators: what each rule of the grammar makes of the meanings of its parts."""

from assistant.core.parsing.combine import (
    about,
    bounds,
    changes,
    clauses,
    comparisons,
    existence,
    figures,
    fragments,
    indefinite,
    names,
    nouns,
    polls,
    premises,
    questions,
    superlatives,
    times,
    wholes,
)
from assistant.core.parsing.combine.registry import COMBINATORS

__all__ = [
    "COMBINATORS",
    "about",
    "bounds",
    "changes",
    "clauses",
    "comparisons",
    "existence",
    "figures",
    "fragments",
    "indefinite",
    "names",
    "nouns",
    "polls",
    "premises",
    "questions",
    "superlatives",
    "times",
    "wholes",
]
