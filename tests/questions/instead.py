"""What a question that is not understood must be given: the word that stopped it, and three that are answered."""

from __future__ import annotations

from assistant import Assistant
from assistant.answer.model import Answer, Outcome


def unhelpful(assistant: Assistant, answer: Answer, explained: str) -> str | None:
    """What is wanting in a refusal and in its explanation; None for another outcome, or where nothing is."""
    if answer.outcome is not Outcome.NOT_UNDERSTOOD or not answer.spans:
        return None  # a text without a word has none to name
    at = answer.caret
    if at is None or answer.question[at.start : at.end] != at.text:
        return "the word that stopped it is not named"
    if f"stopped at\n  {at.text!r}" not in explained:
        return "its explanation does not name the word that stopped it"
    if len(set(answer.suggestions)) != 3 or not all(question in explained for question in answer.suggestions):
        return f"not three questions are offered: {answer.suggestions}"
    return next((f"{q!r} is offered and not answered" for q in answer.suggestions if not _answered(assistant, q)), None)


def _answered(assistant: Assistant, question: str) -> bool:
    assistant.reset()
    return assistant.ask(question).outcome is Outcome.ANSWERED
