"""The command and its global options; how each way of ending becomes an exit code."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from assistant.cli import output
from assistant.cli.ask import ask
from assistant.cli.check import check
from assistant.cli.data import data
from assistant.cli.exit_code import ExitCode
from assistant.cli.run import run
from assistant.cli.settings import Settings
from assistant.errors import AssistantError


class Day(click.ParamType[date]):
    """A day written 2026-05-07."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is not a day written YYYY-MM-DD.", param, ctx)


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEW_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="election-results-assistant", prog_name="assistant")
@click.option(
    "--data", "data_folder", type=_FOLDER, envvar="ASSISTANT_DATA_DIR", help="Tables to answer from."
)
@click.option("--cache", type=_NEW_FOLDER, envvar="ASSISTANT_CACHE_DIR", help="Where built tables are kept.")
@click.option("--today", type=Day(), help='The day that "now" and "last year" are reckoned from.')
@click.pass_context
def assistant(
    context: click.Context, data_folder: Path | None, cache: Path | None, today: date | None
) -> ExitCode | None:
    """Ask UK local-election results in plain English, offline.

    Without a command, opens a conversation; type :help in it.
    """
    context.obj = Settings(data_folder, cache, today)
    if context.invoked_subcommand is not None:
        return None
    from assistant.repl import converse

    with context.obj.assistant() as asker:
        all_answered = converse(asker)
    return ExitCode.ANSWERED if all_answered else ExitCode.NOT_ANSWERED


for command in (ask, run, check, data):
    assistant.add_command(command)


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
