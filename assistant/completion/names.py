"""The names that completion offers: one entry a thing, in the spelling the tables print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.names.lexicon import Lexicon
from assistant.names.token import Sense
from assistant.records import dataclass

_FORMER = 25.0  # points: a council of the past comes after those of today
_MINOR = 20.0  # points: there are a thousand parties, and the few that people ask for are known by use
_TERMINALS = {"council": "PLACE", "area": "PLACE", "party": "PARTY", "ward": "WARD"}


@dataclass(frozen=True, slots=True)
class Name:
    """`text` to insert, `key` to compare with what is typed, the `terminal` it would be, and its kind."""

    text: str
    key: str
    terminal: str
    kind: str
    penalty: float = 0.0

    @property
    def proper(self) -> bool:
        """Whether it names a thing, so that completing it fully typed still sets its capitals."""
        return self.kind != "word"


class Names:
    """Councils, areas and parties; and the wards of the councils a question is about."""

    def __init__(self, lexicon: Lexicon) -> None:
        senses = (*lexicon.councils.values(), *lexicon.areas.values(), *lexicon.parties.values())
        self._general = tuple(_named(sense) for sense in senses)
        self._councils = {sense.name.casefold(): sense.id for sense in lexicon.councils.values()}
        self._lexicon = lexicon
        self._wards = lru_cache(maxsize=32)(self._find_wards)

    def all(self, councils: Iterable[str], spoken: Iterable[str]) -> Iterator[Name]:
        """Every name on offer; wards only of `councils` (ids), or else of those `spoken` of (names)."""
        yield from self._general
        asked = tuple(councils) or tuple(self._councils[name] for name in spoken if name in self._councils)
        for council in dict.fromkeys(asked):
            yield from self._wards(council)

    def _find_wards(self, council: str) -> tuple[Name, ...]:
        title = self._lexicon.councils[council].name if council in self._lexicon.councils else council
        wards = {sense.id: sense for sense in self._lexicon.wards_of(council).values()}
        return tuple(Name(s.name, s.name.casefold(), "WARD", f"ward · {title}", 5.0) for s in wards.values())


def _named(sense: Sense) -> Name:
    kind = sense.kind.value
    former = _FORMER if kind == "council" and sense.last_year < 9999 else 0.0
    minor = _MINOR if kind == "party" else 0.0
    return Name(sense.name, sense.name.casefold(), _TERMINALS[kind], _kind(sense), former + minor)


def _kind(sense: Sense) -> str:
    """ "council · district to 2023", "region", "party"."""
    detail = sense.detail.replace("_", " ")
    until = f" to {sense.last_year}" if sense.last_year < 9999 else ""
    if sense.kind.value == "council":
        return f"council · {detail}{until}" if detail else f"council{until}"
    return detail or sense.kind.value
