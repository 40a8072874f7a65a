"""`assistant check`: transcripts run again, and what moved in them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from assistant.cli import output
from assistant.cli.exit_code import ExitCode
from assistant.cli.settings import Settings
from assistant.cli.verdict import Verdict, moved_lines, summary
from assistant.errors import InputError, place
from assistant.files.accepting import accept as write_accepted
from assistant.files.checking import Checked
from assistant.files.in_parallel import check_all
from assistant.files.transcript import Transcript, read_transcript
from assistant.files.unused import never_run, unnamed

_DEFAULT = Path("transcripts")


@click.command(short_help="Run transcripts again, and say what moved.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--accept",
    is_flag=True,
    help="Write what moved into the transcripts, and nothing else; on a terminal, ask about each.",
)
@click.option("--yes", is_flag=True, help="With --accept: ask about none.")
@click.option("--jobs", type=click.IntRange(min=1), help="Files run at once. Default: the processors.")
@click.pass_obj
def check(settings: Settings, files: tuple[Path, ...], accept: bool, yes: bool, jobs: int | None) -> ExitCode:
    """Run the transcripts in FILES or folders again (default: transcripts/).

    Prints a diff for each answer that moved and says which layer moved first: reading, SQL, figures or
    wording. Exits with 1 if any moved and was not accepted, or if a block or file of a transcript's kind
    is never run.
    """
    named = files or (_DEFAULT,)
    transcripts = [read_transcript(path) for path in _paths(named)]
    verdict = Verdict(files=len(transcripts), unused=_warn_of_unused(named, transcripts))
    asking = accept and not yes and sys.stdin.isatty() and sys.stderr.isatty()
    results = check_all(settings.open, transcripts, jobs or os.cpu_count() or 1)
    for transcript, checked in zip(transcripts, results, strict=True):
        accepted = _look_through(transcript, checked, accept, asking)
        if any(result.moved or result.sql_moved for result in accepted):
            write_accepted(transcript, accepted)
        verdict.take(checked, accepted)
    output.warn(summary(verdict))
    return ExitCode.ANSWERED if verdict.good else ExitCode.NOT_ANSWERED


def _look_through(transcript: Transcript, checked: list[Checked], accept: bool, asking: bool) -> list[Checked]:
    """Show what moved; the results to accept: those the user agrees to, or all, or none."""
    accepted: list[Checked] = []
    for result in checked:
        if result.moved:
            output.say(moved_lines(transcript.path, result))
        agreed = accept and (not asking or not result.moved or _agreed())
        accepted += [result] if agreed else []
    return accepted


def _agreed() -> bool:
    return click.confirm("Accept this?", default=False, err=True)


def _paths(named: tuple[Path, ...]) -> list[Path]:
    paths = [path for name in named for path in (_within(name) if name.is_dir() else [name])]
    if not paths:
        where = ", ".join(map(str, named))
        raise InputError(where, "no transcripts here", remedy="Name a Markdown file or a folder of them.")
    return paths


def _within(folder: Path) -> list[Path]:
    """The transcripts of a folder; its README tells of them and is none."""
    return sorted(path for path in folder.rglob("*.md") if path.name != "README.md")


def _warn_of_unused(named: tuple[Path, ...], transcripts: list[Transcript]) -> int:
    """Name the blocks and files that nobody runs; how many there are."""
    blocks = [(place(each.path, line), why) for each in transcripts for line, why in never_run(each)]
    files = [
        (
            str(path),
            "this file holds a transcript and is never run: name it .md, and not README",
        )
        for folder in named
        if folder.is_dir()
        for path in unnamed(folder)
    ]
    for where, why in (*blocks, *files):
        output.warn(f"{where}: {why}")
    return len(blocks) + len(files)
