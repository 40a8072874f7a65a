"""Turnout against votes: which of two figures is kept, and what is said."""

from __future__ import annotations

from datetime import date

from assistant.importer.ballots import Poll, Stand, Turnout
from assistant.importer.candidacies import flag_note, lot_note, rank
from assistant.importer.plausible import settled


def poll(votes: list[int], turnout: Turnout | None = None, seats: int = 1, elected: int | None = None) -> Poll:
    winners = seats if elected is None else elected
    stands = tuple(Stand(f"N{at}", f"N{at}", "Ind", count, at < winners) for at, count in enumerate(votes))
    return Poll("handbook-2025", 1, "X", "Y", date(2025, 5, 1), seats=seats, stands=stands, turnout=turnout)


def counted(electorate: int, ballots: int | None, percent: float) -> Turnout:
    return Turnout("handbook-2025", electorate, ballots, percent, "ballots at the count")


def test_fitting_figures_stay() -> None:
    turnout = counted(1000, 300, 30.0)
    assert settled(poll([200, 98], turnout)) == (turnout, None)


def test_ballots_that_fit_the_votes_correct_the_turnout() -> None:
    turnout, note = settled(poll([1000, 774], counted(3753, 1779, 25.0)))
    assert turnout and turnout.percent == 47.4
    assert note and "25.0%" in note


def test_a_turnout_that_fits_the_votes_drops_the_ballots() -> None:
    turnout, _ = settled(poll([2000, 620], counted(7980, 1192, 32.9)))
    assert turnout and (turnout.percent, turnout.ballots) == (32.9, None)


def test_more_votes_than_ballots_leave_the_turnout_out() -> None:
    turnout, note = settled(poll([1000, 746], counted(3368, 868, 25.77)))
    assert turnout and turnout.percent is None
    assert note and "left out" in note


def test_votes_decide_against_flags() -> None:
    broken = poll([791, 91, 324], elected=2)
    assert flag_note(broken)
    assert [stand.elected for stand in rank(broken, transferable=False)] == [True, False, False]
    assert sum(stand.elected for stand in rank(broken, transferable=True)) == 2


def test_a_draw_is_told() -> None:
    assert lot_note(poll([655, 655])) == "level at 655 votes for the last place, which was drawn by lot"
    assert lot_note(poll([655, 654])) is None
