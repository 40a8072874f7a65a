"""`assistant check`: transcripts run again, and what moved in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from assistant.cli import output
from assistant.cli.exit_code import ExitCode
from assistant.cli.settings import Settings
from assistant.errors import InputError, place
from assistant.files.accepting import accept as write_accepted
from assistant.files.checking import Checked
from assistant.files.checking import check as run_again
from assistant.files.transcript import Transcript, read_transcript
from assistant.render.visible import visible

_DEFAULT = Path("transcripts")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--accept", is_flag=True, help="Write what moved into the transcripts, and nothing else.")
@click.pass_obj
def check(settings: Settings, files: tuple[Path, ...], accept: bool) -> ExitCode:
    """Run the transcripts in FILES or folders again (default: transcripts/).

    Prints a diff for each answer that moved and says which layer moved first: reading, SQL, figures or
    wording. Exits with 1 if any moved and was not accepted.
    """
    transcripts = [read_transcript(path) for path in _paths(files or (_DEFAULT,))]
    results: list[Checked] = []
    with settings.assistant() as asker:
        for transcript in transcripts:
            checked = run_again(asker, transcript)
            _print_moved(transcript, checked)
            if accept and any(result.moved or result.sql_moved for result in checked):
                write_accepted(transcript, checked)
            results += checked
    output.warn(_summary(results, len(transcripts), accept))
    return ExitCode.NOT_ANSWERED if _moved(results) and not accept else ExitCode.ANSWERED


def _paths(named: tuple[Path, ...]) -> list[Path]:
    paths = [path for name in named for path in (_transcripts(name) if name.is_dir() else [name])]
    if not paths:
        where = ", ".join(map(str, named))
        raise InputError(where, "no transcripts here", remedy="Name a Markdown file or a folder of them.")
    return paths


def _transcripts(folder: Path) -> list[Path]:
    """The Markdown files of a folder, but not the page that is about the others."""
    return sorted(path for path in folder.rglob("*.md") if path.name != "README.md")


def _print_moved(transcript: Transcript, checked: list[Checked]) -> None:
    for result in _moved(checked):
        where = place(transcript.path, result.exchange.line)
        layer = result.moved.value if result.moved else ""
        head = f"{where}: {layer} moved: {visible(result.exchange.question)}"
        output.say("\n".join([head, *(f"  {line}" for line in result.diff()), ""]))


def _moved(results: list[Checked]) -> list[Checked]:
    return [result for result in results if result.moved]


def _summary(results: list[Checked], files: int, accepted: bool) -> str:
    layers = Counter(result.moved.value for result in results if result.moved)
    silent = sum(result.sql_moved and not result.moved for result in results)
    counts = ", ".join(f"{number} {layer}" for layer, number in sorted(layers.items()))
    moved = f"{sum(layers.values())} moved ({counts})" if layers else "none moved"
    head = f"{_many(len(results), 'answer')} in {_many(files, 'transcript')}: {moved}"
    also = f"; the SQL of {silent} more moved, their answers did not" if silent else ""
    return f"{head}{also}{'; accepted' if accepted and (layers or silent) else ''}."


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
