"""Contests for an office as shipped: mayors, commissioners, by-elections, parliaments."""

from typing import Any

import pytest

STOOD = (
    "SELECT surname, first_votes, final_votes, elected FROM office_candidacy"
    " WHERE contest_id = ? AND rank <= 2 ORDER BY rank"
)


@pytest.mark.parametrize(
    ("contest_id", "winner", "runner_up", "majority"),
    [
        ("parl.blackpool-south.by.2024-05-02", ("Webb", 10_825), ("Jones", 3_218), 7_607),
        ("mayor.west-midlands.2024-05-02", ("Parker", 225_590), ("Street", 224_082), 1_508),
        ("mayor.london.2024-05-02", ("Khan", 1_088_225), ("Hall", 812_397), 275_828),
        ("parl.runcorn-and-helsby.by.2025-05-01", ("Pochin", 12_645), ("Shore", 12_639), 6),
        ("parl.batley-and-spen.by.2021-07-01", ("Leadbeater", 13_296), ("Stephenson", 12_973), 323),
    ],
)
def test_the_only_count_decides(
    query: Any, contest_id: str, winner: tuple[str, int], runner_up: tuple[str, int], majority: int
) -> None:
    first, second = query(STOOD, contest_id)
    assert (first[:2], first[3]) == (winner, True)
    assert (second[:2], second[3]) == (runner_up, False)
    assert first[1] - second[1] == majority


@pytest.mark.parametrize(
    ("contest_id", "winner", "runner_up"),
    [
        ("mayor.west-midlands.2017-05-04", ("Street", 216_280, 238_628), ("Simon", 210_259, 234_862)),
        ("mayor.london.2016-05-05", ("Khan", 1_148_716, 1_310_143), ("Goldsmith", 909_755, 994_614)),
        # Second on first preferences, first after the second round.
        (
            "mayor.cambridgeshire-and-peterborough.2021-05-06",
            ("Johnson", 76_106, 113_994),
            ("Palmer", 93_942, 108_195),
        ),
    ],
)
def test_under_the_supplementary_vote_the_final_round_ranks(
    query: Any, contest_id: str, winner: tuple[str, int, int], runner_up: tuple[str, int, int]
) -> None:
    assert [row[:3] for row in query(STOOD, contest_id)] == [winner, runner_up]


def test_contests_that_list_some_candidates_only(query: Any) -> None:
    found = query(
        "SELECT office_id, year, valid_votes FROM office_contest"
        " WHERE NOT complete AND votes_held <> 'none' ORDER BY ALL"
    )
    assert found == [
        ("mayor:cambridgeshire-and-peterborough", 2017, None),
        ("mayor:doncaster", 2025, None),
        ("mayor:greater-lincolnshire", 2025, None),
        ("mayor:greater-manchester", 2021, None),
        ("mayor:london", 2024, None),
        ("mayor:north-tyneside", 2025, None),
    ]


def test_sixty_five_by_elections(query: Any) -> None:
    assert query("SELECT count(*), min(year), max(year) FROM office_contest WHERE by_election") == [(65, 2011, 2026)]


def test_blackpool_south_changed_hands(query: Any) -> None:
    contest = "parl.blackpool-south.by.2024-05-02"
    assert query("SELECT result, from_party FROM office_contest WHERE contest_id = ?", contest) == [
        ("gain", "conservative")
    ]
    changes = dict(query("SELECT party_id, change FROM office_candidacy WHERE contest_id = ?", contest))
    assert (changes["labour"], changes["conservative"]) == (20.57, -32.09)
    assert round((changes["labour"] - changes["conservative"]) / 2, 2) == 26.33


def test_a_winners_votes_that_break_the_count_are_put_right_and_no_swing_rests_on_them(query: Any) -> None:
    found = query(
        "SELECT surname, first_votes, change FROM office_candidacy"
        " WHERE contest_id LIKE 'parl.sheffield-brightside%' AND rank = 1"
    )
    assert found == [("Furniss", 14_087, None)]


def test_a_mayor_with_the_commissioners_powers_is_no_commissioner(query: Any) -> None:
    found = query("SELECT office_id FROM office_contest WHERE contest_id LIKE 'pcc.%yorkshire.2024%'")
    assert found == []
    assert query("SELECT count(*) FROM refused WHERE line LIKE 'pcc %'") == [(2,)]


def test_labour_won_two_commissioners_from_the_conservatives(query: Any) -> None:
    for area, winner in (("cumbria", "David Allen"), ("avon-and-somerset", "Clare Moody")):
        won = "SELECT name, party_id FROM office_candidacy WHERE elected AND contest_id LIKE ?"
        held = query(f"{won} ORDER BY contest_id", f"pcc.{area}.202%")
        assert [party for _, party in held] == ["conservative", "labour"]
        assert held[-1][0] == winner


@pytest.mark.parametrize(
    ("contest_id", "party", "seats", "change"),
    [
        ("sp.2016-05-05", "snp", 63, -6),
        ("sp.2016-05-05", "conservative", 31, 16),
        ("sp.2016-05-05", "labour", 24, -13),
        ("naw.2016-05-05", "labour", 29, -1),
        ("naw.2016-05-05", "ukip", 7, 7),
    ],
)
def test_parliaments_of_2016(query: Any, contest_id: str, party: str, seats: int, change: int) -> None:
    found = query("SELECT seats, change FROM office_seats WHERE contest_id = ? AND party_id = ?", contest_id, party)
    assert found == [(seats, change)]


def test_the_holder_nobody_vouches_for_is_refused(query: Any) -> None:
    assert query("SELECT * FROM office_holder WHERE office_id = 'mayor:north-tyneside'") == []
    assert ("no source is named",) in query("SELECT reason FROM refused WHERE source = 'mayors-and-pccs'")


def test_a_day_on_which_sources_disagree_is_left_out(query: Any) -> None:
    [(day, note)] = query("SELECT elected_on, note FROM office_holder WHERE office_id = 'mayor:salford'")
    assert day is None
    assert "2021-05-06 or 2024-05-02" in note


def test_a_majority_that_the_source_misprints_is_told(query: Any) -> None:
    [(note,)] = query("SELECT note FROM office_contest WHERE contest_id LIKE 'parl.arbroath%'")
    assert note == "the source prints a majority of 5,178; its votes give 5,278"


def test_the_workers_party_of_2024_is_not_an_older_one_of_that_name(query: Any) -> None:
    found = query(
        "SELECT DISTINCT party_id FROM candidacy JOIN contest USING (contest_id)"
        " WHERE year = 2024 AND party_id LIKE 'workers-party%'"
    )
    assert found == [("workers-party-of-britain",)]
