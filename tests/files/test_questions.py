from __future__ import annotations

import io

from assistant.answer.model import Outcome
from assistant.files.questions import LONGEST, Asked, questions
from assistant.files.running import run
from tests.support.stub import Assistant


def read(content: bytes) -> list[Asked]:
    return list(questions(io.BytesIO(content)))


def test_comments_and_empty_lines_ask_nothing() -> None:
    assert [asked.text for asked in read(b"# a comment\n\n  \nwho controls Ambridge\n#last")] == [
        "who controls Ambridge"
    ]


def test_a_byte_order_mark_and_crlf_are_accepted() -> None:
    assert [(asked.line, asked.text) for asked in read(b"\xef\xbb\xbfone\r\n\r\ntwo")] == [
        (1, "one"),
        (3, "two"),
    ]


def test_three_dashes_open_a_conversation() -> None:
    assert [asked.opens for asked in read(b"one\ntwo\n---\nthree\nfour\n")] == [True, False, True, False]


def test_a_comment_names_the_outcome_expected_of_the_next_question_only() -> None:
    first, second = read(b"# expect: no_data, ambiguous\none\ntwo\n")
    assert first.expected == {Outcome.NO_DATA, Outcome.AMBIGUOUS}
    assert second.expected == {Outcome.ANSWERED}


def test_an_outcome_that_does_not_exist_is_a_problem_of_the_question() -> None:
    assert read(b"# expect: nonsense\none\n")[0].problem == "no such outcome: nonsense"


def test_bad_lines_are_kept_with_their_problem_and_the_rest_goes_on() -> None:
    bad_bytes, too_long, good = read(b"caf\xe9\n" + b"x" * (LONGEST * 3 + 7) + b"\nfine\n")
    assert (bad_bytes.text, bad_bytes.problem) == ("caf\ufffd", "not UTF-8: byte 0xe9 at place 4")
    assert too_long.problem == "longer than 10,000 bytes" and len(too_long.text) < 300
    assert (good.line, good.text, good.problem) == (3, "fine", None)


def test_a_line_of_just_the_longest_length_is_asked() -> None:
    for ending in (b"", b"\n", b"\r\n"):
        assert read(b"x" * LONGEST + ending + (b"y" if ending else b""))[0].problem is None


def test_one_question_that_fails_costs_the_others_nothing() -> None:
    lines = read(b"who controls Ambridge\nbreak\nand in 2018?\n")
    done = list(run(Assistant(), lines))
    assert [(one.answer.outcome, one.expected) for one in done] == [
        (Outcome.ANSWERED, True),
        (Outcome.NOT_UNDERSTOOD, False),
        (Outcome.ANSWERED, True),
    ]
    assert done[1].fault == "failed: ZeroDivisionError: on purpose"


def test_an_expected_refusal_is_no_fault_and_an_unexpected_one_is_named() -> None:
    lines = read(b"# expect: unknown_name\nwho controls Atlantis\nwho controls Atlantis\n")
    assert [one.fault for one in run(Assistant(), lines)] == [
        None,
        "unknown_name, expected answered: who controls Atlantis",
    ]
