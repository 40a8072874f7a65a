"""When two contests of a ward can be compared, and what the parties' shares are."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.swing_polls import Contest, Wards, not_alike, same_wards, shares

NOW = Contest("Ambridge", "ambridge", 2018, 1, "E1", {"labour": 300, "conservative": 700}, {}, "s")
BEFORE = replace(NOW, year=2016, votes={"labour": 600, "conservative": 400})
SAME = Wards(True, frozenset({"E1"}))


def test_the_same_ward_and_number_of_seats() -> None:
    assert not_alike(NOW, BEFORE, SAME) is None


def test_another_code_is_another_ward() -> None:
    assert "boundaries changed" in str(not_alike(replace(NOW, gss="E9"), BEFORE, SAME))


def test_a_code_that_was_another_wards_is_a_slip_where_all_names_are_the_same() -> None:
    swapped = Wards(True, frozenset({"E1", "E2"}))
    assert not_alike(replace(NOW, gss="E2"), BEFORE, swapped) is None
    assert not_alike(replace(NOW, gss="E2"), BEFORE, replace(swapped, alike=False)) is not None


def test_another_number_of_seats() -> None:
    assert "3 seats were fought in 2016" in str(not_alike(NOW, replace(BEFORE, seats=3), SAME))


def test_without_codes_the_names_of_all_wards_decide() -> None:
    before = replace(BEFORE, gss=None)
    assert not_alike(NOW, before, SAME) is None
    assert "not held" in str(not_alike(NOW, before, Wards(False, frozenset())))


def test_nearly_all_wards_must_be_there_at_both_polls() -> None:
    many = {str(n): NOW for n in range(10)}
    assert same_wards(many, dict(list(many.items())[:9]))
    assert not same_wards(many, dict(list(many.items())[:8]))


def test_shares_are_of_top_candidates_over_all_wards() -> None:
    assert shares([NOW, BEFORE]) == {"labour": 45.0, "conservative": 55.0}
    assert shares([]) == {}
