"""Whatever is typed gets an outcome, and changes nothing."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from assistant import Assistant

ROOT = Path(__file__).parents[1]
NOISE = random.Random(2016)
HOSTILE = {
    "injection": "'; drop table council; --",
    "injection in a name": "who controls Dudley'; DELETE FROM composition; --",
    "injection by union": "who won Pleck' UNION SELECT * FROM read_csv('/etc/passwd') --",
    "injection in a comment": "who controls Dudley /* */ where 1=1",
    "a parameter mark": "who controls ? in $1 :name @x",
    "nothing": "",
    "blanks": " \t \n ",
    "random characters": "".join(chr(NOISE.randrange(32, 0x2FFF)) for _ in range(10_000)),
    "random letters": "".join(NOISE.choice("abcdefghij klmnopqrstuvwxyz") for _ in range(10_000)),
    "an emoji": "🗳️",
    "a family": "👨‍👩‍👧‍👦 Dudley 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "a NUL": "who controls \0 Dudley",
    "only a NUL": "\0",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029",
    "an escape sequence": "\x1b[2J\x1b]0;owned\x07who controls Dudley",
    "right to left": "\u202ewho controls Dudley\u202c من يسيطر على דאדלי",
    "a lone surrogate": "who controls \udcff Dudley",
    "punctuation": "?!.,;:'\"-–—…()[]{}<>/\\|*&^%$£#@~`+=_",
    "dashes": "-" * 1999,
    "as long as may be": "who controls " + "Dudley and " * 180,
    "one word for ever": "a" * 2000,
    "many names": "Labour " * 280,
    "many numbers": "9" * 2000,
    "many initials": ("a b c d e f g h i j " * 100)[:1999],
    "many years": "2016 " * 400,
    "many bounds": "more than 10 " * 150,
    "many questions": "who won? " * 220,
    "many misspelt names": ("Tamwroth Wolverhamton Birmigham Sandwel " * 60)[:2000],
    "many unknown words": "".join(f"zq{n}vk " for n in range(400))[:2000],
    "many strangers": ("Ebenezer Wobblethorpe Fitzgibbon " * 70)[:2000],
    "many wards of many councils": ("Abbey St Johns Park Victoria Castle Central " * 60)[:2000],
    "many parties and places": ("Labour in Dudley and the Greens in Kent or " * 60)[:2000],
    "many asks": ("who won Pleck and what was the turnout in Walsall and " * 50)[:2000],
    "many places, one figure": ("seats in Dudley, Walsall, Kent, Essex, Leeds, Bury, " * 50)[:2000],
    "a story": ("My nan said that the council was run by people who did as they pleased, and I wonder. " * 30)[:2000],
    "combining marks": "D\u0301u\u0308dley" + "\u0301" * 1900,
    "format strings": "%s %n {0} {question} ${HOME}",
    "a number too large": "councils with more than 99999999999999999999999999 seats",
    "a year before all": "who controlled Dudley in 1066",
    "a year not yet": "who controls Dudley in 2099",
    "digits of elsewhere": "who controlled Dudley in ٢٠١٦",
}


@pytest.fixture(autouse=True, scope="module")
def unchanged(cache_folder: Path) -> Iterator[None]:
    """No test here may change a byte of the built tables."""
    Assistant(cache=cache_folder).close()
    files = sorted(cache_folder.rglob("*.duckdb"))
    before = [hashlib.sha256(file.read_bytes()).digest() for file in files]
    yield
    assert files and [hashlib.sha256(file.read_bytes()).digest() for file in files] == before


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_an_outcome_at_once(text: str, real: Assistant) -> None:
    begun = time.perf_counter()
    answer = real.ask(text)
    assert answer.sentence
    assert time.perf_counter() - begun < 5  # a tenth of it on a quiet machine
    assert str(real.explain(text))


def test_many_follow_ups_do_not_pile_up(real: Assistant) -> None:
    real.ask("who controls Dudley")
    said = [real.ask("and in 2016?") for _ in range(30)]
    assert len({(answer.sentence, answer.reading) for answer in said[1:]}) == 1
    assert len(real._previous) == 2


@pytest.mark.parametrize("text", ["'; drop table council; --", "", "🗳️", "\x1b[2J", "x" * 10_000])
def test_from_the_command_line(text: str, cache_folder: Path) -> None:
    command = [sys.executable, "-m", "assistant", "--cache", str(cache_folder), "ask", text]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 1
    assert run.stdout.strip() and b"Traceback" not in run.stderr and b"\x1b" not in run.stdout


def test_a_nul_from_a_file(cache_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_bytes(b"who controls \0 Dudley\n\0\n'; drop table council; --\nwho controls Dudley\n")
    command = [sys.executable, "-m", "assistant", "--cache", str(cache_folder), "run", str(file)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 1
    assert b"37 needed" in run.stdout and b"Traceback" not in run.stderr


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE council",
        "DELETE FROM composition",
        "UPDATE party SET name = 'x'",
        "CREATE TABLE mine (x INT)",
        "INSERT INTO party SELECT * FROM party",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "COPY council TO '/tmp/council.csv'",
        "ATTACH '/tmp/other.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
    ],
)
def test_the_connection_reads_and_does_nothing_else(statement: str, real: Assistant) -> None:
    with pytest.raises(duckdb.Error):
        real._connection.execute(statement)
