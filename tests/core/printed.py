"""Names as the tests print them: read off the ids, but for those that English treats in a way of its own."""

from __future__ import annotations

from assistant.core.meaning.nodes import Kind

_NOUNS = {
    "labour": "Labour",
    "conservative": "the Conservatives",
    "green": "the Greens",
    "liberal-democrat": "the Liberal Democrats",
    "ukip": "UKIP",
    "none": "no overall control",
    "region:north-west": "the North West",
    "region:west-midlands": "the West Midlands",
    "county:greater-manchester": "Greater Manchester",
    "region:london": "London",
    "kind:london borough": "the London boroughs",
    "kind:metropolitan borough": "the metropolitan boroughs",
    "region": "the regions",
    "constituency:peterborough": "the Peterborough seat",
    "snp": "the SNP",
}
_ADJECTIVES = {"snp": "SNP", "conservative": "Conservative", "green": "Green", "liberal-democrat": "Liberal Democrat"}
_SORTS = {
    "kind:london borough": ("London borough", "London boroughs"),
    "kind:metropolitan borough": ("metropolitan borough", "metropolitan boroughs"),
    "region": ("region", "regions"),
}


class Printed:
    """Printed names made from ids: "dudley/gornal" is "Gornal in Dudley"."""

    def name(self, kind: Kind, id: str) -> str:
        if id in _NOUNS:
            return _NOUNS[id]
        if kind == "office":
            return f"the {_title(id.replace(':', ' of '))} seat"
        where, _, what = id.rpartition("/")
        return f"{_title(what)} in {_title(where)}" if where else _title(what.rpartition(":")[2])

    def adjective(self, party: str) -> str:
        return _ADJECTIVES.get(party, _NOUNS.get(party, _title(party)))

    def sort(self, area: str) -> tuple[str, str] | None:
        return _SORTS.get(area)


def _title(slug: str) -> str:
    return " ".join(
        word.capitalize() if word not in ("of", "and") else word for word in slug.replace("-", " ").split(" ")
    )
