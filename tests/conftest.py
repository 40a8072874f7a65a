"""What tests of the real thing share: the shipped tables, built once for all workers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the workers together: the first of them builds, the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "tables"


@pytest.fixture(scope="session")
def _real(cache_folder: Path) -> Iterator[Assistant]:
    with Assistant(cache=cache_folder) as one:
        yield one


@pytest.fixture
def real(_real: Assistant) -> Assistant:
    """An assistant over the shipped tables, at the beginning of a conversation."""
    _real.reset()
    return _real
