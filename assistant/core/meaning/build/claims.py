"""Claims: of a described set they are made of one of its members at least."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.build.quantifiers import any_of
from assistant.core.meaning.cells import CONTAINERS, filled, is_plain
from assistant.core.meaning.check import MeaningError, check_cell
from assistant.core.meaning.walk import free
from assistant.core.model.relations import RELATIONS


def claim(
    name: str, *, number: int = 0, poll: str = "scheduled", at: n.Spans = n.NOWHERE, **slots: n.Set | None
) -> n.Prop:
    """A relation of the model; of a described set it is claimed of one of its members at least."""
    if name not in RELATIONS:
        raise MeaningError(name, "there is no such claim")
    made = n.Claim(name, number=number, poll=poll, spans=at, **slots)
    made = replace(made, place=_parts_of_place(made))
    check_cell(made)
    described = next((slot for slot, value in filled(made) if not is_plain(value)), None)
    return _of_one(made, described) if described else made


def _parts_of_place(claim: n.Claim) -> n.Set | None:
    """The place of a claim: a person does it in a ward of a council or area, a party in a council of an area."""
    place = claim.place
    part: n.Kind = "ward" if claim.person is not None else "council"
    done = claim.person is not None or (claim.party is not None and RELATIONS[claim.name].areas)
    if place is None or not done or place.kind not in CONTAINERS[part]:
        return place
    return n.Select(part, place, (replace(claim, place=n.It(part)),))


def _of_one(made: n.Claim, slot: str) -> n.Prop:
    """The claim made of one of the members at least of the set in a slot."""
    of: n.Set = getattr(made, slot)
    if isinstance(of, n.Several):
        raise MeaningError(made.name, "whether of each of them or of one of them is not said")
    others = [value for name, value in filled(made) if name != slot]
    if any(of.kind in free(value) for value in others):
        raise MeaningError(made.name, f"which {of.kind} is which is not said")
    again: dict[str, Any] = dict(filled(made)) | {slot: n.It(of.kind)}
    inner = claim(made.name, number=made.number, poll=made.poll, at=made.spans, **again)
    return any_of(of, inner, made.spans)
