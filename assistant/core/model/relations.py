"""The relations: what each claims, of whom, at which level, as a truth over a cube's rows.

`party` is the truth where a party is the one who did it, `person` where a person is, `place` where it is said of the
place alone ("was tied", "voted"). NULL is "cannot be told"; `absent` is the truth for a party without a row of its own
in a contest that is held. `{n}` stands for the number of "came n-th".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.core.model.cubes import CHAMBER, COUNCIL_POLL, OFFICE_POLL, ROSTER, TENURE, WARD_POLL, Cube


@dataclass(frozen=True, slots=True)
class Truth:
    """A relation in one cube; with `rival`, where a second party is named that it was done to.

    `universe`: the column that names the parties it can be true of, where that is not who stood.
    """

    cube: Cube
    place: str | None = None
    party: str | None = None
    person: str | None = None
    absent: str = "NULL"
    rival: str | None = None
    universe: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What can be claimed: its verb in the past, in the present, as an infinitive and a participle.

    `place`, `rival`: the word before the place and before the rival; "" where it is the verb's own object. `none`: the
    verb, in the same three forms, of a place where "no overall control" stands for the party. `areas`: whether it is
    also said of an area: of one of its councils at least.
    """

    name: str
    past: str
    present: str
    base: str
    participle: str
    moment: Literal["poll", "chamber"]
    truths: tuple[Truth, ...]
    since: int = 1973
    place: str = ""
    rival: str = "from"
    none: tuple[str, str, str] | None = None
    areas: bool = False

    def truth(self, cube: str) -> Truth | None:
        """The relation in a cube, None where it is none."""
        return next((t for t in self.truths if t.cube.name == cube), None)


_BEGUN = "CASE WHEN b.begun THEN true END"
_NOT_IN = "CASE WHEN b.held THEN false END"  # a party that is not among those who stood
_NOT_OFFICE = "CASE WHEN b.complete THEN false END"
_FIRST = "CASE WHEN p.rank IS NOT NULL THEN p.rank = 1 AND NOT p.level WHEN NOT p.stood THEN false END"
_TAKEN_FROM = (
    "CASE WHEN p.told_from IS NOT NULL THEN p.told_from = {rival} WHEN r.party IS NOT NULL THEN r.lost "
    "WHEN b.known_before THEN false END"
)
_RIVAL_IN = "CASE WHEN r.party IS NOT NULL THEN p.stood AND r.stood WHEN b.held THEN false END"
# A change of control is one at a poll: between two yearly snapshots a council may have changed without one.
_FROM = "b.poll_from = {rival}"
_TO = "b.poll_to = {rival}"
_GAINED = "b.poll_to = {party} AND b.poll_from <> {party}"
_LOST = "b.poll_to <> {party} AND b.poll_from = {party}"
_KEPT = "b.poll_to = {party} AND b.poll_from = {party} AND CASE WHEN b.voted THEN true END"

