"""What went wrong while fuzzing: each place once, on a line of JSON."""

from __future__ import annotations

import json
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Findings:
    """The findings of a run, by the kind of error and the function it came from."""

    places: dict[str, int] = field(default_factory=dict)

    def add(self, error: Exception, **facts: object) -> None:
        """Count the error, and print it with its facts the first time it comes from its place."""
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "/assistant/" in f.filename]
        place = f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "here"
        what = f"{type(error).__name__} {place}"
        self.places[what] = self.places.get(what, 0) + 1
        if self.places[what] == 1:
            finding = {"what": what, **facts, "error": str(error)[:1500]}
            sys.stdout.write(f"{json.dumps(finding)}\n")
            sys.stdout.flush()
