"""`assistant doctor`: whether everything is there that answers need, and what to do where it is not."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click

from assistant.cli import output
from assistant.cli.exit_code import ExitCode
from assistant.cli.settings import Settings
from assistant.cli.version import data_digest, package_version
from assistant.errors import AssistantError
from assistant.records import dataclass
from assistant.repl.examples import FIRST

_SIGNS = "─ │ ┼ − – … █ ⣿"
_EXTRAS = {"chart": "plotext", "arrow": "pyarrow", "pandas": "pandas", "polars": "polars", "build": "python_calamine"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what it is and how it is; `amiss` keeps answers from coming, `remedy` says what to do."""

    what: str
    how: str
    amiss: bool = False
    remedy: str = ""

    def __str__(self) -> str:
        mark = "✗" if self.amiss else "✓"
        return f"{mark} {self.what:<10} {self.how}{f'; {self.remedy}' if self.remedy else ''}"


@click.command(short_help="Look whether all is well.")
@click.pass_obj
def doctor(settings: Settings) -> ExitCode:
    """Look at the version, the tables, the cache and the terminal, and ask one question.

    Exits with 1 if something keeps answers from coming.
    """
    well = True
    for finding in _findings(settings):
        output.say(str(finding))
        well &= not finding.amiss
    return ExitCode.ANSWERED if well else ExitCode.NOT_ANSWERED


def _findings(settings: Settings) -> Iterator[Finding]:
    yield _version()
    yield _data(settings)
    yield _cache(settings)
    yield from _answers(settings)
    yield _terminal()
    yield _encoding()
    yield _pager()
    yield _extras()


def _version() -> Finding:
    import duckdb

    python = f"Python {platform.python_version()} on {platform.system()}"
    return Finding("version", f"{package_version()}, {python}, DuckDB {duckdb.__version__}")


def _data(settings: Settings) -> Finding:
    digest = data_digest(settings.data, settings.cache)
    missing = digest.startswith("unreadable")
    remedy = "install it again, or name a folder of tables with --data" if missing else ""
    return Finding("data", f"digest {digest}", missing, remedy)


def _cache(settings: Settings) -> Finding:
    from assistant.tables import locate

    folder = locate.cache_folder(settings.cache)
    built = list(folder.glob(locate.BUILT)) if folder.is_dir() else []
    size = sum(path.stat().st_size for path in built) / 1e6
    if _writable(folder):
        return Finding("cache", f"{folder}: {len(built)} built, {size:.0f} MB")
    remedy = f"each run builds anew; name another with --cache or {locate.CACHE_VARIABLE}"
    return Finding("cache", f"{folder} cannot be written", remedy=remedy)


def _writable(folder: Path) -> bool:
    """Whether a file can be written in the folder, or the folder be made."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return there.is_dir() and os.access(there, os.W_OK)


def _answers(settings: Settings) -> Iterator[Finding]:
    begun = time.perf_counter()
    try:
        with settings.assistant() as asker:
            opened = time.perf_counter()
            answer = asker.ask(FIRST[0])
            spent = (time.perf_counter() - opened) * 1_000
            yield Finding("tables", f"open in {opened - begun:.1f} s, data to {asker.as_of}")
    except AssistantError as error:
        yield Finding("tables", str(error).replace("\n", " "), True)
        return
    told = f"{answer.outcome.value} in {spent:.0f} ms: {FIRST[0]}"
    yield Finding("answer", told, not answer.rows, "" if answer.rows else answer.sentence)


def _terminal() -> Finding:
    if not sys.stdout.isatty():
        return Finding("terminal", "none: answers come plain, 80 columns wide")
    size = shutil.get_terminal_size()
    term = os.environ.get("TERM", "unknown")
    colour = "no colour" if os.environ.get("NO_COLOR") or term == "dumb" else "colour"
    return Finding("terminal", f"{term}, {size.columns} × {size.lines}, {colour}")


def _encoding() -> Finding:
    """Whether signs can be written; whether the font has them, only a person can see."""
    return Finding("fonts", f"these should be eight signs and no boxes: {_SIGNS}")


def _pager() -> Finding:
    pager = (os.environ.get("PAGER") or "less").split()[0]
    if shutil.which(pager):
        return Finding("pager", pager)
    return Finding("pager", f"{pager} is not there", remedy="long answers scroll by; set PAGER to another")


def _extras() -> Finding:
    there = [extra for extra, module in _EXTRAS.items() if find_spec(module) is not None]
    missing = [extra for extra in _EXTRAS if extra not in there]
    how = f"pip install 'election-results-assistant[{','.join(missing)}]' adds the rest" if missing else ""
    return Finding("extras", ", ".join(there) or "none", remedy=how)
