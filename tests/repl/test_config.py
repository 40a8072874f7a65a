from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.repl.config import Config, default_text, read_config


def read(folder: Path, content: str) -> Config:
    (folder / "config.toml").write_text(content, encoding="utf-8")
    return read_config(folder / "config.toml")


def test_the_file_as_it_is_first_written_changes_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, default_text()) == Config() == read_config(tmp_path / "none.toml")


def test_the_commented_settings_are_the_defaults(tmp_path: Path) -> None:
    uncommented = re.sub(r"^# (\w+ = )", r"\1", default_text(), flags=re.MULTILINE)
    settings = tomllib.loads(uncommented)
    start, parties = settings.pop("start"), settings.pop("parties")
    assert settings == {name: getattr(Config(), name) for name in settings}
    assert set(settings) | {"place", "year", "parties"} == set(Config.__dataclass_fields__)
    assert read(tmp_path, uncommented).opening == f"who controls {start['place']} in {start['year']}"
    assert parties


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("theme = 'pink'", "theme: is one of auto, dark, light, none"),
        ("rows = -1", "rows: is a number of rows"),
        ("colour = 1", "colour: there is no such setting"),
        ("[start]\nyear = 'now'", "start.year: is a year"),
        ("[parties]\nLabour = 'red'", "parties.Labour: is a colour"),
        ("theme = ", "is not TOML"),
    ],
)
def test_what_is_wrong_with_a_setting_is_said(content: str, wrong: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=re.escape(wrong)):
        read(tmp_path, content)
