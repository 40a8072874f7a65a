"""The command line with an assistant for whom one question takes for ever, as a query can."""

from __future__ import annotations

from assistant import assistant
from assistant.answer.model import Answer
from assistant.cli import main

_LONG = "SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE a.range > b.range"


class Slow(assistant.Assistant):
    def ask(self, text: str) -> Answer:
        if text == "take for ever":
            self._connection.execute("SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE a.range > b.range")
        return super().ask(text)


if __name__ == "__main__":
    assistant.Assistant = Slow  # type: ignore[misc]
    main()
