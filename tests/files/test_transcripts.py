from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.files.accepting import accept
from assistant.files.checking import Checked, check
from assistant.files.compare import accepted, diff, matches
from assistant.files.layers import Layer, layers_of
from assistant.files.transcript import read_transcript, remembered
from assistant.render import text
from tests.support.answers import CONTROL
from tests.support.stub import Assistant

ANSWER = text(CONTROL)
TRANSCRIPT = f"""# Ambridge

Prose, with > a sign, and a block that is no transcript:

```
> not asked
```

```transcript
> who controls Ambridge
{ANSWER}

> and in 2018?
No party controls Ambridge: Labour has 12 of 24 seats, one short of a majority.

...

Reading: control of Ambridge (district), 2018
...
```

More prose.
"""


def run(folder: Path, content: str) -> list[Checked]:
    path = folder / "ambridge.md"
    path.write_text(content)
    return check(Assistant(), read_transcript(path))


def test_a_transcript_that_still_holds(tmp_path: Path) -> None:
    assert [checked.moved for checked in run(tmp_path, TRANSCRIPT)] == [None, None]


@pytest.mark.parametrize(
    ("was", "became", "layer"),
    [
        ("Labour           12", "Labour           13", Layer.FIGURES),
        ("one short of a majority.\n\nParty", "one too few.\n\nParty", Layer.WORDING),
        ("(district), 2024", "(county), 2024", Layer.READING),
        ("−3", "+3", Layer.FIGURES),
        ("Basis: majority by seats\n", "", Layer.WORDING),
    ],
)
def test_the_layer_that_moved_is_named(tmp_path: Path, was: str, became: str, layer: Layer) -> None:
    assert was in TRANSCRIPT
    moved, still = run(tmp_path, TRANSCRIPT.replace(was, became, 1))
    assert (moved.moved, still.moved) == (layer, None)


@pytest.mark.parametrize(
    ("layers", "layer"),
    [("000000-" + layers_of(CONTROL).split("-")[1], Layer.SQL), (layers_of(CONTROL), Layer.WORDING)],
)
def test_a_fence_that_remembers_its_layers_tells_sql_from_figures(tmp_path: Path, layers: str, layer: Layer) -> None:
    remembering = TRANSCRIPT.replace("```transcript", f"```transcript layers={layers},-")
    moved, _ = run(tmp_path, remembering.replace("No party controls", "Nobody controls", 1))
    assert moved.moved is layer


def test_accepting_rewrites_only_what_moved(tmp_path: Path) -> None:
    moved = TRANSCRIPT.replace("Labour           12", "Labour           99").replace(
        "one short of a majority.\n\n...", "X\n\n..."
    )
    path = tmp_path / "ambridge.md"
    results = run(tmp_path, moved)
    accept(read_transcript(path), results)
    assert path.read_text() == TRANSCRIPT


def test_accepting_keeps_line_ends_a_byte_order_mark_and_remembered_layers_in_step(tmp_path: Path) -> None:
    path = tmp_path / "ambridge.md"
    old = "\ufeff" + TRANSCRIPT.replace("```transcript", "```transcript layers=1-2,3-4").replace(" 12 ", " 99 ", 1)
    path.write_bytes(old.replace("\n", "\r\n").encode())
    transcript = read_transcript(path)
    accept(transcript, check(Assistant(), transcript))
    layers = remembered((each, layers_of(CONTROL)) for each in ("who controls Ambridge", "and in 2018?"))
    new = "\ufeff" + TRANSCRIPT.replace("```transcript", f"```transcript layers={layers}")
    assert path.read_bytes().decode() == new.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        (["..."], [], True),
        (["a", "...", "d"], ["a", "b", "c", "d"], True),
        (["a", "...", "d"], ["a", "d"], True),
        (["a", "...", "d"], ["a", "d", "e"], False),
        (["...", "b", "...", "d"], ["b", "x", "b", "d"], True),
        ([], ["a"], False),
    ],
)
def test_three_dots_stand_for_any_run_of_lines(expected: list[str], found: list[str], same: bool) -> None:
    assert matches(expected, found) is same


