"""The field's own codes for names that an answer tells: GSS codes of councils, Electoral Commission ids of parties."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from assistant.records import dataclass

_COUNCILS, _PARTIES = "council.csv", "party.csv"


@dataclass(frozen=True, slots=True)
class Codes:
    """Read from the tables in `folder` when first asked for: an answer that nobody turns into a frame reads nothing.

    They need no open assistant.
    """

    folder: Path

    @property
    def councils(self) -> dict[str, str]:
        """Council → GSS code, for those that have one; of councils of one name, that of the one there is today."""
        return _codes(self.folder / _COUNCILS, "gss")

    @property
    def parties(self) -> dict[str, str]:
        """Party → id at the Electoral Commission, "" where it has none."""
        return _codes(self.folder / _PARTIES, "ec_id")


@lru_cache(maxsize=8)
def _codes(path: Path, code: str) -> dict[str, str]:
    import csv  # which an answer that stays one does without

    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = sorted(csv.DictReader(stream), key=lambda row: bool(row[code]))
    except FileNotFoundError:  # a folder that holds some tables only
        return {}
    return {row["name"]: row[code] for row in rows}
