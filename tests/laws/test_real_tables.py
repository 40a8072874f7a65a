"""Law 3: the arithmetic of answers, over the real tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import It
from assistant.core.query import run
from assistant.tables.opening import open_tables
from tests.laws import real
from tests.laws.real import claim, measure, named, parties, that_voted, wards

often = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def con(cache_folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    tables = open_tables(None, cache_folder)
    yield tables.connection
    tables.close()


@pytest.fixture(scope="module")
def polls(con: duckdb.DuckDBPyConnection) -> list[tuple[str, int]]:
    return real.polls(con)


def _with(figure: n.Measure) -> n.Set:
    """The parties that have the figure."""
    return n.Select("party", None, (n.Compare(figure, ">=", n.Number(0)),))


def _known(found: dict[Any, bool | None]) -> set[Any]:
    return {member for member, truth in found.items() if truth}


@often
@given(data=st.data(), party=parties)
def test_the_list_agrees_with_the_single_figures(con: Any, polls: Any, data: st.DataObject, party: str) -> None:
    council, year = data.draw(st.sampled_from(polls))
    won = _known(run.members(con, wards(council, claim("win", It("ward"), year, party))))
    for ward in run.members(con, that_voted(council, year)):
        assert (ward in won) == (run.truth(con, claim("win", named("ward", ward), year, party))[1] is True)


@often
@given(data=st.data(), party=parties)
def test_what_holds_and_what_does_not_and_what_cannot_be_told_are_all(
    con: Any, polls: Any, data: st.DataObject, party: str
) -> None:
    council, year = data.draw(st.sampled_from(polls))
    won = claim("win", It("ward"), year, party)
    holds = run.members(con, wards(council, won))
    does_not = run.members(con, wards(council, n.Not(won)))
    assert set(holds) == set(does_not) == set(run.members(con, that_voted(council, year)))
    assert not _known(holds) & _known(does_not)
    assert {w for w, t in holds.items() if t is None} == {w for w, t in does_not.items() if t is None}


@often
@given(data=st.data(), party=parties)
def test_the_count_is_the_length_of_the_list(con: Any, polls: Any, data: st.DataObject, party: str) -> None:
    council, year = data.draw(st.sampled_from(polls))
    won = wards(council, claim("win", It("ward"), year, party))
    found, count = run.members(con, won), run.value(con, n.Count(won))
    assert count is not None
    assert count.of == len(found) and count.n == sum(t is not None for t in found.values())
    assert count.value == (len(_known(found)) if count.n else None)


@often
@given(data=st.data())
def test_shares_of_one_whole_add_to_100(con: Any, polls: Any, data: st.DataObject) -> None:
    council, year = data.draw(st.sampled_from(polls))
    place = data.draw(st.sampled_from([named("council", council), named("area", "region:london"), None]))
    share = n.Measure("share of the vote", place=place, party=It("party"), time=named("year", year))
    shares = [run.value(con, replace(share, party=named("party", p))) for p in _known(run.members(con, _with(share)))]
    held = [one for one in shares if one is not None and one.value is not None]
    if held and all(one.n == one.of for one in held):
        assert sum(one.value or 0 for one in held) == pytest.approx(100)


@often
@given(data=st.data(), party=parties, first=st.integers(1, 6))
def test_the_first_n_are_a_prefix_of_the_first_n_and_one(
    con: Any, polls: Any, data: st.DataObject, party: str, first: int
) -> None:
    council, year = data.draw(st.sampled_from(polls))
    votes = measure("votes", It("ward"), year, party)
    some, more = (
        _known(run.members(con, n.Ranked("ward", that_voted(council, year), votes, "most", 1, last)))
        for last in (first, first + 1)
    )
    assert some <= more


@often
@given(data=st.data(), party=parties)
def test_the_sum_over_the_parts_is_the_whole(con: Any, polls: Any, data: st.DataObject, party: str) -> None:
    """Where candidates are held: May 2023 has the votes of a ward's top candidates only, which add up to nothing."""
    council, year = data.draw(st.sampled_from([poll for poll in polls if poll[1] != 2023]))
    for name in ("votes", "seats won", "candidates"):
        parts = run.value(con, n.Over("sum", measure(name, It("ward"), year, party), that_voted(council, year)))
        whole = run.value(con, measure(name, named("council", council), year, party))
        if parts and whole and parts.n == parts.of and whole.value is not None:
            assert parts.value == whole.value, name


@often
@given(data=st.data(), one=parties, other=parties)
def test_swapping_names_swaps_the_answer(con: Any, polls: Any, data: st.DataObject, one: str, other: str) -> None:
    council, year = data.draw(st.sampled_from(polls))
    place = named("council", council)
    mine, theirs = measure("votes", place, year, one), measure("votes", place, year, other)
    lead, back = run.value(con, n.Difference(mine, theirs)), run.value(con, n.Difference(theirs, mine))
    assert (lead is None) == (back is None)
    if lead is not None and back is not None and lead.value is not None and back.value is not None:
        assert lead.value == -back.value
    beat, beaten = (
        run.truth(con, claim("beat", place, year, a, rival=named("party", b)))[1]
        for a, b in ((one, other), (other, one))
    )
    assert not (beat and beaten)
