"""`--version`: the version of the package, and the digest of the data that answers."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assistant import resources
from assistant.errors import AssistantError

PACKAGE = "election-results-assistant"


def package_version() -> str:
    """The version that is installed, or "unknown"."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return "unknown"


def data_digest(data: Path | None = None, cache: Path | None = None) -> str:
    """The digest of the tables in `data`, as `run` and `data info` tell it; why not, where there is none.

    What the last run saw is believed while the files are as they were then: reading them all takes longer.
    """
    from assistant.tables import fingerprint, locate

    folder = data or resources.data_folder()
    try:
        memory = locate.remembered(locate.cache_folder(cache), folder)
        if memory is not None and memory.signature == fingerprint.signature(folder):
            return memory.digest
        return fingerprint.digest(folder)
    except (AssistantError, OSError) as error:
        return f"unreadable ({str(error).splitlines()[0]})"
