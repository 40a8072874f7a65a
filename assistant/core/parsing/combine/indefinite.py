"""Someone, somewhere, some of a party: sets of which it is only asked whether there is a member."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import Claim, It, Measure, Named, Number, Select, Set, Several
from assistant.core.parsing.combine.parts import THERE
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Amount, Asked, Np


@rule()
def anywhere(_: Any) -> list[Set]:
    return [Select("council", None, (THERE["council"](),)), Select("ward", None, (THERE["ward"](),))]


@rule()
def anyone(_: Any) -> list[Set]:
    return [Select("person", None, (THERE["person"](),)), Select("party", None, (THERE["party"](),))]


@rule()
def some_of_party(det: Any, party: Named) -> Amount | None:
    """ "Any Greens", "no Tories": their seats."""
    if party.ids == ("none",) or det.sem not in ("any", "no"):
        return None
    seats = Measure("seats", party=party)
    return Amount(seats, ">=", Number(1)) if det.sem == "any" else Amount(seats, "=", Number(0))


@rule()
def any_of_party(det: Any, party: Named) -> Np | None:
    """ "Did any Lib Dem get elected": a candidate of theirs."""
    if party.ids == ("none",) or det.sem != "any":
        return None
    return Np(Select("person", None, (Claim("belong", party=party, person=It("person")),)), det="any")


@rule()
def how_many_of_party(_: Any, party: Named) -> Asked | None:
    """ "How many Labour": seats."""
    return Asked(Measure("seats", party=party), "how much") if party.ids != ("none",) else None


@rule()
def whose_candidate(party: Named, word: Any) -> Named | None:
    return party if word.sem == "candidate" and "plural" not in word.forms and party.ids != ("none",) else None


@rule()
def candidate_of_party(det: Any, party: Named) -> Np | None:
    """ "The Labour candidate won" is that Labour did."""
    return Np(party) if det.sem == "the" else None


@rule()
def taken_together(np: Np, word: Any) -> Np | None:
    """ "Labour and the Lib Dems together": one figure of both."""
    return replace(np, det="together") if isinstance(np.of, Several) and np.det == "and" and not np.prep else None
