"""Who controls a council: the majority, who runs it, and how far the largest party is from control."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.catalogue import CHAMBER
from assistant.query.conditions import where_and_having
from assistant.query.sql import Part, every
from assistant.question.model import Ask, Measure, Pick, Question, Rows, Time, Trend, When
from assistant.question.refusal import NotHeld

NOC = "No overall control"
_BASIS = "majority: more than half of all seats held by one party, worked out from the yearly composition"
_PARTY_COLUMNS = (
    Column("party", "Party", Unit.TEXT),
    Column("seats", "Seats", Unit.COUNT),
    Column("seat_share", "Share of seats", Unit.SHARE),
)


def answer(q: Question, text: str, desk: Desk, this_year: int) -> Answer:
    """Control now, in a year, through the years, or of the councils of an area."""
    if (
        q.ask is Ask.SHARE_OF_ROWS
        or q.rows is Rows.COUNCIL
        or q.breakdown is Rows.COUNCIL
        or not all(p.is_council for p in q.places)
        or len(q.places) != 1
    ):
        return _councils(q, text, desk)
    if (
        Rows.YEAR in (q.rows, q.breakdown)
        or q.ask is Ask.HOW_LONG
        or q.time.when in (When.BETWEEN, When.SINCE, When.ALL, When.UNTIL)
    ):
        return _history(q, text, desk)
    return _one(q, text, desk)


def _chambers(q: Question, desk: Desk) -> list[Row]:
    space = scope.space(q, CHAMBER)
    when = scope.years(q, CHAMBER, space)
    met, _ = where_and_having(q, CHAMBER)
    where = every([p for p in (space, when, met) if p.text not in ("", "true")])
    return list(
        desk.main(f"SELECT * FROM chamber WHERE {where.text} ORDER BY council, council_id, year", *where.values)
    )


def _one(q: Question, text: str, desk: Desk) -> Answer:
    rows = _chambers(q, desk)
    if not rows:
        return no_data(q, text, desk)
    c = rows[-1]
    parties = parties_of(c, desk)
    sentence, value, unit = _focus(q, c, parties)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, int(str(c["year"])), int(str(c["year"]))),
        value=value,
        unit=unit,
        columns=_PARTY_COLUMNS,
        rows=tuple({"party": p["party"], "seats": p["seats"], "seat_share": p["share"]} for p in parties),
        basis=_BASIS,
        coverage=f"composition of {c['year']}, {c['as_of']}" if c["as_of"] else f"composition of {c['year']}",
        sources=desk.sources(c["source_id"]),
        notes=(*q.remarks, *disagreements(c, desk), *afterwards(c, desk)),
    )


def _focus(q: Question, c: Row, parties: list[Row]) -> tuple[str, Cell, Unit]:
    """The headline the question wants: who controls, how far short a party is, or how big a majority."""
    whole = f"{headline(c)} {seats_told(c, parties)} {majority_told(c)}"
    if q.measure not in (Measure.SEATS_SHORT, Measure.COUNCIL_MAJORITY, Measure.NEEDED):
        return whole, c["control"], Unit.TEXT
    if q.measure is Measure.NEEDED:
        return (
            f"{c['needed']} of the {c['size']} seats on {c['council']} council are needed for a majority ({c['year']}). {majority_told(c)} {headline(c)}",
            c["needed"],
            Unit.COUNT,
        )
    name = q.parties[0].name if q.parties else str(c["control"] if c["control_id"] else c["largest"])
    seats = next((int(str(p["seats"])) for p in parties if p["party"] == name), 0)
    short, margin = int(str(c["needed"])) - seats, 2 * seats - int(str(c["size"]))
    who = words.start(words.they(name))
    has = words.verb(name, "has", "have")
    if short <= 0:
        told = f"{who} {has} a majority of {margin} on {c['council']} ({c['year']}): {seats} of {c['size']} seats, {c['needed']} needed."
        if q.trend is Trend.DOWN:
            lose = 1 - short
            return f"{told} Losing {words.count(lose, 'seat')} would end it.", lose, Unit.COUNT
        return told, margin if q.measure is Measure.COUNCIL_MAJORITY else 0, Unit.COUNT
    told = f"{who} {has} {seats} of {c['size']} seats on {c['council']} ({c['year']}), {words.count(short, 'seat')} short of the {c['needed']} needed for a majority."
    if q.measure is Measure.COUNCIL_MAJORITY:
        return f"No majority: {told} {headline(c)}", 0, Unit.COUNT
    return f"{told} {headline(c)}", short, Unit.COUNT


def parties_of(c: Row, desk: Desk) -> list[Row]:
    """The parties in a chamber with seats, largest first, others last."""
    return list(
        desk.ask(
            "SELECT party, party_id, seats, share FROM held WHERE council_id = ? AND year = ? AND seats > 0"
            " ORDER BY party_id = 'other', seats DESC, party_id",
            c["council_id"], c["year"],
        )
    )  # fmt: skip


def headline(c: Row) -> str:
    """ "No party has overall control of Dudley (2026)." and who runs it; in the past tense for a past year."""
    party = str(c["control"]) if c["control_id"] is not None else "No party"
    has = _has(c)
    said = f"{words.start(words.they(party))} {has} overall control of {c['council']} ({c['year']})."
    run = administration(c)
    return f"{said} {run}" if run else said


def _has(c: Row) -> str:
    """The verb of the party in control, in the tense of the year."""
    return words.verb(str(c["control"]), "has", "have") if c["is_newest"] else "had"


def administration(c: Row) -> str:
    """Who runs the council, from the source's own label."""
    label = str(c["administration"] or "")
    if not label:
        return ""
    run = "It is run" if c["is_newest"] else "It was run"
    minority = label.endswith(" min")
    mayor = label.endswith(" Mayor")
    names = [_LABELS.get(part, part) for part in label.removesuffix(" min").removesuffix(" Mayor").split("/")]
    told = words.listing(words.they(n) for n in names) if len(names) > 1 else names[0]
    if mayor:
        return f"{run} by a directly elected mayor ({told})."
    if minority:
        return (
            f"{run} by a {told} minority administration."
            if len(names) == 1
            else f"{run} by {told} together, as a minority."
        )
    if c["control_id"] is None or len(names) > 1:
        return f"{run} by {told}{' together' if len(names) > 1 else ''}."
    return ""


