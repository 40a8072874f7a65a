"""`assistant ask`: one question, one answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from assistant.answer.model import Outcome
from assistant.cli import output
from assistant.cli.exit_code import ExitCode
from assistant.cli.printing import printing, printing_options
from assistant.cli.settings import Settings
from assistant.files.exporting import content


@click.command(short_help="Answer a question.")
@click.argument("question", nargs=-1, required=True)
@printing_options
@click.option("--explain", is_flag=True, help="Show tokens, tree, question, SQL, rows and timings first.")
@click.pass_obj
def ask(
    settings: Settings,
    /,
    question: tuple[str, ...],
    form: str | None,
    target: Path | None,
    rows: int | None,
    explain: bool,
    **flags: Any,
) -> ExitCode:
    """Answer QUESTION; its words need no quotes unless the shell would read them.

    Exits with 0 when answered, with 1 when not.
    """
    chosen = printing(form, target, rows, **flags)
    text = " ".join(question)
    with output.to(chosen.target) as sink, settings.assistant() as asker:
        if explain:
            explanation = str(asker.explain(text))
            on_paper = chosen.form == "text" and chosen.target is None
            (output.say if on_paper else output.warn)(f"{explanation}\n")
            asker.reset()
        answer = asker.ask(text)
        sink.send(content(answer, chosen.form, chosen.wanted))
    return ExitCode.ANSWERED if answer.outcome is Outcome.ANSWERED else ExitCode.NOT_ANSWERED
