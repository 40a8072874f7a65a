"""Butler swing between two parties and two polls of the same ward or council."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Outcome
from assistant.answer.reading import reading
from assistant.question.model import Question


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """Swing is not computed yet for wards; say what is held."""
    del desk
    return Answer(text, Outcome.NO_DATA, f"Swing for {words.where(q) or 'that'} is not held.", reading(q), notes=q.remarks)


_ = no_data
