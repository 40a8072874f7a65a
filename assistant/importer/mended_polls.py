"""Contests whose winner a source has wrong, as reviewed against the other sources."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache

from assistant.importer.ballots import Poll, Stand
from assistant.importer.readers.authorities import reviewed

_Mends = dict[str, tuple[int, bool]]


def mended(poll: Poll) -> Poll:
    """The poll with its candidates' votes and winners as reviewed, and a note that says so."""
    mends, reason = _reviewed().get((poll.source_id, poll.council, poll.ward), ({}, None))
    if not mends:
        return poll
    missing = set(mends) - {stand.name for stand in poll.stands}
    if missing:
        raise ValueError(f"{poll.source_id}, {poll.council}, {poll.ward}: no candidate {', '.join(sorted(missing))}")
    return replace(poll, stands=tuple(_mended(stand, mends) for stand in poll.stands), note=reason)


def _mended(stand: Stand, mends: _Mends) -> Stand:
    if stand.name not in mends:
        return stand
    votes, elected = mends[stand.name]
    return replace(stand, votes=votes, elected=elected)


@cache
def _reviewed() -> dict[tuple[str, str, str], tuple[_Mends, str]]:
    """(source, council, ward as printed) → its candidates' mends and the reason."""
    mends: dict[tuple[str, str, str], _Mends] = defaultdict(dict)
    reasons: dict[tuple[str, str, str], str] = {}
    for row in reviewed("polls_mended.csv"):
        at = row["source_id"], row["council"], row["ward"]
        mends[at][row["candidate"]] = int(row["votes"]), row["elected"] == "1"
        if row["reason"]:
            reasons[at] = row["reason"]
    return {at: (found, reasons[at]) for at, found in mends.items()}
