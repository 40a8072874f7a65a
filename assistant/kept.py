"""What is made once and kept in the cache: one JSON file each, and only ever what can be made again."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any


def kept(path: Path, key: str, make: Callable[[], Any]) -> Any:
    """The value that the file `path` holds for `key`, or else a new one, kept there for the next run.

    A file that is missing, damaged or of another key is written anew; a folder that cannot be written is no error.
    """
    value = _read(path, key)
    if value is None:
        value = make()
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        write(path, _head(key, body) + body)
    return value


def write(path: Path, content: bytes) -> None:
    """Write a whole file or none; where it cannot be written, nothing is kept."""
    unfinished = path.with_name(f"building-{os.getpid()}-{path.name}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):  # a folder that may only be read
            unfinished.unlink(missing_ok=True)


def _read(path: Path, key: str) -> Any:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    head, line_end, body = content.partition(b"\n")
    return json.loads(body) if head + line_end == _head(key, body) else None


def _head(key: str, body: bytes) -> bytes:
    """What the value is of, and the digest of its bytes: only a whole file is believed."""
    return f"{key} {sha256(body).hexdigest()}\n".encode()
