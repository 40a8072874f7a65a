"""What is asked of an office: the measures that a question's words name, and the words such questions know."""

from __future__ import annotations

from collections.abc import Callable

from assistant.question.clues import Clues
from assistant.question.model import Measure

_NAMED = (
    ("RUNNER_UP", Measure.RUNNER_UP),
    ("SWING", Measure.SWING),
    ("TURNOUT", Measure.TURNOUT),
    ("ELECTORATE", Measure.ELECTORATE),
    ("BALLOTS", Measure.BALLOTS),
    ("VOTING_SYSTEM", Measure.VOTING_SYSTEM),
    ("GAIN_OR_HOLD", Measure.GAIN_OR_HOLD),
)
_KNOWN = (
    "WHO WHICH HOW_MANY BY_HOW_MUCH HOW WHEN SINCE_WHEN HOW_LONG HOW_OFTEN LIST ABOUT WHETHER WHERE"
    " ELECTIONS BY_ELECTIONS TIMES PEOPLE PARTY_NOUN YEARS"
    " VOTES SHARE TURNOUT ELECTORATE BALLOTS MAJORITY SWING CANDIDATES RESULT WINNER RUNNER_UP HISTORY PERCENT"
    " VOTING_SYSTEM FINAL_ROUND GAIN_OR_HOLD WIN LOSE GAIN HOLD HAVE GET STAND RAN OPPOSE BEAT CHANGE_HANDS"
    " VOTED PERFORM REPRESENT FINISH FIRST LAST ONLY AND OR BUT FROM TO BY THAT THERE BETWEEN NOW EACH CONTROL"
).split()
_PARLIAMENT = (
    "SEATS SHARE_OF_SEATS MAJORITY_CONTROL SHORT NET LARGEST_PARTY LOSS INCREASE COMPOSITION SIZE NOC COUNCILLORS"
    " POSITION FELL"
).split()


def measures_of(clues: Clues, named: bool, parliament: bool, person: bool) -> tuple[Measure, ...]:
    """The measures asked for, the main one first; none when the words name none."""
    if parliament:
        return _of_parliament(clues)
    found = [measure for terminal, measure in _NAMED if clues.has(terminal)]
    found += [m for rule in _RULES if (m := rule(clues)) is not None]
    if not found and (m := _holder(clues, named, person)) is not None:
        found = [m]
    return tuple(dict.fromkeys(found))


def use_words(clues: Clues, parliament: bool, seats: bool) -> None:
    """Mark the words of such questions as used; seats only where an office is or has one."""
    clues.take(*_KNOWN, *(_PARLIAMENT if parliament else ("SEATS",) if seats else ()))
    clues.use(*clues.of("amount"))


def _of_parliament(clues: Clues) -> tuple[Measure, ...]:
    if clues.has("NET", "LOSS", "INCREASE") or clues.has("GAIN", "LOSE", "FELL"):
        return (Measure.NET_CHANGE,)
    if clues.has("SHORT"):
        return (Measure.SEATS_SHORT,)
    if clues.has("MAJORITY", "MAJORITY_CONTROL", "CONTROL", "NOC"):
        return (Measure.CONTROL,)
    if clues.has("TURNOUT"):
        return (Measure.TURNOUT,)
    if clues.has("SHARE_OF_SEATS", "SHARE"):
        return (Measure.SEAT_SHARE,)
    return (Measure.VOTES,) if clues.has("VOTES") else (Measure.SEATS,)


def _majority(clues: Clues) -> Measure | None:
    return Measure.MAJORITY if clues.has("MAJORITY", "BY_HOW_MUCH", "CLOSEST", "SAFEST") else None


def _share(clues: Clues) -> Measure | None:
    return Measure.VOTE_SHARE if clues.has("SHARE", "PERCENT") else None


def _votes(clues: Clues) -> Measure | None:
    if clues.has("VOTES") and not clues.has("BY_HOW_MUCH", "SHARE", "PERCENT", "MAJORITY"):
        return Measure.VOTES
    return None


def _candidates(clues: Clues) -> Measure | None:
    return Measure.CANDIDATES if clues.has("CANDIDATES", "STAND", "RAN", "OPPOSE") else None


def _moved(clues: Clues) -> Measure | None:
    """Gained, lost or held; "by how many did he lose" asks for the majority."""
    if clues.has("BY_HOW_MUCH", "VOTES", "MAJORITY", "SWING", "RUNNER_UP", "HOW_LONG"):
        return None
    if clues.has("GAIN", "LOSE", "CHANGE_HANDS"):
        return Measure.GAIN_OR_HOLD
    held = ("hold", "held", "retain", "retained", "retains", "kept", "keep")
    past = any(word in held for word in clues.words("HOLD"))
    did = any(word == "did" for word in clues.words("WHETHER"))
    return Measure.GAIN_OR_HOLD if past and did else None


def _won(clues: Clues) -> Measure | None:
    return (
        Measure.WINNER if clues.has("WIN", "WINNER", "RESULT", "BEAT", "VOTED") and not clues.has("RUNNER_UP") else None
    )


def _holder(clues: Clues, named: bool, person: bool) -> Measure | None:
    """Who is in office: "who is", "since when", "is … still", "which mayors does Labour hold"."""
    said = set(clues.words("WHETHER", "WHO", "WHICH"))
    present = bool(said & {"is", "are", "who's", "was", "were", "who is", "who was"}) or any(
        w.endswith((" is", " are", " was")) for w in said
    )
    if clues.has("HOW_LONG", "NOW", "SINCE", "SINCE_WHEN", "CONTROL") or (clues.has("HOLD", "HAVE") and not named):
        return Measure.HOLDER
    return (
        Measure.HOLDER
        if present and (clues.has("WHO", "THERE") or person or not named or clues.has("WHETHER"))
        else None
    )


_RULES: tuple[Callable[[Clues], Measure | None], ...] = (_majority, _share, _votes, _candidates, _moved, _won)
