"""No figure without a source: what nobody said enters no table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from assistant.importer.model import Reported, Source
from assistant.importer.report import Ledger

_COLLECTION = "pages named in each row"


def sourced(rows: Iterable[Reported], sources: Mapping[str, Source], ledger: Ledger) -> Iterator[Reported]:
    """The rows whose source is known; any other is refused, with its subject and the reason."""
    for row in rows:
        ledger.read(row.source_id or "no source")
        reason = missing(row, sources)
        if reason:
            ledger.refuse(row.source_id or "no source", f"{row.subject} {row.year} {row.measure}", reason)
            continue
        ledger.join(row.source_id)
        yield row


def missing(row: Reported, sources: Mapping[str, Source]) -> str | None:
    """Why the row's source does not do, or None: of a collection of pages the page itself is needed."""
    if not row.source_id.strip():
        return "no source is named"
    source = sources.get(row.source_id)
    if source is None:
        return "its source is not in the list of sources"
    if _COLLECTION in source.publisher and not (row.page or row.note):
        return "no page is named"
    return None
