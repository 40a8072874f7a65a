"""Questions worth asking, by topic: for `:examples`, for the first start, and to learn what is usual."""

from __future__ import annotations

FIRST = ("who controls Dudley", "closest wards in Walsall 2016", "Labour net seats West Midlands")

EXAMPLES: dict[str, tuple[str, ...]] = {
    "Who runs a council": (
        "who controls Dudley",
        "who controlled Worcester in 2016",
        "no overall control councils 2016",
        "how many councils does Labour control",
        "how many seats is Labour short of a majority in Walsall 2016",
        "largest party in Sandwell",
    ),
    "Seats": (
        "how many seats does Labour have in Birmingham",
        "how many councillors did the Conservatives have in Redditch in 2024",
        "composition of Dudley 2015",
        "Labour net seats West Midlands",
        "did Labour gain seats in Tamworth in 2024",
        "which councils did Labour lose in 2016",
    ),
    "Wards": (
        "who won Weoley in Birmingham 2016",
        "closest wards in Walsall 2016",
        "safest wards in Dudley 2024",
        "turnout by ward in Rugby 2018",
        "which ward had the highest turnout in Solihull 2022",
        "which wards had a turnout under 25% in Solihull 2022",
        "majority in Bilton in Rugby 2018",
        "candidates in Short Heath in Walsall 2016",
        "wards Labour won in Coventry 2024",
    ),
    "Votes": (
        "Labour vote share in Birmingham 2016",
        "votes by party in Sandwell 2022",
        "how many votes did the Liberal Democrats get in Solihull 2016",
        "Reform UK share of the vote in Derbyshire 2025",
    ),
    "Over the years": (
        "Labour seats in Dudley since 2010",
        "when did Labour last control Dudley",
        "Green seats in Solihull by year",
        "turnout in Birmingham by year",
    ),
    "Comparing": (
        "did Labour win more seats than the Conservatives in Dudley 2016",
        "who won most seats in Walsall 2016",
        "which party won more seats in Solihull 2016, the Greens or Labour",
    ),
}


def all_examples() -> tuple[str, ...]:
    """Every example, topic by topic."""
    return tuple(question for questions in EXAMPLES.values() for question in questions)
