"""The core over the shipped tables, as the command line opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from assistant.answer.model import Answer
from assistant.core.assistant import Assistant


@pytest.fixture(scope="session")
def core() -> Iterator[Assistant]:
    with Assistant() as assistant:
        yield assistant


@pytest.fixture
def ask(core: Assistant) -> Callable[[str], Answer]:
    def asked(text: str) -> Answer:
        core.reset()
        return core.ask(text)

    return asked
