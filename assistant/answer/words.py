"""British newsroom wording: figures, lists, places and parties in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answer.model import Cell, Unit
from assistant.question.model import Place, Question, Ward

MINUS = "−"


def figure(value: Cell, unit: Unit) -> str:
    """A figure as a sentence prints it: 1,234 · 31.9% · +3 · 2016."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if unit is Unit.YEAR:
        return str(int(value))
    if unit is Unit.SHARE:
        return f"{value:.1f}%"
    if unit is Unit.POINTS:
        return f"{value:.2f} points".replace("-", MINUS)
    if unit is Unit.CHANGE:
        return signed(int(value))
    return f"{value:,.1f}" if isinstance(value, float) and not value.is_integer() else f"{int(value):,}"


def signed(number: int) -> str:
    """A change with its sign: +3, −3, no change."""
    if number == 0:
        return "no change"
    return f"+{number:,}" if number > 0 else f"{MINUS}{-number:,}"


def count(number: Cell, noun: str, plural: str | None = None) -> str:
    """ "1 seat", "3 seats", "no seats"."""
    n = int(number or 0)
    return f"{f'{n:,}' if n else 'no'} {noun if n == 1 else plural or noun + 's'}"


def ordinal(number: int) -> str:
    """ "second", "third", "11th"."""
    named = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth"}
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return named.get(number, f"{number}{ending}")


def listing(parts: Iterable[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def they(party: str) -> str:
    """The name that takes a verb in a sentence: "the Conservatives", "Labour"."""
    return _PLURAL.get(party, party)


_PLURAL = {
    "Conservative": "the Conservatives",
    "Liberal Democrat": "the Liberal Democrats",
    "Green": "the Greens",
    "Independent": "independents",
    "SNP": "the SNP",
    "Other": "others",
}


def verb(party: str, one: str, many: str) -> str:
    """ "Labour holds", "the Greens hold": the verb that agrees with a party's name."""
    return many if party in _PLURAL and party != "SNP" else one


def start(sentence: str) -> str:
    """The sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]


_THE = frozenset({"region", "combined authority"})


def place(p: Place) -> str:
    """A place in a sentence: "Dudley", "the West Midlands region"."""
    if p.kind == "region" and p.name != "London":
        return f"the {p.name} region" if not p.name.startswith(("Yorkshire",)) else p.name
    if p.kind in ("region", "nation") and p.name == "United Kingdom":
        return "the United Kingdom"
    if p.kind == "group" and p.name == "Black Country":
        return "the Black Country"
    if p.kind == "combined authority" and "Authority" not in p.name:
        return f"the {p.name} combined authority"
    return f"the {p.name}" if p.kind in _THE and p.name != "London" else p.name


def ward(w: Ward) -> str:
    """A ward in a sentence, with its council."""
    return f"{w.name} ({w.council})"


def where(q: Question) -> str:
    """Where a question is about, in words; empty when it is about everywhere held."""
    if q.wards:
        councils = {w.council for w in q.wards}
        if len(councils) == 1:
            return f"{listing(w.name for w in q.wards)} ({q.wards[0].council})"
        return listing(ward(w) for w in q.wards)
    named = listing(place(p) for p in q.places)
    kind = f"{q.council_kind}s" if q.council_kind else ""
    if kind:
        kind = {
            "district": "districts",
            "county": "county councils",
            "unitary": "unitary councils",
            "london borough": "London boroughs",
        }.get(q.council_kind or "", kind)
        return f"{kind} in {named}" if named else kind
    return named


def on(q: Question) -> str:
    """Where seats are held: "on Dudley council", "in the West Midlands region"."""
    one = len(q.places) == 1 and q.places[0].is_council and not q.wards
    if one:
        return f"on {q.places[0].name} council"
    return f"in {where(q)}" if where(q) else ""


def years(values: Sequence[int]) -> str:
    """Years as runs: "2012–2017, 2024"."""
    runs: list[list[int]] = []
    for year in sorted(set(values)):
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