_LABELS = {
    "CON": "Conservative",
    "LAB": "Labour",
    "LD": "Liberal Democrat",
    "GRN": "Green",
    "REF": "Reform UK",
    "IND": "independents",
    "PC": "Plaid Cymru",
    "SNP": "SNP",
    "UKIP": "UKIP",
}


def seats_told(c: Row, parties: list[Row]) -> str:
    """ "Conservative 27, Reform UK 23, …, others 3 of 72 seats."."""
    told = ", ".join(f"{'others' if p['party_id'] == 'other' else p['party']} {p['seats']}" for p in parties)
    return f"{told}, of {c['size']} seats."


def majority_told(c: Row) -> str:
    """The seats needed, and what the largest has over or short of it."""
    needed = f"{c['needed']} needed for a majority"
    largest = str(c["largest"] or "")
    if c["control_id"] is not None:
        return f"{needed}; {words.they(str(c['control']))} {_has(c)} a majority of {c['majority']}."
    if not largest or int(str(c["largest_seats"])) == 0:
        return f"{needed}."
    each = " each" if int(str(c["largest_ties"])) > 1 else ""
    who = words.they(largest) if not each else largest
    be = ("is" if not each else "are", "are") if c["is_newest"] else ("was" if not each else "were", "were")
    return f"{needed}; {who} {words.verb(largest, *be)}{each} {words.count(c['short'], 'seat')} short."


def disagreements(c: Row, desk: Desk) -> tuple[str, ...]:
    """What other sources say of the same council and year, where they differ."""
    rows = desk.ask(
        "SELECT s.title, string_agg(p.name || ' ' || k.seats, ', ' ORDER BY k.seats DESC, p.name) AS told,"
        " count(*) FILTER (k.seats IS DISTINCT FROM h.seats) AS differing"
        " FROM composition k JOIN party p USING (party_id) JOIN source s ON s.source_id = k.source_id"
        " LEFT JOIN held h ON h.council_id = k.council_id AND h.year = k.year AND h.party_id = k.party_id"
        " WHERE k.council_id = ? AND k.year = ? AND k.moment = 'after poll' AND p.party_id <> 'other'"
        " GROUP BY ALL HAVING differing > 0 ORDER BY s.title",
        c["council_id"], c["year"],
    )  # fmt: skip
    return tuple(f"Another source differs: {r['title']} has {r['told']} straight after the poll." for r in rows)


