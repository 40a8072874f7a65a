"""Dataclasses that cost little to define.

The standard decorator compiles six functions for every class; over the classes of a question that took a third of the
time to start. Here all classes share one way to be compared, hashed and printed, and only `__init__` is compiled.
That a frozen record is never changed is left to the type checker, which sees the standard decorator.
"""

from __future__ import annotations

from dataclasses import dataclass as standard
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False):
        """The standard decorator in short: records of one class are equal by their fields; a frozen one has a hash."""

        def define(plain: type) -> type:
            own = vars(plain).keys()
            shared = {"__eq__": _eq, "__repr__": _repr, "__hash__": _hash if frozen else None}
            given = {name: method for name, method in shared.items() if name not in own}
            made = standard(plain, repr=False, eq=False, slots=slots)
            compared = [f.name for f in fields(made) if f.compare]
            given["_compared"] = attrgetter(*compared) if compared else staticmethod(_nothing)
            for name, value in given.items():
                setattr(made, name, value)
            return made

        return define


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    compared = self._compared
    return compared(self) == compared(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
    return f"{type(self).__qualname__}({shown})"


def _nothing(_: object) -> tuple[()]:
    return ()
