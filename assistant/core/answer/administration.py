"""Who runs a council, from the codes in which the source tells it: "CON min", "LAB/LD", "LAB Mayor"."""

from __future__ import annotations

from assistant.column import Cell
from assistant.core.answer.number import series
from assistant.core.answer.phrase import sentence

_PARTIES = {
    "CON": "Conservative",
    "LAB": "Labour",
    "LD": "Liberal Democrat",
    "GRN": "Green",
    "REF": "Reform UK",
    "UKIP": "UKIP",
    "IND": "independent",
    "SNP": "SNP",
    "PC": "Plaid Cymru",
}


def run_by(code: Cell) -> tuple[str, ...]:
    """Who runs it in a sentence; nothing where that is not held."""
    if not isinstance(code, str):
        return ()
    names, _, kind = code.partition(" ")
    who = [_PARTIES.get(name, name) for name in names.split("/")]
    if kind == "Mayor":
        return (sentence(f"administration: a {who[0]} mayor"),)
    minority = "minority " if kind == "min" else ""
    if len(who) == 1:
        return (sentence(f"administration: {who[0]} {minority}".strip()),)
    return (sentence(f"administration: a {minority}coalition, {series(who)}"),)