def afterwards(c: Row, desk: Desk) -> tuple[str, ...]:
    """What became of a council that is no more."""
    rows = desk.ask(
        "SELECT c.valid_to, string_agg(s.name, ' and ' ORDER BY s.name) AS heirs FROM council c"
        " LEFT JOIN council s ON list_contains(string_split(c.successors, ';'), s.council_id)"
        " WHERE c.council_id = ? AND c.valid_to IS NOT NULL GROUP BY ALL",
        c["council_id"],
    )
    if not rows:
        return ()
    ended = str(rows[0]["valid_to"])[:4]
    heirs = f"; {rows[0]['heirs']} came after it" if rows[0]["heirs"] else ""
    return (f"{c['council']} council was abolished in {ended}{heirs}.",)


def _councils(q: Question, text: str, desk: Desk) -> Answer:
    """The councils of an area by control, or those under one party."""
    if len(q.time.years) > 1:
        raise NotHeld("Control of several councils is told for one year at a time.")
    condition, _ = where_and_having(q, CHAMBER)
    space = scope.space(q, CHAMBER)
    when = scope.years(q, CHAMBER, space)
    base = every([p for p in (space, when) if p.text not in ("", "true")])
    where = every([p for p in (base, condition) if p.text not in ("", "true")])
    rows: list[Row] = list(desk.main(
        "SELECT council_id, council, year, control, largest, largest_seats, size, administration, source_id"
        f"\nFROM chamber\nWHERE {where.text}\nORDER BY council, council_id, year", *where.values,
    ))  # fmt: skip
    whole = desk.ask(
        f"SELECT count(*) AS n, max(year) AS year, string_agg(DISTINCT source_id, ' ') AS s FROM chamber WHERE {base.text}",
        *base.values,
    )
    total = int(str(whole[0]["n"]))
    if not total:
        return no_data(q, text, desk)
    year = whole[0]["year"]
    place = f" in {words.where(q)}" if words.where(q) else ""
    if q.filters:
        names = [str(r["council"]) for r in rows]
        told = (
            f": {words.listing(names[:20])}{f' and {len(names) - 20} more' if len(names) > 20 else ''}" if names else ""
        )
        sentence = f"{len(rows):,} of {total:,} councils{place} ({year}){told}."
        value: Cell = len(rows)
        if q.ask is Ask.SHARE_OF_ROWS:
            return _share(q, text, desk, rows, base, year)
    else:
        tally: dict[str, int] = {}
        for r in rows:
            tally[str(r["control"])] = tally.get(str(r["control"]), 0) + 1
        ordered = sorted(tally.items(), key=lambda kv: (-kv[1], kv[0]))
        sentence = f"Control of the {total:,} councils{place} ({year}): {', '.join(f'{k} {v}' for k, v in ordered)}."
        value = ordered[0][0] if len(ordered) == 1 else None
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, int(str(year)), int(str(year))),
        value=value,
        unit=Unit.COUNT if isinstance(value, int) else Unit.SHARE if isinstance(value, float) else Unit.TEXT,
        columns=(
            Column("council", "Council", Unit.TEXT),
            Column("control", "Control", Unit.TEXT),
            Column("largest", "Largest party", Unit.TEXT),
            Column("largest_seats", "Its seats", Unit.COUNT),
            Column("size", "Of", Unit.COUNT),
        ),
        rows=tuple({k: r[k] for k in ("council", "control", "largest", "largest_seats", "size")} for r in rows),
        basis=_BASIS,
        coverage=f"{total:,} councils with a composition for {year}",
        sources=desk.sources(whole[0]["s"]),
        notes=(*q.remarks,),
    )


def _share(q: Question, text: str, desk: Desk, rows: list[Row], base: Part, year: Cell) -> Answer:
    """The share of councils that fit, over all and by kind or region where asked."""
    column = {Rows.COUNCIL_KIND: "council_kind", Rows.REGION: "region"}.get(q.breakdown or Rows.COUNCIL, "'all'")
    groups = desk.ask(
        f"SELECT {column} AS name, count(*) AS councils, list(council_id) AS ids FROM chamber WHERE {base.text}"
        " GROUP BY 1 ORDER BY 1 NULLS LAST",
        *base.values,
    )
    fitting = {r["council_id"] for r in rows}
    table = []
    for g in groups:
        met = len(fitting.intersection(g["ids"]))  # type: ignore[arg-type]
        table.append(
            {"group": g["name"], "councils": met, "of": g["councils"], "share": 100 * met / int(str(g["councils"]))}
        )
    total = sum(int(str(g["councils"])) for g in groups)
    share = 100 * len(rows) / total
    place = f" in {words.where(q)}" if words.where(q) else ""
    told = (
        "; ".join(f"{t['group']} {t['councils']} of {t['of']} ({t['share']:.0f}%)" for t in table)
        if len(table) > 1
        else ""
    )
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{share:.0f}% of the councils{place} ({len(rows)} of {total}, {year}){f': {told}' if told else ''}.",
        reading=reading(q, int(str(year)), int(str(year))),
        value=share,
        unit=Unit.SHARE,
        columns=(
            Column("group", "Type of council" if q.breakdown is Rows.COUNCIL_KIND else "Group", Unit.TEXT),
            Column("councils", "Councils", Unit.COUNT),
            Column("of", "Of", Unit.COUNT),
            Column("share", "Share", Unit.SHARE),
        ),
        rows=tuple(table),
        basis=_BASIS,
        coverage=f"{total:,} councils with a composition for {year}",
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )


