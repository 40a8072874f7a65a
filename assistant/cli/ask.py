"""`assistant ask`: one question, one answer."""

from __future__ import annotations

import click

from assistant.answer.model import Outcome
from assistant.cli import output
from assistant.cli.exit_code import ExitCode
from assistant.cli.settings import Settings
from assistant.render import FORMATS, render


@click.command(short_help="Answer a question.")
@click.argument("question", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--explain", is_flag=True, help="Show tokens, tree, question, SQL, rows and timings first.")
@click.pass_obj
def ask(settings: Settings, question: tuple[str, ...], form: str, explain: bool) -> ExitCode:
    """Answer QUESTION; its words need no quotes unless the shell would read them.

    Exits with 0 when answered, with 1 when not.
    """
    text = " ".join(question)
    with settings.assistant() as asker:
        if explain:
            explanation = str(asker.explain(text))
            (output.say if form == "text" else output.warn)(f"{explanation}\n")
            asker.reset()
        answer = asker.ask(text)
    output.say(render(answer, form, output.width()))
    return ExitCode.ANSWERED if answer.outcome is Outcome.ANSWERED else ExitCode.NOT_ANSWERED
