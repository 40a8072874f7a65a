"""The checklist of the articles' facts: every question that it lists is asked in a transcript."""

from __future__ import annotations

from pathlib import Path

from assistant.files.transcript import read_transcript

FOLDER = Path(__file__).parents[1] / "transcripts"


def listed() -> list[str]:
    """The questions of the checklist's tables: the second cell of a row, semicolons between."""
    rows = [line for line in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [row.split("|")[2] for row in rows if not row.startswith("| fact")]
    return [question.strip() for cell in cells for question in cell.split(";")]


def test_every_fact_is_asked_in_some_transcript() -> None:
    files = [path for path in FOLDER.glob("*.md") if path.name != "README.md"]
    blocks = [block for path in files for block in read_transcript(path).blocks]
    asked = {exchange.question.casefold() for block in blocks for exchange in block.exchanges}
    assert len(listed()) > 60
    assert [question for question in listed() if question.casefold() not in asked] == []