def _history(q: Question, text: str, desk: Desk) -> Answer:
    """Runs of control, oldest first; "since when" when asked how long."""
    wide = q if q.time.when is not When.LATEST else replace(q, time=Time(When.ALL, assumed=True))
    rows = _chambers(wide, desk)
    if not rows:
        return no_data(q, text, desk)
    if q.filters:
        return _years_met(q, text, desk, rows)
    runs = _runs(rows)
    party = q.parties[0] if q.parties else None
    council = str(rows[0]["council"])
    value: Cell
    if party is not None:
        mine = [r for r in runs if r["control"] == party.name]
        sentence, value = _party_told(q, party.name, council, mine, runs, rows)
    elif q.ask is Ask.HOW_LONG:
        last = runs[-1]
        value = _length(last)
        sentence = f"{last['control']} since {last['from']} on {council} council: {words.count(value, 'year')} (yearly compositions to {last['to']})."
    else:
        told = "; ".join(f"{_span(r)} {r['control']}" for r in runs[-12:])
        sentence = f"Control of {council}: {told}."
        value = str(runs[-1]["control"]) if len(runs) == 1 else None
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, int(str(rows[0]["year"])), int(str(rows[-1]["year"]))),
        value=value,
        unit=_unit(q, value),
        columns=(
            Column("from", "From", Unit.YEAR),
            Column("to", "To", Unit.YEAR),
            Column("control", "Control", Unit.TEXT),
        ),
        rows=tuple(runs),
        basis=_BASIS,
        coverage=f"yearly compositions {rows[0]['year']}–{rows[-1]['year']}",
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )


def _years_met(q: Question, text: str, desk: Desk, rows: list[Row]) -> Answer:
    """Control in each year that meets the question's conditions."""
    controls = {str(r["control"]) for r in rows}
    sentence, value = _met_told(q, rows, controls, desk)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, int(str(rows[0]["year"])), int(str(rows[-1]["year"]))),
        value=value,
        unit=_unit(q, value),
        columns=(
            Column("year", "Year", Unit.YEAR),
            Column("control", "Control", Unit.TEXT),
            Column("largest", "Largest party", Unit.TEXT),
        ),
        rows=tuple({k: r[k] for k in ("year", "control", "largest")} for r in rows),
        basis=_BASIS,
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )


def _met_told(q: Question, rows: list[Row], controls: set[str], desk: Desk) -> tuple[str, Cell]:
    years = [int(str(r["year"])) for r in rows]
    council = rows[0]["council"]
    if q.rows is Rows.YEAR or q.ask is Ask.COUNT:
        what = "had no overall control" if controls == {NOC} else "fits"
        picked = years[0] if q.pick is Pick.FIRST else years[-1] if q.pick is Pick.LAST else None
        value: Cell = (
            len(years) if q.ask is Ask.COUNT else picked or (years[0] if len(years) == 1 else words.years(years))
        )
        return (
            f"{council} {what} in {words.count(len(years), 'year')}: {words.years(years)} (yearly compositions).",
            value,
        )
    told = " ".join(f"{headline(r)} {seats_told(r, parties_of(r, desk))}" for r in rows[:6])
    more = f" And {len(rows) - 6} more years." if len(rows) > 6 else ""
    return f"{told}{more}", controls.pop() if len(controls) == 1 else None


