"""Value coverage: every content word that a reading used has left its value in the meaning."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.core.meaning.nodes import Node
from assistant.core.names.lattice import Edge


def lacking(meaning: Node, used: Sequence[Edge]) -> tuple[Edge, ...]:
    """The words whose value is not in the meaning."""
    return ()
