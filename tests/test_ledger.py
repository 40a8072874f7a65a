"""docs/ledger.md is what `make ledger` would write now."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests import ledger


def test_the_ledger_is_not_stale(real: Assistant) -> None:
    page = ledger.LEDGER.read_text(encoding="utf-8")
    now = ledger.table(real, None, page)
    if now != page:
        moved = [line for line in now.splitlines() if line not in page.splitlines()]
        pytest.fail("docs/ledger.md is stale; run `make ledger`:\n" + "\n".join(moved[:20]))


def test_taking_nothing_away_changes_nothing(real: Assistant) -> None:
    everything = [a for path in sorted(ledger.GRAMMAR.glob("*.lark")) for a in ledger.alternatives(path)]
    turns = ["who controls Dudley", "Labour net seats West Midlands", "closest 3 wards in Walsall since 2016"]
    with ledger.grammar_without(everything, ("", "")) as parser:
        for text in turns:
            tokens = real._tokens(text)
            assert parser.clauses(tokens) == real._parser.clauses(tokens)


def test_a_rule_that_is_taken_away_is_missed(real: Assistant) -> None:
    everything = [a for path in sorted(ledger.GRAMMAR.glob("*.lark")) for a in ledger.alternatives(path)]
    item = {"turns": ["turnout in Walsall since 2014"], "outcome": "answered"}
    (read,) = ledger.read_items(real, [item])
    with ledger.grammar_without(everything, ("3-time", "since")) as parser:
        assert "since" in read.turns[0].rules
        assert ledger.reading(real, read.turns[0].tokens, (), parser) != read.turns[0].read