def _party_told(
    q: Question, party: str, council: str, mine: list[dict[str, Cell]], runs: list[dict[str, Cell]], rows: list[Row]
) -> tuple[str, Cell]:
    """One party's years in control: how many, since when, when first or last."""
    span = f"yearly compositions {rows[0]['year']}–{rows[-1]['year']}"
    who = words.start(words.they(party))
    if not mine:
        largest = [int(str(r["year"])) for r in rows if str(r["largest"]) == party]
        tail = f" It was the largest party in {words.years(largest)}." if largest else ""
        nothing: Cell = 0 if q.ask in (Ask.COUNT, Ask.HOW_LONG) else "never"
        return f"{who} never had overall control of {council} in the {span}.{tail}", nothing
    told = words.listing(_span(r) for r in mine)
    total = sum(_length(r) for r in mine)
    now = mine[-1] is runs[-1]
    if q.ask is Ask.HOW_LONG and now and rows[-1]["is_newest"]:
        last = mine[-1]
        return (
            f"{who} {words.verb(party, 'has', 'have')} had overall control of {council} since {last['from']}: {words.count(_length(last), 'year')} ({span}).",
            _length(last),
        )
    if q.ask in (Ask.COUNT, Ask.HOW_LONG):
        return f"{who} had overall control of {council} in {words.count(total, 'year')}: {told} ({span}).", total
    if q.pick is Pick.FIRST:
        return f"{who} first had overall control of {council} in {mine[0]['from']} ({span}); in all in {told}.", mine[
            0
        ]["from"]
    if q.rows is Rows.YEAR and q.pick is None:
        every_year = [y for r in mine for y in range(int(str(r["from"])), int(str(r["to"])) + 1)]
        return f"{who} had overall control of {council} in {words.count(total, 'year')}: {told} ({span}).", words.years(
            every_year
        )
    tail = (
        f"and still {words.verb(party, 'does', 'do')}" if now and rows[-1]["is_newest"] else f"last in {mine[-1]['to']}"
    )
    return f"{who} had overall control of {council} in {told}, {tail} ({span}).", mine[-1]["to"]


def _length(run: dict[str, Cell]) -> int:
    """Years of a run, both ends counted."""
    return int(str(run["to"])) - int(str(run["from"])) + 1


def _unit(q: Question, value: Cell) -> Unit:
    if not isinstance(value, int):
        return Unit.TEXT
    return Unit.COUNT if q.ask in (Ask.COUNT, Ask.HOW_LONG) else Unit.YEAR


def _span(run: dict[str, Cell]) -> str:
    return str(run["from"]) if run["from"] == run["to"] else f"{run['from']}–{run['to']}"


def _runs(rows: list[Row]) -> list[dict[str, Cell]]:
    """Consecutive years under the same control as one row each."""
    runs: list[dict[str, Cell]] = []
    for r in rows:
        if runs and runs[-1]["control"] == r["control"]:
            runs[-1]["to"] = r["year"]
        else:
            runs.append({"from": r["year"], "to": r["year"], "control": r["control"]})
    return runs


def tally(q: Question, text: str, desk: Desk) -> Answer:
    """ "which party controls most councils": councils under each party's majority."""
    space = scope.space(q, CHAMBER)
    base = every([p for p in (space, scope.years(q, CHAMBER, space)) if p.text not in ("", "true")])
    rows = desk.main(
        "SELECT control, count(*) AS councils, max(year) AS year, string_agg(DISTINCT source_id, ' ') AS _sources\n"
        f"FROM chamber\nWHERE {base.text}\nGROUP BY control\nORDER BY control = 'No overall control', councils DESC, control",
        *base.values,
    )
    held = [r for r in rows if r["control"] != NOC]
    if not held or q.ranking is None:
        return no_data(q, text, desk)
    first = held[0] if q.ranking.descending else held[-1]
    where = f" in {words.where(q)}" if words.where(q) else ""
    told = ", ".join(f"{r['control']} {r['councils']}" for r in rows)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{words.start(words.they(str(first['control'])))} {words.verb(str(first['control']), 'has', 'have')} a majority on "
        f"{words.count(first['councils'], 'council')}{where} ({first['year']}), {'the most' if q.ranking.descending else 'the fewest'}: {told}.",
        reading=reading(q, int(str(first["year"])), int(str(first["year"]))),
        value=first["control"],
        unit=Unit.TEXT,
        columns=(Column("control", "Control", Unit.TEXT), Column("councils", "Councils", Unit.COUNT)),
        rows=tuple({"control": r["control"], "councils": r["councils"]} for r in rows),
        basis=_BASIS,
        sources=desk.sources(*(r["_sources"] for r in rows)),
        notes=q.remarks,
    )
