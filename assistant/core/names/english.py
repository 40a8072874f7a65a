"""Whether a word is English as it stands: then it is not a misspelling of another.

The dictionary is the word list that pyspellchecker brings. Only whether a word is in it is asked, so its text is
searched as it is: to read it into a set, or to import the package, takes many times as long.
"""

from __future__ import annotations

import gzip
import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "spellchecker"
_LIST = "resources/en.json.gz"  # {word: how often it is used, …}, every word in lower case


@lru_cache(4096)
def is_english(word: str) -> bool:
    """True for a word of the dictionary, in any case; the dictionary is read at the first unknown word."""
    return f"{json.dumps(word.casefold(), ensure_ascii=False)}:".encode(errors="surrogatepass") in _dictionary()


@cache
def _dictionary() -> bytes:
    """The dictionary as JSON, its keys unescaped."""
    package = find_spec(_PACKAGE)  # finds without importing
    assert package is not None and package.submodule_search_locations is not None
    (folder,) = package.submodule_search_locations
    return gzip.decompress((Path(folder) / _LIST).read_bytes())
