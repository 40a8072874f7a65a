"""`assistant data verify`: figures held twice agree, or are known to differ, with the reason."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from assistant.cli.exit_code import ExitCode
from assistant.cli.main import assistant
from assistant.errors import DataError
from assistant.tables import open_tables
from assistant.verify.checks import FOLDER, figure, read_checks
from assistant.verify.known import KNOWN, REASONS, read_known
from assistant.verify.report import line, report, total
from assistant.verify.verdict import Verdict, verify

DATA = Path(__file__).parents[2] / "data"
_CHECK = """\
-- What one says and what the other says
-- Both are of the same day.
SELECT place AS key, one AS first, 'a' AS first_source, two AS second, 'b' AS second_source, one = two AS agree
FROM held;
"""
_REASON = ("reason,meaning,said_by", "later,the second is of a later day,the second")


@pytest.fixture(scope="module")
def shipped() -> Iterator[Verdict]:
    tables = open_tables()
    yield verify(tables.connection, tables.data)
    tables.close()


def test_the_shipped_figures_agree_or_are_known_to_differ(shipped: Verdict) -> None:
    assert [line(difference) for difference in shipped.unreviewed] == []


def test_every_check_compares_something(shipped: Verdict) -> None:
    assert [outcome.check.name for outcome in shipped.outcomes if not outcome.compared] == []


def test_every_check_names_each_thing_once_and_both_sources(shipped: Verdict) -> None:
    for difference in shipped.differences:
        assert difference.pair and difference.pair.first_source and difference.pair.second_source
    keys = [(difference.check, difference.key) for difference in shipped.differences]
    assert len(keys) == len(set(keys))


def test_every_reason_is_used_and_says_who_says_so() -> None:
    with (DATA / FOLDER / REASONS).open(encoding="utf-8", newline="") as lines:
        reasons = list(csv.DictReader(lines))
    used = {known.reason.name for known in read_known(DATA).values()}
    assert {row["reason"] for row in reasons} == used
    assert all(row["meaning"] and row["said_by"] for row in reasons)


def test_each_check_is_told_in_a_line_that_no_other_has() -> None:
    checks = read_checks(DATA)
    assert len({check.title for check in checks}) == len({check.name for check in checks}) == len(checks)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    checks = tmp_path / FOLDER
    checks.mkdir()
    (checks / "10-one-and-two.sql").write_text(_CHECK, encoding="utf-8")
    (checks / REASONS).write_text("\n".join(_REASON), encoding="utf-8")
    return tmp_path


def looked_at(folder: Path, *rows: str) -> None:
    text = "\n".join(["check,key,first,second,reason", *rows])
    (folder / FOLDER / KNOWN).write_text(text, encoding="utf-8")


def verdict_of(folder: Path, *rows: tuple[str, float, float]) -> Verdict:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE held (place VARCHAR, one DOUBLE, two DOUBLE)")
        for row in rows:
            connection.execute("INSERT INTO held VALUES (?, ?, ?)", row)
        return verify(connection, folder)


def states(verdict: Verdict) -> list[tuple[str, str]]:
    return [(difference.key, difference.state) for difference in verdict.differences]


def test_a_disagreement_nobody_looked_at_is_new(folder: Path) -> None:
    verdict = verdict_of(folder, ("Ambridge", 3, 4), ("Borchester", 5, 5))
    assert states(verdict) == [("Ambridge", "new")]
    assert "new: one-and-two: Ambridge: 3 (a) against 4 (b)" in report(verdict, "text", 80, every=False)
    assert total(verdict) == "2 figures compared: 1 agree, 0 are known to differ, 1 to be looked at."


def test_a_known_one_is_no_news_until_a_figure_moves_or_it_goes(folder: Path) -> None:
    looked_at(folder, "one-and-two,Ambridge,3,4,later")
    assert states(verdict_of(folder, ("Ambridge", 3, 4))) == [("Ambridge", "known")]
    moved = verdict_of(folder, ("Ambridge", 3, 5))
    assert states(moved) == [("Ambridge", "moved")] and line(moved.unreviewed[0]).endswith("was 3 against 4")
    assert states(verdict_of(folder, ("Ambridge", 4, 4))) == [("Ambridge", "gone")]
    assert states(verdict_of(folder)) == [("Ambridge", "gone")]


def test_what_is_known_of_no_check_is_gone(folder: Path) -> None:
    looked_at(folder, "one-and-three,Ambridge,3,4,later")
    assert states(verdict_of(folder, ("Ambridge", 3, 3))) == [("Ambridge", "gone")]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (("one-and-two,Ambridge,3,4,because",), "because is no reason"),
        (("one-and-two,Ambridge,3,4,later", "one-and-two,Ambridge,3,4,later"), "is there twice"),
    ],
)
def test_a_known_disagreement_needs_a_reviewed_reason_and_stands_once(
    folder: Path, rows: tuple[str, ...], wrong: str
) -> None:
    looked_at(folder, *rows)
    with pytest.raises(DataError, match=wrong):
        read_known(folder)


def test_a_check_that_is_no_check_is_named(folder: Path) -> None:
    (folder / FOLDER / "20-broken.sql").write_text("-- Broken\nSELECT 1 AS key;", encoding="utf-8")
    with pytest.raises(DataError, match="broken"):
        verdict_of(folder)


def test_a_folder_without_checks_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no checks"):
        read_checks(tmp_path)


@pytest.mark.parametrize(
    ("value", "text"), [(12, "12"), (12.0, "12"), (31.51, "31.51"), ("none", "none"), (None, ""), (0.0, "0")]
)
def test_figures_are_compared_as_they_are_written(value: object, text: str) -> None:
    assert figure(value) == text


def test_the_command_ends_with_1_when_one_is_new_and_names_both_figures(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    known = data / FOLDER / KNOWN
    rows = known.read_text(encoding="utf-8").splitlines()
    known.write_text("\n".join([rows[0], *rows[2:]]), encoding="utf-8")
    check, key, first, second, _ = next(csv.reader([rows[1]]))
    arguments = ["--data", str(data), "--cache", str(tmp_path / "cache"), "data", "verify"]
    text = CliRunner().invoke(assistant, arguments, standalone_mode=False)
    assert text.return_value == ExitCode.NOT_ANSWERED
    assert f"new: {check}: {key}: {first} (" in text.output and f"against {second} (" in text.output
    told = CliRunner().invoke(assistant, [*arguments, "--format", "json"], standalone_mode=False)
    states = {row["state"] for row in json.loads(told.stdout)["disagreements"]}
    assert states == {"known", "new"}


def test_the_command_ends_with_0_when_all_are_known() -> None:
    ended = CliRunner().invoke(assistant, ["data", "verify", "--format", "csv"], standalone_mode=False)
    assert ended.return_value == ExitCode.ANSWERED
    rows = list(csv.DictReader(ended.stdout.splitlines()))
    assert {row["state"] for row in rows} == {"known"} and all(row["meaning"] and row["said_by"] for row in rows)
