from __future__ import annotations

import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.model import Span
from assistant.files.compare import accepted, diff, matches
from assistant.files.questions import questions
from assistant.render import FORMATS, Wanted, render
from assistant.render.visible import columns
from tests.support.answers import CONTROL, REFUSED

LINES = st.lists(st.sampled_from(["a", "b", "c", "...", ""]), max_size=12)
FOUND = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12)


@given(LINES, FOUND)
def test_what_was_accepted_is_as_expected_from_then_on(expected: list[str], found: list[str]) -> None:
    lines = [expected[line] if isinstance(line, int) else line for line in accepted(expected, found)]
    assert matches(lines, found)


@given(LINES, FOUND)
def test_no_line_asserted_is_given_up_while_one_found_could_take_its_place(
    expected: list[str], found: list[str]
) -> None:
    lines = [expected[line] if isinstance(line, int) else line for line in accepted(expected, found)]
    asserted = sum(line != "..." for line in expected)
    assert sum(line != "..." for line in lines) >= min(asserted, len(found))


@given(FOUND, FOUND)
def test_a_diff_is_empty_only_where_nothing_moved(expected: list[str], found: list[str]) -> None:
    moved = [line for line in diff(expected, found) if line.startswith(("-", "+"))]
    assert bool(moved) is not matches(expected, found)


@given(st.binary(max_size=400))
def test_any_bytes_are_questions_or_problems(content: bytes) -> None:
    asked = list(questions(io.BytesIO(content)))
    assert [each.line for each in asked] == sorted({each.line for each in asked})
    assert all(each.text or each.problem for each in asked)


@given(st.text(), st.integers(0, 120), st.integers(0, 120), st.integers(20, 100))
def test_any_words_are_printed_within_the_width_and_drive_no_terminal(
    words: str, start: int, end: int, width: int
) -> None:
    caret = Span(min(start, len(words)), min(end, len(words)), "", "", None)
    refusal = replace(REFUSED, question=words, sentence=words, notes=(words,), caret=caret)
    answer = replace(CONTROL, rows=({"party": words, "seats": 1},), reading=words)
    for each in (refusal, answer):
        lines = render(each, "text", Wanted(width)).split("\n")
        assert max(columns(line) for line in lines) <= width
        for form in FORMATS:
            printed = render(each, form)
            assert not set(printed) & set(map(chr, [*range(10), *range(11, 32), *range(0x7F, 0xA0)]))
            printed.encode()
