"""Ask UK local-election results in plain English, offline, and get an answer you can quote."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.answer.model import Answer
    from assistant.assistant import Assistant

__all__ = ["Answer", "Assistant"]


def __getattr__(name: str) -> Any:
    """`Assistant` and `Answer`, imported when first used: `assistant --version` needs neither."""
    if name == "Assistant":
        return _assistant()
    if name == "Answer":
        from assistant.answer.model import Answer

        return Answer
    raise AttributeError(name)


def _assistant() -> Any:
    """The class that answers: `ASSISTANT_CORE=new` picks the language core, until it is the only one."""
    if os.environ.get("ASSISTANT_CORE") == "new":
        from assistant.core.assistant import Assistant as New

        return New
    from assistant.assistant import Assistant

    return Assistant
