"""What each relation claims at each level: of a place alone, of a party (and of a rival), of a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.laws.naive.tables import both

Reader = Callable[..., "bool | None"]


@dataclass(frozen=True)
class Claimed:
    """How a relation is read of a row of one level: `party` of (row, party, rival, number), `person` of a candidacy."""

    place: Reader | None = None
    party: Reader | None = None
    person: Reader | None = None


def _won(row: Any, party: str, *_: Any) -> Any:
    return row.won(party)


def _swept(row: Any, party: str, *_: Any) -> Any:
    return row.swept(party)


def _ward_beaten(row: Any, party: str, *_: Any) -> Any:
    won = row.won(party)
    return both(row.is_in(party), None if won is None else not won)


def _is_in(row: Any, party: str, *_: Any) -> Any:
    return row.is_in(party)


def _beat(row: Any, party: str, rival: str, *_: Any) -> Any:
    return row.beat(party, rival)


def _came(row: Any, party: str, rival: Any, number: int) -> Any:
    return row.came(party, number)


def _ward_gained(row: Any, party: str, rival: str | None, *_: Any) -> Any:
    return both(row.gained(party), True if rival is None else row.lost_to(party, rival))


def _gained(row: Any, party: str, *_: Any) -> Any:
    return row.gained(party)


def _kept(row: Any, party: str, *_: Any) -> Any:
    return row.kept(party)


def _lost(row: Any, party: str, *_: Any) -> Any:
    return row.lost(party)


def _elected(row: Any, person: Any, *_: Any) -> bool:
    return bool(person["elected"])


def _not_elected(row: Any, person: Any, *_: Any) -> bool:
    return not person["elected"]


def _yes(*_: Any) -> bool:
    return True


def _came_as(row: Any, person: Any, number: int) -> bool:
    return bool(person["rank"] == number)


def _office_came(row: Any, party: str, rival: Any, number: int) -> bool:
    return bool(row.position(party) == number)


def _office_beaten(row: Any, party: str, *_: Any) -> bool:
    return bool(row.of(party)) and not row.won(party)


RELATIONS: dict[tuple[str, str], Claimed] = {
    ("win", "ward"): Claimed(party=_won, person=_elected),
    ("win", "council"): Claimed(party=_won),
    ("win", "office"): Claimed(party=_won, person=_elected),
    ("sweep", "ward"): Claimed(party=_swept),
    ("sweep", "council"): Claimed(party=_swept),
    ("be beaten", "ward"): Claimed(party=_ward_beaten, person=_not_elected),
    ("be beaten", "council"): Claimed(party=lambda r, p, *_: r.beaten(p)),
    ("be beaten", "office"): Claimed(party=_office_beaten, person=_not_elected),
    ("stand", "ward"): Claimed(party=_is_in, person=_yes),
    ("stand", "council"): Claimed(party=_is_in),
    ("stand", "office"): Claimed(party=_is_in, person=_yes),
    ("beat", "ward"): Claimed(party=_beat),
    ("beat", "council"): Claimed(party=_beat),
    ("beat", "office"): Claimed(party=_beat),
    ("come", "ward"): Claimed(party=_came, person=_came_as),
    ("come", "council"): Claimed(party=_came),
    ("come", "office"): Claimed(party=_office_came, person=_came_as),
    ("gain", "ward"): Claimed(party=_ward_gained),
    ("gain", "office"): Claimed(party=_gained),
    ("keep", "ward"): Claimed(party=_kept),
    ("keep", "office"): Claimed(party=_kept),
    ("lose", "ward"): Claimed(party=_lost),
    ("lose", "office"): Claimed(party=_lost),
    ("change hands", "ward"): Claimed(place=lambda r: r.changed),
    ("change hands", "office"): Claimed(place=lambda r: r.changed),
    ("change hands", "chamber"): Claimed(place=lambda r: r.changed),
    ("be tied", "ward"): Claimed(place=lambda r: r.tied),
    ("be tied", "council"): Claimed(place=lambda r: r.tied),
    ("be split", "ward"): Claimed(place=lambda r: r.split),
    ("be uncontested", "ward"): Claimed(place=lambda r: r.uncontested),
    ("vote", "council"): Claimed(place=_yes),
    ("vote", "ward"): Claimed(place=_yes),
    ("vote", "office"): Claimed(place=_yes),
    ("be there", "chamber"): Claimed(place=_yes),
    ("control", "chamber"): Claimed(party=lambda r, p, *_: r.controls(p)),
    ("gain control", "chamber"): Claimed(party=lambda r, p, rival, _: r.took(p, rival)),
    ("lose control", "chamber"): Claimed(party=lambda r, p, rival, _: r.gave(p, rival)),
    ("keep control", "chamber"): Claimed(party=lambda r, p, *_: r.kept(p)),
    ("be largest", "chamber"): Claimed(party=lambda r, p, *_: r.is_largest(p)),
    ("sit", "chamber"): Claimed(party=lambda r, p, *_: r.sits(p)),
    ("represent", "roster"): Claimed(party=_yes, person=_yes),
    ("serve", "tenure"): Claimed(party=_yes, person=_yes),
    ("be filled", "tenure"): Claimed(place=_yes),
    ("have served", "tenure"): Claimed(party=_yes, person=_yes),
}
"""By name and level."""
