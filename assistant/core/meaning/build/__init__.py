"""How meanings are made: each constructor gives the one normal form of its meaning, or refuses with `MeaningError`."""

from assistant.core.meaning.build.again import normal, rebuilt
from assistant.core.meaning.build.asks import about, listing, story, two, value, whether
from assistant.core.meaning.build.claims import claim
from assistant.core.meaning.build.comparisons import FLIPPED, MIRRORED, among, both, compare, either, negate
from assistant.core.meaning.build.figures import (
    calendar,
    change,
    count,
    difference,
    measure,
    number,
    over,
    portion,
    ratio,
    run,
)  # fmt: skip
from assistant.core.meaning.build.quantifiers import all_but, any_of, every, most_of, none_of, so_many
from assistant.core.meaning.build.sets import named, of, ranked, select, several, span, year
from assistant.core.meaning.check import MeaningError, check_resolved

__all__ = [
    "FLIPPED", "MIRRORED", "MeaningError", "about", "all_but", "among", "any_of", "both", "calendar", "change",
    "check_resolved", "claim", "compare", "count", "difference", "either", "every", "listing", "measure", "most_of",
    "named", "negate", "none_of", "normal", "number", "of", "over", "portion", "ranked", "ratio", "rebuilt", "run",
    "select", "several", "so_many", "span", "story", "two", "value", "whether", "year",
]  # fmt: skip
