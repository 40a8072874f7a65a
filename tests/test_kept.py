"""What is kept between runs is believed only when it is whole; what cannot be kept is made each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.kept import kept

VALUE = {"words": ["café", 1, None], "more": {"a": True}}


class Maker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> object:
        self.made += 1
        return VALUE


@pytest.fixture
def make() -> Maker:
    return Maker()


def test_made_once_and_then_read(tmp_path: Path, make: Maker) -> None:
    for _ in range(3):
        assert kept(tmp_path / "x.json", "key", make) == VALUE
    assert make.made == 1
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_another_key_is_another_value(tmp_path: Path, make: Maker) -> None:
    kept(tmp_path / "x.json", "key", make)
    kept(tmp_path / "x.json", "other", make)
    assert make.made == 2


@pytest.mark.parametrize("damage", [b"", b"key\n", b"\xff\xfe\x00 not JSON\n", b"key 0\n[]"])
def test_a_damaged_file_is_written_anew(tmp_path: Path, make: Maker, damage: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(damage)
    assert kept(path, "key", make) == VALUE
    assert kept(path, "key", make) == VALUE
    assert make.made == 1


def test_one_changed_letter_is_damage(tmp_path: Path, make: Maker) -> None:
    path = tmp_path / "x.json"
    kept(path, "key", make)
    path.write_bytes(path.read_bytes().replace(b"more", b"mare"))
    assert kept(path, "key", make) == VALUE
    assert make.made == 2


def test_cut_short_at_any_byte(tmp_path: Path, make: Maker) -> None:
    path = tmp_path / "x.json"
    kept(path, "key", make)
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        assert kept(path, "key", make) == VALUE
    assert make.made == len(whole) + 1


def test_a_folder_that_is_not_there(tmp_path: Path, make: Maker) -> None:
    assert kept(tmp_path / "gone" / "x.json", "key", make) == VALUE
