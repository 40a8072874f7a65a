"""Kinds of value that options take."""

from __future__ import annotations

import re
from datetime import date, datetime

import click

from assistant.answer.model import Outcome


class Day(click.ParamType[date]):
    """A day written 2026-05-07."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is not a day written YYYY-MM-DD.", param, ctx)


class Seconds(click.ParamType[float]):
    """A time limit: from a tenth of a second to a day."""

    name = "SECONDS"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The seconds, or a usage error."""
        try:
            seconds = float(str(value))
        except ValueError:
            seconds = 0.0
        if not 0.1 <= seconds <= 86_400:
            self.fail(f"{value!r} is not a number of seconds from 0.1 to 86400.", param, ctx)
        return seconds


class Outcomes(click.ParamType[frozenset[Outcome]]):
    """Outcomes written ambiguous,no_data."""

    name = "OUTCOME,…"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[Outcome]:
        """The outcomes, or a usage error."""
        known = {outcome.value: outcome for outcome in Outcome}
        named = [name for name in re.split(r"[\s,]+", str(value)) if name]
        unknown = [name for name in named if name not in known]
        if unknown or not named:
            wrong = ", ".join(unknown) or "nothing"
            self.fail(f"{wrong} is no outcome; those are {', '.join(known)}.", param, ctx)
        return frozenset(known[name] for name in named)
