"""A night's file over the real tables: a thousand lines, twenty of them bad."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

COUNCILS = ("Dudley", "Walsall", "Birmingham", "Tamworth", "Rugby")
BAD = {50 * n: (b"\xff\xfe\n", b"y" * 20_000 + b"\n", b"who controls Atlantisville\n")[n % 3] for n in range(1, 21)}


def lines() -> bytes:
    good = [f"who controls {COUNCILS[n % 5]} in {2000 + n % 25}\n".encode() for n in range(1001)]
    return b"".join(BAD.get(n, good[n]) for n in range(1, 1001))


def run(*arguments: str, feed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "assistant", "run", "--format", "json", *arguments]
    return subprocess.run(command, input=feed, capture_output=True, check=False)


def test_a_thousand_lines_give_a_thousand_outcomes_and_twenty_names(tmp_path: Path) -> None:
    file = tmp_path / "night.txt"
    file.write_bytes(lines())
    ran, piped = run(str(file)), run("-", feed=lines())
    for each, where in ((ran, str(file)), (piped, "-")):
        answers = [json.loads(line) for line in each.stdout.splitlines()]
        assert [len(answers), sum(a["outcome"] == "answered" for a in answers)] == [1000, 980]
        assert each.returncode == 1
        named = [line.split(":")[:2] for line in each.stderr.decode().splitlines()]
        assert named == [[where, str(line)] for line in BAD]
