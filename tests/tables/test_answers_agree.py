"""`assistant data verify --answers`: what is printed is what the tables hold, counted another way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from assistant import Assistant
from assistant.cli.exit_code import ExitCode
from assistant.cli.main import assistant
from assistant.tables import open_tables
from assistant.verify.answers import Claim, verify_answers
from assistant.verify.report import line

SAMPLE = 15
Asked = Mapping[str, Any]


@pytest.fixture(scope="module")
def tables(cache_folder: Path) -> Iterator[Any]:
    tables = open_tables(None, cache_folder)
    yield tables
    tables.close()


def asker(one: Assistant) -> Callable[[str], Asked]:
    def ask(question: str) -> Asked:
        one.reset()
        return one.ask(question).to_dict()

    return ask


def test_a_sample_of_every_figure_is_printed_as_counted(real: Assistant, tables: Any) -> None:
    answers = verify_answers(tables.connection, tables.data, asker(real), SAMPLE)
    assert [line(difference) for difference in answers.verdict.differences] == []
    checks = {outcome.check.name: outcome.compared for outcome in answers.verdict.outcomes}
    assert set(checks) == {"control", "seats", "winners", "turnout", "shares", "votes-and-turnout", "parties"}
    assert all(compared > SAMPLE / 2 for compared in checks.values()), answers.unanswered


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one check of answers, of a winner and a turnout."""
    folder = tmp_path / "checks" / "answers"
    folder.mkdir(parents=True)
    (folder / "10-small.sql").write_text(
        "-- What is asked\n"
        "SELECT 'gornal' AS key, 'who won Gornal' AS question, ['David Stanley'] AS expected, NULL::DOUBLE AS least,\n"
        "       NULL::DOUBLE AS most\n"
        "UNION ALL SELECT 'turnout', 'turnout in Gornal', NULL, 31.9, 32.1;\n"
    )
    return tmp_path


def answer(value: object, **more: object) -> Asked:
    return {"outcome": "answered", "value": value, "answer": "", "rows": [], "sources": [], **more}


def told(data: Path, answers: Mapping[str, Asked]) -> tuple[list[str], list[str]]:
    with duckdb.connect() as connection:
        found = verify_answers(connection, data, answers.__getitem__)
    return [line(row) for row in found.verdict.differences], [row.outcome for row in found.unanswered]


def test_another_winner_and_another_turnout_are_told(data: Path) -> None:
    wrong = {"who won Gornal": answer("Dave Branwood"), "turnout in Gornal": answer(23.0, sources=[{"id": "almanac"}])}
    assert told(data, wrong)[0] == [
        "new: small: gornal: Dave Branwood (the answer to “who won Gornal”) against David Stanley (no source)",
        "new: small: turnout: 23 (the answer to “turnout in Gornal”) against 31.9 to 32.1 (almanac)",
    ]


def test_a_refusal_is_no_wrong_figure_and_is_counted(data: Path) -> None:
    refused = {"who won Gornal": {"outcome": "ambiguous"}, "turnout in Gornal": answer(32)}
    assert told(data, refused) == ([], ["ambiguous"])


def test_of_several_winners_each_must_be_named() -> None:
    claim = Claim("oldham", "who won", ("A. Ahmad", "B. Judge"), None, None)
    assert claim.holds(answer(2, rows=[{"name": "A. Ahmad"}, {"name": "B. Judge"}]))
    assert not claim.holds(answer(2, rows=[{"name": "A. Ahmad"}, {"name": "C. Third"}]))


def test_the_command_asks_a_sample(cache_folder: Path) -> None:
    arguments = ["--cache", str(cache_folder), "data", "verify", "--answers", "--sample", "2"]
    ended = CliRunner().invoke(assistant, arguments, standalone_mode=False)
    assert ended.return_value == ExitCode.ANSWERED
    assert "none is new" in ended.output
