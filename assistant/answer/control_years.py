"""Control through the years: runs of it, how long, when first or last."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.chamber import BASIS, NOC, chambers, headline, parties_of, seats_told
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.question.model import Ask, Pick, Question, Rows, Time, When


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """Runs of control, oldest first; "since when" when asked how long."""
    wide = q if q.time.when is not When.LATEST else replace(q, time=Time(When.ALL, assumed=True))
    rows = chambers(wide, desk)
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
        basis=BASIS,
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
        basis=BASIS,
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
