"""The notebook of the docs, run from its first cell to its last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.ipynb"


def test_the_notebook_runs_and_shows_an_answer_a_frame_and_a_chart() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "kept without its outputs"
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = list(outputs(notebook))
    pages = [output["text/html"] for output in shown if "text/html" in output]
    assert any("<dt>Reading</dt>" in page and "<dt>Sources</dt>" in page for page in pages)
    assert any('class="dataframe"' in page and "<th>seats</th>" in page for page in pages)
    assert any("image/png" in output for output in shown)


def outputs(notebook: Any) -> Iterator[Any]:
    for cell in notebook.cells:
        yield from (output.data for output in cell.get("outputs", ()) if "data" in output)
