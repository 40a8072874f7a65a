"""Commands that set how the conversation goes on, or end it."""

from __future__ import annotations

from assistant.render import FORMATS as FORMATS
from assistant.repl.commands.order import Order


class Left(Exception):
    """The user asked to leave."""


def reset(order: Order) -> str:
    """Begin a new conversation."""
    order.conversation.begin()
    return "A new conversation."


def form(order: Order) -> str:
    """Choose the format of answers."""
    if order.rest not in FORMATS:
        return f"The formats are {', '.join(FORMATS)}; now {order.conversation.form}."
    order.conversation.form = order.rest
    return f"Answers come as {order.rest}."


def leave(_: Order) -> str:
    """Leave the conversation."""
    raise Left
