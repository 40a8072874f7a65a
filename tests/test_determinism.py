"""The same questions give the same bytes, whatever the hash seed.

`python -m tests.test_determinism 20` asks them all under twenty seeds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]


def question_file(folder: Path, every: int = 1) -> Path:
    """All turns of our own questions (or of each `every`th) as one file, a conversation an item."""
    items = [
        json.loads(line)["turns"]
        for path in sorted((ROOT / "tests" / "questions").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    file = folder / "questions.txt"
    conversations = ["\n".join(turns) for turns in islice(items, 0, None, every)]
    file.write_text("\n---\n".join(conversations), encoding="utf-8")
    return file


def run(file: Path, cache: Path, seed: int) -> list[str]:
    """The answers as JSON lines."""
    command = [sys.executable, "-m", "assistant", "--cache", str(cache), "run", "--format", "json", str(file)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert ran.returncode in (0, 1) and b"Traceback" not in ran.stderr, ran.stderr[-2000:].decode()
    return ran.stdout.decode().splitlines()


def test_two_seeds_give_the_same_bytes(cache_folder: Path, tmp_path: Path) -> None:
    file = question_file(tmp_path, every=6)
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(partial(run, file, cache_folder), (0, 4711))
    assert len(one) > 200
    assert [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]] == []


def main(seeds: int) -> int:
    """Every question under so many seeds; 0 when all outputs are the same."""
    with tempfile.TemporaryDirectory() as folder:
        file = question_file(Path(folder))
        outputs = [run(file, Path(folder) / "tables", seed) for seed in range(seeds)]
    digests = {sha256("\n".join(output).encode()).hexdigest() for output in outputs}
    sys.stdout.write(f"{seeds} seeds, {len(outputs[0])} answers: {len(digests)} different outputs\n")
    return int(len(digests) > 1)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2))
