"""The manual page, written from the commands themselves: `docs/assistant.1`, which the wheel installs.

`python -m assistant.cli.manual` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from assistant.cli.exit_code import ExitCode
from assistant.cli.output import prepare, say
from assistant.cli.reference import contexts, meanings


def manual() -> str:
    """The page in roff, with a line break at its end."""
    pages = contexts()
    first = pages[0].command
    parts = [
        '.TH ASSISTANT 1 "" "" "Election results assistant"',
        ".SH NAME",
        "assistant \\- ask UK local-election results in plain English, offline",
        ".SH DESCRIPTION",
        *_paragraphs(first.help or ""),
        *(line for context in pages for line in _command(context)),
        ".SH EXIT STATUS",
        *(line for code, meaning in meanings(ExitCode) for line in (".TP", f".B {code}", _plain(meaning))),
    ]
    return "\n".join(parts) + "\n"


def _command(context: click.Context) -> Iterator[str]:
    usage = context.command.collect_usage_pieces(context)
    yield f'.SH "{context.command_path.upper()}"'
    yield f".B {context.command_path}"
    yield _plain(" ".join(usage))
    if context.parent is not None:
        yield ".PP"
        yield from _paragraphs(context.command.help or "")
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            yield from (".TP", f".B {_plain(record[0])}", _plain(record[1]))


def _paragraphs(words: str) -> Iterator[str]:
    for number, paragraph in enumerate(words.split("\n\n")):
        if number:
            yield ".PP"
        yield _plain(paragraph)


def _plain(words: str) -> str:
    r"""Words of a line: a backslash written out, a hyphen that stays one, no line that begins as a request does.

    What is no ASCII is written as troff names it.
    """
    line = " ".join(words.split()).replace("\\", "\\\\").replace("-", "\\-")
    line = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in line)
    return f"\\&{line}" if line.startswith((".", "'")) else line


if __name__ == "__main__":
    prepare()
    say(manual().removesuffix("\n"))
