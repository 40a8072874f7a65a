"""The `:commands` of a conversation: what each is called, what it takes, what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.errors import AssistantError
from assistant.render.visible import visible_lines
from assistant.repl.commands import asking, keeping, setting, telling
from assistant.repl.commands.order import Order
from assistant.repl.conversation import Conversation, Reply


@dataclass(frozen=True, slots=True)
class Command:
    """`:name takes`, what it is for, what does it, and the words that complete it (None: files)."""

    name: str
    takes: str
    purpose: str
    obey: Callable[[Order], str | Reply]
    words: tuple[str, ...] | None = ()


FILE = None
COMMANDS = (
    Command("help", "", "this list", lambda order: help_text()),
    Command("examples", "", "questions worth asking", telling.examples),
    Command("open", "N", "ask the suggestion or choice with that number", asking.opened),
    Command("all", "", "the last answer with every row of its table", telling.whole),
    Command("chart", "", "draw the last answer, where it has a shape", telling.chart),
    Command("sql", "", "the query behind the last answer, ready to run", telling.sql),
    Command("explain", "[QUESTION]", "how it, or the last question, is read", telling.explain),
    Command("sources", "", "who says so, for the last answer", telling.sources),
    Command("context", "", "what a fragment such as “and in 2018?” would be about", telling.context),
    Command("reset", "", "begin a new conversation", setting.reset),
    Command("format", "[NAME]", "text, markdown, json, csv or html", setting.form, setting.FORMATS),
    Command("fav", "[NAME [QUESTION]]", "keep a question under a name, or ask it; all of them", asking.favourite),
    Command("unfav", "NAME", "keep it no longer", asking.forget),
    Command("watch", "SECONDS QUESTION", "ask again and again, until Ctrl-C", asking.watch),
    Command("copy", "", "put the last answer on the clipboard", keeping.copy),
    Command("export", "FILE", "write the last answer: .csv, .html, .json, .md or .xlsx", keeping.export_last, FILE),
    Command("save", "NAME [all]", "keep the last exchange, or all, to check", keeping.save_asked, FILE),
    Command("run", "FILE", "ask the questions of a file", keeping.run_file, FILE),
    Command("quit", "", "leave (so does Ctrl-D)", setting.leave),
)
_BY_NAME = {command.name: command for command in COMMANDS} | {"q": COMMANDS[-1], "exit": COMMANDS[-1]}
_ALIKE = 60.0  # of 100: what a name must be like to be offered for another


def obey(conversation: Conversation, line: str, width: int) -> Reply:
    """What a line that begins with ":" says. Raises Left on `:quit`; what goes wrong is said."""
    name, _, rest = line[1:].strip().partition(" ")
    command = _BY_NAME.get(name.removesuffix("!").casefold())
    if command is None:
        return Reply(visible_lines(_unknown(name)))
    try:
        said = command.obey(Order(conversation, rest.strip(), width, name.endswith("!")))
    except (AssistantError, ValueError) as error:  # no path may hold a NUL
        said = str(error)
    return said if isinstance(said, Reply) else Reply(visible_lines(said))


def _unknown(name: str) -> str:
    from rapidfuzz import fuzz, process

    names = [command.name for command in COMMANDS]
    near = process.extractOne(name.casefold(), names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    meant = f" Is :{near[0]} meant?" if near else ""
    return f"No such command: :{name}.{meant} :help lists them all."


def help_text() -> str:
    """The commands, a line each."""
    heads = [f":{command.name} {command.takes}".rstrip() for command in COMMANDS]
    widest = max(map(len, heads))
    lines = [f"  {head:<{widest}}  {command.purpose}" for head, command in zip(heads, COMMANDS, strict=True)]
    return "\n".join(
        [
            "Ask in your own words, or type one of:",
            *lines,
            "A number asks one of the choices or suggestions last offered.",
        ]
    )
