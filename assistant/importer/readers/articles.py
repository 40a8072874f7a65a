"""What five news articles of May 2016 and May 2024 reported, as reviewed: figures, never sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.importer.model import Reported
from assistant.importer.readers.authorities import reviewed
from assistant.importer.workbench import Workbench


def articles(_bench: Workbench) -> Iterator[Reported]:
    """Every reviewed figure, as what an article reported when so many councils had declared."""
    yield from figures(reviewed("articles.csv"))


def figures(rows: Iterable[dict[str, str]]) -> Iterator[Reported]:
    """Rows of text as reported figures; they are numbered, and checked for a source, later."""
    for row in rows:
        yield Reported(
            reported_id=0,
            subject_kind=row["subject_kind"],
            subject=row["subject"],
            year=int(row["year"]),
            party_id=row["party"] or None,
            measure=row["measure"],
            figure=float(row["figure"]) if row["figure"] else None,
            from_party=row["from_party"] or None,
            basis=row["basis"] or None,
            declared=int(row["declared"]) if row["declared"] else None,
            of_total=int(row["of_total"]) if row["of_total"] else None,
            note=row["note"] or None,
            page=None,
            source_id=row["source_id"],
        )
