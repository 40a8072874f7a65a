"""Meanings written in Python, answered from the shipped tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant import resources
from assistant.answer.model import Answer
from assistant.core.answer.answer import answer
from assistant.core.meaning.nodes import Ask
from assistant.core.names.printed import printed
from assistant.tables import Tables, open_tables

Answers = Callable[[Ask], Answer]


@pytest.fixture(scope="session")
def _tables(cache_folder: Path) -> Iterator[Tables]:
    tables = open_tables(cache=cache_folder)
    yield tables
    tables.close()


@pytest.fixture(scope="session")
def answered(_tables: Tables) -> Answers:
    """The answer to a meaning."""
    names = printed(_tables.connection, resources.grammar_folder())
    return lambda ask: answer(ask, _tables.connection, names, "", ())
