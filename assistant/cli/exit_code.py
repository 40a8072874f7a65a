"""How the command ended, for scripts that schedule it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command."""

    ANSWERED = 0
    """Answered; for `run` and `check`: every outcome as expected."""

    NOT_ANSWERED = 1
    """Asked but not answered; for `run` and `check`: something unexpected, named on standard error."""

    USAGE = 2
    """Wrong usage, or input or data that cannot be read."""

    INTERRUPTED = 130
    """Interrupted with Ctrl-C."""
