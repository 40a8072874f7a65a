"""Control that changed hands, in the words of named pages → control_change."""

from __future__ import annotations

from assistant.importer.model import ControlChange
from assistant.importer.readers.reported import rows_of
from assistant.importer.workbench import Workbench

CONTROL_CHANGES = "reported-control-changes"


def control_changes(bench: Workbench) -> None:
    """Control changes in a page's words: "Lab lose to NOC", "LD gain from Con"."""
    for line, row in enumerate(rows_of(bench.sources / "reported" / "control_changes_quoted.csv"), start=2):
        bench.ledger.read(CONTROL_CHANGES)
        council_id = bench.councils.find(row["council"], int(row["year"]))
        words = row["change"].split()
        if council_id is None or words[1] not in {"lose", "gain"}:
            bench.ledger.refuse(CONTROL_CHANGES, line, "council or change not understood")
            continue
        known = words[2] in {"to", "from"}
        ends = [_party(bench, words[0]), _party(bench, words[3]) if known else None]
        before, after = ends if words[1] == "lose" else reversed(ends)
        page = row["source"].split(" (")[0]
        bench.add([ControlChange(council_id, int(row["year"]), before, after, known, CONTROL_CHANGES, page)])
        bench.ledger.join(CONTROL_CHANGES)


def _party(bench: Workbench, word: str) -> str | None:
    return None if word == "NOC" else bench.parties.find(word, source=CONTROL_CHANGES)
