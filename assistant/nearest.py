"""The nearest questions that can be answered, for one that cannot: built from what was understood of it.

Each is asked before it is offered, so that whoever takes it gets an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.names.token import Kind, Token
from assistant.records import dataclass

WANTED = 3
_TRIED = 24  # candidates asked before giving the plain examples
_LONGEST = 120  # characters of a question that is offered again with a place
_PLAIN = ("who controls Dudley", "Labour net seats West Midlands", "closest wards in Walsall 2016")

# Terminals that tell what is asked about, and the questions to offer for it, the most particular first.
_OF_KIND: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (
        frozenset({"TURNOUT", "BALLOTS", "ELECTORATE"}),
        ("turnout in {ward} in {year}", "turnout in {place} in {year}", "turnout in {place} by year"),
    ),
    (
        frozenset({"MAJORITY", "CLOSEST", "SAFEST", "BY_HOW_MUCH"}),
        ("majority in {ward} in {year}", "closest wards in {place} in {year}", "closest wards in {place}"),
    ),
    (
        frozenset({"CANDIDATES", "STAND", "OPPOSE", "RUNNER_UP"}),
        (
            "candidates in {ward} in {year}",
            "{party} candidates in {place} in {year}",
            "candidates in {place} in {year}",
        ),
    ),
    (
        frozenset({"VOTES", "SHARE", "PERCENT", "SWING"}),
        (
            "{party} vote share in {place} in {year}",
            "votes by party in {place} in {year}",
            "{party} vote share in {place}",
            "votes by party in {place}",
        ),
    ),
    (
        frozenset({"GAIN", "LOSE", "LOSS", "INCREASE", "FELL", "NET", "CHANGE_HANDS"}),
        (
            "{party} net change in seats in {place} in {year}",
            "net change in seats in {place} in {year}",
            "which councils changed hands in {year}",
            "{party} seats in {place} by year",
        ),
    ),
    (
        frozenset({"SEATS", "COUNCILLORS", "SIZE", "COMPOSITION", "LARGEST_PARTY", "SHARE_OF_SEATS", "SEATS_UP"}),
        (
            "{party} seats in {place} in {year}",
            "seats by party in {place} in {year}",
            "{party} seats in {place}",
            "seats by party in {place}",
        ),
    ),
    (
        frozenset({"CONTROL", "NOC", "RAN", "HOLD", "MAJORITY_CONTROL", "SHORT"}),
        ("who controlled {place} in {year}", "who controls {place}", "which councils does {party} control"),
    ),
    (
        frozenset({"WIN", "WINNER", "RESULT", "BEAT", "ELECTIONS"}),
        ("who won {ward} in {year}", "who won {ward}", "who won {place} in {year}", "{place} results"),
    ),
)
_OF_ANY = (
    "who won {ward} in {year}",
    "who won {ward}",
    "{party} seats in {place} in {year}",
    "who controlled {place} in {year}",
    "{place} {year} results",
    "who controls {place}",
    "{party} seats in {place}",
    "{place} results",
    "what do you have on {place}",
    "{party} seats won in England in {year}",
    "which councils does {party} control",
    "seats won by party in England in {year}",
    "which councils changed hands in {year}",
    "who controlled Dudley in {year}",
)


@dataclass(frozen=True, slots=True)
class _Slots:
    """What a question names, to put into another."""

    places: tuple[str, ...]
    wards: tuple[str, ...]
    parties: tuple[str, ...]
    years: tuple[str, ...]

    def filled(self, shape: str) -> str | None:
        """The shape with its slots filled; None where the question names nothing for one of them."""
        named = {"place": self.places, "ward": self.wards, "party": self.parties, "year": self.years}
        slots = {slot: names[0] for slot, names in named.items() if names}
        try:
            return shape.format_map(slots)
        except KeyError:
            return None


def nearest(tokens: Sequence[Token], text: str, answers: Callable[[str], bool]) -> tuple[str, ...]:
    """Three questions like the one asked that `answers` says are answered."""
    kept: list[str] = []
    seen = {text.casefold().strip()}
    for tried, question in enumerate((*_placed(tokens, text), *_candidates(tokens), *_PLAIN)):
        if question.casefold() in seen or (tried >= _TRIED and question not in _PLAIN):
            continue
        seen.add(question.casefold())
        if answers(question):
            kept.append(question)
        if len(kept) == WANTED:
            break
    return tuple(kept)


def _placed(tokens: Sequence[Token], text: str) -> Iterator[str]:
    """A question of no place, asked of one."""
    named = any(t.senses and t.terminal != "PARTY" for t in tokens)
    if tokens and not named and len(text) <= _LONGEST and all(t.terminal != "UNKNOWN" for t in tokens):
        plain = text.strip().rstrip("?.! ")
        yield from (f"{plain} in {place}" for place in ("Dudley", "England"))


def _candidates(tokens: Sequence[Token]) -> Iterator[str]:
    slots = _slots(tokens)
    for shape in (*_shapes(tokens), *_OF_ANY):
        question = slots.filled(shape)
        if question is not None:
            yield question


def _shapes(tokens: Sequence[Token]) -> list[str]:
    """The shapes of what the question speaks of, in the order in which it does."""
    spoken = dict.fromkeys(t.terminal for t in tokens)
    return [shape for terminal in spoken for kind, shapes in _OF_KIND if terminal in kind for shape in shapes]


def _slots(tokens: Sequence[Token]) -> _Slots:
    senses = [s for t in tokens for s in t.senses]
    councils = [s.name for s in senses if s.kind is Kind.COUNCIL]
    areas = [s.name for s in senses if s.kind is Kind.AREA]
    names = {s.id: s.name for s in senses if s.kind is Kind.COUNCIL}
    wards = [s for s in senses if s.kind is Kind.WARD]
    there = [s for s in wards if s.council_id in names] or wards[:1]
    return _Slots(
        tuple(dict.fromkeys([*councils, *areas])),
        tuple(f"{s.name} in {names.get(s.council_id) or _title(s.council_id)}" for s in there),
        tuple(dict.fromkeys(s.name for s in senses if s.kind is Kind.PARTY)),
        tuple(str(t.value) for t in tokens if t.terminal == "YEAR"),
    )


def _title(slug: str) -> str:
    return " ".join(w.capitalize() for w in slug.split("-"))
