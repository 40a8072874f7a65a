"""Turnout held against the votes that were counted: a slip in one column shows in the other."""

from __future__ import annotations

from dataclasses import replace

from assistant.importer.ballots import Poll, Turnout

_ROUNDING = 0.3
"""Percentage points by which a printed turnout may differ from ballots over electorate."""
_SLACK = 1.5
"""Percentage points by which votes may exceed turnout before one of them must be wrong."""
_FEWEST_VALID = {1: 0.85}
"""The least share of ballots that becomes votes; where a voter has several votes, many use only one."""


def settled(poll: Poll) -> tuple[Turnout | None, str | None]:
    """The poll's turnout as far as its own votes bear it out, and what to say where they do not."""
    turnout = poll.turnout
    if turnout and turnout.percent and turnout.percent > 100:
        return replace(turnout, ballots=None, percent=None), f"a turnout of {turnout.percent}% is given: left out"
    if turnout is None or not turnout.percent or not turnout.electorate or not _votes(poll):
        return turnout, None
    turnout, note = _reconciled(poll, turnout, turnout.electorate, turnout.percent)
    if note is None and not _borne_out(poll, turnout):
        told = f"a turnout of {turnout.percent}% is given, which {_votes(poll):,} votes do not bear out"
        return replace(turnout, ballots=None, percent=None), f"{told}: left out"
    return turnout, note


def _reconciled(poll: Poll, turnout: Turnout, electorate: int, percent: float) -> tuple[Turnout, str | None]:
    """Where ballots and turnout of one row differ, the one that the votes agree with."""
    if not turnout.ballots:
        return turnout, None
    worked_out = round(100 * turnout.ballots / electorate, 2 if turnout.source_id.endswith("2018") else 1)
    if round(abs(worked_out - percent), 2) <= _ROUNDING:
        return turnout, None
    if _fits(poll, turnout.ballots, 0.97):
        told = f"a turnout of {percent}% is given; {turnout.ballots:,} ballots of {electorate:,} make it this"
        return replace(turnout, percent=worked_out), told
    if _fits(poll, percent * electorate / 100, 0.97):
        return replace(turnout, ballots=None), f"{turnout.ballots:,} ballots are given, against the turnout: left out"
    return turnout, None


def _borne_out(poll: Poll, turnout: Turnout) -> bool:
    electorate, percent = turnout.electorate or 0, turnout.percent or 0.0
    places = poll.seats or 1
    if 100 * _votes(poll) / electorate > places * (percent + _SLACK):
        return False
    least = _FEWEST_VALID.get(places, 0.0) if poll.stands else 0.0
    return _votes(poll) >= least * percent * electorate / 100


def _fits(poll: Poll, ballots: float, least: float) -> bool:
    """Whether so many ballots could have cast the votes; *least* is of one vote each."""
    places = poll.seats or 1
    return (least if places == 1 else 0.5) * ballots <= _votes(poll) <= places * ballots * 1.003


def _votes(poll: Poll) -> int:
    return sum(stand.votes or 0 for stand in poll.stands) + sum(votes for _, votes in poll.parties)
