"""The table of the years and levels held, in the documents that print it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.tables import open_tables
from assistant.tables.coverage import renewed, table

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("document", ["data/README.md", "docs/data.md"])
def test_the_documents_have_the_table_of_what_is_held(document: str) -> None:
    tables = open_tables()
    made = table(tables.connection)
    tables.close()
    text = (ROOT / document).read_text("utf-8")
    assert renewed(text, made) == text


def test_a_document_without_its_place_is_told() -> None:
    with pytest.raises(ValueError, match="coverage"):
        renewed("nothing here", "| year |")
