"""The colours of the prompt: a theme for the terminal's background, and a legible colour a party."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from assistant.repl.config import Config

_STYLES = {
    "dark": {"name": "ansibrightcyan", "time": "ansiyellow", "dim": "#8a8a8a", "label": "ansicyan"},
    "light": {"name": "ansiblue", "time": "#7a5a00", "dim": "#6a6a6a", "label": "ansiblue"},
    "none": {"name": "", "time": "", "dim": "", "label": ""},
}
_ALWAYS = {
    "unknown": "underline",
    "sentence": "bold",
    "head": "bold",
    "caret": "bold",
    "command": "bold",
    "bottom-toolbar": "reverse",
}
_CONTRAST = 3.0  # of text against its background, the least that is legible in a terminal's size
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Colours:
    """The theme's style and, by a party's name, the style of its words."""

    theme: str
    parties: Mapping[str, str] = field(default_factory=dict)

    @property
    def style(self) -> Style:
        """The style sheet of the theme."""
        return Style.from_dict({**_ALWAYS, **_STYLES[self.theme]})

    @property
    def depth(self) -> ColorDepth | None:
        """One bit where no colour is wanted, else what the terminal can do."""
        return ColorDepth.DEPTH_1_BIT if self.theme == "none" else None

    def of_party(self, name: str) -> str:
        """The style of a party's name."""
        return self.parties.get(name, "class:name")


def colours(config: Config, held: Mapping[str, str]) -> Colours:
    """The colours to use: the user's for parties before those `held`, none where NO_COLOR is set."""
    theme = _theme(config.theme)
    if theme == "none":
        return Colours(theme)
    wanted = {**held, **config.parties}
    return Colours(theme, {name: _legible(colour, theme) for name, colour in wanted.items()})


def _theme(chosen: str) -> str:
    if os.environ.get("NO_COLOR"):
        return "none"
    if chosen != "auto":
        return chosen
    # COLORFGBG is "foreground;background" in the 16 colours: 7 and 15 are the light backgrounds.
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in ("7", "15") else "dark"


def _legible(colour: str, theme: str) -> str:
    """The colour, moved towards white or black until it can be read on the theme's background."""
    mixed = (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))
    ground, away = (_BLACK, _WHITE) if theme == "dark" else (_WHITE, _BLACK)
    while _contrast(mixed, ground) < _CONTRAST:
        red, green, blue = (value + round((goal - value) / 8) for value, goal in zip(mixed, away, strict=True))
        mixed = (red, green, blue)
    return f"fg:#{mixed[0]:02x}{mixed[1]:02x}{mixed[2]:02x}"


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast of two colours as WCAG defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [value / 255 for value in colour]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
