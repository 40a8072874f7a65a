"""One conversation, apart from how its lines are read: questions, numbered choices and `:commands`."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.answer.model import Answer, Outcome
from assistant.asking import Asker
from assistant.render import FORMATS, WIDTH, render
from assistant.render.sql import runnable
from assistant.render.text import source_text
from assistant.render.visible import visible_lines

HELP = """\
Ask in your own words, or type one of:
  :sql             the query behind the last answer
  :explain [TEXT]  how a question is read, stage by stage (default: the last)
  :sources         who says so, for the last answer
  :reset           begin a new conversation
  :format NAME     text, markdown, json or csv
  :help            this list
  :quit            leave (so does Ctrl-D)
A number picks one of the choices last offered."""


class Left(Exception):
    """The user asked to leave."""


@dataclass(slots=True)
class Conversation:
    """What is kept from line to line: the last answer, the format, whether all was answered."""

    asker: Asker
    form: str = "text"
    last: Answer | None = None
    all_answered: bool = True
    _commands: tuple[str, ...] = field(
        default=("sql", "explain", "sources", "reset", "format", "help", "quit")
    )

    def reply(self, line: str, width: int = WIDTH) -> str:
        """What to print for a line; "" for an empty one. Raises Left on `:quit`."""
        line = line.strip()
        if line.startswith(":"):
            name, _, rest = line[1:].partition(" ")
            return self._command(name, rest.strip())
        return self._ask(line, width) if line else ""

    def _ask(self, line: str, width: int) -> str:
        self.last = self.asker.ask(self._chosen(line))
        self.all_answered &= self.last.outcome is Outcome.ANSWERED
        return render(self.last, self.form, width)

    def _chosen(self, line: str) -> str:
        choices = self.last.choices if self.last else ()
        return next((choice.question for choice in choices if str(choice.number) == line), line)

    def _command(self, name: str, rest: str) -> str:
        if name in ("quit", "q", "exit"):
            raise Left
        if name not in self._commands:
            return f"No such command: :{name}\n\n{HELP}"
        if name == "help":
            return HELP
        if name == "format":
            return self._format(rest)
        if name == "reset":
            self.asker.reset()
            self.last = None
            return "A new conversation."
        return self._of_last(name, rest)

    def _format(self, name: str) -> str:
        if name not in FORMATS:
            return f"The formats are {', '.join(FORMATS)}; now {self.form}."
        self.form = name
        return f"Answers come as {name}."

    def _of_last(self, name: str, rest: str) -> str:
        if name == "explain" and (rest or self.last):
            return visible_lines(str(self.asker.explain(rest or (self.last.question if self.last else ""))))
        if self.last is None:
            return "Nothing has been asked yet."
        if name == "sources":
            return "\n".join(source_text(source) for source in self.last.sources) or "No source."
        return visible_lines(runnable(self.last.sql)) if self.last.sql else "No query ran."
