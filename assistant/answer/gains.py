"""Wards gained and held: against the last time the same seat was fought, where both polls are held."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.question.model import Question, Trend, When, Won
from assistant.records import dataclass

_COLUMNS = (
    Column("ward", "Ward", Unit.TEXT),
    Column("change", "Change", Unit.TEXT),
    Column("by", "By", Unit.TEXT),
    Column("from", "From", Unit.TEXT),
)
_BASIS = "as reported for the ward, or against the last time the same single seat was fought"


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """The wards that changed hands at a council's poll, as far as is held."""
    if len(q.places) != 1 or not q.places[0].is_council:
        return Answer(text, Outcome.AMBIGUOUS, "Please say which council’s wards.", reading(q), notes=q.remarks)
    council = q.places[0]
    year = q.time.years[0] if q.time.when is When.IN else _latest(council.id, desk)
    sides = _sides(q)
    rows = _reported(council.id, year, desk) or _fought(council.id, year, desk)
    if not rows:
        return Answer(
            text, Outcome.NO_DATA,
            f"Gains and holds ward by ward are not held for {council.name} in {year}: the last time each seat was fought is not held, or the wards changed.",
            reading(q, year, year), notes=q.remarks, suggestions=(f"{council.name} {year} results", f"net change in {council.name} {year}"),
        )  # fmt: skip
    gained = [r for r in rows if r["change"] == "gain" and sides.fit(r)]
    told = words.listing(f"{r['ward']}{sides.other(r)}" for r in gained)
    value: Cell = len(gained)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{words.start(sides.told(len(gained)))} in {council.name} in May {year}{f': {told}' if told else ''}.",
        reading=reading(q, year, year),
        value=value,
        unit=Unit.COUNT,
        columns=_COLUMNS,
        rows=tuple({k: r[k] for k in ("ward", "change", "by", "from")} for r in (gained or rows)),
        basis=_BASIS,
        coverage=f"{len(rows)} wards compared",
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who must have lost a ward, and who must have gained it, by name; None for anyone."""

    loser: str | None
    gainer: str | None
    either: str | None = None

    def fit(self, row: dict[str, Cell]) -> bool:
        """Whether a gain is between these."""
        if self.either is not None:
            return self.either in (row["from"], row["by"])
        return self.loser in (None, row["from"]) and self.gainer in (None, row["by"])

    def told(self, number: int) -> str:
        """ "Labour lost 5 wards to the Greens", "no wards changed hands"."""
        wards = words.count(number, "ward")
        if self.gainer and self.loser:
            return f"{words.they(self.gainer)} gained {wards} from {words.they(self.loser)}"
        if self.gainer or self.loser:
            return f"{words.they(str(self.gainer or self.loser))} {'gained' if self.gainer else 'lost'} {wards}"
        return f"{wards} changed hands{f' from or to {words.they(self.either)}' if self.either else ''}"

    def other(self, row: dict[str, Cell]) -> str:
        """The sides of a ward that the sentence has not named: "(from Labour)"."""
        whence, by = row["from"] or "a party not named", row["by"]
        if self.gainer and self.loser:
            return ""
        if self.gainer or self.loser:
            return f" (from {whence})" if self.gainer else f" (to {by})"
        return f" ({by} from {whence})"


def _sides(q: Question) -> _Sides:
    won = [f.party for f in q.filters if isinstance(f, Won)]
    named = q.parties[0] if q.parties else won[0] if won else None
    party = named.name if named else None
    loser = q.from_party.name if q.from_party else None
    gainer = q.to_party.name if q.to_party else None
    if party is None or (loser and gainer):
        return _Sides(loser, gainer)
    if q.trend is Trend.DOWN or (gainer and not loser):
        return _Sides(party, gainer)
    if q.trend is Trend.UP or loser or won:
        return _Sides(loser, party)
    return _Sides(None, None, party)


def _latest(council_id: str, desk: Desk) -> int:
    rows = desk.ask("SELECT max(year) AS year FROM ward_poll WHERE council_id = ? AND votes IS NOT NULL", council_id)
    return int(str(rows[0]["year"] or 0))


def _reported(council_id: str, year: int, desk: Desk) -> list[dict[str, Cell]]:
    rows = desk.ask(
        "SELECT coalesce(t.ward, split_part(r.subject, '/', 2)) AS ward, r.measure AS change, p.name AS by, f.name AS \"from\", min(r.source_id) AS source_id"
        " FROM reported r LEFT JOIN party p ON p.party_id = r.party_id LEFT JOIN party f ON f.party_id = r.from_party"
        " LEFT JOIN (SELECT DISTINCT council_id, ward_slug, ward FROM contest) t ON t.council_id || '/' || t.ward_slug = r.subject"
        " WHERE r.subject_kind = 'ward' AND r.measure IN ('gain', 'hold') AND r.year = ? AND starts_with(r.subject, ? || '/')"
        " GROUP BY ALL ORDER BY ward, change, 3",
        year, council_id,
    )  # fmt: skip
    return [dict(r) for r in rows]


def _fought(council_id: str, year: int, desk: Desk) -> list[dict[str, Cell]]:
    rows = desk.main(
        "SELECT n.ward, CASE WHEN n.winning_parties = b.winning_parties THEN 'hold' ELSE 'gain' END AS change,\n"
        "       n.winning_parties AS by, b.winning_parties AS \"from\", n.source_id\n"
        "FROM ward_poll n\nJOIN last_fought f ON f.council_id = n.council_id AND f.year = n.year\n"
        "JOIN ward_poll b ON b.council_id = n.council_id AND b.ward_slug = n.ward_slug AND b.year = f.before_year AND NOT b.by_election\n"
        "WHERE n.council_id = ? AND n.year = ? AND NOT n.by_election AND n.seats = 1 AND b.seats = 1\n"
        "  AND n.ward_gss IS NOT DISTINCT FROM b.ward_gss\nORDER BY n.ward",
        council_id, year,
    )  # fmt: skip
    return [dict(r) for r in rows]
