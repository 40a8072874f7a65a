"""How things are called in print."""

from __future__ import annotations

from typing import Protocol

from assistant.core.meaning.nodes import Kind


class Names(Protocol):
    """The printed names of the things that ids stand for."""

    def name(self, kind: Kind, id: str) -> str:
        """As a noun: "Dudley", "the North West", "Gornal in Dudley", "the Conservatives", "no overall control"."""

    def adjective(self, party: str) -> str:
        """A party's before a noun: "Conservative" seats."""

    def sort(self, area: str) -> tuple[str, str] | None:
        """What one and what several of the members of an area are called, where it is a sort of thing and no place.

        "London borough" and "London boroughs", "region" and "regions".
        """
