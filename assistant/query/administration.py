"""Who runs a council, as the source labels it: "LAB min", "LD/GRN", "CON Mayor"."""

from __future__ import annotations

from assistant.query.sql import Part, every
from assistant.question.model import Administered, Run
from assistant.question.refusal import NotHeld

CODES = {
    "conservative": "CON",
    "labour": "LAB",
    "liberal-democrat": "LD",
    "green": "GRN",
    "reform-uk": "REF",
    "independent": "IND",
    "plaid-cymru": "PC",
    "snp": "SNP",
    "ukip": "UKIP",
}
_HOW = {
    Run.MINORITY: "administration LIKE '% min'",
    Run.COALITION: "administration LIKE '%/%'",
    Run.ALONE: "administration NOT LIKE '%/%'",
}
KNOWN = Part("administration IS NOT NULL")  # only from 2025 on does the source say who runs a council


def ruling(label: str) -> list[str]:
    """The codes of those who run a council by its label, the leading party first: "LD/GRN min" is LD and GRN."""
    return label.removesuffix(" min").removesuffix(" Mayor").split("/") if label else []


def run_by(f: Administered) -> Part:
    """Councils run in one way, by the party or with it."""
    parts = [Part(_HOW[f.how])]
    if f.party is not None:
        parts.append(_with(f.party.id, f.party.name))
    fits = every(parts)
    return Part(f"NOT ({fits.text})" if f.negated else f"({fits.text})", fits.values)


def _with(party_id: str, name: str) -> Part:
    """Councils run by the party, alone or with others."""
    if party_id not in CODES:
        raise NotHeld(f"The source does not label councils as run by {name}.")
    names = "string_split(regexp_replace(administration, ' (min|Mayor)$', ''), '/')"
    return Part(f"list_contains({names}, ?)", (CODES[party_id],))
