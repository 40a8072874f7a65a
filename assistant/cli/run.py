"""`assistant run`: files of questions, answered as they are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from assistant.answer.model import Outcome
from assistant.asking import Asker
from assistant.cli import output, progress, stopping
from assistant.cli.exit_code import ExitCode
from assistant.cli.options import Outcomes
from assistant.cli.settings import Settings
from assistant.errors import InputError, place
from assistant.files.questions import ANSWERED, questions
from assistant.files.running import Done
from assistant.files.running import run as answers
from assistant.records import dataclass
from assistant.render import FORMATS, render
from assistant.render.as_csv import SUMMARY, csv_line, csv_summary
from assistant.render.visible import visible

Show = Callable[[Done], str]
_BY_SUFFIX = {".json": "json", ".jsonl": "json", ".csv": "csv", ".md": "markdown"}


@dataclass(frozen=True, slots=True)
class Job:
    """How the files of one call are answered."""

    asker: Asker
    show: Show
    say: Callable[[str], None]
    progress: progress.Progress
    expected: frozenset[Outcome]


@click.command(short_help="Answer files of questions.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: by the suffix of --output, else text.")
@click.option("--output", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write the answers here.")
@click.option("--fail-on", type=Outcomes(), help="The outcomes that are unexpected: by default all but answered.")
@click.pass_obj
def run(
    settings: Settings,
    files: tuple[Path, ...],
    form: str | None,
    target: Path | None,
    fail_on: frozenset[Outcome] | None,
) -> ExitCode:
    """Answer the questions of FILES, one a line; "-" reads standard input.

    A line "---" begins a new conversation and "#" a comment. "# expect: no_data" names the outcome expected
    of the question after it, whatever --fail-on says. What is unexpected, and each line that cannot be asked,
    is named on standard error as FILE:LINE and makes the exit code 1; the rest is answered all the same.
    JSON prints one object a line, CSV one summary line a question.
    """
    expected = ANSWERED if fail_on is None else frozenset(Outcome) - fail_on
    form = form or _BY_SUFFIX.get(target.suffix.lower() if target else "", "text")
    stopping.listen()
    with output.to(target, files) as say, settings.assistant() as asker:
        if form == "csv":
            say(csv_line(SUMMARY))
        job = Job(asker, _shower(form, target is None), say, progress.on_terminal(target), expected)
        return _run_files(job, files)


def _run_files(job: Job, files: tuple[Path, ...]) -> ExitCode:
    as_expected, unreadable = True, False
    for file in files:
        try:
            as_expected &= _run_file(job, file)
        except InputError as error:
            output.warn(str(error))
            unreadable = True
        finally:
            job.progress.clear()
    return ExitCode.USAGE if unreadable else ExitCode.ANSWERED if as_expected else ExitCode.NOT_ANSWERED


def _run_file(job: Job, file: Path) -> bool:
    """Whether every line of the file ended as expected."""
    as_expected = True
    with _opened(file) as stream:
        for done in answers(job.asker, questions(stream, job.expected)):
            with stopping.whole():
                job.say(job.show(done))
                if done.fault:
                    job.progress.clear()
                    output.warn(f"{place(file, done.asked.line)}: {done.fault}")
            as_expected &= done.expected
            job.progress.step(file, done.expected)
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


def _shower(form: str, on_screen: bool) -> Show:
    """How one answer is shown among others."""
    if form == "json":
        return lambda done: render(done.answer, "json")
    if form == "csv":
        return lambda done: csv_summary(done.answer)
    head = "## " if form == "markdown" else "> "
    width = output.width() if on_screen else output.PLAIN_WIDTH
    return lambda done: f"{head}{visible(done.asked.text)}\n\n{render(done.answer, form, width)}\n"
