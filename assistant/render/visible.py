"""Control characters shown, never obeyed: a name or a question must not drive the terminal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Controls, formats (which turn text round or hide it), surrogates, private use, line separators.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb]"
)
_LINE_BREAKS = re.compile(r"\r\n|[\r\n]")


def visible(text: str) -> str:
    """`text` with each hidden character as one sign in its place, so that offsets still hold."""
    return _HIDDEN.sub(lambda found: _sign(found.group()), text)


def visible_lines(text: str) -> str:
    """`visible`, but line breaks are kept."""
    return "\n".join(visible(line) for line in _LINE_BREAKS.split(text))


def escaped(text: str) -> str:
    r"""JSON text with what a terminal might obey as `\uXXXX`; the value read back is the same."""
    return _HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the Unicode pictures: ␀ … ␛ … ␟
    return "\u2421" if code == 0x7F else "\ufffd"


@lru_cache(maxsize=4096)
def columns(text: str) -> int:
    """How many terminal columns `text` takes: none for combining marks, two for wide characters."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
