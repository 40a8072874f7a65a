"""`assistant data`: what the tables hold, building them from source files, and whether their figures agree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

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
@click.pass_obj
def build(settings: Settings, sources: Path) -> ExitCode:
    """Build the tables from source files, and report what was refused.

    Writes into the folder of --data, by default the shipped tables themselves.
    """
    target = settings.data or resources.data_folder()
    try:
        from assistant.importer.build import build as build_tables

        report = build_tables(sources, target, settings.today or date.today())
    except ImportError as error:
        remedy = "Install it with: pip install 'election-results-assistant[build]'"
        raise AssistantError("assistant data build", f"{error.name} is needed", remedy=remedy) from error
    except FileNotFoundError as error:
        raise InputError(str(error.filename), "the source file is missing") from error
    output.say(report.to_markdown())
    for failure in report.failures:
        output.warn(failure)
    return ExitCode.ANSWERED if report.ok else ExitCode.NOT_ANSWERED


@data.command()
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("--known", is_flag=True, help="List the known disagreements too; JSON and CSV always do.")
@click.pass_obj
def verify(settings: Settings, form: str, known: bool) -> ExitCode:
    """Compare the figures that are held twice, and report each disagreement.

    The checks, the disagreements that are known and their reasons are in checks/ of the tables' folder. Exits with
    1 if one is new, has other figures than those looked at, or has gone.
    """
    from assistant.tables import open_tables
    from assistant.verify.report import report
    from assistant.verify.verdict import verify as verify_tables

    tables = open_tables(settings.data, settings.cache)
    try:
        if tables.note:
            output.warn(tables.note)
        verdict = verify_tables(tables.connection, tables.data)
    finally:
        tables.close()
    output.say(report(verdict, form, output.width(), known))
    return ExitCode.NOT_ANSWERED if verdict.unreviewed else ExitCode.ANSWERED
