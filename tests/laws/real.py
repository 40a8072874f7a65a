"""Short ways to write meanings over the real tables, and a place and year for a property to try."""

from __future__ import annotations

from typing import Any

import duckdb
from hypothesis import strategies as st

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import It, Named

PARTIES = ("conservative", "labour", "liberal-democrat", "green", "ukip", "independent")


def named(kind: n.Kind, thing: object) -> Named:
    return Named(kind, (str(thing),))


def measure(name: str, place: n.Set | None, year: object, party: str | None = None, **more: Any) -> n.Measure:
    return n.Measure(
        name, place=place, time=named("year", year), party=named("party", party) if party else None, **more
    )


def claim(name: str, place: n.Set, year: object, party: str | None = None, **more: Any) -> n.Claim:
    return n.Claim(name, place=place, time=named("year", year), party=named("party", party) if party else None, **more)


def wards(council: str, *where: n.Prop) -> n.Select:
    return n.Select("ward", named("council", council), where)


def that_voted(council: str, year: int) -> n.Select:
    return wards(council, claim("vote", It("ward"), year))


def polls(con: duckdb.DuckDBPyConnection) -> list[tuple[str, int]]:
    """Each council and year in which its wards' contests are held."""
    query = "SELECT DISTINCT council, year FROM ward_contest WHERE poll = 'scheduled' AND held ORDER BY ALL"
    return con.execute(query).fetchall()


parties = st.sampled_from(PARTIES)
