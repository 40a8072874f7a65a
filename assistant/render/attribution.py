"""Who is to be named, and under which licence, wherever figures go."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answer.model import Source
from assistant.render.visible import visible

HEAD = "Sources and licences"


def attribution(sources: Iterable[Source]) -> list[str]:
    """A line for each source, none twice: its title, its publisher, the day it is of, its licence."""
    return list(dict.fromkeys(visible(_line(source)) for source in sources))


def _line(source: Source) -> str:
    when = f", as of {source.as_of}" if source.as_of else ""
    return f"{source.title} ({source.publisher}){when}. Licence: {source.licence}."
