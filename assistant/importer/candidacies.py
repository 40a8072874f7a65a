"""Candidates of one poll in order of votes, and whom the votes elect."""

from __future__ import annotations

from dataclasses import replace

from assistant.importer.ballots import Poll, Stand


def rank(poll: Poll, transferable: bool) -> list[Stand]:
    """The candidates by votes, most first; in a tie the elected one first, then by name.

    Under the single transferable vote the source's word on who was elected stands whatever the first
    preferences; otherwise those with most votes are elected, and the source decides only between equals.
    """
    stands = sorted(poll.stands, key=_order)
    if transferable or poll.countermanded or not flag_note(poll):
        return stands
    return [replace(stand, elected=at < (poll.seats or 0)) for at, stand in enumerate(stands)]


def flag_note(poll: Poll) -> str | None:
    """What to say where a source's flags of the elected break its own count of votes; None where they fit."""
    if poll.uncontested or not poll.stands:
        return None
    won = [stand.votes or 0 for stand in poll.stands if stand.elected]
    lost = [stand.votes or 0 for stand in poll.stands if not stand.elected]
    fits = not (won and lost) or min(won) >= max(lost)
    if fits and len(won) == poll.seats:
        return None
    return f"the source marks {len(won)} elected for {poll.seats}, against its votes: the votes are followed"


def lot_note(poll: Poll) -> str | None:
    """What to say where the last place fell between candidates with the same votes; None where it did not."""
    won = [stand.votes or 0 for stand in poll.stands if stand.elected]
    lost = [stand.votes or 0 for stand in poll.stands if not stand.elected]
    if won and lost and min(won) == max(lost):
        return f"level at {max(lost):,} votes for the last place, which was drawn by lot"
    return None


def _order(stand: Stand) -> tuple[int, bool, str, str]:
    return -(stand.votes or 0), not stand.elected, stand.surname, stand.name
