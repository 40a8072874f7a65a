"""What is told before a question, each in turn, and the parts of a place: as people ask on forums and in letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer, Outcome

Ask = Callable[[str], Answer]

READINGS = {
    "I can find nothing on the council web site about Solihull in 2014, who won?": "parties that won Solihull in 2014",
    "Just moved to Stockport - which party is in control?": "parties that controlled Stockport in 2026",
    "I live in Moseley in Birmingham. Who are my councillors?": "people that represent Moseley in Birmingham now",
    "I was wondering if you could tell me who runs Bury council": "parties that controlled Bury in 2026",
    "can anyone tell me who won the moorside ward in bury in 2022": "people that won Moorside in Bury in 2022",
    "I can't find the Stroud results for 2021 anywhere - which party won?": "parties that won Stroud in 2021",
    "would anyone happen to know how Labour did in Exeter in 2022": "the results of Labour in Exeter in 2022",
    "Which of Wigan, Bolton and Salford had the highest turnout in 2018": (
        "the council with the highest turnout in 2018 among Wigan, Bolton and Salford"
    ),
    "turnout in Dudley in 2018 by ward": "the turnout in Dudley in 2018 by ward",
    "con votes in Dudley by ward 2018": "the Conservative votes in Dudley in 2018 by ward",
    "who won each ward of Bury in 2022": "for each ward of Bury in 2022: the people that won that ward in 2022",
    "which party controls each London borough": (
        "for each London borough now: the parties that control that council now"
    ),
    "did labour lose control of Sheffield in 2021": "did Labour lose control of Sheffield in 2021",
    "did labour take control of Sheffield in 2011": "did Labour gain control of Sheffield in 2011",
    "how badly did the Tories do in Bury in 2022": "the results of the Conservatives in Bury in 2022",
    "how many labour councillors there are in Leeds": "the Labour seats held in Leeds in 2026",
}


@pytest.mark.parametrize(("text", "reading"), READINGS.items(), ids=READINGS)
def test_the_question_is_read(ask: Ask, text: str, reading: str) -> None:
    assert ask(text).reading == reading


@pytest.mark.parametrize(
    "text",
    [
        "Labour never runs anything well, who won Solihull in 2014?",
        "Not Bury, honestly, who won?",
        "The ward in Bury which is nicest",
        "We moved to Chorlbury, who won in 2019?",
    ],
)
def test_what_is_content_is_not_passed_over(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.ANSWERED
