"""Why a question could not become a Question: each refusal carries what a person needs to ask again."""

from __future__ import annotations

from assistant.names.token import Sense, Token
from assistant.records import dataclass

MOST_CHOICES = 9  # as many as can be listed and picked by one digit


class Refusal(Exception):
    """A question that is not answered; the subclass says why."""


@dataclass(frozen=True)
class NotUnderstood(Refusal):
    """`token` is the first word that could not be used (None: the whole question); `why` in words.

    Where no one token is known, the word is the first of those `terminals` that the question has.
    """

    token: Token | None
    why: str
    terminals: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnknownName(Refusal):
    """A name nobody in the tables has, with the nearest names there are."""

    token: Token
    nearest: tuple[str, ...]


@dataclass(frozen=True)
class WardNotThere(Refusal):
    """A ward's name that the place named (`where`, in words) has no ward of, with its nearest wards."""

    token: Token
    where: str
    nearest: tuple[str, ...]


@dataclass(frozen=True)
class SurnameAlone(Refusal):
    """A surname without what would tell its bearers apart: the `names` that fit, else how many bear it `elsewhere`."""

    token: Token
    names: tuple[str, ...]
    elsewhere: int


@dataclass(frozen=True)
class Ambiguous(Refusal):
    """A name with several `senses`, those worth listing; `why` in words."""

    token: Token
    senses: tuple[Sense, ...]
    why: str


@dataclass(frozen=True)
class PlaceMissing(Refusal):
    """Everything is clear but the place (or the ward) it is asked of."""

    why: str


@dataclass(frozen=True)
class OutOfScope(Refusal):
    """A subject these tables do not speak to."""

    token: Token
    subject: str


@dataclass(frozen=True)
class TookTooLong(Refusal):
    """Understood, but not answered within the time a question may take."""

    seconds: float


@dataclass(frozen=True)
class NotHeld(Refusal):
    """Understood, but of a kind that is not in the tables at all."""

    why: str
    instead: tuple[str, ...] = ()
