"""What a cell may hold: numbers, days, yes or no in the forms publishers write them, read for certain or not at all.

A kind is named in `files.toml`: `count`, `number`, `signed`, `name`, `year`, `party`, `text`, `day FORMAT`,
`yes TRUE FALSE`; with `?` the cell may be blank. What a kind gives back is the form in which the readers expect it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

UNKNOWN = frozenset(("", "null", "na", "n/a", "-", "–", "[x]", "none"))
"""How publishers write that they have no figure."""
_TRUE = frozenset(("1", "t", "true", "y", "yes", "elected", "1.0"))
_FALSE = frozenset(("0", "f", "false", "n", "no", "not elected", "0.0"))
_TOTALS = frozenset(
    ("total", "totals", "grand total", "total votes", "votes", "turnout", "electorate", "rejected", "rejected ballots")
) | frozenset(("spoilt", "spoilt ballots", "spoilt papers", "ballots"))
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.0+)?|\d+(?:\.0+)?", re.ASCII)
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?%?|\d(?:\.\d+)?[eE]-?\d+", re.ASCII)
_DAYS = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%Y/%m/%d",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S",
)


class Unfit(ValueError):
    """The cell does not hold what it should; the text says what was expected."""


Kind = Callable[[str], str]


def kind_of(name: str) -> Kind:
    """The reading of a kind by its name in `files.toml`. Raises KeyError for a name that is none."""
    word, *arguments = name.split(" ")
    read = _KINDS[word.rstrip("?")](*arguments)
    return _or_unknown(read) if word.endswith("?") else read


def _or_unknown(read: Kind) -> Kind:
    return lambda cell: cell if cell.strip().lower() in UNKNOWN else read(cell)


def count(cell: str) -> str:
    """A whole number, not below nought: "1,283", "1533.0" and " 520 " are read, "12a", "1.5" and "-3" are not."""
    text = _bare(cell)
    if not _WHOLE.fullmatch(text):
        raise Unfit("a whole number")
    return text.replace(",", "").partition(".")[0]


def number(cell: str) -> str:
    """A number, not below nought; "40.65%" is 40.65."""
    text = _bare(cell)
    if not text.strip("%") or not _NUMBER.fullmatch(text):
        raise Unfit("a number")
    return text.replace(",", "").removesuffix("%")


def signed(cell: str) -> str:
    """A number that may be below nought, with any sign for minus."""
    text = _bare(cell).replace("−", "-").replace("–", "-").removeprefix("+")
    return "-" + number(text[1:]) if text.startswith("-") else number(text)


def year(cell: str) -> str:
    """A year of this record."""
    text = count(cell)
    if not 1973 <= int(text) <= 2099:
        raise Unfit("a year from 1973 on")
    return text


def name(cell: str) -> str:
    """Somebody's or something's name: no blank, and no line of totals among the names."""
    text = cell.strip().lower()
    if not text:
        raise Unfit("a name")
    if text.rstrip(":") in _TOTALS:
        raise Unfit("a name, no line of totals")
    return cell


def _day(form: str) -> Kind:
    """A day in any of the forms in use, day before month; given back in *form*."""

    def read(cell: str) -> str:
        text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", _bare(cell))
        for known in _DAYS:
            try:
                return datetime.strptime(text, known).strftime(form)
            except ValueError:
                continue
        raise Unfit("a day, as 2016-05-05 or 05/05/2016")

    return read


def _yes(true: str, false: str = "") -> Kind:
    """Yes or no in any of the words in use; given back as *true* or *false*, `_` for a space."""

    def read(cell: str) -> str:
        text = _bare(cell).lower()
        if text in _TRUE:
            return true.replace("_", " ")
        if text in _FALSE:
            return false.replace("_", " ")
        raise Unfit("yes or no: 1 or 0, Yes or No, t or f")

    return read


def _bare(cell: str) -> str:
    return cell.replace("\xa0", " ").strip()


def _always(read: Kind) -> Callable[[], Kind]:
    return lambda: read


_KINDS: dict[str, Callable[..., Kind]] = {
    "count": _always(count),
    "number": _always(number),
    "signed": _always(signed),
    "year": _always(year),
    "name": _always(name),
    "party": _always(str),
    "text": _always(str),
    "day": _day,
    "yes": _yes,
}
