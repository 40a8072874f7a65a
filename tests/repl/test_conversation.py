from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.answer.model import ask_id
from assistant.cli.settings import Settings
from assistant.errors import DataError
from assistant.files.checking import check
from assistant.files.transcript import read_transcript
from assistant.repl.commands import help_text
from assistant.repl.commands.asking import Watching
from assistant.repl.commands.setting import Left
from assistant.repl.config import Config
from assistant.repl.conversation import Conversation
from assistant.repl.replying import reply
from assistant.resources import data_folder
from tests.support.answers import CONTROL
from tests.support.stub import Assistant

ROOT = Path(__file__).parents[2]


def say(conversation: Conversation, line: str) -> str:
    return reply(conversation, line).words


@pytest.fixture
def conversation() -> Conversation:
    return Conversation(Assistant())


def test_a_line_is_answered(conversation: Conversation) -> None:
    assert say(conversation, "who controls Ambridge").startswith(CONTROL.sentence)
    assert conversation.all_answered


def test_a_number_picks_a_choice(conversation: Conversation) -> None:
    say(conversation, "who controls Borchester")
    assert say(conversation, "1").startswith(CONTROL.sentence)


def test_commands_tell_of_the_last_answer(conversation: Conversation) -> None:
    assert say(conversation, ":sql") == "Nothing here: nothing has been asked yet"
    say(conversation, "who controls Ambridge")
    assert say(conversation, ":sql") == "SELECT party, seats FROM composition WHERE council_id = 'ambridge'"
    assert say(conversation, ":sources") == "The Almanac (Almanac Press, CC BY 4.0), as of 2024-05-02"
    assert say(conversation, ":explain") == "tokens of who controls Ambridge"


def test_a_saved_exchange_carries_what_it_takes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    conversation = Conversation(Assistant(), Config(place="Ambridge"))
    say(conversation, "and in 2018?")
    assert say(conversation, ":save ambridge").startswith("Saved the last exchange to ambridge.md")
    assert "> who controls Ambridge\n...\n\n> and in 2018?\n" in Path("ambridge.md").read_text()
    say(conversation, ":save ambridge all")
    assert [each.moved for each in check(Assistant(), read_transcript(Path("ambridge.md")))] == [None] * 4


def test_a_conversation_goes_on_over_new_tables_when_they_change() -> None:
    old, new = Assistant(), Assistant()
    conversation = Conversation(old, reopen=lambda: new)
    say(conversation, "who controls Ambridge")
    old.__dict__["changed"] = lambda: True
    assert say(conversation, "who controls Ambridge").startswith("The tables have changed on disk")
    assert conversation.asker is new and not say(conversation, "who controls Ambridge").startswith("The tables")


def test_changed_tables_that_cannot_be_built_are_said_and_the_earlier_ones_answer() -> None:
    old, new = Assistant(), Assistant()
    new.notice = "The changed tables could not be built, so the earlier ones answer.\nparty.csv:3: whig"
    conversation = Conversation(old, reopen=lambda: new)
    old.__dict__["changed"] = lambda: True
    said = say(conversation, "who controls Ambridge")
    assert said.startswith("The tables have changed on disk. The changed tables could not be built")
    assert "party.csv:3" in said and "over the new ones" not in said and CONTROL.sentence in said


def test_changed_tables_that_cannot_be_opened_are_said_and_those_open_answer_on() -> None:
    def gone() -> Assistant:
        raise DataError("schema.sql", "the schema is missing")

    old = Assistant()
    conversation = Conversation(old, reopen=gone)
    old.__dict__["changed"] = lambda: True
    for _ in range(2):
        said = say(conversation, "who controls Ambridge")
        assert "cannot be opened" in said and "the schema is missing" in said and CONTROL.sentence in said
    assert conversation.asker is old


def test_a_file_changed_under_an_open_conversation_is_noticed(cache_folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(data_folder(), data)
    settings = Settings(data, cache_folder)
    conversation = Conversation(settings.open(), reopen=settings.open)
    assert "have changed" not in say(conversation, "who controls Dudley")
    os.utime(data / "party.csv", (1, 1))
    assert say(conversation, "who controls Dudley").startswith("The tables have changed on disk")
    assert "have changed" not in say(conversation, "and in 2018?")
    conversation.asker.close()


def test_to_explain_is_not_to_ask(conversation: Conversation) -> None:
    say(conversation, "who controls Ambridge")
    assert say(conversation, ":explain who controls Atlantis") == "tokens of who controls Atlantis"
    assert "2018" in say(conversation, "and in 2018?")


def test_the_format_can_be_chosen(conversation: Conversation) -> None:
    assert say(conversation, ":format json") == "Answers come as json."
    assert say(conversation, "who controls Ambridge").startswith("{")
    assert "text, markdown, json, csv" in say(conversation, ":format yaml")


def test_reset_begins_again_and_quit_leaves(conversation: Conversation) -> None:
    say(conversation, "who controls Ambridge")
    say(conversation, ":reset")
    assert "not understood" in say(conversation, "and in 2018?")
    with pytest.raises(Left):
        say(conversation, ":quit")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sequel", "sql"), ("sqll", "sql"), ("hlep", "help"), ("exprot a.csv", "export"), ("FOMRAT", "format")],
)
def test_a_mistyped_command_is_offered_the_nearest(typed: str, meant: str, conversation: Conversation) -> None:
    name = typed.split()[0]
    assert say(conversation, f":{typed}") == f"No such command: :{name}. Is :{meant} meant? :help lists them all."


