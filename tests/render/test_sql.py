from __future__ import annotations

from assistant.answer.model import Sql
from assistant.render.sql import runnable


def test_each_question_mark_becomes_its_value() -> None:
    sql = Sql("SELECT ? FROM t WHERE a = ? AND b > ? AND c IS ?", ("it's", 2016, 31.9, None))
    assert runnable(sql) == "SELECT 'it''s' FROM t WHERE a = 2016 AND b > 31.9 AND c IS NULL"


def test_a_question_mark_in_text_names_and_comments_stays() -> None:
    sql = Sql("SELECT '?''?', \"a?\" -- why?\nWHERE a = ?", (True,))
    assert runnable(sql) == "SELECT '?''?', \"a?\" -- why?\nWHERE a = true"


def test_a_value_that_holds_a_question_mark_is_not_read_again() -> None:
    assert runnable(Sql("SELECT ?, ?", ("?", "b"))) == "SELECT '?', 'b'"
