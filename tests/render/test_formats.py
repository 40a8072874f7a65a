from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from assistant.answer.model import Column, Timings, Unit, ask_id
from assistant.render import Wanted
from assistant.render.as_csv import csv_table
from assistant.render.as_html import html, html_page
from assistant.render.as_json import json_line
from assistant.render.markdown import markdown
from tests.support.answers import AMBIGUOUS, CONTROL, REFUSED

UNNAMED = Wanted(attribution=False)
CONTRACT_KEYS = (
    "question outcome reading assumed answer value unit columns rows basis coverage sources choices suggestions "
    "notes sql spans timings_ms"
).split()


def test_json_is_one_line_with_every_key_of_the_contract() -> None:
    for answer in (CONTROL, REFUSED, AMBIGUOUS):
        line = json_line(answer)
        assert "\n" not in line
        assert list(json.loads(line)) == CONTRACT_KEYS


def test_json_keeps_what_was_asked_but_escapes_what_a_terminal_obeys() -> None:
    asked = "\x9b31m \x7f \u202e \udc80 ŵ −"
    line = json_line(replace(REFUSED, question=asked))
    assert json.loads(line)["question"] == asked
    assert line.encode().isascii() is False and "ŵ" in line
    assert not set(line) & set("\x9b\x7f\u202e\udc80")


def test_json_offers_each_suggestion_and_choice_with_an_id_of_its_words() -> None:
    suggested = json.loads(json_line(REFUSED))["suggestions"]
    assert suggested == [{"id": ask_id("who controls Ambridge"), "question": "who controls Ambridge"}]
    choices = json.loads(json_line(AMBIGUOUS))["choices"]
    assert choices[0] == {
        "id": suggested[0]["id"],
        "number": 1,
        "label": "Borchester, the district",
        "question": "who controls Ambridge",
    }
    assert choices[0]["id"] != choices[1]["id"]


def test_the_id_of_a_question_is_the_same_on_every_machine() -> None:
    assert ask_id("who controls Ambridge") == ask_id("Who  controls AMBRIDGE ") == "ed87a0e8"


def test_markdown_is_a_bold_sentence_a_table_and_a_list() -> None:
    assert markdown(CONTROL) == (
        "**No party controls Ambridge: Labour has 12 of 24 seats, one short of a majority.**\n"
        "\n"
        "| Party | Seats | Share | Change |\n"
        "| :--- | ---: | ---: | ---: |\n"
        "| Labour | 12 | 50.0% | +3 |\n"
        "| Conservative | 11 | 45.8% | −3 |\n"
        "| Green | 1 | 4.2% | 0 |\n"
        "\n"
        "- Reading: control of Ambridge (district), 2024\n"
        "- Assumed: No year was named: 2024 is the last held.\n"
        "- Basis: majority by seats\n"
        "- Coverage: 1 of 1 council\n"
        "- Sources: The Almanac (Almanac Press, CC BY 4.0), as of 2024-05-02"
    )


def test_markdown_escapes_what_it_quotes() -> None:
    assert markdown(replace(REFUSED, sentence="a|b <i> *c*\n# d")).startswith(r"**a\|b \<i\> \*c\*␊\# d**")


def test_csv_holds_raw_figures() -> None:
    assert csv_table(CONTROL, UNNAMED) == (
        "party,seats,share,change\nLabour,12,50.0,3\nConservative,11,45.83,-3\nGreen,1,4.17,0"
    )


def test_csv_ends_with_who_is_to_be_named_in_comment_lines() -> None:
    table, named = csv_table(CONTROL).split("# ", 1)
    assert table == csv_table(CONTROL, UNNAMED) + "\n"
    assert named == ("Sources and licences:\n# The Almanac (Almanac Press), as of 2024-05-02. Licence: CC BY 4.0.")


def test_csv_of_a_table_without_rows_keeps_its_header() -> None:
    assert csv_table(replace(CONTROL, rows=()), UNNAMED) == "party,seats,share,change"


@pytest.mark.parametrize(("rows", "lines"), [(None, 3), (0, 3), (2, 2)])
def test_so_many_rows_are_printed_as_are_wanted(rows: int | None, lines: int) -> None:
    wanted = Wanted(rows=rows, attribution=False)
    assert len(csv_table(CONTROL, wanted).splitlines()) == 1 + lines
    assert len(json.loads(json_line(CONTROL, wanted))["rows"]) == lines
    assert ("… and 1 more" in html(CONTROL, wanted)) is (lines == 2)


def test_timings_are_told_only_where_they_are_wanted() -> None:
    timed = replace(CONTROL, timings=Timings(names=1.5))
    assert json_line(timed) == json_line(CONTROL)
    assert set(json.loads(json_line(timed))["timings_ms"].values()) == {None}
    assert json.loads(json_line(timed, Wanted(timings=True)))["timings_ms"]["total"] == 1.5


def test_a_page_names_whom_its_licences_want_named_in_its_footer() -> None:
    page = html_page(CONTROL)
    assert page.startswith("<!DOCTYPE html>") and page.endswith("</html>")
    assert "Licence: CC BY 4.0." in page.partition("<footer>")[2]
    assert "Almanac" not in html_page(CONTROL, UNNAMED)


def test_csv_defuses_formulas_in_words_but_not_figures() -> None:
    columns = (Column("name", "Name", Unit.TEXT), Column("n", "N", Unit.CHANGE))
    names = ("=1+1", "+1", "-x", "@sum", "\t=1", " =1", "plain")
    answer = replace(CONTROL, columns=columns, rows=tuple({"name": name, "n": -3} for name in names))
    cells = [row["name"] for row in csv.DictReader(io.StringIO(csv_table(answer, UNNAMED)))]
    assert cells == ["'=1+1", "'+1", "'-x", "'@sum", "'␉=1", "' =1", "plain"]
    assert ",-3" in csv_table(answer)


def test_csv_of_a_refusal_is_one_summary_line() -> None:
    header, line = csv_table(REFUSED).splitlines()
    assert header.startswith("question,outcome,answer,value")
    assert line.startswith("who controls Atlantis,unknown_name,No place called Atlantis is held.,,")


def test_a_notebook_shows_a_table_and_no_markup_of_others() -> None:
    page = html(replace(CONTROL, sentence="<script>alert(1)</script>"))
    assert "<table>" in page and "&lt;script&gt;" in page and "<script>" not in page


def test_an_answer_shows_itself_in_a_notebook() -> None:
    assert CONTROL._repr_html_() == html(CONTROL)
