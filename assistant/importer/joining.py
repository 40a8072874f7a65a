"""Polls of several sources laid onto each other: turnout onto the contests it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.importer.ballots import Poll, Refused, Stand, Turnout

_INDEPENDENT = "Independent"
_JOINED_ONLY = frozenset((2014, 2018))
"""Years whose turnout file only adds to contests that another source has whole."""

_RETURNS = ("gla-", "trafford-", "stv-")
"""Sources whose papers and electorate are the returning officers' own."""

_BESIDE = ("gla-2022", "dcleapil-")
"""Sources that go beside a whole one: wards of theirs that it does not have are its own under a later name."""
_WHOLE = 5
"""Wards of one council and day from which on a source is taken to have all of them."""

_Key = tuple[str, str, date]
_Day = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Placed:
    """A poll whose council is known; `key` is what all spellings of its ward share."""

    council_id: str
    key: str
    poll: Poll


def with_turnout(placed: Iterable[Placed], refused: list[Refused]) -> list[Placed]:
    """The polls, with the turnout files' rows laid onto the contests that other sources have."""
    placed = list(placed)
    whole: dict[_Key, Placed] = {}
    alone = []
    had = _had_whole(placed)
    for at in placed:
        if not at.poll.stands and not at.poll.parties:
            alone.append(at)
        elif _key(at) in whole:
            _join(at, whole, refused)
        elif at.poll.source_id.startswith(_BESIDE) and not at.poll.by_election and _key(at) not in had[_day(at)]:
            _refuse(refused, at, "another source has every ward of that poll, and none of this name")
        else:
            whole[_key(at)] = at
    coded: dict[tuple[str | None, date], _Key] = {
        (at.poll.ward_gss, at.poll.day): key for key, at in whole.items() if at.poll.ward_gss
    }
    for at in alone:
        found = whole.get(_key(at)) or whole.get(coded.get((at.poll.ward_gss, at.poll.day), _key(at)))
        _lay(at, found, whole, refused)
    return list(whole.values())


def _had_whole(placed: Iterable[Placed]) -> Mapping[_Day, Collection[_Key]]:
    """(council, day) → the wards of the sources that have them all; anything, where none has."""
    wards: dict[_Day, set[_Key]] = defaultdict(set)
    for at in placed:
        if not at.poll.source_id.startswith(_BESIDE):
            wards[_day(at)].add(_key(at))
    return defaultdict(_Anything, {day: keys for day, keys in wards.items() if len(keys) >= _WHOLE})


class _Anything(frozenset[_Key]):
    """Holds every ward: where no source has all of a council's, none is refused."""

    def __contains__(self, _: object) -> bool:
        return True


def _join(at: Placed, whole: dict[_Key, Placed], refused: list[Refused]) -> None:
    """What a second source has of a contest: candidates where the first has none, turnout where it is better."""
    first = whole[_key(at)]
    better = _better(first.poll.turnout, at.poll.turnout)
    if at.poll.source_id == first.poll.source_id:
        _refuse(refused, at, "the same ward and day twice in one source")
    elif at.poll.stands and not first.poll.stands:
        stands = _labelled(at.poll.stands, first.poll)
        poll = replace(at.poll, turnout=better, ward_gss=first.poll.ward_gss, stands=stands)
        whole[_key(at)] = replace(at, poll=poll)
    elif better is not first.poll.turnout or at.poll.held_on:
        held_on = first.poll.held_on or at.poll.held_on
        whole[_key(at)] = replace(first, poll=replace(first.poll, turnout=better, held_on=held_on))
    else:
        _refuse(refused, at, f"the contest is taken from another source, {first.poll.source_id}")


def _labelled(stands: tuple[Stand, ...], first: Poll) -> tuple[Stand, ...]:
    """The candidates; those called independent under the local party that has their votes in the first source."""
    local = {votes: label for label, votes in first.parties}
    labels = {local[stand.votes] for stand in stands if stand.label == _INDEPENDENT and stand.votes in local}
    if len(labels) != 1 or any(label.upper().startswith("IND") for label, _ in first.parties):
        return stands
    [label] = labels
    named = {_INDEPENDENT: label}
    return tuple(
        replace(stand, label=named[stand.label], label_source=first.source_id) if stand.label in named else stand
        for stand in stands
    )


def _better(first: Turnout | None, second: Turnout | None) -> Turnout | None:
    """The returning officer's own figures before others', any figures before none."""
    if second is None or not second.percent:
        return first
    own = second.source_id.startswith(_RETURNS) and not (first and first.source_id.startswith(_RETURNS))
    return second if first is None or not first.percent or own else first


def _lay(at: Placed, found: Placed | None, whole: dict[_Key, Placed], refused: list[Refused]) -> None:
    """One row of turnout onto the contest *found*, or on its own, or refused."""
    if found and _yields(found.poll.turnout) and found.council_id == at.council_id:
        whole[_key(found)] = replace(found, poll=replace(found.poll, turnout=at.poll.turnout))
    elif found:
        _refuse(refused, at, "a second turnout for the same ward and day")
    elif at.poll.day.year in _JOINED_ONLY:
        _refuse(refused, at, f"no contest of that ward is held for {at.poll.day.year}")
    else:
        whole[_key(at)] = at


def _yields(turnout: Turnout | None) -> bool:
    """Whether another source's turnout goes before this one."""
    if turnout is None:
        return True
    return turnout.source_id.startswith(_BESIDE) and not turnout.source_id.startswith(_RETURNS)


def _day(at: Placed) -> _Day:
    return at.council_id, at.poll.day


def _key(at: Placed) -> _Key:
    return at.council_id, at.key, at.poll.day


def _refuse(refused: list[Refused], at: Placed, reason: str) -> None:
    told = f"{at.poll.council}, {at.poll.ward}, {at.poll.day.year}: {reason}"
    refused.append(Refused(at.poll.source_id, at.poll.line, told))


def unrepeated(polls: Iterable[Placed]) -> list[Placed]:
    """The polls, without a turnout that a source gives to two wards of one council and day: one of them is a copy."""
    polls = list(polls)
    holders: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for at in polls:
        holders[_printed(at)].add(at.key)
    return [replace(at, poll=_without_turnout(at.poll)) if len(holders[_printed(at)]) > 1 else at for at in polls]


def _printed(at: Placed) -> tuple[object, ...]:
    """What no two wards of a council share: electorate and share; the ward itself where they are not both had."""
    turnout = at.poll.turnout
    if turnout is None or not turnout.electorate or not turnout.percent:
        return at.council_id, at.poll.day, at.key, at.poll.by_election
    return at.council_id, at.poll.day, turnout.electorate, turnout.percent


def _without_turnout(poll: Poll) -> Poll:
    note = "another ward of the council has the same electorate and turnout in the source: one is a copy, left out"
    return replace(poll, turnout=None, note="; ".join(filter(None, (poll.note, note))))


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
