"""One figure of the tables is changed: the check names the answers that quote it, and says what moved."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from assistant import Assistant, resources
from assistant.files.saving import save

QUESTIONS = {
    "dudley": ("who controlled Dudley in 2016", "who controlled Dudley in 2015"),
    "walsall": ("who controlled Walsall in 2016", "and in 2015?"),
    "seats": ("closest wards in Walsall 2016", "how many seats did Labour have on Dudley in 2016"),
}


@pytest.fixture(scope="module")
def transcripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("transcripts")
    with Assistant() as assistant:
        for name, questions in QUESTIONS.items():
            assistant.reset()
            save(folder / f"{name}.md", [assistant.ask(question) for question in questions])
    return folder


@pytest.fixture(scope="module")
def altered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tables in which Labour holds one seat fewer on Dudley in 2016."""
    data = tmp_path_factory.mktemp("altered") / "data"
    shutil.copytree(resources.data_folder(), data)
    file = data / "composition.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE t AS FROM '{file}'")
        where = "council_id = 'dudley' AND year = 2016 AND party_id = 'labour'"
        connection.execute(f"UPDATE t SET seats = seats - 1 WHERE {where}")
        connection.execute(f"COPY t TO '{file}' (FORMAT parquet)")
    return data


def check(transcripts: Path, *options: str) -> tuple[int, list[str], str]:
    """The exit code, the lines that name what moved, and the verdict."""
    command = [sys.executable, "-m", "assistant", *options, "check", str(transcripts)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    named = [line.removeprefix(f"{transcripts}/") for line in ended.stdout.splitlines() if " moved: " in line]
    return ended.returncode, named, ended.stderr.strip()


def test_nothing_moves_by_itself(transcripts: Path) -> None:
    assert check(transcripts) == (0, [], "6 answers in 3 transcripts: none moved.")


def test_a_figure_that_moves_is_named_where_it_is_quoted(transcripts: Path, altered: Path, tmp_path: Path) -> None:
    code, named, verdict = check(transcripts, "--data", str(altered), "--cache", str(tmp_path))
    assert code == 1
    assert [line.split(":")[0] for line in named] == ["dudley.md", "seats.md"]
    assert all(": figures moved: " in line for line in named)
    assert named[0].endswith("who controlled Dudley in 2016")
    assert named[1].endswith("how many seats did Labour have on Dudley in 2016")
    assert verdict.endswith("6 answers in 3 transcripts: 2 moved (2 figures).")


def test_a_wording_that_moves_is_called_wording(transcripts: Path, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(transcripts, before)
    file = before / "dudley.md"
    assert "seats short" in file.read_text()
    file.write_text(file.read_text().replace("seats short", "too few"))
    code, named, _ = check(before)
    assert code == 1 and [line.split(": ")[1] for line in named] == ["wording moved"]
