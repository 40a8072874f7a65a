"""Bytes → text, where the encoding is certain: UTF-8, one with a mark, or the only old one that makes words."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from assistant.errors import place
from assistant.importer.intake.fault import Fault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = ("cp1252", "mac_roman", "cp850", "iso8859_15")
_SIGNS = "’‘“”–—…£€·°½¼"
_LIGATURES = "ªº"


def decoded(path: Path) -> str | Fault:
    """The text of a file, or why it cannot be told for certain what it says."""
    raw = path.read_bytes()
    if not raw.strip():
        return Fault(str(path), "the file is empty")
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    try:
        text = raw.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        return _cut(path, raw, marked, error) if marked else _old(path, raw, error)
    if "\0" in text:
        return Fault(place(path, text.count("\n", 0, text.index("\0")) + 1), "a NUL character", _EXPECTED)
    return text


_EXPECTED = "Expected: text in UTF-8."


def _cut(path: Path, raw: bytes, encoding: str, error: UnicodeDecodeError) -> Fault:
    line = raw.count(b"\n", 0, error.start) + 1
    return Fault(
        place(path, line), f"not {encoding.removesuffix('-sig').upper()}, as the mark at its start says", _EXPECTED
    )


def _old(path: Path, raw: bytes, error: UnicodeDecodeError) -> str | Fault:
    """The text in the one old encoding in which every accent makes a word, if there is just one."""
    readings = {text: None for name in _OLD if (text := _in(raw, name)) is not None and plausible(text)}
    if len(readings) == 1:
        return next(iter(readings))
    line = raw.count(b"\n", 0, error.start) + 1
    excerpt = raw.splitlines()[line - 1].decode("ascii", "replace")
    told = "several old encodings would fit" if readings else "no encoding known here fits"
    return Fault(place(path, line), f"not UTF-8, and {told}", _EXPECTED, excerpt)


def _in(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def plausible(text: str) -> bool:
    """Whether every character beyond ASCII is a letter where one belongs, or a sign of typography."""
    return all(_fits(text, found.start()) for found in re.finditer(r"[^\x00-\x7f]", text))


def _fits(text: str, at: int) -> bool:
    sign = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if sign in _SIGNS or sign == "\xa0":
        return True
    if not sign.isalpha() or sign in _LIGATURES:
        return False
    if sign.isupper():
        return after.isalpha() if not before.isalpha() else before.isupper() and not after.islower()
    return (before.isalpha() or after.isalpha()) and not after.isupper()
