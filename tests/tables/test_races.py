from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

OPEN = """
import sys
from pathlib import Path
from assistant.tables import open_tables
tables = open_tables(Path(sys.argv[1]), Path(sys.argv[2]))
print(tables.connection.execute("SELECT count(*) FROM thing").fetchone()[0], tables.note)
"""
ROWS = 20_000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "schema.sql").write_text("CREATE TABLE thing (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL);")
    (folder / "thing.csv").write_text("id,name\n" + "".join(f"{n},name {n}\n" for n in range(ROWS)))
    return folder


def start(data: Path, cache: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", OPEN, str(data), str(cache)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_first_runs_at_once_make_one_build_and_both_answer(data: Path, tmp_path: Path) -> None:
    runs = [start(data, tmp_path / "c") for _ in range(3)]
    assert [run.communicate(timeout=120) for run in runs] == [(f"{ROWS} None\n", "")] * 3
    assert len(list((tmp_path / "c").glob("*.duckdb"))) == 1


def test_a_build_killed_at_any_moment_leaves_the_next_run_whole(data: Path, tmp_path: Path) -> None:
    moments = random.Random(7)
    for number in range(6):
        (data / "thing.csv").open("a").write(f"{ROWS + number},late\n")
        run = start(data, tmp_path / "c")
        time.sleep(moments.uniform(0.05, 0.5))
        os.kill(run.pid, signal.SIGKILL)
        run.communicate(timeout=60)
    output, errors = start(data, tmp_path / "c").communicate(timeout=120)
    assert (output, errors) == (f"{ROWS + 6} None\n", "")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_cache_is_no_obstacle(data: Path, tmp_path: Path) -> None:
    (tmp_path / "c").mkdir(mode=0o500)
    output, _ = start(data, tmp_path / "c").communicate(timeout=60)
    assert output.startswith(f"{ROWS} The cache folder")
