"""Our dataclasses against the standard ones: the same to make, compare, hash, print, copy and pickle."""

from __future__ import annotations

import dataclasses
import pickle
from typing import Any

import pytest

from assistant.names.token import Kind, Sense
from assistant.question.model import Place
from assistant.records import dataclass


class Fields:
    """What both kinds are made of."""

    name: str
    size: int = 3
    span: tuple[int, int] = dataclasses.field(default=(0, 0), compare=False)
    parts: list[str] = dataclasses.field(default_factory=list, repr=False, hash=False)
    seen: set[str] = dataclasses.field(default_factory=set, init=False, repr=False)
    limit: int = dataclasses.field(default=9, init=False, repr=False)


def made_by(decorator: Any, **options: bool) -> Any:
    """A class of those fields, made by a decorator."""
    body = {**vars(Fields), "__annotations__": dict(Fields.__annotations__)}
    del body["__dict__"], body["__weakref__"]
    return decorator(**options)(type("Made", (), body))


@pytest.mark.parametrize("slots", [True, False])
def test_made_alike(slots: bool) -> None:
    ours, theirs = made_by(dataclass, slots=slots), made_by(dataclasses.dataclass, slots=slots)
    for made in (ours, theirs):
        one = made("a", parts=["x"])
        assert one == made("a", 3, (1, 2), ["x"])
        assert one != made("b", parts=["x"])
        assert dataclasses.replace(one, size=4) == made("a", 4, parts=["x"])
        assert [field.name for field in dataclasses.fields(one)] == ["name", "size", "span", "parts", "seen", "limit"]
        with pytest.raises(TypeError):
            hash(one)
        for values in ((), ("a", 1, (0, 0), [], set())):
            with pytest.raises(TypeError, match=r"Made\.__init__\(\)"):
                made(*values)
        assert (one.seen, one.limit) == (set(), 9)
        assert made("b").parts is not made("b").parts
    assert repr(ours("a")) == repr(theirs("a"))
    assert ours("a") != theirs("a")


def test_a_frozen_one_has_a_hash() -> None:
    one, same = Place("dudley", "Dudley", "council", span=(1, 2)), Place("dudley", "Dudley", "council")
    assert one == same
    assert len({one, same}) == 1


def test_it_survives_a_pickle() -> None:
    sense = Sense(Kind.WARD, "pleck", "Pleck", council_id="walsall")
    assert pickle.loads(pickle.dumps(sense)) == sense
    assert not hasattr(sense, "__dict__")


def test_a_method_of_its_own_is_kept() -> None:
    @dataclass(frozen=True)
    class Loud:
        name: str

        def __repr__(self) -> str:
            return self.name.upper()

    assert repr(Loud("a")) == "A"


def test_one_without_fields() -> None:
    @dataclass(frozen=True, slots=True)
    class Empty:
        """Nothing."""

    assert Empty() == Empty()
    assert len({Empty(), Empty()}) == 1
