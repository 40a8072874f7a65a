"""What a verb says that was done: which relation at which level, which measure with which object.

A deed is the lexical meaning of a verb. Of a ward, of a council and of an office it may be different relations; with a
noun that is a measure it is that measure of whoever did it.
"""

from __future__ import annotations

from assistant.core.meaning.nodes import Kind

DEEDS: dict[str, dict[Kind, str]] = {
    "win": {"ward": "win", "council": "win", "office": "win"},
    "go to": {"ward": "win", "council": "win", "office": "win"},
    "elect": {"ward": "win", "council": "win", "office": "win"},
    "lose": {"ward": "lose", "council": "lose control", "office": "lose"},
    "gain": {"ward": "gain", "council": "gain control", "office": "gain"},
    "hold": {"ward": "keep", "council": "control", "office": "serve"},
    "keep": {"ward": "keep", "council": "keep control", "office": "keep"},
    "defend": {"ward": "keep", "council": "keep control", "office": "keep"},
    "control": {"council": "control"},
    "gain control": {"council": "gain control"},
    "lose control": {"council": "lose control"},
    "run": {"council": "control", "ward": "stand", "office": "stand"},
    "stand": {"ward": "stand", "council": "stand", "office": "stand"},
    "belong": {"ward": "stand", "council": "stand", "office": "stand"},
    "be beaten": {"ward": "be beaten", "council": "be beaten", "office": "be beaten"},
    "beat": {"ward": "beat", "council": "beat", "office": "beat"},
    "face": {},
    "come": {"ward": "come", "council": "come", "office": "come"},
    "represent": {"ward": "represent", "council": "sit", "office": "serve"},
    "serve": {"office": "serve"},
    "be filled": {"office": "be filled"},
    "be of": {"ward": "win", "council": "control", "office": "win"},
    "vote for": {"ward": "win", "council": "win", "office": "win"},
    "vote": {"ward": "vote", "council": "vote", "office": "vote"},
    "be there": {"ward": "vote", "council": "be there", "area": "be there", "office": "vote"},
    "be tied": {"ward": "be tied", "council": "be tied"},
    "sweep": {"ward": "sweep", "council": "sweep"},
    "change hands": {"ward": "change hands", "council": "change hands", "office": "change hands"},
    "be largest": {"council": "be largest"},
    "be split": {"ward": "be split"},
    "sit": {"council": "sit"},
    "be uncontested": {"ward": "be uncontested"},
}
"""Deed → the relation that it is at the level of its place."""

DOINGS: dict[tuple[str, str], str] = {
    ("win", "seats"): "seats won",
    ("defend", "seats"): "seats defended",
    ("get", "seats"): "seats won",
    ("go to", "seats"): "seats won",
    ("go to", "votes"): "votes",
    ("go to", "share"): "share of the vote",
    ("elect", "seats"): "seats won",
    ("elect", "candidates"): "seats won",
    ("win", "candidates"): "seats won",
    ("have", "seats"): "seats held",
    ("be left with", "seats"): "seats held",
    ("need", "seats"): "seats short",
    ("be needed", "seats"): "seats needed",
    ("win", "majority"): "majority",
    ("keep", "majority"): "majority",
    ("hold", "majority"): "majority",
    ("gain", "majority"): "majority",
    ("get", "majority"): "majority",
    ("be of", "seats"): "seats held",
    ("be of", "share of seats"): "share of seats",
    ("be uncontested", "seats"): "seats uncontested",
    ("have", "seats short"): "seats short",
    ("hold", "seats"): "seats held",
    ("represent", "seats"): "seats held",
    ("control", "seats"): "seats held",
    ("stand", "candidates"): "candidates",
    ("be up", "seats"): "seats up",
    ("get", "candidates"): "candidates",
    ("lose", "seats"): "net change",
    ("gain", "seats"): "net change",
    ("stand", "seats"): "seats up",
    ("win", "share"): "share of the vote",
    ("get", "share"): "share of the vote",
    ("have", "share"): "share of seats",
    ("hold", "share"): "share of seats",
    ("win", "share of seats"): "share of seats won",
    ("win", "share of seats won"): "share of seats won",
    ("get", "share of seats won"): "share of seats won",
    ("get", "share of seats"): "share of seats won",
    ("have", "share of seats"): "share of seats",
    ("hold", "share of seats"): "share of seats",
}
"""Deed and open noun → the measure that it is."""

OPEN: dict[str, tuple[str, ...]] = {
    "seats": ("seats held", "seats won"),
    "share": ("share of the vote", "share of seats"),
    "majority": ("majority", "council majority"),
}
"""Nouns that are several measures: the first is meant where nothing settles which."""
