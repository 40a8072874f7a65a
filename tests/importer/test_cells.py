"""Numbers, days and yes or no in the forms in which results come: each as what it certainly is, or refused."""

from __future__ import annotations

import pytest

from assistant.importer.intake.cells import Unfit, kind_of

READ = [
    # (kind, as printed, as the readers expect it)
    ("count", "1283", "1283"),
    ("count", "1,283", "1283"),
    ("count", "1,283,004", "1283004"),
    ("count", "1533.0", "1533"),
    ("count", "436.00", "436"),
    ("count", " 520\u00a0", "520"),
    ("count", "0", "0"),
    ("count?", "NULL", "NULL"),
    ("count?", "", ""),
    ("number", "41.16", "41.16"),
    ("number", "40.65%", "40.65"),
    ("number", "0.34024200801242743", "0.34024200801242743"),
    ("signed", "−15", "-15"),
    ("signed", "+4", "4"),
    ("year", "2016", "2016"),
    ("day %Y-%m-%d", "2016-05-05", "2016-05-05"),
    ("day %Y-%m-%d", "05/05/2016", "2016-05-05"),
    ("day %Y-%m-%d", "5 May 2016", "2016-05-05"),
    ("day %Y-%m-%d", "5th May 2016", "2016-05-05"),
    ("day %Y-%m-%d", "2016-05-05T00:00:00", "2016-05-05"),
    ("day %d/%m/%Y", "2011-01-13", "13/01/2011"),
    ("yes 1 0", "Yes", "1"),
    ("yes 1 0", "NOT ELECTED", "0"),
    ("yes ELECTED NOT_ELECTED", "f", "NOT ELECTED"),
    ("name", "Gornal", "Gornal"),
]
REFUSED = [
    ("count", "12a"),
    ("count", "12.5"),
    ("count", "-3"),
    ("count", "1.283"),  # a thousand in another country, a little over one here
    ("count", "1,28"),
    ("count", "12,83"),
    ("count", "1 283"),
    ("count", "1e3"),
    ("count", "٣"),
    ("count", "twelve"),
    ("count", ""),
    ("count?", "?"),
    ("number", "31,9"),
    ("number", "%"),
    ("number", "-1.5"),
    ("year", "1066"),
    ("year", "20l6"),
    ("day %Y-%m-%d", "31/02/2016"),
    ("day %Y-%m-%d", "May 2016"),
    ("day %Y-%m-%d", "05/05/16"),
    ("yes 1 0", "maybe"),
    ("yes 1 0", ""),
    ("name", " "),
    ("name", "TOTAL"),
    ("name", "Rejected:"),
]


@pytest.mark.parametrize(("kind", "printed", "meant"), READ)
def test_read(kind: str, printed: str, meant: str) -> None:
    assert kind_of(kind)(printed) == meant


@pytest.mark.parametrize(("kind", "printed"), REFUSED)
def test_refused(kind: str, printed: str) -> None:
    with pytest.raises(Unfit):
        kind_of(kind)(printed)
