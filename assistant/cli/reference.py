"""The reference of commands and options, written from the commands themselves: `docs/commands.md`.

`python -m assistant.cli.reference` prints it.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from assistant.cli.exit_code import ExitCode
from assistant.cli.main import assistant
from assistant.cli.output import prepare, say

_WIDTH = 90
_HEAD = """\
# Commands

This page is generated from the commands: `make docs` writes it anew.
"""


def reference() -> str:
    """The page, in Markdown, with a line break at its end."""
    parts = [
        _HEAD,
        *(_section(context) for context in contexts()),
        _exit_codes(),
    ]
    return "\n".join(parts)


def contexts() -> list[click.Context]:
    """Every command, in the order of help."""
    return list(_contexts(_context(assistant, "assistant")))


def meanings(codes: type[ExitCode]) -> list[tuple[int, str]]:
    """Each exit code with its meaning, which stands below it in the source."""
    documented = [line.strip() for line in inspect.getsource(codes).splitlines() if '"""' in line]
    return [(code.value, line.strip('"')) for code, line in zip(codes, documented[1:], strict=True)]


def _contexts(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            assert command is not None
            yield from _contexts(_context(command, name, context))


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return click.Context(command, parent, info_name=name, terminal_width=_WIDTH, help_option_names=["-h", "--help"])


def _section(context: click.Context) -> str:
    return f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n"


def _exit_codes() -> str:
    rows = [f"| {code} | {meaning} |" for code, meaning in meanings(ExitCode)]
    return "\n".join(["## Exit codes", "", "| code | meaning |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    prepare()
    say(reference().removesuffix("\n"))
