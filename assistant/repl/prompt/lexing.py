"""Colour as a question is typed: names and years coloured, words not understood underlined."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.lexers import Lexer

from assistant.names.token import Token
from assistant.repl.conversation import Conversation
from assistant.repl.prompt.colours import Colours

_TIMES = frozenset({"YEAR", "DECADE", "MONTH"})


class QuestionLexer(Lexer):
    """Styles each line of an entry by the tokens the assistant reads in it."""

    def __init__(self, conversation: Conversation, colours: Colours) -> None:
        self._conversation = conversation
        self._colours = colours

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """The styled fragments of a line, by its number."""

        def styled(number: int) -> StyleAndTextTuples:
            line = document.lines[number] if number < len(document.lines) else ""
            typing_here = number == document.cursor_position_row
            return self.styled(line, document.cursor_position_col if typing_here else None)

        return styled

    def styled(self, line: str, cursor: int | None) -> StyleAndTextTuples:
        """The fragments of `line`; a word being typed at `cursor` is not yet called unknown."""
        if line.lstrip().startswith(":"):
            head, space, rest = line.partition(" ")
            return [("class:command", head), ("", space + rest)]
        if line.strip().isdigit():
            return [("", line)]
        fragments: StyleAndTextTuples = []
        at = 0
        for token in self._conversation.asker.typing.tokens(line):
            if token.start < at:
                continue
            fragments += [
                ("", line[at : token.start]),
                (self._style(token, cursor), line[token.start : token.end]),
            ]
            at = token.end
        return [*fragments, ("", line[at:])]

    def _style(self, token: Token, cursor: int | None) -> str:
        if token.terminal == "PARTY":
            return self._colours.of_party(token.senses[0].name)
        if token.senses:
            return "class:name"
        if token.terminal in _TIMES:
            return "class:time"
        if token.terminal != "UNKNOWN":
            return ""
        begun = cursor == token.end and self._conversation.asker.typing.begins_word(token.text)
        return "" if begun else "class:unknown"
