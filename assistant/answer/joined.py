"""Two asks in one question: their answers as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.model import Answer, Outcome


def joined(answers: Sequence[Answer]) -> Answer:
    """The first answered one leads with its table; each says its sentence, whether answered or not."""
    if len(answers) == 1:
        return answers[0]
    answered = [a for a in answers if a.outcome is Outcome.ANSWERED]
    lead = answered[0] if answered else answers[0]
    return replace(
        lead,
        sentence=" ".join(dict.fromkeys(a.sentence for a in answers)),
        reading="; ".join(a.reading for a in answers if a.reading) or None,
        basis="; ".join(dict.fromkeys(a.basis for a in answers if a.basis)) or None,
        coverage="; ".join(dict.fromkeys(a.coverage for a in answers if a.coverage)) or None,
        sources=tuple(dict.fromkeys(s for a in answers for s in a.sources)),
        notes=tuple(dict.fromkeys(n for a in answers for n in a.notes)),
    )
