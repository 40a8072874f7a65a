"""Replies on the screen: painted, and through the pager where they are longer than it."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator

from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import Output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.renderer import print_formatted_text

from assistant.answer.model import Answer
from assistant.render.text import LABELS
from assistant.repl.conversation import Conversation
from assistant.repl.prompt.colours import Colours

_LABEL = re.compile(rf"({'|'.join(LABELS)})( \d+)?:")
_LESS = "-FRX -Psq leaves, Space goes on, / searches$"  # the prompt of less, where the user has set none
_RULE = re.compile(r"[─┼ +|-]*[─-]{3}[─┼ +|-]*")
_CARETS = re.compile(r" *\^+")


class Printer:
    """Prints the replies of a conversation on a terminal."""

    def __init__(self, conversation: Conversation, output: Output, colours: Colours) -> None:
        self._conversation = conversation
        self._output = output
        self._colours = colours
        self._dumb = os.environ.get("TERM", "dumb") in ("dumb", "unknown")
        names = sorted(colours.parties, key=len, reverse=True)
        self._parties = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b") if names else None

    @property
    def width(self) -> int:
        """The columns of the terminal now."""
        return self._output.get_size().columns

    def show(self, words: str, answer: Answer | None = None) -> None:
        """Print a reply and an empty line after it; nothing for no words."""
        if not words:
            return
        if self._dumb:
            print(f"{words}\n", flush=True)  # noqa: T201
            return
        painted = FormattedText(self._painted(f"{words}\n\n", answer))
        if not (self._pages(words) and self._paged(painted)):
            self._write(self._output, painted)

    def _write(self, output: Output, painted: FormattedText) -> None:
        depth = self._colours.depth or self._output.get_default_color_depth()
        print_formatted_text(output, painted, self._colours.style, color_depth=depth)

    def _pages(self, words: str) -> bool:
        when = self._conversation.config.pager
        return when == "always" or (when == "auto" and words.count("\n") + 3 > self._output.get_size().rows)

    def _paged(self, painted: FormattedText) -> bool:
        """Whether a pager showed it."""
        command = shlex.split(os.environ.get("PAGER", "")) or ["less"]
        if shutil.which(command[0]) is None:
            return False
        content = io.StringIO()
        self._write(Vt100_Output(content, self._output.get_size, term=os.environ.get("TERM")), painted)
        environment = {"LESS": _LESS, **os.environ, "LESSCHARSET": "utf-8"}
        try:
            subprocess.run(command, input=content.getvalue().encode(), env=environment, check=False)
        except KeyboardInterrupt:
            return True
        return True

    def _painted(self, words: str, answer: Answer | None) -> Iterator[tuple[str, str]]:
        if answer is None or self._conversation.form != "text":
            yield "", words
            return
        lines = words.split("\n")
        ends = lines.index("") if "" in lines else len(lines)
        dim = False
        for number, line in enumerate(lines):
            dim = bool(_LABEL.match(line)) or (dim and line.startswith("  "))
            yield from self._line(line, number < ends, dim)
            yield "", "\n" if number + 1 < len(lines) else ""

    def _line(self, line: str, is_sentence: bool, dim: bool) -> list[tuple[str, str]]:
        label = _LABEL.match(line)
        if label:
            return [("class:label", label.group()), ("class:dim", line[label.end() :])]
        if _CARETS.fullmatch(line):
            return [("class:caret", line)]
        if dim or _RULE.fullmatch(line):
            return [("class:dim", line)]
        return self._with_parties(line, "class:sentence" if is_sentence else "")

    def _with_parties(self, line: str, style: str) -> list[tuple[str, str]]:
        if self._parties is None:
            return [(style, line)]
        parts = self._parties.split(line)
        return [
            (f"{style} {self._colours.of_party(part)}" if number % 2 else style, part)
            for number, part in enumerate(parts)
        ]
