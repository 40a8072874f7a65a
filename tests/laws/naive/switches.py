"""The decisions of the naive evaluator that could have been others: turn one to see what it decides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Switches:
    """Each is a decision of docs/meanings.md; the default is what the page says."""

    absent_is_nought: bool = True  # a party that did not stand in a poll that is held: 0 seats, 0 votes
    one_denominator: bool = True  # shares over an area: all votes of all polls, also where the party did not stand
    gain_is_of_a_ward: bool = True  # gained: now and not before, not "more seats than before"
    part_is_not_the_whole: bool = True  # an electorate summed from wards is none where a ward's is not held
    ties_share_a_place: bool = True  # 1, 1, 3
    other_is_ranked: bool = False  # a residual "other"
    unheld_is_unknown: bool = True  # a figure not held makes a comparison unknown, not false
    unknown_breaks_a_run: bool = True
    named_members_count: bool = True  # of places named one by one, one without a row is not held
