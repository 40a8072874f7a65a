"""The GitHub Actions workflow of the docs, run as far as it can be without the service: its own commands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.render import text

WORKFLOW = Path(__file__).parents[2] / "docs" / "published-figures.yml"
_COMMAND = re.compile(r"run: (assistant .*)$", re.MULTILINE)
QUESTION = "who controlled Dudley in 2016"


def commands() -> list[str]:
    return _COMMAND.findall(WORKFLOW.read_text(encoding="utf-8"))


@pytest.fixture
def repository(tmp_path: Path, real: Assistant) -> Path:
    """A repository whose one published answer had 34 seats where 35 are held."""
    answer = text(real.ask(QUESTION)).replace("Labour 35", "Labour 34")
    (tmp_path / "transcripts").mkdir()
    page = f"# Dudley\n\nAs we printed it.\n\n```transcript\n> {QUESTION}\n{answer}\n```\n"
    (tmp_path / "transcripts" / "dudley.md").write_text(page, encoding="utf-8")
    return tmp_path


def run(command: str, folder: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    """A step of the workflow, with the tables that are built already and this assistant."""
    line = command.replace("--cache .tables", f"--cache {cache}").replace(
        "assistant", f"{sys.executable} -m assistant", 1
    )
    return subprocess.run(["bash", "-e", "-c", line], cwd=folder, capture_output=True, text=True, check=False)


def test_a_moved_figure_fails_the_step_and_is_annotated_at_its_question(repository: Path, cache_folder: Path) -> None:
    ended = run(commands()[0], repository, cache_folder)
    assert ended.returncode == 1
    head, _, message = ended.stdout.partition("::who controlled")
    assert head == "::error file=transcripts/dudley.md,line=6,title=figures moved"
    assert "Labour 34" in message and "Labour 35" in message and message.count("\n") == 1


def test_the_report_is_kept_all_the_same(repository: Path, cache_folder: Path) -> None:
    assert run(commands()[1], repository, cache_folder).returncode == 1
    assert 'failures="1"' in (repository / "figures.xml").read_text(encoding="utf-8")


def test_an_accepted_figure_passes(repository: Path, cache_folder: Path) -> None:
    run("assistant --cache .tables check --accept transcripts", repository, cache_folder)
    ended = run(commands()[0], repository, cache_folder)
    assert (ended.returncode, ended.stdout) == (0, "")
