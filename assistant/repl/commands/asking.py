"""Commands that ask: what was offered, what is kept under a name, the same again and again."""

from __future__ import annotations

from assistant.answer.model import ask_id
from assistant.errors import InputError
from assistant.repl import favourites
from assistant.repl.commands.order import Order
from assistant.repl.conversation import Reply

_LEAST, _MOST = 0.5, 86_400.0  # seconds


class Watching(Exception):
    """The user asked to have a question asked every so many seconds."""

    def __init__(self, seconds: float, question: str) -> None:
        super().__init__(seconds, question)
        self.seconds = seconds
        self.question = question


def opened(order: Order) -> Reply:
    """Ask a suggestion or a choice, by its number or its id."""
    offered = order.conversation.offers
    by_id = {ask_id(question): question for question in offered.values()}
    question = offered.get(order.rest) or by_id.get(order.rest)
    if question is None:
        there = f"takes a number from 1 to {len(offered)}" if offered else "has nothing to open: nothing is offered"
        raise InputError(":open", there)
    return order.conversation.ask(question, order.width)


def favourite(order: Order) -> str | Reply:
    """List what is kept, keep a question, or ask one that is kept."""
    name, _, question = order.rest.partition(" ")
    kept = favourites.read()
    if not name:
        listed = "\n".join(f"{each}  {kept[each]}" for each in sorted(kept))
        return listed or "Nothing is kept yet; :fav NAME keeps the last question."
    if name in kept and not question and not order.insisted:
        return order.conversation.ask(kept[name], order.width)
    if name in kept and not order.insisted:
        raise InputError(f":fav {name}", f"is kept already: {kept[name]}", remedy=f"To keep another: :fav! {name} …")
    kept[name] = question.strip() or order.last.question
    favourites.write(kept)
    return f"Kept as {name}: {kept[name]}\n:fav {name} asks it."


def forget(order: Order) -> str:
    """Keep a favourite no longer."""
    kept = favourites.read()
    if order.rest not in kept:
        raise InputError(f":unfav {order.rest}".rstrip(), "takes a name that :fav lists")
    question = kept.pop(order.rest)
    favourites.write(kept)
    return f"No longer kept: {question}"


def watch(order: Order) -> str:
    """Ask a question every so many seconds. Raises Watching, for whoever can wait."""
    seconds, _, question = order.rest.partition(" ")
    try:
        every = float(seconds)
    except ValueError:
        every = 0.0
    if not _LEAST <= every <= _MOST:
        raise InputError(":watch", f"takes a number of seconds from {_LEAST} to {_MOST:.0f}, and a question")
    raise Watching(every, question.strip() or order.last.question)
