"""Every check run: how many figures agree, which disagreements are known, and which are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from assistant.verify.checks import Check, Pair, pairs, prepare, read_checks
from assistant.verify.known import Known, read_known


@dataclass(frozen=True, slots=True)
class Difference:
    """Two figures that differ (`pair`), a known difference, or both; one without a `pair` has gone."""

    check: str
    key: str
    pair: Pair | None
    known: Known | None

    @property
    def state(self) -> str:
        """Known, new, moved (its figures are not those looked at) or gone (the figures agree now)."""
        if self.pair is None:
            return "gone"
        if self.known is None:
            return "new"
        return "known" if self.known.fits(self.pair) else "moved"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check's result."""

    check: Check
    compared: int
    differences: tuple[Difference, ...]

    def count(self, *states: str) -> int:
        """How many of its differences are in one of these states."""
        return sum(difference.state in states for difference in self.differences)

    @property
    def agree(self) -> int:
        """How many figures are the same in both places."""
        return self.compared - self.count("known", "new", "moved")


@dataclass(frozen=True, slots=True)
class Verdict:
    """All checks' results, in the order of their files."""

    outcomes: tuple[Outcome, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every difference of every check."""
        return tuple(difference for outcome in self.outcomes for difference in outcome.differences)

    @property
    def unreviewed(self) -> tuple[Difference, ...]:
        """Those that nobody has looked at as they are now: new, moved or gone."""
        return tuple(difference for difference in self.differences if difference.state != "known")


def verify(connection: duckdb.DuckDBPyConnection, data: Path) -> Verdict:
    """Run the checks of the folder `data` over its open tables."""
    known = read_known(data)
    checks = read_checks(data)
    prepare(connection, data)
    outcomes = [_outcome(connection, check, known) for check in checks]
    names = {check.name for check in checks}
    strays = tuple(Difference(*at, None, row) for at, row in known.items() if at[0] not in names)
    if strays:
        outcomes.append(Outcome(Check("(no such check)", "Known of a check that is not there", "", ""), 0, strays))
    return Verdict(tuple(outcomes))


def _outcome(connection: duckdb.DuckDBPyConnection, check: Check, known: Mapping[tuple[str, str], Known]) -> Outcome:
    compared = list(pairs(connection, check))
    differing = {pair.key: pair for pair in compared if not pair.agree}
    expected = {key: row for (name, key), row in known.items() if name == check.name}
    keys = sorted({*differing, *expected})
    return Outcome(
        check,
        len(compared),
        tuple(Difference(check.name, key, differing.get(key), expected.get(key)) for key in keys),
    )
