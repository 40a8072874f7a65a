"""Which tables a data folder holds, as one digest: read in full once, then known by sizes and times."""

from __future__ import annotations

import time
from hashlib import sha256
from pathlib import Path

from assistant.errors import DataError

SCHEMA = "schema.sql"
VIEWS = "views"
CHECKS = "checks"
_TABLE_FILES = {".csv", ".parquet"}
# A file changed within this long of being read may change again without its times showing it.
_SETTLED_NS = 2_000_000_000


def parts(data: Path) -> list[Path]:
    """The files that decide what is built: the schema, the tables, what is known of disputes, and the views."""
    schema = data / SCHEMA
    if not schema.is_file():
        raise DataError(str(schema), "the schema is missing", remedy=f"Is {data} a folder of tables?")
    tables = [path for path in data.iterdir() if path.suffix in _TABLE_FILES]
    reviewed = sorted((data / CHECKS).glob("*.csv"))
    return [schema, *sorted(tables), *reviewed, *sorted((data / VIEWS).glob("*.sql"))]


def signature(data: Path) -> str:
    """Names, sizes and times of the parts: cheap, and different whenever a part was written again."""
    facts = [(part.relative_to(data).as_posix(), part.stat()) for part in parts(data)]
    marks = [f"{name} {s.st_size} {s.st_mtime_ns} {s.st_ctime_ns} {s.st_ino}" for name, s in facts]
    return sha256("\n".join(marks).encode()).hexdigest()


def digest(data: Path) -> str:
    """The digest of the parts' names and bytes: the same wherever the folder lies."""
    total = sha256()
    for part in parts(data):
        content = sha256(part.read_bytes()).hexdigest()
        total.update(f"{part.relative_to(data).as_posix()} {content}\n".encode())
    return total.hexdigest()[:24]


def settled(data: Path) -> bool:
    """Whether every part was last written long enough ago for its signature to be trusted."""
    newest = max(max(s.st_mtime_ns, s.st_ctime_ns) for s in (part.stat() for part in parts(data)))
    return time.time_ns() - newest > _SETTLED_NS
