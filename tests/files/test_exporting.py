from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from assistant.answer.model import Answer, Outcome
from assistant.errors import InputError
from assistant.files.exporting import export
from assistant.render.as_xlsx import workbook
from tests.support.answers import CONTROL

FORMULAS = ('=HYPERLINK("http://x")', "+1", "@SUM(A1)", "http://example.org", "-2+3")


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_name_chooses_the_format(tmp_path: Path) -> None:
    for suffix in ("csv", "json", "md", "xlsx"):
        export(CONTROL, tmp_path / f"a.{suffix}")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfparty,seats,")
    assert json.loads((tmp_path / "a.json").read_text())["outcome"] == "answered"
    assert (tmp_path / "a.md").read_text().startswith("**No party controls Ambridge")


def test_a_workbook_has_figures_as_figures_and_says_what_it_rests_on() -> None:
    found = sheets(workbook(CONTROL))
    assert found["Answer"][:2] == [["Party", "Seats", "Share", "Change"], ["Labour", 12.0, 50.0, 3.0]]
    about = dict(map(tuple, found["About"]))  # type: ignore[arg-type]
    assert about["Question"] == CONTROL.question and about["Basis"] == "majority by seats"
    assert "Almanac Press" in str(about["Sources"])


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(words: str) -> None:
    rows = ({"party": words, "seats": 1, "share": None, "change": None},)
    content = workbook(replace(CONTROL, rows=rows, sentence=words, question=words))
    assert sheets(content)["Answer"][1][0] == words
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for sheet in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
            text = parts.read(sheet)
            assert b"<f>" not in text and b"hyperlink" not in text


def test_the_same_answer_is_the_same_workbook() -> None:
    assert workbook(CONTROL) == workbook(CONTROL)


def test_an_answer_without_a_table_is_its_sentence() -> None:
    assert sheets(workbook(Answer("q", Outcome.NO_DATA, "Not held.")))["Answer"] == [["Not held."]]


def test_a_file_that_is_there_is_kept_unless_insisted(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("mine")
    with pytest.raises(InputError, match="is there already"):
        export(CONTROL, file)
    assert file.read_text() == "mine"
    export(CONTROL, file, over=True)
    assert "Ambridge" in file.read_text()


@pytest.mark.parametrize(("name", "wrong"), [("a.pdf", "must end in .csv"), ("no/a.md", "cannot be written")])
def test_what_cannot_be_written_is_said(name: str, wrong: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=wrong):
        export(CONTROL, tmp_path / name)
