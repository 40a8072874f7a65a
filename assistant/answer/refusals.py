"""Refusals in words: why a question is not answered, and the nearest that is."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.model import Answer, Choice, Outcome, Span
from assistant.names.token import Kind, Sense, Token
from assistant.question.refusal import (
    MOST_CHOICES,
    Ambiguous,
    NotHeld,
    NotUnderstood,
    OutOfScope,
    PlaceMissing,
    Refusal,
    SurnameAlone,
    TookTooLong,
    UnknownName,
    WardNotThere,
)


def answer(refusal: Refusal, text: str, stopped: Span | None = None) -> Answer:
    """The answer that says why there is none; `stopped` is the word that could not be used, where none is told."""
    if isinstance(refusal, Ambiguous):
        return _ambiguous(refusal, text)
    if isinstance(refusal, SurnameAlone):
        return _surname(refusal, text)
    if isinstance(refusal, UnknownName):
        return _unknown(refusal, text)
    if isinstance(refusal, WardNotThere):
        return _ward_not_there(refusal, text)
    if isinstance(refusal, OutOfScope):
        return _out_of_scope(refusal, text)
    if isinstance(refusal, PlaceMissing):
        return Answer(text, Outcome.AMBIGUOUS, f"Please say where: {refusal.why}")
    if isinstance(refusal, TookTooLong):
        return _too_long(refusal, text)
    if isinstance(refusal, NotHeld):
        return Answer(text, Outcome.NO_DATA, refusal.why, suggestions=refusal.instead)
    assert isinstance(refusal, NotUnderstood)
    return Answer(
        text,
        Outcome.NOT_UNDERSTOOD,
        f"I did not understand that: {refusal.why}.",
        caret=_span(refusal.token, "not understood") if refusal.token else stopped,
    )


def _too_long(refusal: TookTooLong, text: str) -> Answer:
    seconds = "second" if refusal.seconds == 1 else "seconds"
    return Answer(
        text,
        Outcome.NOT_UNDERSTOOD,
        f"This took longer than {refusal.seconds:g} {seconds} and was stopped, so there is no answer. "
        "Ask about fewer places or years, or allow more time with --timeout SECONDS.",
    )


def _ambiguous(refusal: Ambiguous, text: str) -> Answer:
    choices = tuple(Choice(n, _label(s), _asked(text, refusal.token, s)) for n, s in enumerate(refusal.senses, 1))
    return Answer(
        text,
        Outcome.AMBIGUOUS,
        f"{refusal.why}. Which one?",
        choices=choices,
        caret=_span(refusal.token, "several senses"),
    )


def _surname(refusal: SurnameAlone, text: str) -> Answer:
    token, names = refusal.token, refusal.names
    if not names:
        bearers = words.count(refusal.elsewhere, "person", "people")
        return Answer(
            text,
            Outcome.UNKNOWN_NAME,
            f"“{token.text}” is neither a place nor a person held for what the question names; "
            f"elsewhere it is the surname of {bearers}.",
            caret=_span(token, "unknown name"),
        )
    rest = len(names) - MOST_CHOICES
    more = f" ({rest:,} not listed: say the council or the ward)" if rest > 0 else ""
    bearers = words.count(len(names), "person", "people")
    return Answer(
        text,
        Outcome.AMBIGUOUS,
        f"“{token.text}” is the surname of {bearers} who would fit{more}. Who is meant?",
        choices=_instead(names[:MOST_CHOICES], token, text),
        caret=_span(token, "several people"),
    )


def _instead(names: tuple[str, ...], token: Token, text: str) -> tuple[Choice, ...]:
    """The question asked again with each of the names in the token's place."""
    return tuple(Choice(n, name, f"{text[: token.start]}{name}{text[token.end :]}") for n, name in enumerate(names, 1))


def _label(sense: Sense) -> str:
    if sense.kind is Kind.WARD:
        return f"{sense.name} ({_title(sense.council_id)})"
    return f"{sense.name} ({sense.detail})" if sense.detail else sense.name


def _title(slug: str) -> str:
    small = {"and", "upon", "on", "under", "of", "the", "le"}
    return " ".join(w if w in small else w.capitalize() for w in slug.split("-"))


def _asked(text: str, token: Token, sense: Sense) -> str:
    """The question again with the name made plain."""
    plain = sense.name if sense.kind is not Kind.WARD else f"{sense.name} ward {_title(sense.council_id)}"
    return f"{text[: token.start]}{plain}{text[token.end :]}"


def _unknown(refusal: UnknownName, text: str) -> Answer:
    near = f" The nearest names are {', '.join(refusal.nearest)}." if refusal.nearest else ""
    missing = f"There is no council, ward, party or person “{refusal.token.text}” in the tables.{near}"
    return _no_such_name(refusal, text, missing)


def _ward_not_there(refusal: WardNotThere, text: str) -> Answer:
    near = f" The nearest names there are {words.listing(refusal.nearest)}." if refusal.nearest else ""
    return _no_such_name(refusal, text, f"{refusal.where} has no ward “{refusal.token.text}” in the tables.{near}")


def _no_such_name(refusal: UnknownName | WardNotThere, text: str, sentence: str) -> Answer:
    return Answer(
        text,
        Outcome.UNKNOWN_NAME,
        sentence,
        choices=_instead(refusal.nearest, refusal.token, text),
        caret=_span(refusal.token, "unknown name"),
    )


def _out_of_scope(refusal: OutOfScope, text: str) -> Answer:
    return Answer(
        text,
        Outcome.OUT_OF_SCOPE,
        f"That is about {refusal.subject}, which is not in the tables: they hold local-election results, "
        "the make-up and control of councils, and turnout.",
        caret=_span(refusal.token, "out of scope"),
    )


def _span(token: Token, role: str) -> Span:
    return Span(token.start, token.end, token.text, role, None)
