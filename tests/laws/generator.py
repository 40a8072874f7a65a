"""Meanings drawn from the types: each production takes the kind it must leave open and the kinds that are bound.

Measures and relations come from the model, so that a new one is reached by itself. Only what a meaning may be is drawn:
a measure that never adds has one thing in each slot, a relation one thing in each.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import It, Kind, Named, Set
from assistant.core.meaning.walk import free
from assistant.core.model.measures import MEASURES, Level
from assistant.core.model.measures import Measure as Entry
from assistant.core.model.relations import RELATIONS, Truth
from tests.laws import worlds

Kinds = frozenset[Kind]
NONE: Kinds = frozenset()
OPERATORS: tuple[n.Operator, ...] = ("<", "<=", "=", "!=", ">=", ">")
WARDS = [f"{council}/{ward}" for council, wards in worlds.WARDS.items() for ward in wards]
NAMES: dict[Kind, list[str]] = {
    "council": [*worlds.COUNCILS, *worlds.POLLS],
    "area": [*worlds.AREAS, "region:south", "nation:england", "nation:england", "kind:district"],
    "ward": WARDS,
    "party": [*worlds.PARTIES, "labour", "conservative", "labour"],
    "person": [f"{council}/{name}" for council in ("ash", "birch", "cedar") for name in worlds.NAMES[:4]],
    "office": list(worlds.OFFICES),
}
YEARS = {
    "chamber": list(worlds.SNAPSHOTS),
    "council poll": [2014, 2016, 2017, 2018, 2018, 2019, 2021, 2022, 2022, 2023],
    "ward poll": [2012, 2014, 2016, 2017, 2018, 2018, 2019, 2021, 2022, 2022, 2023],
    "office poll": [2012, 2014, 2016, 2017, 2018, 2019, 2021, 2022],
    "roster": [2021, 2022, 2023],
    "tenure": [2012, 2014, 2016, 2017, 2018, 2019, 2021, 2022],
}
BY_ELECTIONS = {"birch/elm": 2019, "cedar/farm": 2018, "esk/moor": 2018, "fen/oak": 2016, "ash/bank": 2018}
NUMBERS: dict[str, list[float]] = {
    "votes": [0, 100, 300, 500, 700, 1000, 2000, 4000], "seats": [0, 1, 1, 2, 3, 4, 6, 10],
    "%": [0, 20, 25, 30, 40, 50, 100],
    "electors": [1000, 2000, 4000, 9000], "ballot papers": [300, 900, 2000], "rejected papers": [5, 10, 20],
    "candidates": [0, 1, 2, 3, 6, 10],
    "wards": [1, 2, 3, 5], "": [1, 2, 3, 4], "count": [0, 1, 1, 2, 3, 5, 8], "year": [2014, 2018, 2021, 2022],
}  # fmt: skip


@dataclass(frozen=True)
class Form:
    """One way to ask a measure or a relation: where it is looked up, which slots it has."""

    name: str
    cube: str
    level: Kind
    basis: str = ""
    slots: tuple[n.Slot, ...] = ()
    claim: bool = False
    adds: str = "never"
    over: frozenset[n.Slot] = frozenset()
    unit: str = ""
    by_elections: bool = False

    @property
    def kinds(self) -> Kinds:
        """What may be left open in it."""
        found: set[Kind] = {self.level, "year"} | {s for s in self.slots if s in ("party", "person")}  # type: ignore[misc]
        if self.level == "council" and not self.claim and "place" in self.over:
            found.add("area")
        return frozenset(found)


def _measure_forms(entry: Entry) -> Iterator[Form]:
    for basis, levels in entry.bases.items():
        for level in levels:
            for slots, told in (
                (("party",), level.party),
                (("person",), level.person),
                ((), level.whole or _plain(level)),
            ):
                if told:
                    yield _form(entry, basis, level, slots)  # type: ignore[arg-type]


def _plain(level: Level) -> bool:
    return bool(level.whole)


def _form(entry: Entry, basis: str, level: Level, slots: tuple[n.Slot, ...]) -> Form:
    cube = level.cube
    first = basis == next(iter(entry.bases)) and basis != ""
    return Form(
        entry.name,
        cube.name,
        cube.level,
        "" if first else basis,
        slots,
        False,
        entry.adds,
        entry.over,
        entry.unit,
        cube.has_by_elections,
    )


def _relation_forms(name: str, truth: Truth) -> Iterator[Form]:
    cube = truth.cube
    for slots, told in (
        (("party",), truth.party),
        (("person",), truth.person),
        ((), truth.place),
        (("party", "rival"), truth.rival),
    ):
        if told and not (slots == ("party",) and truth.rival and name == "beat"):
            yield Form(name, cube.name, cube.level, "", slots, True, by_elections=cube.has_by_elections)  # type: ignore[arg-type]


FORMS = [form for entry in MEASURES.values() for form in _measure_forms(entry)] + [
    form for name, entry in RELATIONS.items() for truth in entry.truths for form in _relation_forms(name, truth)
]
CONTAINERS: dict[Kind, tuple[Kind, ...]] = {
    "council": ("area",),
    "ward": ("council", "council", "area"),
    "person": ("council",),
}


class Generator:
    """Draws meanings; `forced` productions are taken first, in their order, where they fit."""

    def __init__(self, seed: object) -> None:
        self.draw = random.Random(str(seed))
        self.forced: list[str] = []
        self.forms: list[Form] = []
        self.council = self.draw.choice(list(worlds.POLLS))
        self.year = self.draw.choice(list(worlds.POLLS[self.council]))
        self.office = self.draw.choice(NAMES["office"])

    def at_home(self, kind: Kind) -> list[str]:
        """What most of a meaning is about, so that its parts have to do with each other."""
        council = self.council
        home: dict[Kind, list[str]] = {
            "council": [council], "ward": [f"{council}/{ward}" for ward in worlds.WARDS[council]],
            "office": [self.office],
            "area": [area for area, (_, _, members) in worlds.AREAS.items() if council in members],
            "person": [f"{council}/{name}" for name in worlds.NAMES],
        }  # fmt: skip
        return home.get(kind, []) if self.chance(0.75) else []

    def chance(self, likelihood: float) -> bool:
        return self.draw.random() < likelihood

    def _produce(self, table: dict[str, tuple[float, Callable[..., Any]]], *arguments: Any) -> Any:
        names = [name for name, (weight, _) in table.items() if weight > 0]
        if self.forced and self.forced[0] in names:
            return table[self.forced.pop(0)][1](*arguments)
        name = self.draw.choices(names, [table[k][0] for k in names])[0]
        return table[name][1](*arguments)

    # --- whole meanings ---

    def meaning(self, depth: int) -> n.Node:
        return self._produce({
            "value": (3, lambda: self.figure(None, NONE, depth)),
            "whether": (3, lambda: self.prop(None, NONE, depth)),
            "listing": (4, lambda: self.described(self.kind(), NONE, depth)),
        })  # type: ignore[no-any-return]  # fmt: skip

    def kind(self) -> Kind:
        return self.draw.choice(("council", "ward", "ward", "party", "year", "person", "office", "area"))

    # --- figures ---

    def figure(self, must: Kind | None, may: Kinds, depth: int) -> n.Figure:
        """A figure in which what must be left open is."""
        return self._asking(must, lambda: self._figure(must, may, depth), lambda: self.measure(must, may, 0))

    def _asking(self, must: Kind | None, produce: Callable[[], Any], plain: Callable[[], Any]) -> Any:
        for _ in range(4):
            made = produce()
            if must is None or must in free(made):
                return made
        return plain()

    def _figure(self, must: Kind | None, may: Kinds, depth: int) -> n.Figure:
        deep = depth > 0
        return self._produce({
            "measure": (5, lambda: self.measure(must, may, depth)),
            "count": (2 * deep, lambda: n.Count(self.described(self.other(must), self._open(must, may), depth - 1))),
            "portion": (deep, lambda: self.portion(must, may, depth)),
            "over": (2 * deep, lambda: self.over(must, may, depth)),
            "difference": (deep, lambda: self.two(n.Difference, must, may, depth)),
            "ratio": (0.5 * deep, lambda: self.two(n.Ratio, must, may, depth)),
            "run": (0.5 * deep * (must != "year"), lambda: n.Run(
                self.draw.choice(("longest", "last")), self.described("year", self._open(must, may), depth - 1))),
            "calendar": (0.5 * (must == "year"), lambda: n.Calendar(It("year"))),
        })  # type: ignore[no-any-return]  # fmt: skip

    @staticmethod
    def _open(must: Kind | None, may: Kinds) -> Kinds:
        return may | {must} if must else may

    def other(self, must: Kind | None) -> Kind:
        """A kind of things to count or to go over, other than the one that is open."""
        inner: dict[Kind | None, tuple[Kind, ...]] = {
            "council": ("ward", "ward", "party", "year"), "ward": ("party", "person", "year"), "area": ("council",),
            "party": ("ward", "council", "year"), "year": ("ward", "council", "party"), "person": ("ward", "year"),
            "office": ("year", "party"),
        }  # fmt: skip
        return self.draw.choice(inner.get(must, ("council", "ward", "party", "year", "person")))

    def portion(self, must: Kind | None, may: Kinds, depth: int) -> n.Figure:
        kind = self.other(must)
        of = self.described(kind, self._open(must, may), depth - 1)
        return n.Portion(of, self.prop(kind, self._open(must, may) - {kind}, depth - 1))

    def over(self, must: Kind | None, may: Kinds, depth: int) -> n.Figure:
        kind = self.other(must)
        members = self.members(kind, self._open(must, may), depth - 1)
        how = self.draw.choice(("sum", "mean", "median", "most", "least"))
        return n.Over(how, self.figure(kind, self._open(must, may) - {kind}, depth - 1), members)

    def two(self, node: Any, must: Kind | None, may: Kinds, depth: int) -> n.Figure:
        left = self.figure(must, may, depth - 1)
        right = self.like(left, must, may, depth - 1)
        return n.Ratio(left, right, self.chance(0.5)) if node is n.Ratio else n.Difference(left, right)  # type: ignore[no-any-return]

    def like(self, left: n.Figure, must: Kind | None, may: Kinds, depth: int) -> n.Figure:
        """Something to hold a figure against: the same measure of another party or time, or any other."""
        if isinstance(left, n.Measure) and self.chance(0.7):
            other = replace(left, time=self.swapped(left.time), party=self.swapped(left.party))
            return replace(other, place=self.swapped(left.place)) if self.chance(0.2) else other
        return self.figure(must, may, depth)

    def swapped(self, it: Set | None) -> Set | None:
        if not isinstance(it, Named):
            return it
        return Named(it.kind, (self.draw.choice(NAMES.get(it.kind, ["2018", "2022", "2021"])),))

    # --- cells ---

    def measure(self, must: Kind | None, may: Kinds, depth: int) -> n.Figure:
        form = self.form(False, must, may)
        return n.Measure(form.name, basis=form.basis, **self.slots(form, must, may, depth))

    def claim(self, must: Kind | None, may: Kinds, depth: int) -> n.Prop:
        form = self.form(True, must, may)
        number = self.draw.randint(1, 3) if form.name == "come" else 0
        return n.Claim(form.name, number=number, **self.slots(form, must, may, depth))

    def form(self, claim: bool, must: Kind | None, may: Kinds) -> Form:
        fitting = [
            f
            for f in FORMS
            if f.claim == claim and (must is None or must in f.kinds or (must == "ward" and f.level == "council"))
        ]
        if self.forms and self.forms[0] in fitting:
            return self.forms.pop(0)
        near = [f for f in fitting if must in f.kinds and f.kinds & may]
        return self.draw.choice(
            near if near and self.chance(0.7) else [f for f in fitting if must is None or must in f.kinds] or fitting
        )

    def slots(self, form: Form, must: Kind | None, may: Kinds, depth: int) -> dict[str, Any]:
        place = self.place(form, must, may, depth)
        found: dict[str, Any] = {"place": place}
        if place == Named("office", ("constituency:cedar-town",)):
            found["poll"] = "by-election"
        elif form.by_elections and self.chance(0.12):
            found |= {"poll": "by-election", "place": self.of_a_by_election(form, place)}
        found["time"] = self.time(form, must, may, depth, self.years(form, found["place"], found.get("poll")))
        slots = form.slots
        if slots == ("party", "rival") and self.chance(0.4):  # who it was done to is open
            slots = ("rival", "party")
        for slot in slots:
            taken = any(found.get(other) == It("party") for other in ("party", "rival"))
            found[slot] = self.named("party") if taken else self.actor(slot, form, must, may, depth)
            if slot == "person" and isinstance(place, Named):
                found[slot] = self.one_of(found[slot], place)
        return found

    def of_a_by_election(self, form: Form, place: Set | None) -> Set | None:
        if not isinstance(place, Named) or place.kind not in ("ward", "office"):
            return place
        return Named(
            place.kind, (self.draw.choice(list(BY_ELECTIONS)) if form.level == "ward" else "constituency:cedar-town",)
        )

    def years(self, form: Form, place: Set | None, poll: str | None) -> list[int]:
        """The years in which a place is likely to have a figure; all of them now and then."""
        if form.cube == "roster":
            return [2022, 2023]
        if self.chance(0.5) and not poll and form.level != "office":
            return [self.year]
        usual = YEARS[form.cube]
        if not isinstance(place, Named) or self.chance(0.1):
            return sorted(set(BY_ELECTIONS.values())) if poll and form.level == "ward" else usual
        if poll and form.level == "ward":
            return [BY_ELECTIONS.get(place.ids[0], 2018)]
        if form.level == "office":
            return list(worlds.OFFICES[place.ids[0]][3])
        council = place.ids[0].split("/")[0]
        return list(worlds.POLLS[council]) if form.cube.endswith("poll") and council in worlds.POLLS else usual

    def one_of(self, person: Set, place: Named) -> Set:
        """Somebody who may have stood at the place."""
        if not isinstance(person, Named) or self.chance(0.1):
            return person
        at = place.ids[0] if place.kind == "office" else place.ids[0].split("/")[0]
        return Named("person", (f"{at}/{self.draw.choice(worlds.NAMES)}",))

    def place(self, form: Form, must: Kind | None, may: Kinds, depth: int) -> Set | None:
        if must in (form.level, "area"):
            return It(must)  # type: ignore[arg-type]
        if form.level in may and self.chance(0.8):
            return It(form.level)
        of_ward = must == "ward" or ("ward" in may and self.chance(0.4))
        if form.level == "council" and of_ward and "council" not in may:
            return n.Of("council", It("ward"))
        if form.cube == "roster":
            return self.on_a_roster()
        options: list[Callable[[], Set | None]] = [lambda: self.named(form.level)] * 5
        if "place" in form.over:
            options += [lambda: self.several(form.level), lambda: self.described(form.level, may, depth - 1)]
            if form.level == "council":
                options += [lambda: self.named("area"), lambda: self.named("area"), lambda: None]
        if not form.claim and depth > 0:
            options += [lambda: self.first_of(form.level, may, depth - 1)]
        return self._shallow(options, form, depth)

    def on_a_roster(self) -> Set:
        return Named(
            "ward", (self.draw.choice([ward for ward in WARDS if ward.split("/")[0] in ("ash", "cedar", "dale")]),)
        )

    def _shallow(self, options: list[Callable[[], Set | None]], form: Form, depth: int) -> Set | None:
        found = self.draw.choice(options)() if depth > 0 or self.chance(0.3) else None
        return (
            found
            if found is not None or (form.level == "council" and self.chance(0.3) and "place" in form.over)
            else self.named(form.level)
        )

    def time(self, form: Form, must: Kind | None, may: Kinds, depth: int, years: list[int]) -> Set:
        if must == "year" or ("year" in may and self.chance(0.6)):
            return It("year")
        if self.chance(0.12):
            return n.Newest()
        if depth > 1 and not form.claim and self.chance(0.08):
            return n.Ranked(
                "year",
                self.described("year", NONE, 0),
                n.Calendar(It("year")),
                self.draw.choice(("most", "least")),
                1,
                1,
            )
        return Named("year", (str(self.draw.choice(years)),))

    def actor(self, slot: n.Slot, form: Form, must: Kind | None, may: Kinds, depth: int) -> Set:
        kind: Kind = "person" if slot == "person" else "party"
        if must == kind or (kind in may and self.chance(0.7)):
            return It(kind)
        if kind == "party" and "party" in form.over and self.chance(0.15):
            return self.several("party")
        if kind == "party" and not form.claim and depth > 0 and self.chance(0.2):
            return self.first_of("party", may - {"party"}, depth - 1)
        return self.named(kind)

    # --- sets ---

    def named(self, kind: Kind) -> Set:
        names = self.at_home(kind) or NAMES.get(kind) or [str(y) for y in YEARS["ward poll"]]
        return Named(kind, (self.draw.choice(names),))

    def several(self, kind: Kind) -> Set:
        names = sorted(set(NAMES[kind]))
        return n.Several(
            kind, tuple(Named(kind, (name,)) for name in self.draw.sample(names, self.draw.choice((2, 2, 3))))
        )

    def members(self, kind: Kind, may: Kinds, depth: int) -> Set:
        """What to go over: a described set, some by name, or years in a row."""
        if kind == "year" and self.chance(0.5):
            first = self.draw.choice([2012, 2014, 2016, 2018, None])
            return n.Span(first, self.draw.choice([2019, 2021, 2023, None]))
        if kind in ("council", "ward", "party") and self.chance(0.2):
            return self.several(kind)
        return self.described(kind, may, depth)

    def described(self, kind: Kind, may: Kinds, depth: int) -> Set:
        deep = depth > 0
        return self._produce({
            "select": (5, lambda: self.select(kind, may, depth)),
            "ranked": (2 * deep, lambda: self.ranked(kind, may, depth)),
        })  # type: ignore[no-any-return]  # fmt: skip

    def select(self, kind: Kind, may: Kinds, depth: int) -> Set:
        inner = may - {kind}
        within = self.within(kind, may, depth)
        count = 2 if depth > 0 and self.chance(0.35) else 1
        return n.Select(kind, within, tuple(self.prop(kind, inner, depth - 1) for _ in range(count)))

    def within(self, kind: Kind, may: Kinds, depth: int) -> Set | None:
        containers = CONTAINERS.get(kind, ())
        bound = [c for c in containers if c in may]
        if bound and self.chance(0.85):
            return It(bound[0])
        if depth > 0 and kind in ("ward", "council") and self.chance(0.1):
            return self.described(kind, NONE, 0)
        return self.named(self.draw.choice(containers)) if containers and self.chance(0.7) else None

    def ranked(self, kind: Kind, may: Kinds, depth: int) -> Set:
        of = self.members(kind, may, depth - 1)
        first, last = self.draw.choice(((1, 1), (1, 1), (1, 2), (1, 3), (2, 2), (2, 3)))
        by: n.Figure = (
            n.Calendar(It("year"))
            if kind == "year" and self.chance(0.6)
            else self.figure(kind, may - {kind}, depth - 1)
        )
        if kind != "year" and self.chance(0.4):
            of = self.having(kind, by, may)
        return n.Ranked(kind, of, by, self.draw.choice(("most", "least")), first, last)

    def first_of(self, kind: Kind, may: Kinds, depth: int) -> Set:
        """One that is described: the most or the least of its kind."""
        by = self.measure(kind, may - {kind}, 0)
        of = self.having(kind, by, may) if self.chance(0.7) else self.select(kind, may, depth - 1)
        return n.Ranked(kind, of, by, self.draw.choice(("most", "least")), 1, 1)

    def having(self, kind: Kind, by: n.Figure, may: Kinds) -> Set:
        """Those of a kind that have a figure."""
        return n.Select(kind, self.within(kind, may, 0), (n.Compare(by, ">=", n.Number(0)),))

    # --- propositions ---

    def prop(self, must: Kind | None, may: Kinds, depth: int) -> n.Prop:
        """A proposition in which what must be left open is."""
        return self._asking(must, lambda: self._prop(must, may, depth), lambda: self.compare(must, may, 0))

    def _prop(self, must: Kind | None, may: Kinds, depth: int) -> n.Prop:
        deep = depth > 0
        return self._produce({
            "claim": (5 * (must != "area"), lambda: self.claim(must, may, depth)),
            "compare": (4, lambda: self.compare(must, may, depth)),
            "among": (deep, lambda: self.among(must, may, depth)),
            "every": (deep * (must not in ("year", "person")), lambda: self.every(must, may, depth)),
            "not": (1.5 * deep, lambda: n.Not(self.prop(must, may, depth - 1))),
            "and": (0.7 * deep, lambda: n.And((self.prop(must, may, depth - 1), self.prop(must, may, depth - 1)))),
            "or": (0.7 * deep, lambda: n.Or((self.prop(must, may, depth - 1), self.prop(must, may, depth - 1)))),
        })  # type: ignore[no-any-return]  # fmt: skip

    def compare(self, must: Kind | None, may: Kinds, depth: int) -> n.Prop:
        left = self.figure(must, may, depth - 1 if depth > 0 else 0)
        right = self.number(left) if self.chance(0.7) else self.like(left, must, may, depth - 1)
        return n.Compare(left, self.draw.choice(OPERATORS), right)

    def number(self, left: n.Figure) -> n.Figure:
        if isinstance(left, n.Measure):
            return n.Number(self.draw.choice(NUMBERS.get(MEASURES[left.name].unit, [0, 1, 5])))
        if isinstance(left, n.Over):
            return self.number(left.figure)
        kinds: dict[type, str] = {n.Portion: "%", n.Ratio: "%", n.Calendar: "year"}
        return n.Number(self.draw.choice(NUMBERS[kinds.get(type(left), "count")]))

    def among(self, must: Kind | None, may: Kinds, depth: int) -> n.Prop:
        if must is None:
            kind: Kind = self.draw.choice(("council", "ward", "party"))
            return n.Among(self.named(kind), self.described(kind, may, depth - 1))
        return n.Among(It(must), self.members(must, may, depth - 1))

    def every(self, must: Kind | None, may: Kinds, depth: int) -> n.Prop:
        kind = self.other(must)
        of = self.members(kind, self._open(must, may), depth - 1)
        return n.Every(of, self.prop(kind, self._open(must, may) - {kind}, depth - 1))
