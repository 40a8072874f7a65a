"""`assistant run`: files of questions, answered as they are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from assistant.asking import Asker
from assistant.cli import output
from assistant.cli.exit_code import ExitCode
from assistant.cli.settings import Settings
from assistant.errors import InputError, place
from assistant.files.questions import questions
from assistant.files.running import Done
from assistant.files.running import run as answers
from assistant.render import FORMATS, render
from assistant.render.as_csv import SUMMARY, csv_line, csv_summary
from assistant.render.visible import visible

Show = Callable[[Done], str]


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.pass_obj
def run(settings: Settings, files: tuple[Path, ...], form: str) -> ExitCode:
    """Answer the questions of FILES, one a line; "-" reads standard input.

    A line "---" begins a new conversation and "#" a comment. "# expect: no_data" names the outcome expected
    of the question after it; without it, "answered" is. What is unexpected is named on standard error as
    FILE:LINE and makes the exit code 1. JSON prints one object a line, CSV one summary line a question.
    """
    show, as_expected, failures = _shower(form), True, False
    if form == "csv":
        output.say(csv_line(SUMMARY))
    with settings.assistant() as asker:
        for file in files:
            try:
                as_expected &= _run_file(asker, file, show)
            except InputError as error:
                output.warn(str(error))
                failures = True
    return ExitCode.USAGE if failures else ExitCode.ANSWERED if as_expected else ExitCode.NOT_ANSWERED


def _run_file(asker: Asker, file: Path, show: Show) -> bool:
    """Whether every line of the file ended as expected."""
    as_expected = True
    with _opened(file) as stream:
        for done in answers(asker, questions(stream)):
            output.say(show(done))
            as_expected &= done.expected
            if done.fault:
                output.warn(f"{place(file, done.asked.line)}: {done.fault}")
    return as_expected


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = file.open("rb")
    except OSError as error:
        raise InputError(str(file), f"cannot be read: {error.strerror}") from error
    with stream:
        yield stream


def _shower(form: str) -> Show:
    """How one answer is shown among others."""
    if form == "json":
        return lambda done: render(done.answer, "json")
    if form == "csv":
        return lambda done: csv_summary(done.answer)
    head = "## " if form == "markdown" else "> "
    return lambda done: f"{head}{visible(done.asked.text)}\n\n{render(done.answer, form, output.width())}\n"
