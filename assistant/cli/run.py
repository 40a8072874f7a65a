"""`assistant run`: files of questions, answered as they are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import click

from assistant.answer.model import Outcome
from assistant.cli import output, progress, stopping
from assistant.cli.exit_code import ExitCode
from assistant.cli.options import Outcomes
from assistant.cli.printing import printing, printing_options
from assistant.cli.settings import Settings
from assistant.errors import InputError, place
from assistant.files.in_parallel import Answering, answering
from assistant.files.questions import ANSWERED, questions
from assistant.files.running import Done
from assistant.records import dataclass
from assistant.render.series import Item, Series, series


@dataclass(frozen=True, slots=True)
class Job:
    """How the files of one call are answered: by whom, from which data, into which document."""

    answering: Answering
    digest: str
    series: Series
    sink: output.Sink
    progress: progress.Progress
    expected: frozenset[Outcome]

    def write(self, part: str | bytes | None) -> None:
        """Write a part of the document, if there is one."""
        if isinstance(part, bytes):
            self.sink.send(part)
        elif part is not None:
            self.sink.say(part)


@click.command(short_help="Answer files of questions.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@printing_options
@click.option("--fail-on", type=Outcomes(), help="The outcomes that are unexpected: by default all but answered.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, help="Conversations answered at once. Default: one.")
@click.pass_obj
def run(
    settings: Settings,
    /,
    files: tuple[Path, ...],
    form: str | None,
    target: Path | None,
    rows: int | None,
    fail_on: frozenset[Outcome] | None,
    jobs: int,
    **flags: Any,
) -> ExitCode:
    """Answer the questions of FILES, one a line; "-" reads standard input.

    A line "---" begins a new conversation and "#" a comment. "# expect: no_data" names the outcome expected
    of the question after it, whatever --fail-on says. What is unexpected, and each line that cannot be asked,
    is named on standard error as FILE:LINE and makes the exit code 1; the rest is answered all the same.
    JSON prints one object a line, CSV one summary line a question; both tell the file, the line and the digest
    of the data.
    """
    chosen = printing(form, target, rows, **flags)
    expected = ANSWERED if fail_on is None else frozenset(Outcome) - fail_on
    stopping.listen()
    with (
        output.to(target, files) as sink,
        settings.assistant() as asker,
        answering(settings.open, asker, jobs) as answers,
    ):
        document = series(chosen.form, chosen.wanted)
        job = Job(answers, asker.digest, document, sink, progress.on_terminal(target), expected)
        job.write(document.begin())
        ended = _run_files(job, files)
        job.write(document.end())
    return ended


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
        for done in job.answering(questions(stream, job.expected)):
            with stopping.whole():
                _tell(job, file, done)
            as_expected &= done.expected
            job.progress.step(file, done.expected)
    return as_expected


def _tell(job: Job, file: Path, done: Done) -> None:
    job.write(job.series.each(Item(done.answer, str(file), done.asked.line, job.digest)))
    if done.fault:
        job.progress.clear()
        output.warn(f"{place(file, done.asked.line)}: {done.fault}")


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
