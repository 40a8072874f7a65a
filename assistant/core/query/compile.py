"""All that a meaning can be asked for, with every family of nodes in place."""

from assistant.core.query import figures, measured, sets, truths
from assistant.core.query.nodes import figure, members, truth

__all__ = ["figure", "figures", "measured", "members", "sets", "truth", "truths"]
