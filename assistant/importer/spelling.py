"""Text as publishers garble it, put right: encodings read twice, odd spaces, odd apostrophes."""

from __future__ import annotations

from html import unescape

_GARBLED = (
    ("\u00c2\u00a0", " "),  # a hard space as UTF-8, read as Windows-1252
    ("Ã¦", "'"),  # an apostrophe through code page 850, then UTF-8 read as Windows-1252
    ("â€™", "'"),
    ("‚Äô", "'"),  # the same read as MacRoman
    ("Î˜", "é"),
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("`", "'"),
    ("\u00b4", "'"),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2013", "-"),
    ("\u00a0", " "),
    ("\ufeff", ""),
    ("\u200b", ""),
)


def mend(text: str) -> str:
    """The text as its author wrote it, with straight apostrophes, plain hyphens and single spaces."""
    if "\\" in text:
        text = text.replace("\\", "")
    if "&" in text:
        text = unescape(text)
    if not text.isascii() or "`" in text:
        for garbled, meant in _GARBLED:
            text = text.replace(garbled, meant)
        text = _read_twice(text)
    return " ".join(text.split())


def _read_twice(text: str) -> str:
    """UTF-8 that was read as Windows-1252 (`CarmÃ©`), read rightly; any other text as it is."""
    try:
        return text.encode("cp1252").decode("utf-8") if "Ã" in text or "Â" in text else text
    except UnicodeError:
        return text
