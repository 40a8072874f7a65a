"""Names, and what stands where one could."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import Measure, Named, Number, Select, Set, Several
from assistant.core.parsing.combine.parts import at
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.combine.superlatives import ranked
from assistant.core.parsing.drafts import KINDS, Bound, Event, Few, Np, One, Super
from assistant.core.parsing.fill import fill


@rule()
def name(value: Set) -> Np:
    return Np(value)


@rule()
def determined(det: Any, np: Np) -> Np | None:
    return None if np.det or np.number else replace(np, det=det.sem)


@rule()
def noun_phrase(of: Set) -> Np:
    return Np(of, plural=True)


@rule(0.05)
def both_names(left: Np, _: Any, right: Np) -> Np | None:
    if left.of.kind != right.of.kind or left.of == right.of or left.prep or right.prep:
        return None
    members = tuple(m for s in (left.of, right.of) for m in (s.members if isinstance(s, Several) else (s,)))
    return Np(Several(left.of.kind, members), det="and")


@rule()
def either_name(left: Np, _: Any, right: Np) -> Np | None:
    both = both_names(left, _, right)
    return replace(both, det="or") if both else None


@rule()
def both_of(_: Any, np: Np) -> Np | None:
    return np if isinstance(np.of, Several) and np.det == "and" else None


@rule()
def counted(bound: Bound, of: Set) -> Np | None:
    return Np(of, op=bound.op, number=bound.right, plural=True)


@rule()
def prepositional(prep: Any, np: Np) -> Np | None:
    return replace(np, prep=prep.sem) if not np.prep else None


@rule(0.3)
def bare(np: Np) -> Np | None:
    named = isinstance(np.of, Named) or np.det == "versus"
    return replace(np, prep="-") if named and not np.prep and np.of.kind != "party" else None


@rule()
def pair(_: Any, np: Np) -> Np | None:
    return np if isinstance(np.of, Several) and len(np.of.members) == 2 else None


@rule()
def pair_there(np: Np, where: Any) -> Np | None:
    made = fill(np.of, where.of) if isinstance(where, Np) else at(np.of, where)
    return replace(np, of=made) if made is not None else None


@rule()
def either_of(_: Any, np: Np) -> Np | None:
    return np if isinstance(np.of, Several) and np.det == "or" else None


@rule()
def apposition(np: Np, word: Any) -> Np | None:
    """ "Gornal ward", "Dudley council", "the Labour party": the kind that the name is of."""
    return np if isinstance(np.of, Named) and KINDS.get(word.sem) == np.of.kind and not np.prep else None


@rule()
def apposition_before(word: Any, np: Np) -> Np | None:
    return apposition(np, word) if np.det == "" else None


@rule()
def apposition_of(word: Any, prep: Any, np: Np) -> Np | None:
    return apposition(np, word) if prep.sem in ("of", "for") else None


@rule()
def in_post(np: Np, _: Any) -> Np | None:
    """ "The Cleveland PCC role"."""
    return np if isinstance(np.of, Named) and np.of.kind == "office" and not np.prep else None


@rule()
def post_of(_: Any, prep: Any, np: Np) -> Np | None:
    return in_post(np, prep) if prep.sem in ("of", "as") else None


@rule(0.1)
def still_one(_: Any, np: Np) -> Np | None:
    """ "(Is she) still a councillor": what is so now is so still."""
    office = np.of.kind == "office" and isinstance(np.of, Named)
    return np if ((np.plural and np.of.kind == "person") or office) and not np.prep else None


@rule(0.5)
def just_few(few: Few) -> Np | None:
    """ "The top two parties": by votes."""
    if few.of.kind != "party" or not few.order:
        return None
    of = ranked(few.of, Super(Measure("votes"), few.order, 1, few.number))
    return Np(of, plural=True) if of is not None else None


@rule(0.6)
def most_of_them(word: Any, of: Set) -> Np | None:
    return (
        Np(of, op=">", number=Number(50, "%"), plural=True) if word.sem == "most" and not isinstance(of, One) else None
    )


@rule()
def part_of(bound: Bound, prep: Any, np: Np) -> Np | None:
    """ "More than half of the wards"."""
    if (
        prep.sem != "of"
        or not isinstance(bound.right, Number)
        or bound.right.unit != "%"
        or not isinstance(np.of, Select)
    ):
        return None
    return Np(np.of, op=bound.op, number=bound.right, plural=True)


@rule()
def neither(_: Any, np: Np) -> Np:
    return replace(np, det="neither")


@rule()
def it_is(_: Any, np: Np) -> Np | None:
    return np if (isinstance(np.of, Named) or np.det == "or") and not np.prep else None


@rule()
def all_but_few(_: Any, number: Number, of: Set) -> Np:
    return Np(of, det="all but", op="=", number=number, plural=True)


@rule()
def named_of(_: Any, np: Np) -> Np:
    return np


_WHERE = ("ward", "council", "area", "year")


@rule()
def placed(np: Np, part: Np | Event) -> Event | None:
    """ "Alwoodley ward in Leeds, …": where, and when."""
    if np.prep or np.det or isinstance(part, Event) or np.of.kind not in _WHERE or part.of.kind not in _WHERE:
        return None
    return Event((np.of, part.of)) if isinstance(np.of, Named) and isinstance(part.of, Named) else None


@rule()
def each_of_several(np: Np, _: Any) -> Np | None:
    """ "Labour and the Greens each (control)": as they are said."""
    return np if isinstance(np.of, Several) and np.det == "and" and not np.prep else None
