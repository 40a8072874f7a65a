"""Claims: a deed with as much around it as is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
    Among,
    And,
    Calendar,
    Claim,
    Compare,
    Count,
    Figure,
    It,
    Measure,
    Named,
    Not,
    Number,
    Operator,
    Or,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
)
from assistant.core.parsing.combine.bounds import amount, held_against
from assistant.core.parsing.combine.parts import WHOLE, apply, measured
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.combine.wholes import whole_of
from assistant.core.parsing.drafts import Amount, Bound, Np, Once, One, Whole
from assistant.core.parsing.fill import fill, takes


@rule()
def deed(verb: Any) -> Prop:
    return Claim(verb.sem)


@rule()
def auxiliary(word: Any, part: Any) -> Any:
    """What an auxiliary adds is its tense; to have got is to have."""
    if isinstance(part, Claim) and part.name == "get" and getattr(word, "sem", "") == "have":
        return replace(part, name="have")
    return part


@rule(0.2)
def negated(word: Any, prop: Prop) -> Prop:
    """Not; "never": in no year."""
    years = fill(prop, It("year")) if word.sem == "never" else None
    if years is None:
        return Not(prop)
    return Compare(Count(Select("year", None, (years,))), "=", Number(0))


@rule()
def negated_after(prop: Prop, _: Any) -> Prop:
    return Not(prop)


@rule()
def negated_auxiliary(_: Any, __: Any, prop: Prop) -> Prop:
    return Not(prop)


@rule()
def subject(np: Np, prop: Prop) -> list[Prop] | None:
    votes = np.of.kind == "party" and isinstance(prop, Claim) and prop.name in _VOTERS
    bare = isinstance(np.of, One) and not np.det and np.number is None
    if np.prep or votes or bare:  # one thing has an article
        return None
    made = [apply(prop, np)]
    described = isinstance(np.of, Select | Ranked) and np.of.kind in ("party", "person")
    if described and np.det not in ("a", "any"):  # whose figure it is, not who did it
        made.append(fill(prop, np.of))
    if isinstance(np.of, Several) and np.det == "and":  # each of them, or all together
        made.append(fill(prop, np.of))
    return [m for m in made if m is not None]


_VOTERS = ("vote", "vote for")
"""What no party does."""


@rule()
def object(prop: Prop, np: Np) -> Prop | None:
    if np.prep or (np.of.kind == "party" and not _takes_party(prop)):
        return None
    if isinstance(prop, Claim) and prop.name == "go to" and np.of == Named("party", ("none",)):
        return fill(replace(prop, name="gain control"), np.of)
    if isinstance(prop, Claim) and prop.name == "go to" and np.of.kind == "party":
        return fill(prop, np.of)
    if isinstance(prop, Claim) and prop.name in ("beat", "face") and np.of.kind == "person":
        return replace(prop, rival=np.of) if prop.rival is None and isinstance(np.of, Named) else None
    if isinstance(prop, Claim) and prop.name == "beat" and np.of.kind == "party":
        return replace(prop, rival=np.of) if prop.rival is None and isinstance(np.of, Named) else None
    if isinstance(np.of, Ranked) and isinstance(prop, Claim) and np.number is None:  # one thing, described
        return fill(prop, np.of)
    return apply(prop, np)


def _takes_party(prop: Prop) -> bool:
    """Whether a party can be what a deed is done to, or who is chosen."""
    return isinstance(prop, Claim) and prop.name in ("beat", "elect", "see", "go to")


@rule()
def doing(prop: Prop, amount: Amount) -> Prop | None:
    if isinstance(prop, Not):
        inner = doing(prop.prop, amount)
        return Not(inner) if inner is not None else None
    if _is_a_majority(amount):
        return doing_some(prop, amount.figure)
    figure = measured(prop, amount.figure)
    if isinstance(amount.right, Whole) and isinstance(amount.figure, Measure) and amount.figure.name == "seats up":
        figure = measured(prop, replace(amount.figure, name="seats"))
    if figure is None or not isinstance(amount.right, Whole):
        return _so_many(prop, figure, amount) if figure is not None else None
    if not isinstance(figure, Measure) or figure.name not in WHOLE:
        return None
    return Compare(figure, "=", replace(figure, name=WHOLE[figure.name], party=None))


def _so_many(prop: Prop, figure: Figure, amount: Amount) -> Prop | None:
    """A figure held against what bounds it, and what it is a part of against how many that is said to be."""
    made = lost_if(prop, held_against(figure, amount))
    if amount.whole is None:
        return made
    whole = whole_of(figure, amount.whole)
    return And((made, whole)) if whole is not None else None


def lost_if(prop: Prop, against: Prop) -> Prop:
    """So many seats lost are as many below nought of a net change."""
    if isinstance(against, And):
        return And(tuple(lost_if(prop, p) for p in against.props))
    if not isinstance(prop, Claim) or prop.name != "lose" or not isinstance(against, Compare):
        return against
    left, right = against.left, against.right
    if not isinstance(left, Measure) or left.name != "net change" or not isinstance(right, Number):
        return against
    return Compare(left, MIRRORED[against.op], replace(right, value=-right.value))


MIRRORED: dict[Operator, Operator] = {"<": ">", "<=": ">=", "=": "=", "!=": "!=", ">=": "<=", ">": "<"}
"""The operator of the same two numbers below nought."""


def _is_a_majority(amount: Amount) -> bool:
    """ "A majority", not one of so many."""
    some = amount.op == ">=" and amount.right == Number(1)
    return some and isinstance(amount.figure, Measure) and amount.figure.name == "majority"


@rule()
def doing_some(prop: Prop, figure: Figure) -> Prop | None:
    if isinstance(prop, Claim) and isinstance(figure, Measure) and figure.name == "majority" and prop.name in _MAJORITY:
        return _of_majority(prop, figure)
    made = measured(prop, figure)
    return (
        lost_if(prop, Compare(made, ">=", Number(1)))
        if made is not None and isinstance(figure, Measure) and figure.name in ("seats", "votes")
        else None
    )


_MAJORITY = {
    "have": "control",
    "win": "control",
    "get": "control",
    "hold": "control",
    "lose": "lose control",
    "keep": "keep control",
    "overturn": "gain",
}
"""What a deed is whose object is a majority of seats."""


def _of_majority(prop: Claim, figure: Measure) -> Prop | None:
    """ "Lost its majority", "overturned a Labour majority": another's is who it was taken from."""
    made = replace(prop, name=_MAJORITY[prop.name], place=prop.place or figure.place, time=prop.time or figure.time)
    if prop.name == "overturn":
        return replace(made, rival=figure.party)
    return replace(made, party=prop.party or figure.party)


