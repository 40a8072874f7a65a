"""Questions kept under a name, from one session to the next."""

from __future__ import annotations

import json

from assistant.errors import InputError
from assistant.repl.folders import favourites_file


def read() -> dict[str, str]:
    """Name → question. Raises InputError for a file that is not ours."""
    path = favourites_file()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    if not isinstance(found, dict) or not all(isinstance(question, str) for question in found.values()):
        raise InputError(str(path), "does not hold a name and a question each")
    return found


def write(kept: dict[str, str]) -> None:
    """Keep these and no others. Raises InputError where they cannot be written."""
    path = favourites_file()
    unfinished = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error
