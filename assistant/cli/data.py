"""`assistant data`: what the tables hold, building them from source files, and whether their figures agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from assistant import resources
from assistant.cli import output
from assistant.cli.exit_code import ExitCode
from assistant.cli.settings import Settings
from assistant.errors import AssistantError, InputError


@click.group()
def data() -> None:
    """The tables that answers come from."""


@data.command()
@click.pass_obj
def info(settings: Settings) -> ExitCode:
    """List the tables with their rows and years, and the sources."""
    from assistant.cli.inventory import inventory
    from assistant.tables import open_tables

    tables = open_tables(settings.data, settings.cache)
    try:
        if tables.note:
            output.warn(tables.note)
        output.say(inventory(tables, output.width()))
    finally:
        tables.close()
    return ExitCode.ANSWERED


@data.command()
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.pass_obj
def coverage(settings: Settings, form: str) -> ExitCode:
    """Show how much is held, a row a year: councils, wards, and the other offices."""
    from assistant.cli.coverage import coverage as held
    from assistant.cli.coverage import told
    from assistant.tables import open_tables

    tables = open_tables(settings.data, settings.cache)
    try:
        if tables.note:
            output.warn(tables.note)
        output.say(told(held(tables.connection), form, output.width()))
    finally:
        tables.close()
    return ExitCode.ANSWERED


@data.command()
@click.option(
    "--from",
    "sources",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of source files.",
)
@click.option(
    "--data",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to build into; made if it is not there. By default the tables that answer.",
)
@click.option("--accept-new-parties", is_flag=True, help="Take a label that is no known party's as a party of its own.")
@click.pass_obj
def build(settings: Settings, sources: Path, target: Path | None, accept_new_parties: bool) -> ExitCode:
    """Build the tables from source files, and report what was refused.

    A file that cannot be read for certain stops the build: its line and column are named, and the tables stay as they
    were. A folder built into answers at once: assistant --data FOLDER.
    """
    into = target or settings.data or resources.data_folder()
    try:
        from assistant.importer.build import Order
        from assistant.importer.build import build as build_tables

        report = build_tables(Order(sources, into, settings.today or date.today(), accept_new_parties))
    except ImportError as error:
        remedy = "Install it with: pip install 'election-results-assistant[build]'"
        raise AssistantError("assistant data build", f"{error.name} is needed", remedy=remedy) from error
    except FileNotFoundError as error:
        raise InputError(str(error.filename), "the source file is missing") from error
    output.say(report.to_markdown())
    for path in report.unread:
        output.warn(f"{sources / path}: nobody reads this file")
    for remark in report.remarks:
        output.warn(remark)
    for failure in report.failures:
        output.warn(failure)
    return ExitCode.ANSWERED if report.ok else ExitCode.NOT_ANSWERED


@data.command()
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("--known", is_flag=True, help="List the known disagreements too; JSON and CSV always do.")
@click.option("--answers", is_flag=True, help="Ask of every council and year instead, and compare what is printed.")
@click.option("--sample", type=click.IntRange(min=1), help="With --answers: so many a check; all are some 160,000.")
@click.pass_obj
def verify(settings: Settings, form: str, known: bool, answers: bool, sample: int | None) -> ExitCode:
    """Compare the figures that are held twice, and report each disagreement.

    The checks, the disagreements that are known and their reasons are in checks/ of the tables' folder. Exits with
    1 if one is new, has other figures than those looked at, or has gone.
    """
    from assistant.tables import open_tables
    from assistant.verify.report import report
    from assistant.verify.verdict import verify as verify_tables

    if sample is not None and not answers:
        raise click.UsageError("--sample goes with --answers.")
    if answers:
        return _verify_answers(settings, form, sample)
    tables = open_tables(settings.data, settings.cache)
    try:
        if tables.note:
            output.warn(tables.note)
        verdict = verify_tables(tables.connection, tables.data)
    finally:
        tables.close()
    output.say(report(verdict, form, output.width(), known))
    return ExitCode.NOT_ANSWERED if verdict.unreviewed else ExitCode.ANSWERED


def _verify_answers(settings: Settings, form: str, sample: int | None) -> ExitCode:
    """Ask, compare and report; what was not answered is counted on standard error."""
    from assistant.tables import open_tables
    from assistant.verify.answers import verify_answers
    from assistant.verify.report import report

    with settings.assistant() as one:

        def ask(question: str) -> Mapping[str, Any]:
            one.reset()
            return one.ask(question).to_dict()

        tables = open_tables(settings.data, settings.cache)
        try:
            answers = verify_answers(tables.connection, tables.data, ask, sample)
        finally:
            tables.close()
    output.say(report(answers.verdict, form, output.width(), False))
    for (check, outcome), count in sorted(Counter((row.check, row.outcome) for row in answers.unanswered).items()):
        output.warn(f"{check}: {count:,} not answered, but {outcome}")
    return ExitCode.NOT_ANSWERED if answers.verdict.unreviewed else ExitCode.ANSWERED
