"""Where the prompt keeps its settings and what it remembers, on each platform."""

from __future__ import annotations

from pathlib import Path

_NAME = "election-results-assistant"


def config_file() -> Path:
    """The file of settings; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "config.toml"


def history_file() -> Path:
    """The file of past entries; it need not exist."""
    from platformdirs import user_state_path

    return user_state_path(_NAME, appauthor=False) / "history"


def favourites_file() -> Path:
    """The file of questions kept under a name; it need not exist."""
    from platformdirs import user_state_path

    return user_state_path(_NAME, appauthor=False) / "favourites.json"


def ensured(path: Path, content: str = "") -> bool:
    """Whether `path` can be used; it is written with `content` if it is not there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text(content, encoding="utf-8")
    except OSError:
        return False
    return True
