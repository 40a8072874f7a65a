"""Differences, changes over time, swings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import Difference, Figure, Measure, Named, Ratio, Several
from assistant.core.parsing.combine.parts import instead
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Apart, Change, Mean, Np, Swing
from assistant.core.parsing.fill import fill, put


@rule()
def apart(_: Any, prep: Any, figure: Figure) -> Figure | None:
    return Apart(figure) if prep.sem in ("in", "of") else None


@rule()
def between_them(_: Any, np: Np, prep: Any) -> Np | None:
    return np if prep.sem in ("in", "of") else None


@rule()
def apart_between(part: Any, np: Np) -> Figure | None:
    return _apart(part.figure, np) if isinstance(part, Apart) else None


@rule()
def apart_in(np: Np, figure: Figure) -> Figure | None:
    return _apart(figure, np)


def _apart(figure: Figure, np: Np) -> Figure | None:
    members = np.of.members if isinstance(np.of, Several) else ()
    sides: list[Figure] = [side for m in members if (side := fill(figure, m)) is not None]
    return Difference(sides[0], sides[1]) if len(sides) == len(members) == 2 else None


@rule()
def change(_: Any, prep: Any, figure: Figure) -> Any:
    return _changed(figure) if prep.sem in ("in", "of") else None


@rule()
def change_after(figure: Figure, _: Any) -> Any:
    return _changed(figure)


def _changed(figure: Figure) -> Any:
    if isinstance(figure, Measure) and figure.name == "seats":
        return [replace(figure, name="net change"), Change(figure)]
    return Change(figure)


@rule()
def swing(_: Any) -> Swing:
    return Swing()


@rule()
def swung(part: Swing, np: Any) -> Swing | None:
    if not isinstance(np, Np) or np.of.kind != "party":
        return None
    slot = {"from": "source", "to": "target"}.get(np.prep)
    made: Swing | None = put(part, slot, np.of) if slot and getattr(part, slot) is None else None
    return made


@rule()
def swung_before(np: Np, part: Swing) -> Swing | None:
    return None


@rule()
def swing_figure(part: Swing) -> Figure | None:
    return part if part.source and part.target else None


@rule()
def difference_of(_: Any, __: Any, figure: Figure) -> Figure:
    return Apart(figure)


@rule()
def apart_other(part: Any, _: Any, np: Np) -> Figure | None:
    right = instead(part.figure, np.of) if isinstance(part, Apart) else None
    return Difference(part.figure, right) if right is not None else None


@rule()
def apart_both(part: Any, _: Any, figure: Figure) -> Figure | None:
    return Difference(part.figure, figure) if isinstance(part, Apart) else None


@rule()
def extremes(first: Any, _: Any, second: Any) -> str | None:
    return "spread" if {first.sem, second.sem} == {"most", "least"} else None


@rule()
def spread_of(_: Any, __: Any, part: str) -> str:
    return part


@rule()
def spread(_: str, figure: Figure) -> Figure:
    """The difference between the highest and the lowest of a figure."""
    return Difference(Mean("most", figure), Mean("least", figure))


@rule()
def between_these(_: Any, np: Np) -> Np:
    return np


# --- Ratios -----------------------------------------------------------------------------------------------------------


@rule()
def ratio_of(_: Any, prep: Any, figure: Figure) -> Figure | None:
    return figure if prep.sem in ("of", "between") else None


@rule()
def ratio_to(left: Figure, prep: Any, right: Figure) -> Figure | None:
    """ "The ratio of Labour seats to Green seats"."""
    return Ratio(left, right) if prep.sem == "to" else None


@rule()
def ratio_to_other(left: Figure, prep: Any, np: Np) -> Figure | None:
    right = instead(left, np.of) if prep.sem == "to" else None
    return Ratio(left, right) if right is not None else None


@rule()
def ratio_whose(_: Any, prep: Any, np: Np) -> Np | None:
    return np if prep.sem in ("of", "between") and not np.prep and isinstance(np.of, Named) else None


@rule()
def ratio_between(np: Np, prep: Any, other: Np) -> Np | None:
    if prep.sem != "to" or np.of.kind != other.of.kind or not isinstance(np.of, Named):
        return None
    return Np(Several(np.of.kind, (np.of, other.of)), det="to")


@rule()
def ratio_in(np: Np, figure: Figure) -> Figure | None:
    """ "The ratio of Labour to Green seats"."""
    members = np.of.members if np.det == "to" and isinstance(np.of, Several) else ()
    sides: list[Figure] = [side for m in members if (side := fill(figure, m)) is not None]
    return Ratio(sides[0], sides[1]) if len(sides) == 2 else None


@rule()
def ratio_in_after(np: Np, prep: Any, figure: Figure) -> Figure | None:
    return ratio_in(np, figure) if prep.sem in ("in", "of") else None
