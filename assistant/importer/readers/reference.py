"""Steps for the reference tables: source, council, area, party, name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.importer.model import Name, PartyName, Source
from assistant.importer.readers import areas, authorities
from assistant.importer.readers.parties import REGISTER
from assistant.importer.workbench import Workbench


def sources(bench: Workbench) -> None:
    """Every source the tables may name."""
    for row in authorities.reviewed("sources.csv"):
        as_of = date.fromisoformat(row["as_of"]) if row["as_of"] else None
        bench.add(
            [
                Source(
                    row["source_id"],
                    row["title"],
                    row["publisher"],
                    row["licence"],
                    row["url"] or None,
                    as_of,
                    row["note"] or None,
                )
            ]
        )


def councils_and_areas(bench: Workbench) -> None:
    """Councils past and present, and the areas they make up."""
    register = bench.councils.register
    rows, members = areas.areas(register)
    bench.add(register.councils)
    bench.add(rows)
    bench.add(members)
    bench.ledger.read(authorities.REGISTER, len(register.by_code))
    bench.ledger.join(authorities.REGISTER, len(register.by_code))


def parties(bench: Workbench) -> None:
    """The parties that any row referred to, the main ones, and those with an alias."""
    for row in authorities.reviewed("aliases.csv"):
        if row["kind"] == "party":
            bench.parties.meet(row["target"])
    bench.add(bench.parties.rows())
    bench.add(_named_before())


def _named_before() -> Iterator[PartyName]:
    """The reviewed names that parties had before."""
    for row in authorities.reviewed("party_names.csv"):
        first, last = date.fromisoformat(row["valid_from"]), date.fromisoformat(row["valid_to"])
        yield PartyName(row["party_id"], row["name"], row["short"], first, last, row["note"] or None, REGISTER)


def names(bench: Workbench) -> None:
    """The reviewed aliases."""
    rows = authorities.reviewed("aliases.csv")
    bench.add(Name(row["alias"], row["kind"], row["target"], row["used_by"] or None, areas.REVIEW) for row in rows)
