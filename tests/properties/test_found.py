"""What fuzzing found, kept: each conversation crashed, or came out as a query that the tables reject."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.render import FORMATS, render
from tests.support.witness import unwatch, watch

FOUND = [
    ("biggest 33.3 police and crime commissioner elections",),
    ("the 2.5 closest mayoral elections",),
    ("seats after 33.3 councils",),
    ("seats in mk 1900",),
    ("who top the poll case than south somerset district council election in Plymouth epsom divisions of Leeds",),
    ("history for control in Harrogate",),
    ("councils where mansfield independents the largest group but are there",),
    ("political control of Wyre Forest won ratio between bolton 2016",),
    ("How many seats did Labour win across Wales out of 2017 how many seat on Newcastle does Labour have",),
    ("who runs more councils , we matter party or the 3rd smallest",),
    (f"the {'9' * 400}th largest party in Dudley",),
    (f"more than {'9' * 400} votes in Dudley",),
    (f"more than {'hundred ' * 200}votes in Dudley",),
]


@pytest.mark.parametrize("turns", FOUND, ids=lambda turns: turns[-1][:60])
def test_is_answered_or_refused(turns: tuple[str, ...], real: Assistant) -> None:
    watch(real)
    try:
        for turn in turns:
            answer = real.ask(turn)
            assert all(render(answer, form) for form in FORMATS)
    finally:
        unwatch(real)
