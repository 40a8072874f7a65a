"""Dataclasses that cost little to define.

The standard decorator compiles six functions for every class; over the classes of a question that took a third of the
time to start. Here all classes share one way to be compared, hashed and printed, and only `__init__` is compiled, when
the first record of its class is made: most questions make records of half the classes.
That a frozen record is never changed is left to the type checker, which sees the standard decorator.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from dataclasses import dataclass as standard
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
            made = standard(plain, init=False, repr=False, eq=False, slots=slots)
            compared = [f.name for f in fields(made) if f.compare]
            given["_compared"] = attrgetter(*compared) if compared else staticmethod(_nothing)
            if "__init__" not in own:
                given["__init__"] = _init_later(made)
            for name, value in given.items():
                setattr(made, name, value)
            return made

        return define


def _init_later(made: Any) -> Any:
    """An `__init__` that puts the class's own in its place when it is first called."""

    def __init__(self: Any, *values: Any, **named: Any) -> None:
        made.__init__ = _init(made)
        made.__init__(self, *values, **named)

    return __init__


def _init(made: Any) -> Any:
    """The `__init__` that the standard decorator would give a class."""
    known: dict[str, Any] = {"none_given": MISSING}  # the names in its text: those of fields, with what they stand for
    taken, body = ["self"], []
    for field in fields(made):
        value, default = _value(field, known)
        if field.init:
            taken.append(f"{field.name}={default}" if default else field.name)
        if value:
            body.append(f"self.{field.name} = {value}")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    lines = "".join(f"\n    {line}" for line in body or ["pass"])
    exec(f"def __init__({', '.join(taken)}):{lines}", known)
    made_init = known["__init__"]
    made_init.__qualname__ = f"{made.__qualname__}.__init__"  # which an error for a wrong argument names
    return made_init


def _value(field: Any, known: dict[str, Any]) -> tuple[str, str]:
    """What a field is set to and what stands for it where no value is given, as text; nothing where there is none."""
    default = f"default_{field.name}"
    if field.default_factory is not MISSING:
        known[default] = field.default_factory  # each record gets one of its own
        made = f"{default}()"
        return (f"{made} if {field.name} is none_given else {field.name}" if field.init else made), "none_given"
    if field.default is MISSING:
        return (field.name if field.init else ""), ""
    known[default] = field.default
    return (field.name if field.init else default), default


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
