"""Two at once, killed, without room, without leave: the tables are built whole or not at all, and answer."""

from __future__ import annotations

import ctypes
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from assistant.tables import open_tables

OPEN = """
import sys
from pathlib import Path
from assistant.errors import AssistantError
from assistant.tables import open_tables
print("begun", flush=True)
try:
    tables = open_tables(Path(sys.argv[1]), Path(sys.argv[2]))
except AssistantError as error:
    sys.exit(f"told: {error}")
print(tables.connection.execute("SELECT count(*) FROM thing").fetchone()[0], tables.note)
"""
ROWS = 20_000
KILLED = 20
_DROP_BOUNDING, _OVERRIDE = 24, 1  # prctl's PR_CAPBSET_DROP, CAP_DAC_OVERRIDE


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "schema.sql").write_text("CREATE TABLE thing (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL);")
    (folder / "thing.csv").write_text("id,name\n" + "".join(f"{n},name {n}\n" for n in range(ROWS)))
    return folder


def start(data: Path, cache: Path, before: Callable[[], object] | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", OPEN, str(data), str(cache)]
    variables = {**os.environ, "TMPDIR": str(data.parent)}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=before, env=variables
    )


def ended(run: subprocess.Popen[str]) -> tuple[str, str]:
    """What a run said: its answer and note, its error."""
    output, errors = run.communicate(timeout=120)
    return output.removeprefix("begun\n"), errors


def later(data: Path, number: int) -> None:
    with (data / "thing.csv").open("a") as rows:
        rows.write(f"{ROWS + number},late\n")


def test_two_first_runs_at_once_make_one_build_and_both_answer(data: Path, tmp_path: Path) -> None:
    runs = [start(data, tmp_path / "c") for _ in range(3)]
    assert [ended(run) for run in runs] == [(f"{ROWS} None\n", "")] * 3
    assert len(list((tmp_path / "c").glob("*.duckdb"))) == 1


def test_a_build_killed_at_any_moment_leaves_the_old_file_and_the_next_run_whole(data: Path, tmp_path: Path) -> None:
    open_tables(data, tmp_path / "c").close()
    old = next((tmp_path / "c").glob("tables-*.duckdb"))
    content, rows, moments = old.read_bytes(), ROWS, random.Random(7)
    for number in range(KILLED):
        later(data, number)
        run = start(data, tmp_path / "c")
        assert run.stdout and run.stdout.readline() == "begun\n"
        time.sleep(moments.uniform(0, 0.25))
        os.kill(run.pid, signal.SIGKILL)
        run.communicate(timeout=60)
        if not old.exists():  # the kill came after the build: what was built is the old file from now on
            old, rows = next((tmp_path / "c").glob("tables-*.duckdb")), ROWS + number + 1
            content = old.read_bytes()
        assert old.read_bytes() == content
    with duckdb.connect(str(old), read_only=True) as tables:
        assert tables.execute("SELECT count(*) FROM thing").fetchone() == (rows,)
    assert ended(start(data, tmp_path / "c")) == (f"{ROWS + KILLED} None\n", "")
    assert not list((tmp_path / "c").glob("building-*"))


def no_room() -> None:
    """Whatever is written past the first few hundred kilobytes of a file fails, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))


def test_a_full_disk_is_said(data: Path, tmp_path: Path) -> None:
    output, errors = ended(start(data, tmp_path / "c", no_room))
    assert output == "" and errors.startswith("told: ") and "no room to build the tables" in errors
    assert "--cache FOLDER" in errors
    assert [path.name for path in (tmp_path / "c").iterdir() if path.suffix != ".lock"] == []


def test_on_a_full_disk_the_earlier_tables_answer(data: Path, tmp_path: Path) -> None:
    assert ended(start(data, tmp_path / "c")) == (f"{ROWS} None\n", "")
    later(data, 1)
    output, errors = ended(start(data, tmp_path / "c", no_room))
    assert errors == "" and output.startswith(f"{ROWS} The changed tables could not be built, so the earlier")
    assert ended(start(data, tmp_path / "c")) == (f"{ROWS + 1} None\n", "")


def not_above_the_law() -> None:
    """Root may write anywhere; without this capability it may not."""
    if os.geteuid() == 0:
        ctypes.CDLL(None, use_errno=True).prctl(_DROP_BOUNDING, _OVERRIDE, 0, 0, 0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tells root's capabilities as Linux does")
def test_a_read_only_cache_is_no_obstacle(data: Path, tmp_path: Path) -> None:
    cache = tmp_path / "c"
    cache.mkdir(mode=0o500)
    output, errors = ended(start(data, cache, not_above_the_law))
    assert output.startswith(f"{ROWS} The cache folder") and "for this run only" in output and errors == ""
    cache.chmod(0o700)
    open_tables(data, cache).close()
    built = next(cache.glob("tables-*.duckdb"))
    cache.chmod(0o500)
    assert ended(start(data, cache, not_above_the_law)) == (f"{ROWS} None\n", "")
    built.write_bytes(built.read_bytes()[:-5000])
    output, errors = ended(start(data, cache, not_above_the_law))
    assert output.startswith(f"{ROWS} The cache folder") and errors == ""
    cache.chmod(0o700)


def test_a_file_locked_by_another_process_does_not_stop_an_answer(data: Path, tmp_path: Path) -> None:
    open_tables(data, tmp_path / "c").close()
    built = next((tmp_path / "c").glob("tables-*.duckdb"))
    hold = f"import duckdb; c = duckdb.connect({str(built)!r}); print('held', flush=True); input()"
    command = [sys.executable, "-c", hold]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout and holder.stdin and holder.stdout.readline() == "held\n"
        assert ended(start(data, tmp_path / "c")) == (f"{ROWS} None\n", "")
        holder.stdin.close()


@pytest.mark.parametrize("version", [1, 9999])
def test_a_file_of_another_version_of_duckdb_is_built_again(data: Path, tmp_path: Path, version: int) -> None:
    open_tables(data, tmp_path / "c").close()
    built = next((tmp_path / "c").glob("tables-*.duckdb"))
    content = bytearray(built.read_bytes())
    assert content[8:12] == b"DUCK"
    content[12:20] = version.to_bytes(8, "little")
    built.write_bytes(content)
    tables = open_tables(data, tmp_path / "c")
    assert tables.connection.execute("SELECT count(*) FROM thing").fetchone() == (ROWS,)
    assert tables.note is None
    tables.close()
