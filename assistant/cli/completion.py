"""`assistant completion`: what makes a shell complete the commands and options of `assistant`."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import get_completion_class

from assistant.cli import output
from assistant.cli.exit_code import ExitCode
from assistant.errors import InputError

SHELLS = ("bash", "zsh", "fish")
_NAME, _VARIABLE = "assistant", "_ASSISTANT_COMPLETE"
# Where each shell looks by itself, under the home folder.
_PLACES = {
    "bash": ".local/share/bash-completion/completions/assistant",
    "zsh": ".zfunc/_assistant",
    "fish": ".config/fish/completions/assistant.fish",
}
_NEXT = {
    "bash": "Open a new shell; the package bash-completion must be there.",
    "zsh": "Put “fpath+=~/.zfunc” above “autoload -Uz compinit && compinit” in ~/.zshrc, and open a new shell.",
    "fish": "Open a new shell.",
}


@click.command(short_help="Complete commands in your shell.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.option("--install", is_flag=True, help="Write it where the shell looks, and say what is left to do.")
def completion(shell: str, install: bool) -> ExitCode:
    """Print what makes SHELL complete commands and options, or install it."""
    script = _script(shell)
    if not install:
        output.say(script.rstrip("\n"))
        return ExitCode.ANSWERED
    place = Path.home() / _PLACES[shell]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(script, encoding="utf-8")
    except OSError as error:
        raise InputError(str(place), f"cannot be written: {error.strerror}") from error
    output.say(f"Wrote {place}. {_NEXT[shell]}")
    return ExitCode.ANSWERED


def _script(shell: str) -> str:
    from assistant.cli.main import assistant

    kind = get_completion_class(shell)
    assert kind is not None, "click knows each of SHELLS"
    found = kind(assistant, {}, _NAME, _VARIABLE)
    return found.source_template % found.source_vars()
