"""Names, witnesses and corrections: how several sources of one thing are laid onto each other."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.importer.ballots import Poll, Refused, Stand, Turnout
from assistant.importer.full_names import FullNames, Named
from assistant.importer.joining import Placed, unrepeated, with_turnout
from assistant.importer.people import surname_apart, surname_shouted

DAY = date(2022, 5, 5)


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("David Stephen COTTON", ("David Stephen Cotton", "Cotton")),
        ("Vicky Jackson", ("Vicky Jackson", "Jackson")),
        ("Ian McDONALD", ("Ian McDonald", "McDonald")),
        ("Mary O'HARA", ("Mary O'Hara", "O'Hara")),
        ("Ann SMITH-JONES", ("Ann Smith-Jones", "Smith-Jones")),
    ],
)
def test_a_surname_in_capitals(printed: str, told: tuple[str, str]) -> None:
    assert surname_shouted(printed) == told


@pytest.mark.parametrize(
    ("surname", "given", "told"),
    [
        ("MCDONALD", "Ann Mary", ("Ann Mary McDonald", "McDonald")),
        ("Prince, Keith", "", ("Keith Prince", "Prince")),
        ("DAVENPORT Laura", "", ("Laura Davenport", "Davenport")),
        ("Paul PRATT", "", ("Paul Pratt", "Pratt")),
        ("Huxtable [Huxtable]", "Linda Dawn [Lynne]", ("Linda Dawn Huxtable", "Huxtable")),
    ],
)
def test_a_surname_in_its_own_column(surname: str, given: str, told: tuple[str, str]) -> None:
    assert surname_apart(surname, given) == told


def stand(name: str, votes: int, elected: bool = False) -> Stand:
    return Stand(name, name.split()[-1], "Lab", votes, elected)


def placed(source_id: str, turnout: Turnout | None = None, ward: str = "Abbey", **more: object) -> Placed:
    stands = (stand("A. Wye", 20, True), stand("B. Exe", 10))
    poll = Poll(source_id, 1, "Ambridge", ward, DAY, seats=1, stands=stands, turnout=turnout, **more)  # type: ignore[arg-type]
    return Placed("ambridge", ward.lower(), poll)


def full(*names: str) -> FullNames:
    known = FullNames()
    for name in names:
        known.see("ambridge", "abbey", "labour", name, name.split()[-1], "roster")
    return known


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (("Anne Wye",), "Anne Wye"),
        (("Anne Wye", "Anne Mary Wye"), "Anne Wye"),
        (("Anne Wye", "Alan Wye"), None),
        (("Bert Wye",), None),
        ((), None),
    ],
)
def test_initials_are_joined_where_one_first_name_is_known(known: tuple[str, ...], told: str | None) -> None:
    found = full(*known).of_stand("ambridge", "abbey", DAY, stand("A. Wye", 20), "labour")
    assert (found.name if found else None) == told


def test_a_second_initial_has_to_agree() -> None:
    assert full("Anne Mary Wye").of("ambridge", "abbey", "labour", "A.B. Wye", "Wye") is None


def test_in_another_ward_the_party_has_to_be_the_same() -> None:
    known = full("Anne Wye")
    assert known.of("ambridge", "castle", "labour", "A. Wye", "Wye") == Named("Anne Wye", "roster")
    assert known.of("ambridge", "castle", "green", "A. Wye", "Wye") is None


def test_one_who_has_a_longer_surname_in_another_source_is_nobody_from_elsewhere() -> None:
    known = full("Anne Wye")
    known.see_stand("ambridge", "castle", DAY, Stand("Alan Exe-Wye", "Exe-Wye", "Lab", 20, False), "borough")
    assert known.of_stand("ambridge", "castle", DAY, stand("A. Wye", 20), "labour") is None
    assert known.of_stand("ambridge", "castle", DAY, stand("A. Wye", 30), "labour") == Named("Anne Wye", "roster")


def test_the_returning_officers_turnout_goes_before_the_handbooks() -> None:
    handbook = Turnout("handbook-2022", 100, None, 31.0, "as published")
    borough = Turnout("gla-2022", 100, 35, 35.0, "ballots at the count", 5)
    refused: list[Refused] = []
    [at] = with_turnout([placed("handbook-2022", handbook), placed("gla-2022", borough)], refused)
    assert at.poll.source_id == "handbook-2022" and at.poll.turnout == borough and refused == []


def test_a_ward_of_a_second_source_that_the_first_does_not_have_is_refused() -> None:
    first = [placed("leap-2018", ward=ward) for ward in ("Abbey", "Castle", "Dean", "Elm", "Ford")]
    refused: list[Refused] = []
    assert len(with_turnout([*first, placed("dcleapil-lancashire", ward="Abbey Park")], refused)) == 5
    assert "none of this name" in refused[0].reason


def test_one_electorate_and_turnout_in_two_wards_is_kept_for_neither() -> None:
    same = Turnout("handbook-2021", 9522, None, 30.6, "as published")
    other = Turnout("handbook-2021", 9000, None, 30.6, "as published")
    polls = [
        placed("handbook-2021", same),
        placed("handbook-2021", same, "Castle"),
        placed("handbook-2021", other, "Dean"),
    ]
    assert [at.poll.turnout for at in unrepeated(polls)] == [None, None, other]
