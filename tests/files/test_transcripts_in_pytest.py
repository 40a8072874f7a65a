from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONFTEST = (ROOT / "transcripts" / "conftest.py").read_text(encoding="utf-8")
STUBBED = CONFTEST.replace("from assistant.assistant import", "from tests.support.stub import")


def collected(folder: Path, transcript: str) -> tuple[int, str]:
    (folder / "conftest.py").write_text(STUBBED)
    (folder / "ambridge.md").write_text(transcript)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        f"--rootdir={folder}",
        str(folder),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, check=False)
    return run.returncode, run.stdout


def test_a_block_that_holds_is_a_test_that_passes(tmp_path: Path) -> None:
    code, out = collected(tmp_path, "```transcript\n> who controls Ambridge\nNo party controls Ambridge...\n```\n")
    assert code == 1
    code, out = collected(tmp_path, "```transcript\n> who controls Ambridge\n...\n```\n")
    assert (code, "1 passed" in out) == (0, True)


def test_a_block_that_moved_fails_with_a_diff_and_the_remedy(tmp_path: Path) -> None:
    code, out = collected(tmp_path, "```transcript\n> who controls Atlantis\nAnswered.\n...\n```\n")
    assert code == 1
    assert "ambridge.md:2: wording moved: who controls Atlantis\n  - Answered." in out
    assert "If that is right: assistant check --accept" in out
    assert "Traceback" not in out and "def runtest" not in out
