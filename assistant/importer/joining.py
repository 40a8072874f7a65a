"""Polls of several sources laid onto each other: turnout onto the contests it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from assistant.importer.ballots import Poll, Refused

_JOINED_ONLY = frozenset((2014, 2018))
"""Years whose turnout file only adds to contests that another source has whole."""

_Key = tuple[str, str, date]


@dataclass(frozen=True, slots=True)
class Placed:
    """A poll whose council is known; `key` is what all spellings of its ward share."""

    council_id: str
    key: str
    poll: Poll


def with_turnout(placed: Iterable[Placed], refused: list[Refused]) -> list[Placed]:
    """The polls, with the turnout files' rows laid onto the contests that other sources have."""
    whole: dict[_Key, Placed] = {}
    alone = []
    for at in placed:
        if not at.poll.stands and not at.poll.parties:
            alone.append(at)
        elif _key(at) in whole:
            _refuse(refused, at, "the same ward and day twice in one source")
        else:
            whole[_key(at)] = at
    coded: dict[tuple[str | None, date], _Key] = {
        (at.poll.ward_gss, at.poll.day): key for key, at in whole.items() if at.poll.ward_gss
    }
    for at in alone:
        found = whole.get(_key(at)) or whole.get(coded.get((at.poll.ward_gss, at.poll.day), _key(at)))
        _lay(at, found, whole, refused)
    return list(whole.values())


def _lay(at: Placed, found: Placed | None, whole: dict[_Key, Placed], refused: list[Refused]) -> None:
    """One row of turnout onto the contest *found*, or on its own, or refused."""
    if found and found.poll.turnout is None and found.council_id == at.council_id:
        whole[_key(found)] = replace(found, poll=replace(found.poll, turnout=at.poll.turnout))
    elif found:
        _refuse(refused, at, "a second turnout for the same ward and day")
    elif at.poll.day.year in _JOINED_ONLY:
        _refuse(refused, at, f"no contest of that ward is held for {at.poll.day.year}")
    else:
        whole[_key(at)] = at


def _key(at: Placed) -> _Key:
    return at.council_id, at.key, at.poll.day


def _refuse(refused: list[Refused], at: Placed, reason: str) -> None:
    told = f"{at.poll.council}, {at.poll.ward}, {at.poll.day.year}: {reason}"
    refused.append(Refused(at.poll.source_id, at.poll.line, told))


def unshared_codes(polls: Iterable[Placed]) -> list[Placed]:
    """The polls, without a ward code that a source gives to two wards: one of them is wrong."""
    polls = list(polls)
    holders: dict[tuple[date, str | None], set[tuple[str, str]]] = defaultdict(set)
    for at in polls:
        holders[at.poll.day, at.poll.ward_gss].add((at.council_id, at.key))
    return [
        at
        if at.poll.ward_gss is None or len(holders[at.poll.day, at.poll.ward_gss]) == 1
        else replace(at, poll=replace(at.poll, ward_gss=None))
        for at in polls
    ]
