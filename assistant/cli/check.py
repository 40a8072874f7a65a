"""`assistant check`: transcripts run again, and what moved in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from assistant import resources
from assistant.cli import output
from assistant.cli.check_reports import REPORTS, Fault, Ran, Report, moved_lines
from assistant.cli.exit_code import ExitCode
from assistant.cli.settings import Settings
from assistant.cli.verdict import Verdict, summary
from assistant.cli.watching import changes
from assistant.errors import AssistantError, InputError, place
from assistant.files.accepting import accept as write_accepted
from assistant.files.checking import Checked
from assistant.files.in_parallel import check_all
from assistant.files.transcript import Transcript, read_transcript
from assistant.files.unused import never_run, unnamed
from assistant.records import dataclass

_DEFAULT = Path("transcripts")


@dataclass(frozen=True, slots=True)
class Call:
    """What was called for: the files or folders named, how to report, what to accept, how many at once."""

    settings: Settings
    named: tuple[Path, ...]
    form: str
    accept: bool
    asking: bool
    jobs: int


@click.command(short_help="Run transcripts again, and say what moved.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(REPORTS)), default="text", show_default=True)
@click.option(
    "--accept",
    is_flag=True,
    help="Write what moved into the transcripts, and nothing else; on a terminal, ask about each.",
)
@click.option("--yes", is_flag=True, help="With --accept: ask about none.")
@click.option("--watch", is_flag=True, help="Run them again whenever a transcript or a table changes, until Ctrl-C.")
@click.option("--jobs", type=click.IntRange(min=1), help="Files run at once. Default: the processors.")
@click.pass_obj
def check(
    settings: Settings,
    /,
    files: tuple[Path, ...],
    form: str,
    accept: bool,
    yes: bool,
    watch: bool,
    jobs: int | None,
) -> ExitCode:
    """Run the transcripts in FILES or folders again (default: transcripts/).

    Prints a diff for each answer that moved and says which layer moved first: reading, SQL, figures or
    wording. Exits with 1 if any moved and was not accepted, or if a block or file of a transcript's kind
    is never run. --format github annotates them where they stand; tap and junit are for other services.
    """
    if watch and accept:
        raise click.UsageError("--watch only watches; run --accept by itself.")
    asking = accept and not yes and sys.stdin.isatty() and sys.stderr.isatty()
    call = Call(settings, files or (_DEFAULT,), form, accept, asking, jobs or os.cpu_count() or 1)
    if not watch:
        return _once(call)
    for _ in changes((*call.named, settings.data or resources.data_folder())):
        _again(call)
    return ExitCode.ANSWERED


def _again(call: Call) -> None:
    """Once more; what is wrong is said, and does not end the watch."""
    try:
        _once(call)
    except AssistantError as error:
        output.warn(str(error))


def _once(call: Call) -> ExitCode:
    transcripts = [read_transcript(path) for path in _paths(call.named)]
    faults = _faults(call.named, transcripts)
    verdict, report = Verdict(files=len(transcripts), unused=len(faults)), REPORTS[call.form]()
    _warn_of(faults)
    _say(report.begin(faults))
    results = check_all(call.settings.open, transcripts, call.jobs)
    for transcript, checked in zip(transcripts, results, strict=True):
        accepted = _look_through(call, report, transcript, checked)
        if any(result.moved or result.sql_moved for result in accepted):
            write_accepted(transcript, accepted)
        verdict.take(checked, accepted)
    _say(report.end())
    output.warn(summary(verdict))
    return ExitCode.ANSWERED if verdict.good else ExitCode.NOT_ANSWERED


def _look_through(call: Call, report: Report, transcript: Transcript, checked: list[Checked]) -> list[Checked]:
    """Report what moved; the results to accept: those the user agrees to, or all, or none."""
    if not call.asking:
        _say(report.ran(Ran(transcript.path, checked)))
        return checked if call.accept else []
    return [result for result in checked if not result.moved or _agreed(transcript.path, result)]


def _agreed(path: Path, result: Checked) -> bool:
    output.say(moved_lines(path, result))
    return click.confirm("Accept this?", default=False, err=True)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        output.say(line)


def _paths(named: tuple[Path, ...]) -> list[Path]:
    paths = [path for name in named for path in (_within(name) if name.is_dir() else [name])]
    if not paths:
        where = ", ".join(map(str, named))
        raise InputError(where, "no transcripts here", remedy="Name a Markdown file or a folder of them.")
    return paths


def _within(folder: Path) -> list[Path]:
    """The transcripts of a folder; its README tells of them and is none."""
    return sorted(path for path in folder.rglob("*.md") if path.name != "README.md")


def _faults(named: tuple[Path, ...], transcripts: list[Transcript]) -> list[Fault]:
    """The blocks and files that nobody runs."""
    blocks = [Fault(each.path, line, why) for each in transcripts for line, why in never_run(each)]
    why = "this file holds a transcript and is never run: name it .md, and not README"
    folders = (folder for folder in named if folder.is_dir())
    return [*blocks, *(Fault(path, None, why) for folder in folders for path in unnamed(folder))]


def _warn_of(faults: Sequence[Fault]) -> None:
    for fault in faults:
        output.warn(f"{place(fault.path, fault.line)}: {fault.why}")
