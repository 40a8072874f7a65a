"""`make bench`: every measurement in one run, one table. `--quick` asks less of each; see docs/speed.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from assistant import Assistant
from tests.bench.asked import conversations, with_sql
from tests.bench.cold import cold
from tests.bench.first_build import first_build
from tests.bench.many import many
from tests.bench.reference import against_reference
from tests.bench.table import Line, machine, markdown
from tests.bench.timing import Pair
from tests.bench.warm import warm


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("others", nargs="?", type=Path, help="a file of further questions, .jsonl with turns")
    parser.add_argument("--quick", action="store_true", help="fewer questions and rounds: half a minute")
    options = parser.parse_args()
    sys.stdout.write(f"{machine()}\n\n")
    lines, pairs = _measured(options.others, options.quick)
    sys.stdout.write(f"{markdown(lines)}\n\n")
    sys.stdout.write(f"{_families(pairs)}\n")


def _measured(others: Path | None, quick: bool) -> tuple[list[Line], list[tuple[str, Pair]]]:
    with Assistant() as assistant, tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        asked = conversations(others, 10 if quick else 1)
        _say("twenty families")
        lines, pairs = against_reference(assistant, 10 if quick else 40)
        _say("warm")
        lines = [*warm(assistant, with_sql(assistant, asked), 3), *lines]
        _say("cold")
        lines += cold(assistant, folder, 5 if quick else 15)
        _say("many")
        lines += many(assistant, asked, folder, 1_000 if quick else 10_000)
        _say("first build")
        lines += first_build(folder, 1 if quick else 3)
    return lines, pairs


def _families(pairs: Sequence[tuple[str, Pair]]) -> str:
    """Each family's generated query beside that by hand, the worst first."""
    worst = sorted(pairs, key=lambda named: -named[1].ratio)
    told = [f"{p.ratio:5.2f} ×  {p.mine * 1000:6.2f} ms of {p.floor * 1000:6.2f} ms  {name}" for name, p in worst]
    return "\n".join(["Generated SQL and the best by hand, family by family:", *told])


def _say(what: str) -> None:
    sys.stderr.write(f"… {what}\n")


if __name__ == "__main__":
    main()
