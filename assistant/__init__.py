"""Ask UK local-election results in plain English, offline, and get an answer you can quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.answer.model import Answer
    from assistant.assistant import Assistant

__all__ = ["Answer", "Assistant"]


def __getattr__(name: str) -> Any:
    """`Assistant` and `Answer`, imported when first used: `assistant --version` needs neither."""
    if name == "Assistant":
        from assistant.assistant import Assistant

        return Assistant
    if name == "Answer":
        from assistant.answer.model import Answer

        return Answer
    raise AttributeError(name)
