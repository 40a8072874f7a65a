"""An answer's table in Arrow, pandas and Polars: the types of its columns, and what goes with them."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer.model import Answer, Column, Outcome, Unit
from assistant.errors import AssistantError
from assistant.render.codes import Codes
from tests.support.answers import CONTROL

MIXED = replace(
    CONTROL,
    columns=(
        Column("ward", "Ward", Unit.TEXT),
        Column("date", "Date", Unit.DATE),
        Column("year", "Year", Unit.YEAR),
        Column("votes", "Votes", Unit.COUNT),
        Column("mean", "Mean", Unit.COUNT),
        Column("turnout", "Turnout", Unit.SHARE),
        Column("held", "Held", Unit.TRUTH),
        Column("said", "Said", Unit.COUNT),
    ),
    rows=(
        {
            "ward": "Lakey Hill",
            "date": "2024-05-02",
            "year": 2024,
            "votes": 12,
            "mean": 1.5,
            "turnout": 31,
            "held": True,
            "said": "many",
        },
        {"mean": 2},
    ),
)


def test_arrow_has_the_type_that_each_unit_has() -> None:
    table = MIXED.to_arrow()
    assert {field.name: str(field.type) for field in table.schema} == {
        "ward": "string",
        "date": "date32[day]",
        "year": "int64",
        "votes": "int64",
        "mean": "double",
        "turnout": "double",
        "held": "bool",
        "said": "string",
    }
    assert table.to_pylist()[0]["date"] == date(2024, 5, 2)
    assert set(table.to_pylist()[1].values()) == {None, 2.0}
    assert table.schema.field("turnout").metadata == {b"title": b"Turnout", b"unit": b"share"}


def test_what_the_figures_rest_on_goes_with_them() -> None:
    frame, table = CONTROL.to_pandas(), CONTROL.to_arrow()
    assert frame.attrs["sources"][0]["licence"] == "CC BY 4.0" and frame.attrs["reading"] == CONTROL.reading
    assert json.loads(table.schema.metadata[b"basis"]) == "majority by seats"


def test_pandas_counts_with_what_is_not_held() -> None:
    frame = MIXED.to_pandas()
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        "ward": "string",
        "date": "datetime64[ms]",
        "year": "Int64",
        "votes": "Int64",
        "mean": "float64",
        "turnout": "float64",
        "held": "boolean",
        "said": "string",
    }
    assert frame["votes"].sum() == 12


def test_polars_has_the_same() -> None:
    frame = MIXED.to_polars()
    assert [str(kind) for kind in frame.dtypes[:4]] == ["String", "Date", "Int64", "Int64"]
    assert frame.height == 2


def test_an_answer_without_a_table_is_an_empty_one() -> None:
    assert Answer("q", Outcome.NO_DATA, "Not held.").to_arrow().num_rows == 0


def test_people_parties_and_councils_have_their_codes_beside_them(tmp_path: Path) -> None:
    (tmp_path / "council.csv").write_text("name,gss\nAmbridge,E07000999\nAmbridge,\n")
    (tmp_path / "party.csv").write_text("name,ec_id\nLabour,PP53\nIndependent,\n")
    answer = replace(
        CONTROL,
        codes=Codes(tmp_path),
        columns=tuple(Column(key, key.title(), Unit.TEXT) for key in ("council", "winner", "party", "ward")),
        rows=(
            {"council": "Ambridge", "winner": "Peggy (Peg) Archer (Labour)", "party": "Labour", "ward": "A (North)"},
            {"council": "Borchester", "winner": "T. Forrest (Independent)", "party": "Independent", "ward": "B"},
        ),
    )
    rows = answer.to_arrow().to_pylist()
    assert rows[0] == {
        "council": "Ambridge",
        "council_gss": "E07000999",
        "winner": "Peggy (Peg) Archer",
        "winner_party": "Labour",
        "winner_party_id": "PP53",
        "party": "Labour",
        "party_id": "PP53",
        "ward": "A (North)",
    }
    assert (rows[1]["council_gss"], rows[1]["winner_party"], rows[1]["party_id"]) == (None, "Independent", None)


def test_the_codes_outlive_the_assistant(cache_folder: Path) -> None:
    with Assistant(cache=cache_folder) as one:
        answer = one.ask("who controls Dudley")
    first = answer.to_arrow().to_pylist()[0]
    assert (first["party"], first["party_id"]) == ("Conservative", "PP52")


@pytest.mark.parametrize(("name", "extra"), [("pyarrow", "arrow"), ("pandas", "pandas"), ("polars", "polars")])
def test_without_its_library_it_says_how_to_get_it(name: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(AssistantError, match=rf"{name} is needed") as raised:
        getattr(CONTROL, f"to_{extra}")()
    assert f"election-results-assistant[{extra}]" in str(raised.value)
