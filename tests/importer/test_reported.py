"""What articles and pages reported, as shipped; and that a figure nobody said cannot get in."""

from typing import Any

import pytest

from assistant.importer.model import Reported, Source
from assistant.importer.readers.articles import figures
from assistant.importer.report import Ledger
from assistant.importer.sourced import sourced

ROW = {
    "source_id": "page-1",
    "subject_kind": "council",
    "subject": "dudley",
    "year": "2016",
    "party": "labour",
    "measure": "net change",
    "figure": "-3",
    "from_party": "",
    "basis": "not stated",
    "declared": "80",
    "of_total": "124",
    "note": "",
}
SOURCES = {
    "page-1": Source("page-1", "A page", "A publisher", "figures as facts"),
    "pages": Source("pages", "Several pages", "the pages named in each row", "figures as facts"),
}


def admitted(source_id: str) -> tuple[list[Reported], Ledger]:
    ledger = Ledger()
    return list(sourced(figures([{**ROW, "source_id": source_id}]), SOURCES, ledger)), ledger


def test_a_figure_with_a_source_is_kept() -> None:
    [row], ledger = admitted("page-1")
    assert (row.figure, row.declared, row.of_total) == (-3, 80, 124)
    assert ledger.refusals == []


@pytest.mark.parametrize(
    ("source_id", "reason"),
    [
        ("", "no source is named"),
        ("page-2", "its source is not in the list of sources"),
        ("pages", "no page is named"),
    ],
)
def test_a_figure_without_a_source_is_refused(source_id: str, reason: str) -> None:
    rows, ledger = admitted(source_id)
    assert rows == []
    [refusal] = ledger.refusals
    assert (refusal.line, refusal.reason) == ("dudley 2016 net change", reason)


def test_every_reported_figure_names_a_source_that_is_held(query: Any) -> None:
    assert query("SELECT * FROM reported WHERE source_id NOT IN (SELECT source_id FROM source)") == []


def net(query: Any, subject: str, party: str, year: int = 2016) -> list[tuple[Any, ...]]:
    return list(
        query(
            "SELECT figure, declared, of_total, basis, source_id FROM reported"
            " WHERE subject = ? AND party_id = ? AND year = ? AND measure = 'net change'"
            " ORDER BY reported_id",
            subject,
            party,
            year,
        )
    )


def test_labour_in_england_in_2016_as_the_count_went_on(query: Any) -> None:
    assert net(query, "nation:england", "labour") == [
        (-18, 124, 124, "last fought", "headline-totals"),
        (-15, 124, 124, "eve of poll", "headline-totals"),
        (-24, 80, 124, "not stated", "article-2016-west-midlands"),
        (-25, 96, 124, "not stated", "article-2016-live"),
        (-28, 96, 124, "not stated", "article-2016-live"),
    ]


def test_labour_in_england_in_2024(query: Any) -> None:
    told = [(figure, declared) for figure, declared, *_ in net(query, "nation:england", "labour", 2024)]
    assert told == [(186, 107), (58, None), (231, 106)]


@pytest.mark.parametrize(
    ("council_id", "party", "figures_told"),
    [
        ("dudley", "labour", {-3}),
        ("dudley", "conservative", {4}),
        ("redditch", "labour", {0}),
        ("tamworth", "labour", {-3}),
        ("nuneaton-and-bedworth", "conservative", {3}),
        ("walsall", "labour", {1}),
        ("birmingham", "labour", {2}),
        ("worcester", "conservative", {-2}),
    ],
)
def test_councils_of_the_west_midlands(query: Any, council_id: str, party: str, figures_told: set[int]) -> None:
    assert {row[0] for row in net(query, council_id, party)} == figures_told


def test_control_that_changed_hands_as_articles_have_it(query: Any) -> None:
    lost = query("SELECT DISTINCT subject, party_id, year FROM reported WHERE measure = 'control lost' ORDER BY ALL")
    assert lost == [
        ("dudley", "labour", 2016),
        ("oldham", "labour", 2024),
        ("rugby", "conservative", 2016),
        ("worcester", "conservative", 2016),
    ]
    gained = query("SELECT subject FROM reported WHERE measure = 'control gained' AND year = 2024 ORDER BY 1")
    assert [row[0] for row in gained] == ["hartlepool", "redditch", "rushmoor", "thurrock"]


def test_wards_of_birmingham(query: Any) -> None:
    found = query(
        "SELECT subject, from_party FROM reported"
        " WHERE measure = 'gain' AND source_id = 'article-2016-birmingham' ORDER BY 1"
    )
    assert found == [
        ("birmingham/springfield", "liberal-democrat"),
        ("birmingham/weoley", "conservative"),
    ]


def test_every_ward_reported_on_was_fought(query: Any) -> None:
    unknown = query(
        "SELECT DISTINCT subject FROM reported r WHERE subject_kind = 'ward' AND NOT EXISTS"
        " (SELECT 1 FROM contest c WHERE c.council_id || '/' || c.ward_slug = r.subject AND c.year = r.year)"
    )
    assert unknown == []