@rule()
def with_margin(prop: Prop, word: Any, amount: Amount) -> Any:
    """ "won by 27 votes", "won with a majority under 100": the claim, and the figure of the same contest."""
    if not isinstance(prop, Claim) or not isinstance(amount.figure, Measure):
        return None
    figure = amount.figure
    if figure.name == "votes" and word.sem == "by":
        figure = replace(figure, name="majority")
    if (amount.op, amount.right) == (">=", Number(1)) and word.sem == "by":  # "by a single vote"
        amount = replace(amount, op="=")
    if figure.place is not None:
        return None
    for slot in ("place", "party", "time"):
        value = getattr(prop, slot)
        if value is not None and getattr(figure, slot) is None and takes(figure, value):
            figure = replace(figure, **{slot: value})
    if (
        prop.party is None and prop.person is None and prop.name == "win"
    ):  # "won by fewer than 50 votes": by whoever won
        return [And((prop, held_against(figure, amount))), held_against(figure, amount)]
    return And((prop, held_against(figure, amount)))


@rule()
def on_share(prop: Prop, prep: Any, amount: Amount) -> Any:
    """ "Won on under 40% of the vote"."""
    figure = amount.figure
    share = isinstance(figure, Measure) and figure.name in ("share of the vote", "turnout")
    return with_margin(prop, prep, amount) if share and prep.sem == "on" else None


@rule()
def figure_was(figure: Figure, _: Any, bound: Bound) -> Prop | None:
    return figure_is(figure, bound)


@rule(0.1)
def figure_is(figure: Figure, bound: Bound) -> Prop | None:
    made = amount(bound, figure)
    return held_against(made.figure, made) if made is not None else None


@rule(0.4)
def amount_held(amount: Amount) -> Prop | None:
    if isinstance(amount.right, Whole) or amount.whole is not None:
        return None
    return held_against(amount.figure, amount)


@rule()
def voted_for(verb: Any, party: Set) -> Prop | None:
    """ "Solihull voted Labour"."""
    return Claim("vote for", party=party) if verb.sem == "vote for" else None


@rule()
def voted_for_np(verb: Any, prep: Any, np: Np) -> Prop | None:
    return voted_for(verb, np.of) if prep.sem in ("for", "to") and np.of.kind == "party" else None


@rule()
def still(prop: Prop, _: Any) -> Prop:
    return prop


@rule(0.3)
def pronoun(_: Any, prop: Prop) -> Prop:
    return prop


@rule()
def and_also(left: Prop, _: Any, right: Prop) -> Prop:
    return And((left, right))