RELATIONS: dict[str, Relation] = {
    r.name: r
    for r in (
        Relation(
            "win",
            "won",
            "wins",
            "win",
            "won by",
            "poll",
            (
                Truth(WARD_POLL, party="p.won", person="c.elected", absent=_NOT_IN),
                Truth(COUNCIL_POLL, party=_FIRST, absent=_NOT_IN),
                Truth(OFFICE_POLL, party="p.elected", person="c.elected", absent="false"),
            ),
            2014,
        ),
        Relation(
            "sweep",
            "took every seat",
            "takes every seat",
            "take every seat",
            "swept by",
            "poll",
            (
                Truth(WARD_POLL, party="p.seats > 0 AND NOT b.split", absent=_NOT_IN),
                Truth(COUNCIL_POLL, party="p.seats = b.seats_up", absent=_NOT_IN),
            ),
            2014,
            place="in",
        ),
        Relation(
            "be beaten",
            "stood and did not win",
            "stands and does not win",
            "stand and not win",
            "not won by",
            "poll",
            (
                Truth(
                    WARD_POLL,
                    party="p.stood AND NOT p.won",
                    person="NOT c.elected",
                    absent=_NOT_IN,
                ),
                Truth(COUNCIL_POLL, party="p.stood AND p.rank > 1", absent=_NOT_IN),
                Truth(OFFICE_POLL, party="NOT p.elected", person="NOT c.elected", absent="false"),
            ),
            2014,
            place="in",
        ),
        Relation(
            "stand",
            "stood",
            "stands",
            "stand",
            "fought by",
            "poll",
            (
                Truth(
                    WARD_POLL,
                    party="p.stood",
                    person="c.person IS NOT NULL",
                    absent=_NOT_IN,
                ),
                Truth(COUNCIL_POLL, party="p.stood", absent=_NOT_IN),
                Truth(OFFICE_POLL, party="true", person="true", absent=_NOT_OFFICE),
            ),
            2014,
            place="in",
            areas=True,
        ),
        Relation(
            "beat",
            "beat",
            "beats",
            "beat",
            "beaten by",
            "poll",
            (
                Truth(WARD_POLL, party="p.top_votes > r.top_votes", absent=_NOT_IN, rival=_RIVAL_IN),
                Truth(COUNCIL_POLL, party="p.seats > r.seats", absent=_NOT_IN, rival=_RIVAL_IN),
                Truth(
                    OFFICE_POLL,
                    party="p.rank < r.rank",
                    absent=_NOT_OFFICE,
                    rival="CASE WHEN r.party IS NOT NULL THEN true WHEN b.complete THEN false END",
                ),
            ),
            2014,
            place="in",
            rival="",
        ),
        Relation(
            "come",
            "came {n}",
            "comes {n}",
            "come {n}",
            "",
            "poll",
            (
                Truth(WARD_POLL, party="p.stood AND p.rank = {n}", person="c.rank = {n}", absent=_NOT_IN),
                Truth(COUNCIL_POLL, party="p.stood AND p.rank = {n}", absent=_NOT_IN),
                Truth(OFFICE_POLL, party="p.rank = {n}", person="c.rank = {n}", absent="false"),
            ),
            2014,
            place="in",
        ),
        Relation(
            "gain",
            "gained",
            "gains",
            "gain",
            "gained by",
            "poll",
            (
                Truth(WARD_POLL, party="p.gained", absent=_NOT_IN, rival=_TAKEN_FROM),
                Truth(
                    OFFICE_POLL,
                    party="CASE WHEN b.result IS NOT NULL THEN p.elected AND b.result = 'gain' END",
                    absent="false",
                ),
            ),
            2016,
        ),
        Relation(
            "keep",
            "held",
            "holds",
            "hold",
            "held by",
            "poll",
            (
                Truth(WARD_POLL, party="p.kept", absent=_NOT_IN),
                Truth(
                    OFFICE_POLL,
                    party="CASE WHEN b.result IS NOT NULL THEN p.elected AND b.result = 'hold' END",
                    absent="false",
                ),
            ),
            2016,
        ),
        Relation(
            "lose",
            "lost",
            "loses",
            "lose",
            "lost by",
            "poll",
            (
                Truth(WARD_POLL, party="p.lost", absent="CASE WHEN b.known_before THEN false END"),
                Truth(
                    OFFICE_POLL,
                    party="CASE WHEN b.result IS NOT NULL THEN b.result = 'gain' AND b.from_party = p.party END",
                    absent="CASE WHEN b.result IS NOT NULL THEN b.result = 'gain' AND b.from_party = {party} END",
                ),
            ),
            2016,
        ),
        Relation(
            "change hands",
            "changed hands",
            "changes hands",
            "change hands",
            "",
            "poll",
            (
                Truth(WARD_POLL, place="b.changed"),
                Truth(OFFICE_POLL, place="b.result = 'gain'"),
                Truth(CHAMBER, place="b.poll_from <> b.poll_to"),
            ),
        ),
        Relation(
            "be tied",
            "was tied",
            "is tied",
            "be tied",
            "tied",
            "poll",
            (
                Truth(WARD_POLL, place="b.tied"),
                Truth(
                    COUNCIL_POLL,
                    place="CASE WHEN b.results THEN EXISTS (FROM poll_standing s WHERE s.council = b.council "
                    "AND s.year = b.year AND s.rank = 1 AND s.level) END",
                ),
            ),
            2014,
        ),
        Relation(
            "be split",
            "was won by more than one party",
            "is won by more than one party",
            "be won by more than one party",
            "split",
            "poll",
            (Truth(WARD_POLL, place="b.split"),),
            2014,
        ),
        Relation(
            "be uncontested",
            "was uncontested",
            "is uncontested",
            "be uncontested",
            "uncontested",
            "poll",
            (Truth(WARD_POLL, place="b.uncontested"),),
            2014,
        ),
        Relation(
            "vote",
            "voted",
            "votes",
            "vote",
            "",
            "poll",
            (
                Truth(COUNCIL_POLL, place="true"),
                Truth(WARD_POLL, place="true"),
                Truth(OFFICE_POLL, place="true"),
            ),
            2012,
            areas=True,
        ),
        Relation(
            "be there",
            "was there",
            "is there",
            "be there",
            "",
            "chamber",
            (Truth(CHAMBER, place="true"),),
            areas=True,
        ),
        Relation(
            "sit",
            "held a seat",
            "holds a seat",
            "hold a seat",
            "",
            "chamber",
            (Truth(CHAMBER, party="p.seats > 0", absent="CASE WHEN b.unnamed = 0 THEN false END"),),
            place="in",
            areas=True,
        ),
        Relation(
            "control",
            "controlled",
            "controls",
            "control",
            "controlled by",
            "chamber",
            (Truth(CHAMBER, party="b.control = {party}", absent="b.control = {party}", universe="b.control"),),
            none=("was under", "is under", "be under"),
        ),
        Relation(
            "gain control",
            "gained control",
            "gains control",
            "gain control",
            "gained by",
            "chamber",
            (
                Truth(
                    CHAMBER,
                    party=_GAINED,
                    absent=_GAINED,
                    rival=_FROM,
                ),
            ),
            place="of",
            none=("fell to", "falls to", "fall to"),
        ),
        Relation(
            "lose control",
            "lost control",
            "loses control",
            "lose control",
            "lost by",
            "chamber",
            (
                Truth(
                    CHAMBER,
                    party=_LOST,
                    absent=_LOST,
                    rival=_TO,
                ),
            ),
            place="of",
            rival="to",
            none=("came out of", "comes out of", "come out of"),
        ),
        Relation(
            "keep control",
            "kept control",
            "keeps control",
            "keep control",
            "kept by",
            "chamber",
            (
                Truth(
                    CHAMBER,
                    party=_KEPT,
                    absent=_KEPT,
                ),
            ),
            place="of",
            none=("stayed under", "stays under", "stay under"),
        ),
        Relation(
            "be largest",
            "was the largest party",
            "is the largest party",
            "be the largest party",
            "",
            "chamber",
            (
                Truth(
                    CHAMBER,
                    party="CASE WHEN b.unnamed <= b.top_seats THEN p.top END",
                    absent="CASE WHEN b.unnamed <= b.top_seats THEN false END",
                ),
            ),
            place="in",
        ),
        Relation(
            "represent",
            "represented",
            "represents",
            "represent",
            "represented by",
            "chamber",
            (Truth(ROSTER, person="true", party="true"),),
            2016,
        ),
        Relation(
            "serve",
            "served as",
            "serves as",
            "serve as",
            "held by",
            "chamber",
            (Truth(TENURE, person="true", party="true"),),
            2012,
        ),
        Relation(
            "be filled", "was filled", "is filled", "be filled", "", "chamber", (Truth(TENURE, place="true"),), 2012
        ),
        Relation(
            "have served",
            "held the office of",
            "holds the office of",
            "hold the office of",
            "held by",
            "chamber",
            (Truth(TENURE, person=_BEGUN, party=_BEGUN),),
            2012,
        ),
    )
}
"""Each relation by its name."""
