"""What each word must leave in a meaning: by its category, or as its entry of the vocabulary says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.core.meaning.nodes import Named, Node, Number, Span
from assistant.core.names.lattice import Date, Edge, Lexeme
from assistant.core.parsing.drafts import KINDS
from assistant.core.reading.left import FLIPPED, traces

Witness = tuple[str, ...]
"""Traces of which one at least must be there."""


def witnesses(edge: Edge, used: Sequence[Edge] = ()) -> list[Witness]:
    """What a word must have left, each by one of some traces; nothing of a word that only joins others."""
    value = edge.value
    if isinstance(value, Lexeme) and value.witness:
        return [tuple(value.witness.split("|"))]
    if isinstance(value, Named):
        years = [f"year:{i}" for i in value.ids] if value.kind == "year" else []  # a span of years is made of its ends
        return [(*years, *(f"at:{start}-{end}" for start, end in value.spans))]
    found = BY_CATEGORY.get(edge.category)
    return found(value, used) if found else []


# --- By category ------------------------------------------------------------------------------------------------------

Finder = Callable[[Any, Sequence[Edge]], list[Witness]]


def _always(*traces: str) -> Finder:
    return lambda value, used: [traces]


def _sem(*templates: str) -> Finder:
    return lambda value, used: [tuple(t.format(value.sem) for t in templates)]


def _number(value: Any, used: Sequence[Edge]) -> list[Witness]:
    number = value.value if isinstance(value, Number) else value
    return [(f"number:{float(number):g}",)]


def _years(value: Span, used: Sequence[Edge]) -> list[Witness]:
    return [(f"year:{end}",) for end in (value.first, value.last) if end is not None]


def _date(value: Date, used: Sequence[Edge]) -> list[Witness]:
    return [(f"year:{value.year}",)] if value.year else [("kind:year",)]


def _determiner(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    if value.sem == "every" and any(e.category in ("HOWMANY", "NUMBEROF", "COUNTING") for e in used):
        return [(*_DETERMINERS["every"][0], "count")]
    return _DETERMINERS.get(value.sem, [])


_DETERMINERS: Mapping[str, list[Witness]] = {
    "every": [("every", "listing", "over", "portion", "and", "who", "measure:seats up", "measure:size")],
    "no": [("not", "none", "party:none")],
    "any": [("some", "not", "none", "listing", "count")],
}


def _operator(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    """The operator; with a negation about, the one that it turns into."""
    if any(e.category == "OR" for e in used):
        return []  # "above or below": the figure tells which
    turned: Any = FLIPPED.get(value.sem, value.sem)  # type: ignore[call-overload]
    between = ("difference",) if value.lemma == "over" or value.sem == ">" else ()  # the lead of one over another
    return [(f"op:{value.sem}", *between, *((f"op:{turned}",) if _denied(used) else ()))]


def _more(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    """ "Which had more" is who had most of those named; "how many more" is a difference."""
    ops = [op for witness in _operator(value, used) or [("compare",)] for op in witness]
    return [(*ops, "difference", "measure:seats short", "order:most" if value.sem == ">" else "order:least")]


def _together(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    """Over a period a total is a sum of years."""
    periods = ("YEARS_RANGE", "SINCE", "UNTIL", "DECADE", "BETWEEN")
    each = any(e.category == "DET" and isinstance(e.value, Lexeme) and e.value.sem == "every" for e in used)
    apart = each or any(e.category in periods for e in used)
    return [("how:sum", "several", "difference", "count")] if apart else []


def _denied(used: Sequence[Edge]) -> bool:
    return any(edge.category in ("NEG", "WITHOUT") for edge in used)


def _negation(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    """A negation, or the operator that another word's has become."""
    if value.sem == "never":
        return [("not", "none"), _OVER_YEARS]
    if _asks(value, used):
        return []
    ops = [e.value.sem for e in used if e.category in ("CMP", "ORMORE", "MORE") and isinstance(e.value, Lexeme)]
    return [("not", "none", "difference", *(f"op:{FLIPPED[op]}" for op in ops if op in FLIPPED), "op:!=")]


def _asks(value: Lexeme, used: Sequence[Edge]) -> bool:
    """Whether a negation is that of a question: "isn't York …" asks whether it is."""
    first = min((e.first for e in used), default=0)
    opened = any(e.category == "AUX" and e.first == first for e in used)
    return opened and value.sem == "not" and any(e.value == value and e.first == first + 1 for e in used)


_OVER_YEARS: Witness = ("set:year", "span", "every", "order:first", "order:last")