@rule()
def or_else(left: Prop, _: Any, right: Prop) -> Prop:
    return Or((left, right))


@rule()
def but_also(left: Prop, _: Any, right: Prop) -> Prop:
    return And((left, right))


@rule()
def there_was(_: Any, __: Any, prop: Prop) -> Prop | None:
    return prop if _may_be_there(prop) or (isinstance(prop, Claim) and prop.name == "change hands") else None


@rule()
def there_is(_: Any, prop: Prop) -> Prop | None:
    return prop if _may_be_there(prop) else None


def _may_be_there(prop: Prop) -> bool:
    """Whether "there is" can be said of it: of so much of a figure, of no overall control."""
    if isinstance(prop, Claim):
        return prop.name == "control" and prop.party == Named("party", ("none",))
    return isinstance(prop, Compare) and not isinstance(prop.left, Count)


@rule()
def against(prop: Prop, _: Any, np: Np) -> Prop | None:
    """Who stood against a party: all parties but that one; against a person: all who stood beside them."""
    if (
        isinstance(prop, Claim)
        and prop.name in ("stand", "run")
        and isinstance(np.of, Named)
        and np.of.kind == "person"
    ):
        return replace(prop, name="face", rival=np.of)
    if not isinstance(prop, Claim) or prop.name not in ("stand", "run") or np.of.kind != "party":
        return None
    return replace(prop, name="stand", party=Select("party", None, (Not(Among(It("party"), np.of)),)))


@rule()
def hung(_: Any) -> Prop:
    return Claim("control", party=Named("party", ("none",)))


@rule()
def under_control(prep: Any, np: Np, _: Any) -> Prop | None:
    return Claim("control", party=np.of) if np.of.kind == "party" else None


@rule(0.1)
def under_nobody(party: Named) -> Prop | None:
    return Claim("control", party=party) if party.ids == ("none",) else None


@rule(0.1)
def under_none(prep: Any, np: Np) -> Prop | None:
    if prep.sem in ("to", "from") or (prep.sem != "under" and np.of != Named("party", ("none",))):
        return None
    return Claim("control", party=np.of) if np.of.kind == "party" else None


@rule()
def come_nth(verb: Any, ordinal: Any) -> Prop | None:
    return Claim("come", number=int(getattr(ordinal, "value", ordinal))) if verb.sem == "come" else None


@rule()
def doing_both(prop: Prop, both: tuple[Amount, Amount]) -> Prop | None:
    made = [doing(prop, amount) for amount in both]
    return And(tuple(m for m in made if m is not None)) if None not in made else None


@rule(0.2)
def stranded(prop: Prop, prep: Any) -> Prop | None:
    """A preposition whose noun stands elsewhere: "which councils did Labour win all the seats on"."""
    return prop if prep.sem in ("in", "on", "at", "for") else None


@rule()
def pronoun_after(prop: Prop, _: Any) -> Prop:
    return prop


@rule()
def still_doing(_: Any, prop: Prop) -> Prop:
    return prop


@rule()
def doing_without(_: Any, amount: Amount) -> Prop:
    return Not(held_against(amount.figure, amount))


@rule()
def of_which(np: Np, prop: Prop) -> Prop | None:
    """ "(Was it) the Lib Dems who won"."""
    return apply(prop, np) if isinstance(np.of, Named) and not np.prep else None


def _serve(np: Np) -> Claim | None:
    """What a name of an office is as a verb; an office without its place is that of whoever is named."""
    if np.of.kind != "office" or np.prep or not isinstance(np.of, Named | Select):
        return None
    return Claim("serve", place=np.of if isinstance(np.of, Named) else None)


@rule(0.1)
def in_office(word: Any, np: Np) -> Prop | None:
    """ "(Who) was mayor of London"."""
    return _serve(np) if word.sem == "be" else None


@rule()
def serving_as(verb: Any, _: Any, np: Np) -> Prop | None:
    """ "Serve as mayor of London"."""
    return _serve(np) if verb.sem == "represent" else None


@rule()
def was_in_office(word: Any, who: Np, np: Np) -> Prop | None:
    """ "(When) was Andy Street mayor of the West Midlands"."""
    claim = in_office(word, np)
    named = who.of.kind in ("person", "party") and isinstance(who.of, Named) and not who.prep
    return fill(claim, who.of) if claim is not None and named else None


@rule()
def became(_: Any, np: Np) -> Prop | None:
    """ "Became mayor of London"."""
    claim = _serve(np)
    return Once(claim, "first") if claim is not None else None


_CONTROL = {
    "have": "control",
    "get": "control",
    "hold": "control",
    "win": "gain control",
    "gain": "gain control",
    "keep": "keep control",
    "lose": "lose control",
}
"""What a deed is whose object is control."""


