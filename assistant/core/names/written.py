"""The files of words, as they are written: `grammar/words/*.toml`, the forms, and the everyday words.

They are read into plain values, which can be kept as JSON: to read TOML takes longer than all else at the start.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FORMS = "forms.json"
_APART = ("contractions", "dialogue", "passed")  # files that are no vocabulary


def read(grammar: Path) -> dict[str, Any]:
    """The files of words in a folder of grammar: topics, forms, contractions, what is passed over, everyday words."""
    import tomllib  # slow to import, and only the first run needs it

    folder = grammar / "words"
    files = {p.stem: tomllib.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.toml"))}
    lines = (grammar / "ordinary.txt").read_text(encoding="utf-8").splitlines()
    return {
        "topics": {f"{name}.toml": topic for name, topic in files.items() if name not in _APART},
        "forms": json.loads((folder / FORMS).read_text(encoding="utf-8")),
        **{name: files[name] for name in _APART},
        "everyday": [word for line in lines if not line.startswith("#") for word in line.split()],
    }
