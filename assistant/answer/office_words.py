"""Contests for an office in words: what was fought when, who won it and by how much."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Row
from assistant.answer.model import Cell, Unit

# Where a source adds independents or small parties up, their sum is no candidate's: nobody won or came second with it.
SELECT = """SELECT *, coalesce(starts_with(majority_gap, 'the source adds'), false) AND winner_party_id IN ('independent', 'other') AS winner_added,
       coalesce(starts_with(majority_gap, 'the source adds'), false) AND runner_up_party_id IN ('independent', 'other') AS runner_up_added
FROM office_result"""

_MONTHS = "January February March April May June July August September October November December".split()


def day(value: Cell) -> str:
    """ "2 May 2024" of an ISO date; no locale has a say in it."""
    year, month, number = str(value)[:10].split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def number(value: Cell) -> int:
    """A whole number out of a cell that holds one."""
    return int(float(str(value)))


def candidate(name: Cell, party: Cell, votes: Cell = None) -> str:
    """ "Andy Street (Conservative, 224,082)"; "the Conservative candidate" where no name is held."""
    told = f", {number(votes):,}" if votes is not None else ""
    if name is None:
        tail = f" ({number(votes):,})" if votes is not None else ""
        return f"the {party} candidate{tail}"
    return f"{name} ({party}{told})"


def poll(r: Row) -> str:
    """The contest by name and day: "the Blackpool South by-election on 2 May 2024"."""
    what = f"the {r['office']} by-election" if r["by_election"] else f"the contest for {r['office']}"
    return f"{what} on {day(r['date'])}"


def won(r: Row) -> str:
    """The whole story of a contest in a sentence."""
    share = (
        f" ({words.figure(r['winner_share'], Unit.SHARE)})"
        if r["winner_share"] is not None and r["decided_on"] != "final round"
        else ""
    )
    votes = (
        f" with {number(r['winner_votes']):,} votes{share}"
        if r["winner_votes"] is not None and not r["winner_added"]
        else ""
    )
    final = " after second preferences" if r["decided_on"] == "final round" else ""
    deed = (
        f"won {poll(r)}" if r["by_election"] or r["winner_added"] else f"was elected {r['office']} on {day(r['date'])}"
    )
    return f"{candidate(r['winner'], r['winner_party'])} {deed}{votes}{final}{_over(r)}{outcome(r)}."


def _over(r: Row) -> str:
    if r["majority"] is not None:
        return f", beating {candidate(r['runner_up'], r['runner_up_party'], r['runner_up_votes'])} by {number(r['majority']):,}"
    if r["runner_up_party"] is None or r["runner_up_added"]:
        return ""
    votes = r["runner_up_first"]
    return f", ahead of {candidate(r['runner_up'], r['runner_up_party'], votes)}; by how much in the end is not known: {r['majority_gap']}"


def outcome(r: Row) -> str:
    """ ": a gain from the Conservatives", ": a hold"; nothing where neither is known."""
    if r["result"] == "gain":
        return f": a gain from {words.they(str(r['from_party']))}" if r["from_party"] else ": a gain"
    return ": a hold" if r["result"] == "hold" else ""


def event(r: Row) -> str:
    """A contest in a list: its office and year."""
    return f"{r['office']}{' by-election' if r['by_election'] else ''} {r['year']}"