@rule()
def has_control(prop: Prop, _: Any) -> Prop | None:
    """ "Have (overall) control (of Bury)"."""
    if not isinstance(prop, Claim) or prop.rival is not None or prop.name not in _CONTROL:
        return None
    return replace(prop, name=_CONTROL[prop.name])


@rule()
def in_control(np: Np, prep: Any, _: Any) -> Prop | None:
    """ "(With) the Tories in control"."""
    return apply(Claim("control"), np) if prep.sem == "in" and not np.prep and np.of.kind == "party" else None


@rule()
def before_them(prop: Prop, _: Any, np: Np) -> Prop | None:
    """ "(Who) was PCC for Kent before Matthew Scott"."""
    return _beside_term(prop, np, "<")


@rule()
def after_them(prop: Prop, _: Any, np: Np) -> Prop | None:
    return _beside_term(prop, np, ">")


@rule()
def succeeded(verb: Any, np: Np) -> Prop | None:
    """ "(Who) succeeded Jamie Driscoll": in the one office that is known of who is named."""
    if np.of.kind != "person" or not isinstance(np.of, Named) or np.prep:
        return None
    offices = dict.fromkeys(i.partition("/")[0] for i in np.of.ids if ":" in i.partition("/")[0])
    held = [o for o in offices if not o.startswith("constituency:")]
    return _beside_term(Claim("serve", Named("office", tuple(held))), np, verb.sem) if len(held) == 1 else None


@rule()
def succeeded_as(prop: Prop, _: Any, np: Np) -> Prop | None:
    """ "(Succeeded Andy Street) as mayor of the West Midlands"."""
    ended = isinstance(prop, Claim) and prop.name == "serve" and isinstance(prop.time, Ranked)
    return replace(prop, place=np.of) if ended and isinstance(prop, Claim) and prop.place == np.of else None


def _beside_term(prop: Prop | None, np: Np, op: Any) -> Prop | None:
    """Who held an office in the year next before someone first did, or next after they last did."""
    if not isinstance(prop, Claim) or prop.name not in ("serve", "hold") or prop.time is not None:
        return None
    office, who = prop.place, np.of
    if not isinstance(office, Named) or office.kind != "office" or who.kind != "person" or not isinstance(who, Named):
        return None
    ids = tuple(i for i in who.ids if i.partition("/")[0] in office.ids)
    if len(ids) != 1:
        return None
    held = Claim("serve", office, person=replace(who, ids=ids), time=It("year"))
    theirs = _ends(Select("year", None, (held,)), "least" if op == "<" else "most")
    beside = Compare(Calendar(It("year")), op, Calendar(theirs))
    anyone = Select("person", None, (Claim("serve", office, person=It("person"), time=It("year")),))
    years = Select("year", None, (Compare(Count(anyone), ">=", Number(1)), beside))
    return replace(prop, name="serve", time=_ends(years, "most" if op == "<" else "least"))


def _ends(years: Select, order: Any) -> Ranked:
    """The first or the last of years."""
    return Ranked("year", years, Calendar(It("year")), order, 1, 1)


@rule(0.1)
def finished_so(verb: Any, prop: Prop) -> Prop | None:
    """ "Finish runner-up"."""
    return prop if verb.sem == "come" and isinstance(prop, Claim) and prop.name == "come" and prop.number else None


@rule()
def exceeds(figure: Figure, _: Any, number: Figure) -> Prop | None:
    """ "Turnout topped 50%"."""
    return figure_is(figure, Bound(">", number))


@rule()
def became_so(_: Any, prop: Prop) -> Prop | None:
    """ "Became the largest party"; "became hung" is that control was lost to nobody."""
    if not isinstance(prop, Claim):
        return None
    if prop.name == "control" and prop.party == Named("party", ("none",)):
        return replace(prop, name="gain control")
    return prop if prop.name == "be largest" else None


@rule()
def became_of_party(_: Any, party: Set) -> Prop:
    """ "Became Labour"."""
    return Claim("gain", party=party)


@rule()
def fell_to(word: Any, prep: Any, np: Np) -> Prop | None:
    """ "Fell to the Lib Dems"."""
    party = np.of.kind == "party" and isinstance(np.of, Named) and not np.prep
    return Claim("gain", party=np.of) if party and word.sem == "<" and prep.sem == "to" else None


@rule()
def outright(prop: Prop, _: Any) -> Prop | None:
    """ "Won the council outright": with a majority of its seats."""
    whole = isinstance(prop, Claim) and prop.name in ("win", "control", "hold") and prop.person is None
    return replace(prop, name="control") if whole and isinstance(prop, Claim) else None
