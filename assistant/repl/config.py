"""The settings of the prompt, read from the file whose commented default is their manual."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from assistant.errors import InputError, place
from assistant.render import FORMATS
from assistant.render.table import ROWS_SHOWN, STYLES

THEMES = ("auto", "dark", "light", "none")
PAGERS = ("auto", "always", "never")
KEYS = ("emacs", "vi")
_CHOICES = {"theme": THEMES, "table": tuple(STYLES), "pager": PAGERS, "keys": KEYS, "format": FORMATS}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Config:
    """What the user has chosen; `rows` is 0 for all, `parties` maps a name to #RRGGBB."""

    theme: str = "auto"
    table: str = "ruled"
    rows: int = ROWS_SHOWN
    pager: str = "auto"
    keys: str = "emacs"
    format: str = "text"
    place: str = ""
    year: int | None = None
    parties: Mapping[str, str] = field(default_factory=dict)

    @property
    def limit(self) -> int | None:
        """The rows of a table that are shown, None for all."""
        return self.rows or None

    @property
    def opening(self) -> str:
        """The question that sets what a new conversation is about, or ""."""
        year = f" in {self.year}" if self.year else ""
        return f"who controls {self.place}{year}" if self.place else ""


def default_text() -> str:
    """The file as it is first written: every setting, commented."""
    return files("assistant.repl").joinpath("config.toml").read_text(encoding="utf-8")


def read_config(path: Path) -> Config:
    """The settings in `path`, the defaults if it is not there. Raises InputError for what is wrong."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(str(path), f"is not TOML: {error}") from error
    return _checked(path, found)


def _checked(path: Path, found: dict[str, Any]) -> Config:
    start, parties = found.pop("start", {}), found.pop("parties", {})
    for name, value in found.items():
        _check(path, name, name == "rows" or name in _CHOICES, "there is no such setting")
        if name in _CHOICES:
            _check(path, name, value in _CHOICES[name], f"is one of {', '.join(_CHOICES[name])}")
        else:
            _check(path, name, type(value) is int and value >= 0, "is a number of rows, 0 for all")
    for name in start:
        _check(path, f"start.{name}", name in ("place", "year"), "there is no such setting")
    _check(path, "start.year", isinstance(start.get("year", 0), int), "is a year")
    _check(path, "start.place", isinstance(start.get("place", ""), str), "is the name of a council or area")
    for name, colour in parties.items():
        fits = isinstance(colour, str) and _COLOUR.fullmatch(colour) is not None
        _check(path, f"parties.{name}", fits, 'is a colour written "#E4003B"')
    return Config(**found, place=start.get("place", ""), year=start.get("year"), parties=parties)


def _check(path: Path, setting: str, holds: bool, wrong: str) -> None:
    if not holds:
        remedy = "The defaults are used until it is put right; removing the file brings the manual back."
        raise InputError(place(path), f"{setting}: {wrong}", remedy=remedy)
