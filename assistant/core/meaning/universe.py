"""What a figure is told of when nothing narrows it: the wards that voted, the parties that stood."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from assistant.core.meaning import build
from assistant.core.meaning import nodes as n
from assistant.core.meaning.cells import entry, slot_of

PRESENCE: dict[n.Kind, str] = {"ward": "vote", "office": "vote", "council": "be there", "area": "be there"}
"""The relation by which a plain set of a kind of place is at a time: "wards of Dudley in 2018"."""


def universe(kind: n.Kind, by: n.Figure, within: n.Set | None = None) -> n.Set | None:
    """All of a kind, within a place, that a figure with `It` can be told of; None where that is not clear."""
    cell = _own(kind, by)
    condition = (cell and _presence(kind, cell)) or _known(by)
    return None if condition is None else build.select(kind, within, condition)


def _own(kind: n.Kind, by: n.Figure) -> n.Measure | None:
    """The measure in a figure that `It` is a slot of, outside the sets that the figure speaks of."""
    if isinstance(by, n.Difference | n.Ratio):
        return _own(kind, by.left) or _own(kind, by.right)
    return by if isinstance(by, n.Measure) and n.It(kind) in (by.place, by.party, by.person, by.time) else None


_THERE: dict[tuple[str, n.Slot], str] = {
    ("poll", "place"): "vote",
    ("poll", "party"): "stand",
    ("poll", "person"): "stand",
    ("poll", "time"): "vote",
    ("chamber", "place"): "be there",
    ("chamber", "party"): "sit",
    ("chamber", "time"): "be there",
}
"""The relation by which a thing is there where a figure of a kind of moment is told of it in a slot."""


def _presence(kind: n.Kind, cell: n.Measure) -> n.Prop | None:
    """That a thing is there, in the relations of the model."""
    slot = slot_of(kind)
    slots: dict[str, Any] = {"place": cell.place, "time": cell.time, slot: n.It(kind)}
    try:
        return build.claim(_THERE[entry(cell).moment, slot], poll=cell.poll, **slots)
    except (KeyError, build.MeaningError):
        return None


def _known(by: n.Figure) -> n.Prop | None:
    if isinstance(by, n.Count):
        return build.compare(by, ">=", n.Number(1))
    return build.compare(by, ">=", n.Number(0)) if isinstance(by, n.Measure) else None


def top(
    kind: n.Kind, by: n.Figure, within: n.Set | None = None, order: Literal["most", "least"] = "most", many: int = 1
) -> n.Ranked:
    """The first of a kind by a figure, of all that it can be told of."""
    every = universe(kind, by, within)
    if every is None:
        raise build.MeaningError(kind, "what they are ranked among is not said")
    return build.ranked(every, by, order, 1, many)


def most_of_all(figure: n.Measure) -> n.Prop:
    """A party has more of a measure than any other."""
    party = figure.party
    if not isinstance(party, n.Named):
        raise build.MeaningError(figure.name, "whose it is has to be said by name")
    other = replace(figure, party=n.It("party"))
    every = universe("party", other)
    assert every is not None
    rest = build.select("party", every, build.negate(build.among(n.It("party"), party)))
    return build.compare(figure, ">", build.over("most", other, rest))
