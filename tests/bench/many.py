"""`assistant run` of many mixed questions: the time of their SQL alone, and whether memory stays flat."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant import Assistant
from tests.bench.asked import Asked, by_hand, with_sql
from tests.bench.table import Line
from tests.bench.timing import seconds


def many(assistant: Assistant, asked: Sequence[tuple[str, ...]], folder: Path, count: int) -> list[Line]:
    """Time over that of the SQL by hand; resident memory after a tenth and after all."""
    single = [turns for turns in asked if len(turns) == 1]
    chosen = random.Random(20260507).choices(single, k=count)
    sql = {one.turns: one for one in with_sql(assistant, sorted(set(chosen)))}
    file = folder / "mixed.txt"
    file.write_text("".join(f"---\n{turns[0]}\n" for turns in chosen), encoding="utf-8")
    whole, early, late = _run(file, count)
    floor = _alone(assistant, [sql[turns] for turns in chosen if turns in sql])
    said = f"{count:,} questions: {whole:.0f} s of {floor:.0f} s, by the processor"
    return [
        Line("assistant run of mixed questions / their SQL by hand", whole / floor, 1.8, said),
        Line(f"its memory at {count:,} / at {count // 10:,}", late / early, 1.1, f"{late:.0f} MB of {early:.0f} MB"),
    ]


def _alone(assistant: Assistant, asked: Sequence[Asked]) -> float:
    return sum(seconds(lambda one=one: by_hand(assistant, one.queries)) for one in asked)  # type: ignore[misc]


def _run(file: Path, count: int) -> tuple[float, float, float]:
    """Seconds of the processor, and the megabytes in use when a tenth of the answers had come and when all had."""
    command = [sys.executable, "-m", "assistant", "run", "--format", "json", str(file)]
    early = late = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout is not None
        for number, _ in enumerate(child.stdout, 1):
            if number == count // 10:
                early = _resident(child.pid)
            if number % 100 == 0:
                late = _resident(child.pid) or late
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, early, late


def _resident(pid: int) -> float:
    """Megabytes of a running process, from what the system says of it; 0 once it has ended."""
    said = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return int(said or 0) / 1024
