"""Commands that tell: of the last answer, of the conversation, of what can be asked."""

from __future__ import annotations

from assistant.render.sql import runnable
from assistant.render.text import source_text
from assistant.render.visible import visible_lines
from assistant.repl.commands.order import Order
from assistant.repl.conversation import Reply
from assistant.repl.examples import EXAMPLES


def examples(_: Order) -> str:
    """Questions worth asking, by topic."""
    return "\n\n".join("\n  ".join([topic, *questions]) for topic, questions in EXAMPLES.items())


def whole(order: Order) -> Reply:
    """The last answer with every row of its table."""
    answer = order.last
    return Reply(order.conversation.shown(answer, order.width, whole=True), answer)


def chart(order: Order) -> str:
    """The last answer drawn in the terminal."""
    from assistant.render.chart import chart as drawn

    return drawn(order.last, order.width)


def sql(order: Order) -> str:
    """The query behind the last answer."""
    return visible_lines(runnable(order.last.sql)) if order.last.sql else "No query ran."


def explain(order: Order) -> str:
    """How the question given, or the last, goes through the stages."""
    conversation = order.conversation
    if order.rest:
        explained = visible_lines(str(conversation.asker.explain(order.rest)))
        conversation.ask_again(len(conversation.asked))
        return explained
    # The last question is read as it was then: from where the conversation stood before it.
    last = order.last.question
    conversation.ask_again(len(conversation.asked) - 1)
    return visible_lines(str(conversation.asker.explain(last)))


def sources(order: Order) -> str:
    """Who says what the last answer says."""
    return "\n".join(dict.fromkeys(source_text(source) for source in order.last.sources)) or "No source."


def context(order: Order) -> str:
    """What a fragment asked now would be about."""
    words = " · ".join(order.conversation.asker.context)
    return f"{words}\n:reset begins a new conversation." if words else "Nothing has been spoken of yet."
