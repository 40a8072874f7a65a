"""The kinds of office that a question's word covers."""

from __future__ import annotations

from assistant.question.model import Question

_COMBINED = "'combined authority mayor', 'mayor of London'"
_KINDS = {
    "mayor": f"office_kind IN ({_COMBINED}, 'local mayor')",
    "metro_mayor": f"office_kind IN ({_COMBINED})",
    "local_mayor": "office_kind = 'local mayor'",
    "commissioner": "office_kind = 'police and crime commissioner'",
    "seat_in_parliament": "office_kind = 'constituency'",
}
_CALLED = {
    "mayor": ("mayoralty", "mayoralties"),
    "metro_mayor": ("regional mayoralty", "regional mayoralties"),
    "local_mayor": ("local mayoralty", "local mayoralties"),
    "commissioner": ("police and crime commissioner", "police and crime commissioners"),
    "seat_in_parliament": ("by-election to the UK Parliament", "by-elections to the UK Parliament"),
}


def among_kinds(q: Question) -> str:
    """A predicate on `office_kind`, or on the ids of the offices named; all words in it are ours."""
    if q.offices:
        return f"office_id IN ({', '.join('?' * len(q.offices))})"
    return _KINDS[q.office_kind or "mayor"]


def called(q: Question, number: int) -> str:
    """What the offices, or the contests for them, are called, for one or many."""
    if q.offices:
        return "contest" if number == 1 else "contests"
    one, many = _CALLED[q.office_kind or "mayor"]
    return one if number == 1 else many


_CONTESTS = {
    "mayor": "mayoral contest",
    "metro_mayor": "regional mayoral contest",
    "local_mayor": "local mayoral contest",
    "commissioner": "contest for police and crime commissioner",
    "seat_in_parliament": "by-election to the UK Parliament",
}


def contests(q: Question, number: int) -> str:
    """What the contests are called, for one or many: "mayoral contests", "by-elections to the UK Parliament"."""
    name = "contest" if q.offices else _CONTESTS[q.office_kind or "mayor"]
    if number == 1:
        return name
    return name.replace("contest", "contests").replace("by-election", "by-elections")
