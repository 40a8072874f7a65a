"""Who had control of a council before or after an administration, by the yearly compositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.chamber import BASIS, administration, chambers
from assistant.answer.control_years import RUN_COLUMNS, Run, runs_of, span
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Outcome, Unit
from assistant.answer.reading import reading
from assistant.question.model import Question, Side, Time, When
from assistant.question.refusal import NotHeld

_NOBODY = "no one"


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """The administration on the wanted side of the one meant; the whole line of them is the table."""
    if len(q.places) != 1 or not q.places[0].is_council:
        raise NotHeld("Who came before or after in control is told of one council at a time.")
    rows = chambers(replace(q, time=Time(When.ALL), filters=()), desk)
    if not rows:
        return no_data(q, text, desk)
    runs = runs_of(rows)
    meant = _meant(q, runs)
    step = -1 if q.side is Side.BEFORE else 1
    found = [runs[i + step] for i in meant if 0 <= i + step < len(runs)]
    sentence = _told(q, runs, meant, found, rows)
    latest = found[-1] if found else None
    table = ([latest] if latest else []) + [r for r in runs if r is not latest]
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, int(str(rows[0]["year"])), int(str(rows[-1]["year"]))),
        value=latest["control"] if latest else _NOBODY,
        unit=Unit.TEXT,
        columns=RUN_COLUMNS,
        rows=tuple(table),
        basis=BASIS,
        coverage=f"yearly compositions {rows[0]['year']}–{rows[-1]['year']}",
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )


def _meant(q: Question, runs: Sequence[Run]) -> list[int]:
    """Which runs the wanted one stands beside: the party's, those of a year, or the newest."""
    named = {p.name for p in q.parties}
    if not named:
        year = q.time.years[0] if q.time.years else int(str(runs[-1]["to"]))
        return [i for i, r in enumerate(runs) if int(str(r["from"])) <= year <= int(str(r["to"]))]
    mine = [i for i, r in enumerate(runs) if r["control"] in named]
    ends = [i for i in mine if _moved(q, runs, i)]
    return ends if q.time.when is When.IN and q.time.years else mine


def _moved(q: Question, runs: Sequence[Run], at: int) -> bool:
    """True when the party came (or went, for who came after it) in a year the question names."""
    if q.side is Side.BEFORE:
        return runs[at]["from"] in q.time.years
    return at + 1 < len(runs) and runs[at + 1]["from"] in q.time.years


def _told(q: Question, runs: Sequence[Run], meant: list[int], found: list[Run], rows: Sequence[Row]) -> str:
    council = q.places[0].name
    held = f"yearly compositions {rows[0]['year']}–{rows[-1]['year']}"
    name = words.start(words.they(q.parties[0].name)) if q.parties else ""
    if not meant and q.parties and q.time.years:
        deed = "win" if q.side is Side.BEFORE else "lose"
        own = [span(r) for r in runs if r["control"] == q.parties[0].name]
        had = f" {name} had one in {words.listing(own)}." if own else ""
        return f"{name} did not {deed} a majority on {council} in {q.time.years[0]} ({held}).{had}"
    if not meant:
        if not q.parties:
            return f"No composition of {council} is held for {q.time.years[0]} ({held})."
        return f"{name} never had overall control of {council} ({held}), so no one came {q.side.value if q.side else ''} them."
    if not found:
        return _at_an_end(q, runs[meant[-1]], council, held)
    return _sequence(q, runs, meant, found[-1], rows, held)


def _at_an_end(q: Question, run: Run, council: str, held: str) -> str:
    who = words.start(_who(str(run["control"])))
    if q.side is Side.BEFORE:
        return f"{who} had control of {council} from the first year held, {run['from']}: nothing is held before it ({held})."
    return f"No one yet: {_who(str(run['control']))} in {council} from {run['from']} to {run['to']}, the newest year held ({held})."


def _sequence(q: Question, runs: Sequence[Run], meant: list[int], found: Run, rows: Sequence[Row], held: str) -> str:
    """ "No party had overall control of Sefton before Labour (2000–2011); Labour from 2012."."""
    side = "before" if q.side is Side.BEFORE else "after"
    council = q.places[0].name
    at = next(i for i, r in enumerate(runs) if r is found)
    beside = runs[at + 1] if q.side is Side.BEFORE else runs[at - 1]
    known = [r for r in rows if found["from"] <= r["year"] <= found["to"]]  # type: ignore[operator]
    run_by = administration(known[-1] if q.side is Side.BEFORE else known[0])
    told = f"{words.start(_who(str(found['control'])))} had overall control of {council} {side} {_short(str(beside['control']))}"
    told += f": {span(found)}, {'then' if q.side is Side.BEFORE else 'following'} {_short(str(beside['control']))} {span(beside)}."
    followed = runs[at + 1] if q.side is Side.AFTER and at + 1 < len(runs) else None
    then = f" Then {_short(str(followed['control']))} {span(followed)}." if followed else ""
    earlier = [runs[i] for i in meant[:-1]] if q.parties else []
    before = (
        f" {words.start(_short(str(beside['control'])))} also had it in {words.listing(span(r) for r in earlier)}."
        if earlier
        else ""
    )
    return f"{told} {run_by}".rstrip() + f"{then}{before} ({held[0].upper()}{held[1:]}.)"


def _who(control: str) -> str:
    return "no party" if control == "No overall control" else words.they(control)


def _short(control: str) -> str:
    return "no overall control" if control == "No overall control" else words.they(control)
