from __future__ import annotations

from pathlib import Path

import click
import pytest

from assistant.answer.model import Outcome
from assistant.cli.exit_code import ExitCode
from assistant.cli.main import assistant

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def commands(group: click.Group, name: str = "assistant") -> list[tuple[str, click.Command]]:
    context = click.Context(group)
    found: list[tuple[str, click.Command]] = []
    for each in group.list_commands(context):
        command = group.get_command(context, each)
        assert command is not None
        inner = isinstance(command, click.Group)
        found += commands(command, f"{name} {each}") if inner else [(f"{name} {each}", command)]
    return found


@pytest.mark.parametrize(("name", "command"), commands(assistant), ids=lambda each: str(each))
def test_every_command_and_option_is_in_the_readme(name: str, command: click.Command) -> None:
    assert f"`{name}" in README
    for parameter in [*command.params, *assistant.params]:
        if isinstance(parameter, click.Option) and parameter.name not in ("help", "version"):
            assert parameter.opts[0] in README, parameter.opts[0]


def test_every_exit_code_and_outcome_is_in_the_readme() -> None:
    assert all(f"| {code.value} |" in README for code in ExitCode)
    assert all(f"`{outcome.value}`" in README for outcome in Outcome)