@pytest.mark.parametrize(
    ("expected", "found", "lines"),
    [
        (["a", "...", "z"], ["b", "x", "y", "z"], ["b", 1, 2]),
        (["a", "...", "z"], ["b", "x", "y", "w"], ["b", 1, "w"]),
        (["a", "b", "..."], ["a", "c", "x"], [0, "c", 2]),
        (["a", "...", "y", "z"], ["a", "z"], [0, 1, 3]),
        (["a", "...", "Basis: seats", "Sources: A, 2015"], ["a", "b", "Basis: votes", "Sources: A, 2016"],
         [0, 1, "Basis: votes", "Sources: A, 2016"]),
        (["...", "m", "...", "z"], ["a", "n", "y"], [0, "n", 2, "y"]),
    ],
)  # fmt: skip
def test_accepted_lines_keep_placeholders_and_lose_no_line_asserted_after_them(
    expected: list[str], found: list[str], lines: list[str | int]
) -> None:
    assert accepted(expected, found) == lines


def test_accepting_touches_no_line_that_did_not_change(tmp_path: Path) -> None:
    """Not even the spaces at the end of one that was written by hand."""
    path = tmp_path / "ambridge.md"
    by_hand = TRANSCRIPT.replace("Basis: majority by seats\n", "Basis: majority by seats  \n", 1)
    results = run(tmp_path, by_hand.replace(" 12 ", " 99 ", 1))
    accept(read_transcript(path), results)
    assert path.read_text() == by_hand


BY_HAND = "```transcript\n> who controls Ambridge\n{}\n```\n"


@pytest.mark.parametrize(
    ("lines", "layer"),
    [
        ("Labour has 11 of 24 seats in Ambridge.", Layer.FIGURES),
        ("In Ambridge Labour holds 12 seats of 24, one too few.", Layer.WORDING),
        ("No party controls Ambridge: the Conservatives have 12 of 24 seats.", Layer.FIGURES),
        ("No party controls Ambridge, where Labour falls short.", Layer.WORDING),
        ("Reading: control of Borchester (district), 2024\n...", Layer.READING),
        ("...\nReading: control of Borchester (district), 2024\n...", Layer.READING),
        ("...\nSources: The Almanac (Almanac Press, CC BY 4.0), as of 2023-05-02", Layer.WORDING),
        ("...\nAssumed: No year was named: 2023 is the last held.\n...", Layer.WORDING),
        ("...\nCoverage: 1 of 2 councils\n...", Layer.FIGURES),
        ("...\nWhig             12  50.0%      +3\n...", Layer.FIGURES),
    ],
)
def test_the_layer_is_told_of_lines_written_by_hand(tmp_path: Path, lines: str, layer: Layer) -> None:
    assert [each.moved for each in run(tmp_path, BY_HAND.format(lines))] == [layer]


def test_an_exchange_written_in_between_takes_no_layers_of_another(tmp_path: Path) -> None:
    kept = remembered([("and in 2018?", "000000-" + layers_of(CONTROL).split("-")[1])])
    changed = TRANSCRIPT.replace("```transcript", f"```transcript layers={kept}").replace("of 24", "of 25")
    assert [each.moved for each in run(tmp_path, changed)] == [Layer.FIGURES, Layer.SQL]
    unnamed = TRANSCRIPT.replace("```transcript", "```transcript layers=000000-000000")
    assert not any(each.sql_moved for each in run(tmp_path, unnamed))


def test_a_diff_shows_what_went_what_came_and_its_neighbours() -> None:
    assert diff(["a", "b", "c", "d", "e"], ["a", "b", "c", "D", "e"]) == ["  …", "  c", "- d", "+ D", "  e"]


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("no block", "nothing here is ever run"),
        ("```transcript\n> who\n", ":1:\n  | ```transcript\nthe block is never closed"),
        ("```transcript\nwords first\n> who\n```\n", "a block begins with a question"),
    ],
)
def test_what_would_never_run_is_an_error(tmp_path: Path, content: str, wrong: str) -> None:
    with pytest.raises(InputError) as raised:
        run(tmp_path, content)
    assert wrong in str(raised.value)
