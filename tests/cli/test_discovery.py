"""How a newcomer finds out what is there: the version, the doctor, what is held, completion in the shell."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli.completion import SHELLS
from assistant.cli.version import data_digest, package_version
from assistant.tables.fingerprint import digest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"


def assistant(*arguments: str, cache: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assistant", "--cache", str(cache), *arguments]
    variables = {**os.environ, **environment}
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)


def test_the_version_tells_the_digest_of_the_data(cache_folder: Path) -> None:
    told = assistant("--version", cache=cache_folder)
    assert (told.returncode, told.stdout) == (0, f"assistant {package_version()}, data {digest(DATA)}\n")


def test_the_digest_is_another_when_a_figure_changes(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    before = data_digest(tmp_path / "data", tmp_path)
    with (tmp_path / "data" / "party.csv").open("a") as parties:
        parties.write("\n")
    assert data_digest(tmp_path / "data", tmp_path) != before == digest(DATA)
    assert data_digest(tmp_path, tmp_path).startswith("unreadable")


def test_the_doctor_finds_all_well(cache_folder: Path) -> None:
    looked = assistant("doctor", cache=cache_folder)
    lines = looked.stdout.splitlines()
    assert looked.returncode == 0 and "✗" not in looked.stdout, looked.stdout
    names = [line.split()[1] for line in lines]
    assert names == "version data cache tables answer terminal fonts pager extras".split()
    assert digest(DATA) in lines[1] and str(cache_folder) in lines[2]


def test_the_doctor_says_what_is_amiss_and_what_to_do(tmp_path: Path) -> None:
    looked = assistant("--data", str(tmp_path), "doctor", cache=tmp_path / "cache")
    assert looked.returncode == 1 and "Traceback" not in looked.stderr
    amiss = [line for line in looked.stdout.splitlines() if line.startswith("✗")]
    assert [line.split()[1] for line in amiss] == ["data", "tables"]
    assert "name a folder of tables with --data" in amiss[0]


def test_a_pager_that_is_not_there_keeps_no_answer_from_coming(cache_folder: Path) -> None:
    looked = assistant("doctor", cache=cache_folder, PAGER="no-such-pager")
    assert looked.returncode == 0 and "no-such-pager is not there; long answers scroll by" in looked.stdout


def test_coverage_is_a_row_a_year_in_each_format(cache_folder: Path) -> None:
    told = [assistant("data", "coverage", "--format", form, cache=cache_folder).stdout for form in ("json", "csv")]
    rows = json.loads(told[0])
    assert [row["year"] for row in rows] == sorted({row["year"] for row in rows}, reverse=True)
    assert [int(row["year"]) for row in csv.DictReader(io.StringIO(told[1]))] == [row["year"] for row in rows]
    of_2016 = next(row for row in rows if row["year"] == 2016)
    assert of_2016["wards"] > 1_000 and of_2016["compositions"] > 300 and of_2016["offices"] > 0
    text = assistant("data", "coverage", cache=cache_folder).stdout
    assert max(map(len, text.splitlines())) <= 80 and "Who runs" in text


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_is_printed_and_installed(shell: str, tmp_path: Path) -> None:
    printed = assistant("completion", shell, cache=tmp_path)
    assert printed.returncode == 0 and "_ASSISTANT_COMPLETE" in printed.stdout
    said = assistant("completion", shell, "--install", cache=tmp_path, HOME=str(tmp_path)).stdout
    place = Path(said.removeprefix("Wrote ").partition(". ")[0])
    assert place.is_relative_to(tmp_path) and place.read_text().rstrip() == printed.stdout.rstrip()


def test_bash_completes_commands_and_options(tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("there is no bash here")
    program = tmp_path / "assistant"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m assistant "$@"\n')
    program.chmod(0o755)
    script = assistant("completion", "bash", cache=tmp_path).stdout
    for line, expected in (("assistant co", "completion"), ("assistant check --wa", "--watch")):
        words = line.split()
        asked = f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _assistant_completion assistant"
        ask = f'{asked}; echo "${{COMPREPLY[@]}}"'
        ended = subprocess.run(
            ["bash", "-c", f"{script}\n{ask}"],
            env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.stdout.split() == [expected], ended.stderr
