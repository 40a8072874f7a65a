from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.repl.conversation import Conversation, Left
from tests.support.answers import CONTROL
from tests.support.stub import Assistant

ROOT = Path(__file__).parents[2]


@pytest.fixture
def conversation() -> Conversation:
    return Conversation(Assistant())


def test_a_line_is_answered(conversation: Conversation) -> None:
    assert conversation.reply("who controls Ambridge").startswith(CONTROL.sentence)
    assert conversation.all_answered


def test_a_number_picks_a_choice(conversation: Conversation) -> None:
    conversation.reply("who controls Borchester")
    assert conversation.reply("1").startswith(CONTROL.sentence)


def test_commands_tell_of_the_last_answer(conversation: Conversation) -> None:
    assert conversation.reply(":sql") == "Nothing has been asked yet."
    conversation.reply("who controls Ambridge")
    assert conversation.reply(":sql") == "SELECT party, seats FROM composition WHERE council_id = 'ambridge'"
    assert conversation.reply(":sources") == "The Almanac (Almanac Press, CC BY 4.0), as of 2024-05-02"
    assert conversation.reply(":explain") == "tokens of who controls Ambridge"


def test_the_format_can_be_chosen(conversation: Conversation) -> None:
    assert conversation.reply(":format json") == "Answers come as json."
    assert conversation.reply("who controls Ambridge").startswith("{")
    assert "text, markdown, json, csv" in conversation.reply(":format yaml")


def test_reset_begins_again_and_quit_leaves(conversation: Conversation) -> None:
    conversation.reply("who controls Ambridge")
    conversation.reply(":reset")
    assert "not understood" in conversation.reply("and in 2018?")
    with pytest.raises(Left):
        conversation.reply(":quit")


def test_an_unknown_command_says_which_there_are(conversation: Conversation) -> None:
    assert ":sql" in conversation.reply(":sequel")


def test_on_a_terminal_it_prompts_answers_and_leaves(tmp_path: Path) -> None:
    outer, inner = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tests.support.stub"]
    with subprocess.Popen(
        command, stdin=inner, stdout=inner, stderr=inner, cwd=ROOT, env=environment
    ) as process:
        os.close(inner)
        shown = until(outer, b"who controls Dudley")
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
