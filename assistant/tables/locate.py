"""Where built tables live: the cache folder, the names in it, and what is remembered of a data folder."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

from assistant import kept
from assistant.records import dataclass

CACHE_VARIABLE = "ASSISTANT_CACHE_DIR"
BUILT = "tables-*.duckdb"
UNFINISHED = "building-*"
_BUILDS_KEPT = 3


def cache_folder(chosen: Path | None = None) -> Path:
    """The folder for built tables: the one chosen, else the environment's, else the platform's own."""
    if chosen is not None:
        return chosen
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("election-results-assistant", appauthor=False)


def built_file(cache: Path, digest: str, engine: str) -> Path:
    """The file of the tables with this digest, as this version of DuckDB builds it."""
    return cache / f"tables-{engine}-{digest}.duckdb"


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last run saw of a data folder: its signature, its digest, and the size of the file built."""

    signature: str
    digest: str
    size: int

    @property
    def partial(self) -> bool:
        """Whether the build was allowed to lack files."""
        return self.digest.endswith("-partial")


def remembered(cache: Path, data: Path) -> Memory | None:
    """What is remembered of `data`, or None; a damaged note counts as none."""
    try:
        note = json.loads(_note(cache, data).read_bytes())
        return Memory(str(note["signature"]), str(note["digest"]), int(note["size"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(cache: Path, data: Path, memory: Memory) -> None:
    """Keep `memory` for the next run; a cache that cannot be written is no error."""
    fields = {"signature": memory.signature, "digest": memory.digest, "size": memory.size}
    kept.write(_note(cache, data), json.dumps(fields).encode())


def sweep(cache: Path) -> None:
    """Remove what killed builds left. Only the holder of the lock may call this."""
    for leftover in cache.glob(UNFINISHED):
        _remove(leftover)


def prune(cache: Path) -> None:
    """Keep the newest few builds, so that a changed folder and its backup do not take turns building."""
    builds = sorted(cache.glob(BUILT), key=_age_key, reverse=True)
    for old in builds[_BUILDS_KEPT:]:
        _remove(old)


def _age_key(path: Path) -> tuple[float, str]:
    try:
        return path.stat().st_mtime, path.name
    except OSError:
        return 0.0, path.name


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # still open in another process, or not ours to remove


def _note(cache: Path, data: Path) -> Path:
    return cache / f"seen-{sha256(str(data.resolve()).encode()).hexdigest()[:16]}.json"
