"""The package as a library: what a caller meets who never opens the command line."""

from __future__ import annotations

import pickle
from importlib.resources import files
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.errors import ClosedError


def test_its_types_are_there_for_the_callers_checker() -> None:
    assert files("assistant").joinpath("py.typed").is_file()


def test_a_closed_assistant_says_so_and_what_to_do(cache_folder: Path) -> None:
    one = Assistant(cache=cache_folder)
    one.close()
    one.close()
    for ask in (one.ask, one.explain):
        with pytest.raises(ClosedError, match=r"is closed\nOpen another with Assistant\(\)"):
            ask("who controls Dudley")


def test_an_answer_can_be_sent_to_another_process(real: Assistant) -> None:
    answer = real.ask("who controls Dudley")
    again = pickle.loads(pickle.dumps(answer))
    assert again == answer and again.to_dict() == answer.to_dict()


def test_a_notebook_sees_the_table_the_reading_and_the_sources(real: Assistant) -> None:
    shown = real.ask("who controls Dudley")._repr_html_()
    assert "<table>" in shown and "<dt>Reading</dt>" in shown and "Open Council Data UK, CC BY-SA 4.0" in shown
