"""The command and its global options; how each way of ending becomes an exit code."""

from __future__ import annotations

import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from assistant.cli import output
from assistant.cli.exit_code import ExitCode
from assistant.cli.options import Day, Seconds
from assistant.cli.settings import Settings
from assistant.errors import AssistantError

_COMMANDS = ("ask", "run", "check", "data", "doctor", "completion")


class Commands(click.Group):
    """The commands, each in the module of its name and imported when it is called: `ask` must start fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None if there is no such."""
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"assistant.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command called for; for anything else, an error that says how to ask."""
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            ctx.fail(f'No such command: {args[0]}. To ask a question: assistant ask "{" ".join(args)}"')
        return super().resolve_command(ctx, args)


def _from_environment(folder: str) -> dict[str, Any]:
    return {"envvar": f"ASSISTANT_{folder}_DIR", "show_envvar": True}


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEW_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", "data_folder", type=_FOLDER, **_from_environment("DATA"), help="Tables to answer from.")
@click.option("--cache", type=_NEW_FOLDER, **_from_environment("CACHE"), help="Where built tables are kept.")
@click.option("--today", type=Day(), help='The day that "now" and "last year" are reckoned from.')
@click.option(
    "--timeout",
    type=Seconds(),
    envvar="ASSISTANT_TIMEOUT",
    show_envvar=True,
    help="How long the queries of one question may take; 30 unless said.",
)
@click.option("--version", "shows_version", is_flag=True, help="Show the version and the data's digest.")
@click.pass_context
def assistant(
    context: click.Context,
    data_folder: Path | None,
    cache: Path | None,
    today: date | None,
    timeout: float | None,
    shows_version: bool,
) -> ExitCode | None:
    """Ask UK local-election results in plain English, offline.

    Without a command, opens a conversation; type :help in it.
    """
    context.obj = Settings(data_folder, cache, today, timeout)
    if shows_version:
        from assistant.cli.version import data_digest, package_version

        output.say(f"assistant {package_version()}, data {data_digest(data_folder, cache)}")
        context.exit()
    if context.invoked_subcommand is not None:
        return None
    from assistant.repl import converse

    with context.obj.assistant() as asker:
        all_answered = converse(asker, context.obj.open)
    return ExitCode.ANSWERED if all_answered else ExitCode.NOT_ANSWERED


def main() -> None:
    """Run the command line and leave with its exit code."""
    output.prepare()
    sys.exit(int(_outcome()))


def _outcome() -> int:
    try:
        ended = assistant.main(prog_name="assistant", standalone_mode=False)
        sys.stdout.flush()
        return ended if isinstance(ended, int) else ExitCode.ANSWERED
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except AssistantError as error:
        output.warn(str(error))
        return ExitCode.USAGE
    except (KeyboardInterrupt, click.Abort):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        output.abandon()
        return ExitCode.NOT_ANSWERED
    except OSError as error:
        output.abandon()
        output.warn(f"The answer cannot be written: {error.strerror or error}.")
        return ExitCode.USAGE
