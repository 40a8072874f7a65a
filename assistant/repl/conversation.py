"""One conversation, apart from how its lines are read: questions, numbered choices and `:commands`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.answer.model import Answer, Outcome
from assistant.asking import Asker
from assistant.completion.usage import Usage
from assistant.errors import AssistantError
from assistant.render import WIDTH, Wanted, render
from assistant.render.table import STYLES
from assistant.render.text import text
from assistant.repl.config import Config

_NAMED = frozenset({"place", "ward", "party"})  # roles of spans whose value is a name


@dataclass(frozen=True, slots=True)
class Reply:
    """What to print for a line; `answer` is set when the words are an answer's text."""

    words: str
    answer: Answer | None = None


@dataclass(slots=True)
class Conversation:
    """What is kept from line to line.

    `asked` are the answers since the conversation began, oldest first, and `set_out` the one before them
    that gave it its place and year; a number picks from the choices of `offered`, or else its suggestions.
    `form` is the format answers are printed in; `numbered` shows the numbers of suggestions; `reopen` gives
    an assistant over the tables as they are now.
    """

    asker: Asker
    config: Config = field(default_factory=Config)
    reopen: Callable[[], Asker] | None = None
    form: str = ""
    numbered: bool = False
    asked: list[Answer] = field(default_factory=list)
    offered: Answer | None = None
    set_out: Answer | None = None
    usage: Usage = field(default_factory=Usage)
    all_answered: bool = True
    stopped: bool = False

    def __post_init__(self) -> None:
        self.form = self.form or self.config.format
        self._set_out()

    @property
    def last(self) -> Answer | None:
        """The last answer of this conversation."""
        return self.asked[-1] if self.asked else None

    @property
    def whole(self) -> list[Answer]:
        """The answers of this conversation after the one that set its place and year, if any did."""
        return [*([self.set_out] if self.set_out else []), *self.asked]

    @property
    def spoken(self) -> list[str]:
        """The names of places, wards and parties spoken of so far."""
        spans = [span for answer in self.asked for span in answer.spans if span.role in _NAMED]
        return list(dict.fromkeys(str(span.value) for span in spans))

    def ask(self, line: str, width: int = WIDTH) -> Reply:
        """The answer to a question, or to the choice with that number."""
        moved = self._keep_up()
        answer = self.asker.ask(self._chosen(line))
        self.asked.append(answer)
        self.offered = answer if answer.choices or answer.suggestions else None
        self.all_answered &= answer.outcome is Outcome.ANSWERED
        if answer.outcome is Outcome.ANSWERED:
            self.usage.learn(self.asker.typing.tokens(answer.question), 3)
        return Reply(moved + self.shown(answer, width), answer)

    def shown(self, answer: Answer, width: int, *, whole: bool = False) -> str:
        """An answer in the format chosen; `whole` shows every row of its table."""
        if self.form != "text":
            return render(answer, self.form, Wanted(rows=0 if whole else None))
        limit = None if whole else self.config.limit
        return text(answer, width, limit, STYLES[self.config.table], numbered=self.numbered)

    def cancel(self) -> None:
        """Stop what is being answered in another thread: its query, and what was to follow."""
        self.stopped = True
        self.asker.cancel()

    def begin(self) -> None:
        """Begin a new conversation."""
        self.asker.reset()
        self.asked.clear()
        self.offered = None
        self._set_out()

    def ask_again(self, count: int) -> None:
        """Bring the assistant to where it stood after the first `count` answers."""
        self.asker.reset()
        self._set_out()
        for answer in self.asked[:count]:
            self.asker.ask(answer.question)

    def _set_out(self) -> None:
        """Give a new conversation the place and year it starts with."""
        self.set_out = self.asker.ask(self.config.opening) if self.config.opening else None

    @property
    def offers(self) -> dict[str, str]:
        """Number → the question that it asks: the choices offered last, or else the suggestions."""
        if self.offered is None:
            return {}
        if self.offered.choices:
            return {str(choice.number): choice.question for choice in self.offered.choices}
        return {str(number): question for number, question in enumerate(self.offered.suggestions, 1)}

    def _chosen(self, line: str) -> str:
        return self.offers.get(line, line)

    def _keep_up(self) -> str:
        """Change to the tables on disk when they are other than those open; what to say of it."""
        if self.reopen is None or not self.asker.changed():
            return ""
        try:
            old, self.asker = self.asker, self.reopen()
        except AssistantError as error:
            return f"The tables have changed on disk and cannot be opened; those open before answer.\n{error}\n\n"
        old.close()
        self.begin()
        if self.asker.notice:
            return f"The tables have changed on disk. {self.asker.notice}\n\n"
        return "The tables have changed on disk; this is a new conversation over the new ones.\n\n"
