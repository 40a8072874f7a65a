"""The pages of names hold what the tables of names hold, sense by sense."""

from __future__ import annotations

from itertools import groupby

from assistant import Assistant
from assistant.names.token import Kind, Sense

EVERYTHING = """SELECT * FROM lexicon
UNION ALL
SELECT * FROM office_lexicon WHERE detail = 'parliament' OR key NOT IN (SELECT key FROM lexicon)
ORDER BY ALL"""


def test_every_sense_of_every_name(real: Assistant) -> None:
    rows = real._connection.execute(EVERYTHING).fetchall()
    for key, group in groupby(rows, key=lambda row: row[0]):
        assert real.lexicon.get(key) == tuple(Sense(Kind(kind), *fields) for _, kind, *fields in group)


def test_every_name_and_no_other(real: Assistant) -> None:
    keys = sorted({row[0] for row in real._connection.execute(EVERYTHING).fetchall()})
    assert sorted(real.lexicon.keys()) == keys
    assert all(real.lexicon.reach(key.split(" ")[0]) > key.count(" ") for key in keys)
    assert real.lexicon.get("nowhere at all") == ()
    assert real.lexicon.reach("zzz") == 0


def test_every_council_area_and_party_by_its_id(real: Assistant) -> None:
    for kind, found in (
        (Kind.COUNCIL, real.lexicon.councils),
        (Kind.AREA, real.lexicon.areas),
        (Kind.PARTY, real.lexicon.parties),
    ):
        rows = real._connection.execute("SELECT DISTINCT id, name FROM lexicon WHERE kind = ?", [kind.value]).fetchall()
        assert {id_: sense.name for id_, sense in found.items()} == dict(rows)


def test_the_councils_of_every_area(real: Assistant) -> None:
    rows = real._connection.execute("SELECT area_id, list(council_id) FROM area_member GROUP BY ALL").fetchall()
    assert real.lexicon.members == {area: frozenset(councils) for area, councils in rows}


def test_the_wards_of_every_council_and_their_years(real: Assistant) -> None:
    rows = real._connection.execute(
        "SELECT DISTINCT council_id, key, id, years FROM lexicon JOIN ward_year USING (council_id)"
        " WHERE kind = 'ward' AND ward_slug = id ORDER BY ALL"
    ).fetchall()
    assert rows
    for council, group in groupby(rows, key=lambda row: row[0]):
        assert sorted(real.lexicon.wards_of(council)) == sorted({key for _, key, _, _ in group})
    for council, _, slug, years in rows:
        assert real.lexicon.fought(Sense(Kind.WARD, slug, "", council_id=council)) == set(years)
