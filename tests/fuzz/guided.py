"""`python -m tests.fuzz.guided [-max_total_time=1800] [CORPUS]`: atheris looks for input that reaches new code.

The input is a conversation, a question a line. Each is answered in full, explained and rendered in every
format. A finding is printed once for each place it comes from, and the run goes on.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["assistant"]):
    from assistant import Assistant
    from assistant.names.vocabulary import load
    from assistant.render import FORMATS, render
    from assistant.resources import grammar_folder
from tests.fuzz.findings import Findings
from tests.fuzz.recorded import record
from tests.properties.readings import single

_TURNS = 4
_LONGEST = 400  # characters of an input; the longest questions are for test_hostile
_NAMES = ("Dudley", "Walsall", "West Midlands", "Pleck", "Labour", "Tories", "UKIP", "2016", "2018", "50%", "33.3")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        words, seeds = Path(folder) / "words.dict", Path(folder) / "seeds"
        _write_words(words)
        _write_seeds(seeds)
        real, findings = Assistant(), Findings()
        record(real)

        def one(data: bytes) -> None:
            _converse(real, findings, data.decode("utf-8", "surrogateescape"))

        fixed = [f"-dict={words}", f"-max_len={_LONGEST}", "-timeout=30", "-rss_limit_mb=4096"]
        atheris.Setup([sys.argv[0], *fixed, *sys.argv[1:], str(seeds)], one)
        atheris.Fuzz()


def _converse(real: Assistant, findings: Findings, text: str) -> None:
    real.reset()
    turns = text.split("\n")[:_TURNS]
    try:
        for turn in turns:
            answer = real.ask(turn)
            for form in FORMATS:
                assert render(answer, form)
        assert str(real.explain(turns[-1]))
    except Exception as error:
        findings.add(error, turns=turns)


def _write_words(path: Path) -> None:
    keys = sorted(load(grammar_folder() / "vocabulary").entries)
    plain = [key for key in (*keys, *_NAMES) if key.isascii() and '"' not in key and "\\" not in key]
    path.write_text("".join(f'" {key} "\n' for key in plain), encoding="ascii")


def _write_seeds(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    questions = list(single())
    for number, (one, other) in enumerate(zip(questions, reversed(questions), strict=True)):
        (folder / f"{number:05}").write_text(f"{one}\n{other}" if number % 3 == 0 else one, encoding="utf-8")


if __name__ == "__main__":
    main()
