"""A query that takes for ever is stopped: by the time limit, by Ctrl-C, by `cancel`. And what follows is as before."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import click
import duckdb
import pytest

from assistant import Assistant
from assistant.answer.model import Outcome
from assistant.cli.main import assistant
from assistant.errors import CacheError
from assistant.tables import TIME_LIMIT

ROOT = Path(__file__).parents[1]
SLOW, QUICK = "closest wards in Walsall 2016", "who controls Dudley"
ENDLESS = """
ALTER TABLE ward_poll RENAME TO held_ward_poll;
CREATE VIEW ward_poll AS SELECT * FROM held_ward_poll
WHERE (SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE a.range > b.range) > 0;
CHECKPOINT;
"""


@pytest.fixture(scope="module")
def endless(cache_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the real tables, of which the wards' take for ever."""
    folder = tmp_path_factory.mktemp("endless")
    with Assistant(cache=cache_folder) as real:
        built = real._tables.path
    copy = folder / built.name
    shutil.copyfile(built, copy)
    with duckdb.connect(str(copy)) as tables:
        tables.execute(ENDLESS)
    return folder


@pytest.fixture
def slow(endless: Path) -> Iterator[Assistant]:
    with Assistant(cache=endless, timeout=1) as one:
        yield one


def test_a_question_that_takes_too_long_is_refused_and_the_next_is_answered(slow: Assistant) -> None:
    assert slow.ask(QUICK).outcome is Outcome.ANSWERED
    begun = time.monotonic()
    answer = slow.ask(SLOW)
    assert time.monotonic() - begun < 10
    assert (answer.outcome, answer.value, answer.rows) == (Outcome.NOT_UNDERSTOOD, None, ())
    assert answer.sentence.startswith("This took longer than 1 second and was stopped, so there is no answer.")
    assert "--timeout" in answer.sentence
    assert "2018" in (slow.ask("and in 2018?").reading or "")  # of Dudley: the refused question left no trace


def test_cancelling_raises_and_the_conversation_is_as_before(endless: Path) -> None:
    with Assistant(cache=endless, timeout=60) as one:
        one.ask(QUICK)
        threading.Timer(0.5, one.cancel).start()
        with pytest.raises(duckdb.InterruptException):
            one.ask(SLOW)
        assert "Dudley · 2018" in (one.ask("and in 2018?").reading or "")


def test_two_time_limits_for_the_same_open_tables_are_an_error_and_harm_nothing(endless: Path) -> None:
    files = sorted(endless.iterdir())
    with Assistant(cache=endless, timeout=60) as one:
        with pytest.raises(CacheError, match="give both one time limit"):
            Assistant(cache=endless, timeout=61)
        assert one.ask(QUICK).outcome is Outcome.ANSWERED
    assert sorted(endless.iterdir()) == files


def start(endless: Path, *arguments: str, feed: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "assistant", "--cache", str(endless), *arguments]
    return subprocess.Popen(command, stdin=feed, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True)


@pytest.mark.parametrize(
    ("command", "sign"), [(["ask", SLOW], signal.SIGINT), (["run", "-"], signal.SIGTERM)], ids=["ask", "run"]
)
def test_ctrl_c_ends_the_command_in_the_middle_of_a_query(
    endless: Path, command: list[str], sign: signal.Signals
) -> None:
    with start(endless, *command, feed=subprocess.PIPE) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(f"{SLOW}\n{QUICK}\n")
        process.stdin.close()
        busy(process)
        process.send_signal(sign)
        assert process.wait(timeout=20) == 130
        assert (process.stdout.read(), process.stderr.read().strip()) == ("", "")


def busy(process: subprocess.Popen[str], seconds: float = 1.5) -> None:
    """Wait until the process has worked for so long, of which it takes less than half to start."""
    used, ticks = 0.0, os.sysconf("SC_CLK_TCK")
    while used < seconds + 1:
        assert process.poll() is None
        fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
        used = (int(fields[11]) + int(fields[12])) / ticks
        time.sleep(0.05)


def test_the_limit_is_an_option_and_a_file_goes_on_after_it(endless: Path) -> None:
    process = start(endless, "--timeout", "2", "run", "--format", "json", "-", feed=subprocess.PIPE)
    out, err = process.communicate(f"{SLOW}\n{QUICK}\n", timeout=60)
    first, second = map(json.loads, out.splitlines())
    assert first["answer"].startswith("This took longer than 2 seconds")
    assert (second["outcome"], process.returncode) == ("answered", 1)
    assert "Traceback" not in err


@pytest.mark.parametrize("seconds", ["0", "-1", "for ever", "1e9", "nan"])
def test_a_limit_that_is_none_is_wrong_usage(seconds: str) -> None:
    with pytest.raises(click.BadParameter, match="is not a number of seconds"):
        assistant.main(["--timeout", seconds, "ask", QUICK], standalone_mode=False)


def test_the_help_tells_the_limit_that_is_used() -> None:
    told = [option.help or "" for option in assistant.params if isinstance(option, click.Option)]
    assert [text for text in told if f"{TIME_LIMIT:g} unless said" in text]
