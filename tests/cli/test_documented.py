"""Nothing can be called that the docs do not tell of: the reference is generated, and it is up to date."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from assistant.answer.model import Outcome
from assistant.cli.exit_code import ExitCode
from assistant.cli.manual import manual
from assistant.cli.reference import reference

DOCS = Path(__file__).parents[2] / "docs"


def test_the_command_reference_is_what_the_commands_say() -> None:
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == reference(), "make docs writes it anew"


def test_the_manual_page_is_what_the_commands_say() -> None:
    assert (DOCS / "assistant.1").read_text(encoding="utf-8") == manual(), "make docs writes it anew"


def test_the_manual_page_can_be_read_by_man() -> None:
    if shutil.which("groff") is None:
        pytest.skip("there is no groff here")
    command = ["groff", "-man", "-Tutf8", "-ww", "-"]
    read = subprocess.run(command, input=manual(), capture_output=True, text=True, check=True)
    plain = re.sub("\x1b\\[[0-9;]*m|.\x08", "", read.stdout)  # bold, as this groff or that one prints it
    assert read.stderr == "" and "assistant data coverage" in plain


def test_every_exit_code_and_outcome_is_documented() -> None:
    files = (DOCS / "files.md").read_text(encoding="utf-8")
    assert all(f"`{outcome.value}`" in files for outcome in Outcome)
    assert all(f"| {code.value} |" in reference() for code in ExitCode)