def test_a_command_like_no_other_is_told_where_they_are_listed(conversation: Conversation) -> None:
    assert say(conversation, ":xyzzy") == "No such command: :xyzzy. :help lists them all."


@pytest.mark.parametrize("word", ["exit", "quit", "QUIT", "exit()", "bye"])
def test_words_that_leave_other_programs_leave(word: str, conversation: Conversation) -> None:
    with pytest.raises(Left):
        say(conversation, word)


@pytest.mark.parametrize("word", ["help", "Help", "?"])
def test_words_that_ask_for_help_get_it(word: str, conversation: Conversation) -> None:
    assert say(conversation, word) == help_text()


def test_a_number_or_open_asks_a_suggestion(conversation: Conversation) -> None:
    say(conversation, "who controls Atlantis")
    assert say(conversation, "1").startswith(CONTROL.sentence)
    say(conversation, "who controls Atlantis")
    assert say(conversation, f":open {ask_id('who controls Ambridge')}").startswith(CONTROL.sentence)
    assert say(conversation, ":open 1") == ":open: has nothing to open: nothing is offered"
    say(conversation, "who controls Borchester")
    assert say(conversation, ":open 3") == ":open: takes a number from 1 to 2"
    assert say(conversation, ":open 1").startswith(CONTROL.sentence)


def test_at_the_prompt_suggestions_have_numbers() -> None:
    assert "Try 1: who controls Ambridge" in say(Conversation(Assistant(), numbered=True), "who controls Atlantis")


def test_all_shows_what_the_table_hides() -> None:
    conversation = Conversation(Assistant(), Config(rows=1))
    assert "… and 2 more" in say(conversation, "who controls Ambridge")
    whole = say(conversation, ":all")
    assert "Green             1" in whole and "more" not in whole


def test_favourites_are_kept_listed_asked_and_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, conversation: Conversation
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert say(conversation, ":fav") == "Nothing is kept yet; :fav NAME keeps the last question."
    say(conversation, "who controls Ambridge")
    assert say(conversation, ":fav home") == "Kept as home: who controls Ambridge\n:fav home asks it."
    say(conversation, ":fav away who controls Borchester")
    assert say(conversation, ":fav") == "away  who controls Borchester\nhome  who controls Ambridge"
    other = Conversation(Assistant())
    assert say(other, ":fav home").startswith(CONTROL.sentence)
    assert "is kept already" in say(other, ":fav home who controls Atlantis")
    assert "Kept as home: who controls Atlantis" in say(other, ":fav! home who controls Atlantis")
    assert say(other, ":unfav home") == "No longer kept: who controls Atlantis"
    assert "takes a name that :fav lists" in say(other, ":unfav home")


def test_a_chart_is_drawn_where_an_answer_has_a_shape(conversation: Conversation) -> None:
    say(conversation, "who controls Borchester")
    assert "no shape to draw" in say(conversation, ":chart")
    say(conversation, "who controls Ambridge")
    drawn = say(conversation, ":chart").splitlines()
    assert drawn[0].strip() == "Seats"
    bars = {line.split("┤")[0].strip(): line.count("█") for line in drawn if "┤" in line}
    assert list(bars) == ["Labour 12", "Conservative 11", "Green 1"]
    assert bars["Labour 12"] > bars["Conservative 11"] > 5 * bars["Green 1"] > 0
    assert max(map(len, drawn)) <= 80


def test_watch_wants_seconds_and_a_question(conversation: Conversation) -> None:
    assert "takes a number of seconds" in say(conversation, ":watch often who controls Ambridge")
    with pytest.raises(Watching) as asked:
        say(conversation, ":watch 2.5 who controls Ambridge")
    assert (asked.value.seconds, asked.value.question) == (2.5, "who controls Ambridge")


def test_on_a_terminal_it_prompts_answers_and_leaves(tmp_path: Path) -> None:
    outer, inner = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tests.support.stub"]
    with subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, cwd=ROOT, env=environment) as process:
        os.close(inner)
        shown = until(outer, b"> ")
        os.write(outer, b"who controls Ambridge\r")
        shown += until(outer, b"Sources:")
        os.write(outer, b":quit\r")
        assert process.wait(timeout=30) == 0
    os.close(outer)
    assert b"Traceback" not in shown


def until(terminal: int, awaited: bytes) -> bytes:
    shown, deadline = b"", time.monotonic() + 30
    while awaited not in shown and time.monotonic() < deadline:
        shown += os.read(terminal, 65536)
    assert awaited in shown
    return shown
