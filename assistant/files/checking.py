"""A transcript run again: each exchange as it was expected, or moved, and in which layer."""

from __future__ import annotations

from assistant.asking import Asker
from assistant.files.compare import accepted, diff, matches
from assistant.files.layers import Layer, layer_moved, layers_of, sql_moved
from assistant.files.transcript import Block, Exchange, Transcript
from assistant.records import dataclass
from assistant.render.text import text


@dataclass(frozen=True, slots=True)
class Checked:
    """An exchange with the lines that came; `moved` is None when they are as expected.

    `sql_moved` tells of another SQL than the fence remembers, whether or not the answer moved.
    """

    exchange: Exchange
    found: tuple[str, ...]
    layers: str
    moved: Layer | None
    sql_moved: bool

    def diff(self) -> list[str]:
        """The lines of a diff from what was expected to what came."""
        return diff(self.exchange.expected, self.found)

    def accepted(self) -> list[str | int]:
        """The lines to expect from now on: the number of each that stays, placeholders too, and those that are new."""
        return accepted(self.exchange.expected, self.found)


def check(asker: Asker, transcript: Transcript) -> list[Checked]:
    """Every exchange of the transcript, run in order, each block a conversation of its own."""
    return [checked for block in transcript.blocks for checked in check_block(asker, block)]


def check_block(asker: Asker, block: Block) -> list[Checked]:
    """The exchanges of one block, run in order from a new conversation."""
    asker.reset()
    return [_check_exchange(asker, exchange) for exchange in block.exchanges]


def _check_exchange(asker: Asker, exchange: Exchange) -> Checked:
    answer = asker.ask(exchange.question)
    found = tuple(line.rstrip() for line in text(answer).split("\n"))
    same = matches(exchange.expected, found)
    layer = None if same else layer_moved(exchange, found, answer)
    return Checked(exchange, found, layers_of(answer), layer, sql_moved(exchange, answer))
