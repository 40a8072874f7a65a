"""Modules imported at their first use: an answer needs few of the parts that compose answers."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Later:
    """Stands for a module, and imports it when something of it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)


def later(package: str, names: str) -> dict[str, Later]:
    """A stand-in for each module of `package` that `names` lists, by its name."""
    return {name: Later(f"{package}.{name}") for name in names.split()}
