"""The options of how answers are printed, the same for `ask` and `run`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from assistant.cli import output
from assistant.files.exporting import FILE_FORMATS, WORKBOOK, format_of
from assistant.records import dataclass
from assistant.render import Wanted


@dataclass(frozen=True, slots=True)
class Printing:
    """The format of answers, how much of them is wanted, and the file they go to; None is standard output."""

    form: str
    wanted: Wanted
    target: Path | None


def printing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that `printing` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def printing(
    form: str | None, target: Path | None, rows: int | None, *, no_attribution: bool, timings: bool
) -> Printing:
    """What the options come to.

    Raises InputError for a file of no known format, UsageError for a workbook on a terminal.
    """
    form = form or (format_of(target) if target else "text")
    if form == WORKBOOK and target is None and sys.stdout.isatty():
        raise click.UsageError("A workbook is no text for a terminal: name a file with --output FILE.xlsx.")
    wanted = Wanted(
        width=output.width() if target is None else output.PLAIN_WIDTH,
        rows=0 if rows is None and target is not None else rows,
        attribution=not no_attribution,
        timings=timings,
    )
    return Printing(form, wanted, target)


_OPTIONS = (
    click.option(
        "--format", "form", type=click.Choice(FILE_FORMATS), help="Default: by the suffix of --output, else text."
    ),
    click.option(
        "--output",
        "target",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write the answers to this file, and the whole of each table.",
    ),
    click.option(
        "--rows",
        type=click.IntRange(min=0),
        help="The rows of a table at most, 0 for all. Default: 20 in text, Markdown and HTML on standard output.",
    ),
    click.option("--no-attribution", is_flag=True, help="Leave out whom the licences of the figures want named."),
    click.option("--timings", is_flag=True, help="JSON tells the milliseconds of each stage, which differ each time."),
)
