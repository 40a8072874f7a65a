"""An Answer as plain text: the sentence, the table, then what was read, on which basis, from whom."""

from __future__ import annotations

from assistant.answer.model import Answer, Outcome, Source, Span
from assistant.render.table import ROWS_SHOWN, STYLES, Style, grid, table_lines
from assistant.render.visible import columns, visible
from assistant.render.wanted import WIDTH
from assistant.render.wrapping import wrapped

LABELS = ("Reading", "Assumed", "Basis", "Coverage", "Note", "Sources", "Try")
_LEAST_WIDTH = 20
_INDENT = "  "


def text(
    answer: Answer,
    width: int = WIDTH,
    limit: int | None = ROWS_SHOWN,
    style: Style = STYLES["ruled"],
    *,
    attribution: bool = True,
    numbered: bool = False,
) -> str:
    """The answer in `width` columns, with at most `limit` rows of its table; no final line break.

    `numbered` suggestions can be asked by their number, where no choice has it.
    """
    width = max(width, _LEAST_WIDTH)
    blocks = [
        wrapped(visible(answer.sentence), width),
        caret_lines(answer.question, answer.caret, width) if answer.outcome is not Outcome.ANSWERED else [],
        table_lines(grid(answer, limit), width, style) if _tabular(answer) else [],
        [line for choice in answer.choices for line in _choice(choice.number, choice.label, width)],
        [line for label, words in _numbered(answer, attribution, numbered) for line in _labelled(label, words, width)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _tabular(answer: Answer) -> bool:
    """A table is shown when it says more than the sentence: not for one row of one or two figures."""
    return bool(answer.columns) and (len(answer.rows) > 1 or (bool(answer.rows) and len(answer.columns) > 2))


def labelled(answer: Answer, attribution: bool = True) -> list[tuple[str, str]]:
    """The labelled lines in their order, (label, words), those without words left out."""
    sources = answer.sources if attribution else ()
    lines = [
        ("Reading", answer.reading),
        *(("Assumed", sentence) for sentence in answer.assumed),
        ("Basis", answer.basis),
        ("Coverage", answer.coverage),
        *(("Note", note) for note in answer.notes),
        ("Sources", "; ".join(dict.fromkeys(source_text(source) for source in sources))),
        *(("Try", suggestion) for suggestion in answer.suggestions),
    ]
    return [(label, visible(words)) for label, words in lines if words]


def _numbered(answer: Answer, attribution: bool, numbered: bool) -> list[tuple[str, str]]:
    lines = labelled(answer, attribution)
    if not numbered or answer.choices:
        return lines
    first = len(lines) - len(answer.suggestions)
    return [(f"{label} {at - first + 1}" if at >= first else label, words) for at, (label, words) in enumerate(lines)]


def source_text(source: Source) -> str:
    """Who says so, under which licence, as of when, in one phrase."""
    when = f", as of {source.as_of}" if source.as_of else ""
    return f"{source.title} ({source.publisher}, {source.licence}){when}"


def caret_lines(question: str, span: Span | None, width: int) -> list[str]:
    """The question with carets under `span`, cut to a window round it where the line is too long."""
    if span is None or not question.strip():
        return []
    shown, start, end = visible(question), span.start, max(span.end, span.start + 1)
    first, last = (0, len(shown)) if columns(shown) <= width - 1 else _window(shown, start, width - 2)
    head = ("…" if first else "") + shown[first:start]
    line = head + shown[start:last] + ("…" if last < len(shown) else "")
    return [line, " " * columns(head) + "^" * max(1, columns(shown[start : min(end, last)]))]


def _window(shown: str, start: int, width: int) -> tuple[int, int]:
    """Where to cut, so that what is left takes at most `width` columns with `start` a third of the way in."""
    first = last = min(start, len(shown))
    while first > 0 and columns(shown[first - 1 : last]) <= width // 3:
        first -= 1
    while last < len(shown) and columns(shown[first : last + 1]) <= width:
        last += 1
    return first, last


def _choice(number: int, label: str, width: int) -> list[str]:
    head = f"{number:>3}  "
    return wrapped_after(head, visible(label), width)


def _labelled(label: str, words: str, width: int) -> list[str]:
    return wrapped(f"{label}: {words}", width, _INDENT)


def wrapped_after(head: str, words: str, width: int) -> list[str]:
    """`words` after `head`, the lines that follow set under the first word."""
    lines = wrapped(words, width - len(head)) or [""]
    return [head + lines[0], *(" " * len(head) + line for line in lines[1:])]
