"""What each measure is at each level: of the whole, of a party, of a person.

A ratio is (part, whole); a turnout brings its percentage along, for one place needs no electorate.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Reader = Callable[..., Any]


@dataclass(frozen=True)
class Figure:
    """How a measure is read of a row of one level, and how it adds."""

    adds: str
    whole: Reader | None = None
    party: Reader | None = None
    person: Reader | None = None


def _share(part: Reader, whole: Reader) -> Reader:
    return lambda row, *of: (part(row, *of), whole(row))


def _turnout(row: Any) -> tuple[float | None, float | None, float | None]:
    share, of = row.row["turnout"], row.row["electorate"]
    return (None if None in (share, of) else share * of / 100, of, share)


def _poll_turnout(row: Any) -> tuple[float | None, float | None, float | None]:
    share, of = row.turnout or (None, None)
    return (None if share is None or of is None else share * of / 100, of, share)


def _votes(row: Any) -> Any:
    return row.votes


def _top(row: Any) -> Any:
    return row.top_votes


def _valid(row: Any) -> Any:
    return row.row["valid_votes"]


def _votes_of(row: Any, party: str) -> Any:
    return row.votes_of(party)


def _tops_of(row: Any, party: str) -> Any:
    return row.votes_of(party, top=True)


def _seats_of(row: Any, party: str) -> Any:
    return row.seats_of(party)


def _personal(row: Any, candidacy: Any) -> Any:
    return candidacy["votes"]


def _first(row: Any, candidacy: Any) -> Any:
    return candidacy["first_votes"] if row.complete else None


def _final(row: Any, candidacy: Any) -> Any:
    return candidacy["first_votes"] if candidacy["final_votes"] is None else candidacy["final_votes"]


def _up(row: Any) -> Any:
    return row.seats_up


def _seats(row: Any) -> Any:
    return row.seats


def _own_majority(row: Any, candidacy: Any) -> Any:
    return row.majority if candidacy["elected"] else None


def _position(row: Any, party: str) -> Any:
    return row.position(party)


def _rank(row: Any, candidacy: Any) -> Any:
    return candidacy["rank"]


def _defended(row: Any, party: str) -> Any:
    """The seats that a party had won when they were last fought: those of now less their change."""
    change, now = row.change_of(party), row.seats_of(party)
    return None if change is None or now is None else now - change


def _raw(column: str) -> Reader:
    return lambda row: row.row[column]


def _first_votes(row: Any, party: str) -> Any:
    return row.first_votes_of(party) if row.complete else None


MEASURES: dict[tuple[str, str, str], Figure] = {
    # the chamber
    ("seats held", "", "chamber"): Figure("sum", lambda r: r.size, _seats_of),
    ("share of seats", "", "chamber"): Figure("ratio", None, _share(_seats_of, lambda r: r.size)),
    ("size", "", "chamber"): Figure("never", lambda r: r.size),
    ("seats needed", "", "chamber"): Figure("never", lambda r: r.needed),
    ("seats short", "", "chamber"): Figure("never", lambda r: r.short, lambda r, p: r.short_of(p)),
    ("council majority", "", "chamber"): Figure("never", lambda r: r.majority, lambda r, p: r.majority_of(p)),
    ("vacancies", "", "chamber"): Figure("sum", _raw("vacant")),
    ("net change", "", "chamber"): Figure("sum", None, lambda r, p: r.change_of(p)),
    ("net change", "composition", "chamber"): Figure("sum", None, lambda r, p: r.change_of(p)),
    # a council's poll
    ("net change", "last fought", "council"): Figure("sum", None, lambda r, p: r.change_of(p)),
    ("seats defended", "", "council"): Figure("sum", None, _defended),
    ("seats won", "", "council"): Figure("sum", _up, _seats_of),
    ("share of seats won", "", "council"): Figure("ratio", None, _share(_seats_of, _up)),
    ("seats up", "", "council"): Figure("sum", _up),
    ("seats uncontested", "", "council"): Figure("sum", lambda r: r.seats_uncontested),
    ("votes", "", "council"): Figure("sum", _votes, _votes_of),
    ("votes", "top candidates", "council"): Figure("sum", _top, _tops_of),
    ("share of the vote", "", "council"): Figure("ratio", None, _share(_votes_of, _votes)),
    ("share of the vote", "top candidates", "council"): Figure("ratio", None, _share(_tops_of, _top)),
    ("turnout", "", "council"): Figure("ratio", _poll_turnout),
    ("electorate", "", "council"): Figure("sum", lambda r: r.electorate),
    ("ballot papers", "", "council"): Figure("sum", lambda r: r.ballots),
    ("rejected papers", "", "council"): Figure("sum", lambda r: r.rejected),
    ("candidates", "", "council"): Figure("sum", lambda r: r.candidates, lambda r, p: r.candidates_of(p)),
    ("wards", "", "council"): Figure("sum", lambda r: r.wards),
    ("position", "", "council"): Figure("never", None, _position),
    # a ward's contest
    ("seats won", "", "ward"): Figure("sum", _seats, _seats_of),
    ("seats up", "", "ward"): Figure("sum", _seats),
    ("seats uncontested", "", "ward"): Figure("sum", lambda r: r.seats_uncontested),
    ("votes", "", "ward"): Figure("sum", _votes, _votes_of, _personal),
    ("votes", "top candidates", "ward"): Figure("sum", _top, _tops_of),
    ("share of the vote", "", "ward"): Figure("ratio", None, _share(_votes_of, _votes), _share(_personal, _votes)),
    ("share of the vote", "top candidates", "ward"): Figure("ratio", None, _share(_tops_of, _top)),
    ("turnout", "", "ward"): Figure("ratio", _turnout),
    ("electorate", "", "ward"): Figure("sum", _raw("electorate")),
    ("ballot papers", "", "ward"): Figure("sum", _raw("ballots")),
    ("rejected papers", "", "ward"): Figure("sum", _raw("rejected")),
    ("candidates", "", "ward"): Figure("sum", lambda r: len(r.candidates) or None, lambda r, p: r.candidates_of(p)),
    ("majority", "", "ward"): Figure("never", lambda r: r.majority, lambda r, p: r.majority_of(p), _own_majority),
    ("majority in per cent", "", "ward"): Figure("never", lambda r: r.majority_share),
    ("position", "", "ward"): Figure("never", None, _position, _rank),
    # an office's contest
    ("votes", "", "office"): Figure("sum", _valid, _votes_of, _final),
    ("votes", "first preferences", "office"): Figure(
        "sum", _valid, lambda r, p: r.first_votes_of(p), lambda r, c: c["first_votes"]
    ),
    ("share of the vote", "", "office"): Figure("ratio", None, _share(_first_votes, _valid), _share(_first, _valid)),
    ("turnout", "", "office"): Figure("ratio", _turnout),
    ("electorate", "", "office"): Figure("sum", _raw("electorate")),
    ("rejected papers", "", "office"): Figure("sum", _raw("spoilt")),
    ("candidates", "", "office"): Figure("sum", lambda r: r.papers),
    ("majority", "", "office"): Figure(
        "never", lambda r: r.majority, lambda r, p: r.majority if r.won(p) else None, _own_majority
    ),
    ("majority in per cent", "", "office"): Figure("never", lambda r: r.majority_share),
    ("position", "", "office"): Figure("never", None, _position, _rank),
}
"""By name, basis and level; the basis "" is the one that is meant where none is named."""
FIRST_BASIS = {("votes", "all votes"), ("share of the vote", "all votes")}


def reader(name: str, basis: str, level: str) -> Figure | None:
    """How a measure is read at a level, None where it is not told there."""
    return MEASURES.get((name, "" if (name, basis) in FIRST_BASIS else basis, level))
