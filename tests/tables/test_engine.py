"""How the built file is opened: shut in, and silent."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from assistant import Assistant


def test_no_setting_can_be_changed(real: Assistant) -> None:
    with pytest.raises(duckdb.Error, match="locked"):
        real._connection.execute("SET enable_external_access = true")


def test_a_long_query_draws_no_progress_among_the_answers(real: Assistant) -> None:
    found = real._connection.execute("SELECT current_setting('enable_progress_bar')").fetchone()
    assert found == (False,)


def test_two_assistants_of_one_process_answer_side_by_side(real: Assistant, cache_folder: Path) -> None:
    with Assistant(cache=cache_folder) as other:
        assert other.ask("who controls Dudley").sentence == real.ask("who controls Dudley").sentence
