"""The defaults: what is meant where nothing is said, in one table, each told in the answer.

- no place: all councils held.
- no time: of a chamber the newest composition; of a poll the newest in which every figure is held for the place; where
  the question names one year anywhere, that one.
- a name that is several areas: region before combined authority before county.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from assistant.core.meaning.nodes import (
    PLACES,
    Cell,
    Claim,
    Compare,
    Difference,
    It,
    Kind,
    Listing,
    Measure,
    Named,
    Newest,
    Node,
    Over,
    Portion,
    Ranked,
    Reported,
    Select,
    Set,
    Span,
)  # fmt: skip
from assistant.core.meaning.walk import rebuild, walk
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS
from assistant.core.parsing.drafts import Beside
from assistant.core.parsing.fill import fill
from assistant.core.reading.held import Calendar
from assistant.core.reading.settle import Unsettled

_AREAS = ("region", "combined-authority", "county", "nation", "group", "kind")


@dataclass(slots=True)
class Resolved:
    """A meaning without open holes, and what was assumed to fill them, a sentence each."""

    ask: Any
    assumed: list[str] = field(default_factory=list)


def resolve(ask: Node, calendar: Calendar) -> Resolved:
    """Fill every hole; raises Unsettled where a figure has no place it can be had for."""
    made = Resolved(_as_reported(ask, calendar))
    made.ask = _senses(_confirmed(made.ask, calendar))
    made.ask = _timed(made, calendar)
    return made


def _as_reported(ask: Any, calendar: Calendar) -> Any:
    """What was reported at a point of a count, of the year and the nation that it was the count of."""
    if not isinstance(ask, Reported):
        return ask
    named = {node.kind for node in walk(ask) if isinstance(node, Named)}
    said = next(iter(calendar.reported(ask.point)), None)
    inner = ask.ask
    for thing in said or ():
        if not named & (PLACES if thing.kind in PLACES else {"year"}):
            inner = fill(inner, thing) or inner
    return replace(ask, ask=inner)


# --- Names with several senses ----------------------------------------------------------------------------------------


def _confirmed(node: Any, calendar: Calendar) -> Any:
    """Names said beside an area, as those that the tables have in it; raises Unsettled where there are none."""
    made = rebuild(node, lambda _, part: _confirmed(part, calendar))
    if not isinstance(made, Beside):
        return made
    ids = tuple(i for i in made.ids if calendar.is_in(i.partition("/")[0], made.area))
    if not ids:
        raise Unsettled("that place is not in the area said beside it")
    return Named(made.kind, ids, made.spans)


def _senses(node: Any) -> Any:
    made = rebuild(node, lambda _, part: _senses(part))
    if isinstance(made, Named) and made.kind == "area" and len(made.ids) > 1:
        best = min(
            made.ids, key=lambda i: (_AREAS.index(i.partition(":")[0]) if i.partition(":")[0] in _AREAS else 9, i)
        )
        return replace(made, ids=(best,))
    return made


# --- Time -------------------------------------------------------------------------------------------------------------


def _timed(made: Resolved, calendar: Calendar) -> Any:
    ask = made.ask
    open_cells = [(c, place) for c, place in _open_cells(ask, {})]
    if not open_cells:
        return ask
    said = {w.ids for w in walk(ask) if isinstance(w, Named) and w.kind == "year"}
    if len(said) == 1:
        filled = fill(ask, Named("year", next(iter(said)))) or ask
        if not _compares_itself(filled):
            return filled
    polls = [(c, place) for c, place in open_cells if _moment(c) == "poll"]
    if not polls:
        return _newest(made, calendar, open_cells)
    held = [calendar.years(c, place) for c, place in polls]
    common = frozenset.intersection(*held) or frozenset.union(*held)
    if not common:
        raise Unsettled("nothing is held of that")
    year = max(common)
    made.assumed.append(f"no year was named: the newest held, {year}")
    return _fill_polls(ask, Named("year", (str(year),)), Newest())


def _compares_itself(ask: Any) -> bool:
    """Whether a figure would be held against itself: one that is compared with a year is of another."""
    return any(isinstance(p, Compare | Difference) and p.left == p.right for p in walk(ask))


def _newest(made: Resolved, calendar: Calendar, cells: list[tuple[Cell, Set | None]]) -> Any:
    """The newest composition; of a council that is no more, its last."""
    places = {p for _, p in cells if isinstance(p, Named) and p.kind == "council"}
    if len(places) == 1:
        cell, place = next((c, p) for c, p in cells if p in places)
        years = calendar.years(cell, place)
        if years:
            made.assumed.append(f"no year was named: the newest composition held, {max(years)}")
            return fill(made.ask, Named("year", (str(max(years)),))) or made.ask
    return fill(made.ask, Newest()) or made.ask


def _moment(cell: Cell) -> str:
    entry = MEASURES[cell.name] if isinstance(cell, Measure) else RELATIONS[cell.name]
    return entry.moment


def _open_cells(node: Any, within: dict[Kind, Set | None]) -> list[tuple[Cell, Set | None]]:
    """The cells without a time, each with the place that it is looked up in."""
    if isinstance(node, Measure | Claim):
        place = node.place
        if isinstance(place, It):
            place = within.get(place.kind)
        own = [(node, place if isinstance(place, Named) else _container(place))] if node.time is None else []
        return own + [
            x for s in (node.place, node.party, node.person, node.time) if s is not None for x in _open_cells(s, within)
        ]
    inner = within
    sets = {Select: "", Ranked: "of", Over: "members", Portion: "of", Listing: "of"}
    if type(node) in sets:
        of = getattr(node, sets[type(node)]) if sets[type(node)] else node
        inner = {**within, of.kind: _container(of)}
    return [x for part in _parts(node) for x in _open_cells(part, inner)]


def _parts(node: Any) -> list[Any]:
    from assistant.core.meaning.walk import children

    return list(children(node))


def _container(of: Any) -> Set | None:
    """The named place that a set is within."""
    if isinstance(of, Named) or of is None:
        return of if isinstance(of, Named) and of.kind in ("council", "area", "ward", "office") else None
    return _container(getattr(of, "within", None) or getattr(of, "of", None))


def _fill_polls(node: Any, year: Named, now: Newest) -> Any:
    """Every open time: of a poll the year, of a chamber now."""
    made = rebuild(node, lambda _, part: _fill_polls(part, year, now))
    if isinstance(made, Measure | Claim) and made.time is None:
        return replace(made, time=year if _moment(made) == "poll" else now)
    return made


__all__ = ["Resolved", "Span", "resolve"]
