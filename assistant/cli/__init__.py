"""The command line: `assistant`, `ask`, `run`, `check` and `data`."""

from assistant.cli.main import main

__all__ = ["main"]
