"""`python -m tests.scale FOLDER`: measure at 1, 10 and 100 times, print the table, and draw docs/scale.svg.

Each size is measured in a process of its own, so that one does not warm or fill the memory of another.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

from assistant import resources
from tests.scale.measure import Measured, measure
from tests.scale.picture import picture, table
from tests.scale.synthetic import make

_SIZES = (("1 ×", 1, 1), ("10 ×", 10, 1), ("100 ×", 10, 10))
"""A label, how many times the councils and names, and how many times the candidates of each ballot paper."""


def main(folder: Path) -> None:
    """Make what is missing in `folder`, measure each size, and tell."""
    results = []
    for label, times, ballots in _SIZES:
        data = folder / f"data-{times}-{ballots}"
        if times == ballots == 1:
            data = resources.data_folder()
        elif not (data / "ward_party.parquet").is_file():
            make(resources.data_folder(), data, times, ballots)
        command = [sys.executable, "-m", "tests.scale", "--one", label, str(data), str(folder / "cache")]
        building, asking = _told(command), _told(command)
        results.append(replace(asking, build_seconds=building.build_seconds))
    (folder / "scale.json").write_text(json.dumps([asdict(each) for each in results], indent=1), encoding="utf-8")
    Path("docs/scale.svg").write_text(picture(results), encoding="utf-8")
    sys.stdout.write(table(results) + "\n")


def _told(command: list[str]) -> Measured:
    """What one process measured; the first builds the tables, and its memory is the build's."""
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Measured(**json.loads(told.splitlines()[-1]))


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one = measure(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
        sys.stdout.write(json.dumps(asdict(one)) + "\n")
    else:
        main(Path(sys.argv[1]))