def _deed(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    if value.sem in _LIGHT:
        return []
    if value.sem == "vote" and "past" not in value.forms:
        return [("deed:win", "measure:votes")]
    return [(f"deed:{value.sem}", *_DEEDS.get(value.sem, ()))]


_LIGHT = frozenset({"get", "have", "see", "need", "be up", "do"})
"""Verbs that leave what is meant to their object."""

_CONTROL = ("control", "lose control", "keep control", "gain control")
"""What may be done to control."""

_MEASURES: Mapping[str, tuple[str, ...]] = {
    "position": ("deed:come",),
    "votes": ("measure:majority", "measure:share of the vote", "difference"),
    "seats": ("measure:council majority", "measure:share of seats", "measure:share of seats won", "measure:net change"),
    "seats up": ("measure:share of seats won",),
    "majority": (*(f"claim:{c}" for c in _CONTROL), "claim:gain", "measure:majority in per cent", "difference"),
}
"""What else a noun may have become: "by how many votes" asks for a majority."""

_DEEDS: Mapping[str, tuple[str, ...]] = {
    "beat": ("difference",),
    "come": ("claim:beat", "measure:votes", "measure:position"),
    "vote": ("deed:win",),
    "be up": ("measure:seats up",),
    "win": ("measure:majority", "claim:control", "claim:gain control"),
    "lose": ("difference", "claim:lose control"),
    "keep": ("claim:keep control",),
    "gain": ("claim:gain control",),
    "overturn": ("claim:gain", "claim:gain control"),
    "go to": ("claim:gain control",),
    "vote for": ("deed:gain control", "deed:win"),
}
"""What else a deed may have become."""


def _adjective(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    order, _, measure = value.sem.partition(" ")
    seats = ("measure:seats",) if measure == "size" else ()  # the largest party has most of them
    return [(f"order:{order}",), (f"measure:{measure}", f"deed:{measure}", *seats)]


def _noun(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    """A kind of thing; several of it are a set, and no name that the noun stands beside."""
    kind = KINDS.get(value.sem, value.sem)
    several = "plural" in value.forms and kind != "year"
    if kind == "area" and _beside_its_figure(value, used):
        return [("kind:area", "kind:council")]
    if not several and _beside_its_name(value, kind, used):
        return []
    whose = ("kind:party",) if value.sem == "candidate" and not several else ()  # that Labour's won is that Labour did
    return [(f"{'set' if several else 'kind'}:{kind}", "story", *whose)]


def _beside_its_figure(value: Lexeme, used: Sequence[Edge]) -> bool:
    """ "County councillors": a figure of county councils, or of one that is named."""
    own = [e.last for e in used if e.value == value]
    return any(e.category == "NOUN_MEASURE" and e.first in own for e in used)


def _beside_its_name(value: Lexeme, kind: str, used: Sequence[Edge]) -> bool:
    """ "Brentwood council": the name leaves its own."""
    own = [e for e in used if e.value == value]
    names = [e for e in used if isinstance(e.value, Named) and e.value.kind == kind]
    return all(any(name.last == e.first or name.first == e.last for name in names) for e in own)


def _measure(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    """A figure; people who are asked for by name are no figure, unless it is told of each of something."""
    if KINDS.get(value.lemma) == "person" and _asked_for(value, used) and not any(e.category == "BY" for e in used):
        return [("kind:person",)]
    return [(f"measure:{value.sem}", *_MEASURES.get(value.sem, ()))]


def _asked_for(value: Lexeme, used: Sequence[Edge]) -> bool:
    """Whether a noun is what "who", "which" or "list" asks for: only names and articles stand between."""
    at = next(e.first for e in used if e.value == value)
    while (before := next((e for e in used if e.last == at), None)) is not None:
        if before.category in ("WHO", "LIST"):
            return True
        if before.category == "WHICH":
            return isinstance(before.value, Lexeme) and before.value.sem == "which"
        if before.category not in _BETWEEN:
            return False
        at = before.first
    return at == 0 and any(e.category == "WARD" for e in used)


_BETWEEN = frozenset({"AUX", "DET", "NAMEOF", "PARTY", "COUNCIL", "WARD", "AREA", "POSS", "NUMBER"})


def _idiom(value: Any, used: Sequence[Edge]) -> list[Witness]:
    """All that what an idiom stands for claims, counts and compares."""
    return [(trace,) for trace in traces(value) if trace.startswith(_SAID)] if isinstance(value, Node) else []


_SAID = ("claim:", "op:", "order:", "number:", "party:")


def _preposition(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    """Whom it was against; "by how many" is a margin."""
    if value.sem == "against":
        return [("rival", "difference", "compare", "several", "both")]
    return _by(value, used) if value.sem == "by" else []


def _by(value: Lexeme, used: Sequence[Edge]) -> list[Witness]:
    """ "By party" breaks down, "by how many" is a margin."""
    margin = any(e.category == "HOWMANY" and any(o.last == e.first and o.value == value for o in used) for e in used)
    return [("difference", "measure:majority", "measure:council majority")] if margin else []


BY_CATEGORY: Mapping[str, Finder] = {
    "NUMBER": _number,
    "PERCENT": _number,
    "FRACTION": _number,
    "ORDINAL": _number,
    "DECADE": _years,
    "YEARS_RANGE": _years,
    "DATE": _date,
    "DET": _determiner,
    "CMP": _operator,
    "ORMORE": _operator,
    "MORE": _more,
    "NEG": _negation,
    "WITHOUT": _always("not", "none"),
    "EXCEPT": _always("not", "op:!="),
    "OTHER": _always("not", "op:!="),
    "SUPER": _sem("order:{0}", "portion"),
    "SUPADJ": _adjective,
    "CMPADJ": _adjective,
    "FIRST": _sem("order:{0}", "order:most", "order:least", "newest"),
    "NOUN_MEASURE": _measure,
    "NOUN_SHARE": _always("measure:share", "measure:share of seats", "measure:share of seats won", "portion", "ratio"),
    "NOUN_SEAT": _always("kind:ward", "measure:seats"),
    "NOUN_KIND": _noun,
    "NOUN_RESULT": _always("story", "deed:win", "figure"),
    "IDIOM": _idiom,
    "VERB": _deed,
    "ADJ_CONTROL": _always(*(f"claim:{c}" for c in _CONTROL)),
    "CONTROL": _always(*(f"claim:{c}" for c in _CONTROL)),
    "CONTROLLED": _always("claim:control"),
    "AVERAGE": _sem("how:{0}", "norm"),
    "DIFFERENCE": _always("difference"),
    "TOTAL": _together,
    "CHANGE": _always("difference", "measure:net change"),
    "HOWMANY": _always("value", "listing"),
    "NUMBEROF": _always("figure", "count"),
    "WHEN": _always("kind:year", "given"),
    "WHO": _always("set:party", "set:person"),
    "NOW": _always("newest"),
    "ALLYEARS": _always("span"),
    "SINCE": _always("span", "given"),
    "UNTIL": _always("span"),
    "BEFORE": _always("span", "before", "order:most"),
    "BETWEEN": _always("span", "difference", "several", "compare", "and"),
    "BY": _by,
    "PREP": _preposition,
    "BOTH": _always("and", "several", "every"),
    "EITHER": _always("or"),
    "OR": _always("or", "several", "listing", "ranked", "compare"),
    "NEITHER": _always("not", "none"),
    "NOR": _always("not", "none"),
    "OUTSIDE": _always("not"),
    "ALLBUT": _always("not", "every", "none"),
    "ONLY": _always("listing", "number:1", "every", "none"),
    "SAME": _always("op:=", "ratio"),
    "EXCEED": _always("op:>"),
    "UPON": _sem("op:{0}", "difference"),
    "TREND": _sem("op:{0}", "difference", "claim:gain", "claim:gain control"),
    "ONCE": _sem("number:{0}"),
    "EARLY": _always("reported"),
    "FINAL": _always("reported"),
    "MINUS": _always("difference"),
    "OUTRIGHT": _always("claim:control"),
    "THOSE": _always("compare", "difference"),
    "SEPARATE": _always("difference"),
    "RATIO": _always("ratio"),
    "INAROW": _always("run", "span"),
    "HOWLONG": _always("run", "count", "over"),
    "HOWOFTEN": _always("value"),
    "OFTEN": _always("order:most"),
    "INCHARGE": _always("claim:control"),
    "NOUN_OFFICE": _always("kind:office", "deed:serve"),
    "NOUN_HOLDER": _always("kind:office"),
    "SUCCEED": _always("deed:serve"),
    "AFTER": _always("kind:year", "set:year"),
    "START": _always("set:year", "order:first"),
    "BECOME": _always("deed:serve", "deed:win", "deed:gain", "claim:gain control", "deed:be largest"),
    "EVER": _always(*_OVER_YEARS, "order:most", "order:least"),
    "ALWAYS": _always("every"),
    "THROUGHOUT": _always("every", "kind:council", "kind:area"),
    "EACH": _always("listing"),
    "ANYWHERE": _always("some", "not", "none", "listing", "count"),
    "ANYONE": _always("some", "not", "none", "listing", "count"),
}

JOINING = frozenset(
    "BEHIND ABOUT AGAINST AND AS AUX BUT CLOSE COMMA COMPARE COMPARED COUNTING DIFFERENT FIRSTPREF GIVEN HOW HOWBIG "
    "ABLE COMEFROM DECLARED DIFFER FRESH HELPWORD HOLD HOWFAR NOUN_BASIS NOUN_DATA NOUN_MACHINE NOUN_QUERY NOUN_SOURCE "
    "MEANBY OUTOF RECKONED SAYSO OUTLET SAY SELF SORTOF TALK TERM TOPIC TWOFIGURES WHY "
    "INWHICH LEFT LIST LONGEST MEAN MEANING NAMEOF NOUN_EVENT NOUN_ONE NOUN_POINT NOUN_POST OPEN PASS POSS PRON REL "
    "RESPECTIVELY STOP STORYOF SWING THAN THERE TRUTH WHERE WHICH WHOSE WITH".split()
)
"""Categories that only join others."""

DIALOGUE = frozenset(
    "ADD ATPLACE ATTIME DROP EARLIER HOLE JUST LEAD NOT OFTHEM OTHERS OVER PART REVERSED SORTED THAT THEIR THEM TRAIL "
    "YEARS".split()
)
"""Categories of fragments: what they change is witnessed in the question they are applied to."""

NAMES = frozenset({"COUNCIL", "AREA", "WARD", "PARTY", "MEMBERS", "PERSON", "OFFICE", "YEAR"})
"""Categories whose values are their own witnesses."""
