"""A cold process: `assistant ask` against a script that imports duckdb and runs the same SQL."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from assistant import Assistant
from tests.bench.table import Line

QUESTION = "who controls Dudley"
SCRIPT = """import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
for text, values in {queries!r}:
    print(connection.execute(text, values).fetchall())
"""
_STARTER = """import os, sys, time
begun = time.perf_counter()
nowhere = [(os.POSIX_SPAWN_OPEN, handle, os.devnull, os.O_WRONLY, 0) for handle in (1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
_, status, used = os.wait4(child, 0)
taken = time.perf_counter() - begun
print(taken, used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def cold(assistant: Assistant, folder: Path, rounds: int) -> list[Line]:
    """Wall time and peak memory of both, medians of processes run in turn."""
    assistant.reset()
    queries = [(q.text, list(q.parameters)) for q in assistant.explain(QUESTION).queries]
    script = folder / "minimal.py"
    script.write_text(SCRIPT.format(queries=queries), encoding="utf-8")
    mine = [sys.executable, "-m", "assistant", "ask", QUESTION]
    floor = [sys.executable, str(script), str(assistant._tables.path)]
    taken = [(process(mine), process(floor)) for _ in range(rounds + 1)][1:]
    wall = [median(pair[side][0] for pair in taken) for side in (0, 1)]
    peak = [median(pair[side][1] for pair in taken) for side in (0, 1)]
    return [
        Line(
            "cold ask / minimal script, wall",
            wall[0] / wall[1],
            1.6,
            f"{wall[0] * 1000:.0f} ms of {wall[1] * 1000:.0f} ms",
        ),
        Line("cold ask / minimal script, peak memory", peak[0] / peak[1], 2.0, f"{peak[0]:.0f} MB of {peak[1]:.0f} MB"),
    ]


def process(command: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of one process, started by a small one: a child's peak begins at its parent's size.

    Python keeps what it compiles, as it does for whoever installs it.
    """
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    starter = [sys.executable, "-c", _STARTER, *command]
    told = subprocess.run(starter, capture_output=True, text=True, check=True, env=usual).stdout
    taken, peak = map(float, told.split()[-2:])
    return taken, peak / (2**20 if sys.platform == "darwin" else 2**10)
