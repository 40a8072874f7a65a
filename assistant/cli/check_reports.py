"""What a check came to, as a person reads it and as programs do: TAP, JUnit, annotations of GitHub."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree

from assistant.errors import place
from assistant.files.checking import Checked
from assistant.records import dataclass
from assistant.render.visible import visible


@dataclass(frozen=True, slots=True)
class Fault:
    """A block or file that is never run: where (`line` is None for a whole file) and why."""

    path: Path
    line: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Ran:
    """A transcript with its results, in order."""

    path: Path
    checked: Sequence[Checked]


class Report(Protocol):
    """Told of each result as it comes; gives the lines to print."""

    def begin(self, faults: Sequence[Fault]) -> Iterator[str]:
        """Before the first transcript: what is never run."""

    def ran(self, ran: Ran) -> Iterator[str]:
        """One transcript."""

    def end(self) -> Iterator[str]:
        """After the last."""


class Text:
    """A diff for each answer that moved."""

    def begin(self, faults: Sequence[Fault]) -> Iterator[str]:
        """Nothing: what is never run is told on standard error."""
        yield from ()

    def ran(self, ran: Ran) -> Iterator[str]:
        """Where, which layer, the question, the diff."""
        return (moved_lines(ran.path, result) for result in ran.checked if result.moved)

    def end(self) -> Iterator[str]:
        """Nothing."""
        yield from ()


class Tap:
    """The Test Anything Protocol, version 14: a test point an answer, the diff of one that moved below it."""

    def __init__(self) -> None:
        self._count = 0

    def begin(self, faults: Sequence[Fault]) -> Iterator[str]:
        """The version, then a point that fails for each fault."""
        yield "TAP version 14"
        for fault in faults:
            yield self._point("not ok", f"{place(fault.path, fault.line)} {fault.why}")

    def ran(self, ran: Ran) -> Iterator[str]:
        """A point an answer."""
        for result in ran.checked:
            where = f"{place(ran.path, result.exchange.line)} {result.exchange.question}"
            yield self._point("not ok" if result.moved else "ok", where)
            if result.moved:
                diff = [f"    {visible(line)}" for line in result.diff()]
                yield "\n".join(["  ---", f"  layer: {result.moved.value}", "  diff: |", *diff, "  ..."])

    def end(self) -> Iterator[str]:
        """The plan."""
        yield f"1..{self._count}"

    def _point(self, verdict: str, what: str) -> str:
        self._count += 1
        return f"{verdict} {self._count} - {visible(what).replace('#', chr(92) + '#')}"


class Junit:
    """JUnit's XML: a suite a transcript, a case an answer."""

    def __init__(self) -> None:
        self._root = ElementTree.Element("testsuites", name="assistant check")

    def begin(self, faults: Sequence[Fault]) -> Iterator[str]:
        """A suite of faults, if there are any; printed at the end."""
        if faults:
            suite = self._suite("never run", len(faults), len(faults))
            for fault in faults:
                case = _case(suite, fault.path, fault.line, "never run")
                ElementTree.SubElement(case, "failure", type="never run", message=visible(fault.why))
        yield from ()

    def ran(self, ran: Ran) -> Iterator[str]:
        """A suite; printed at the end."""
        failures = sum(result.moved is not None for result in ran.checked)
        suite = self._suite(str(ran.path), len(ran.checked), failures)
        for result in ran.checked:
            case = _case(suite, ran.path, result.exchange.line, result.exchange.question)
            if result.moved:
                layer = result.moved.value
                failure = ElementTree.SubElement(case, "failure", type=layer, message=f"{layer} moved")
                failure.text = "\n".join(map(visible, result.diff()))
        yield from ()

    def end(self) -> Iterator[str]:
        """The whole document."""
        ElementTree.indent(self._root)
        yield '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(self._root, encoding="unicode")

    def _suite(self, name: str, tests: int, failures: int) -> ElementTree.Element:
        counts = {"tests": str(tests), "failures": str(failures)}
        return ElementTree.SubElement(self._root, "testsuite", {"name": visible(name), **counts})


class Github:
    """Workflow commands: GitHub shows each where it stands in the transcript."""

    def begin(self, faults: Sequence[Fault]) -> Iterator[str]:
        """An error a fault."""
        return (_annotation(fault.path, fault.line or 1, "never run", fault.why) for fault in faults)

    def ran(self, ran: Ran) -> Iterator[str]:
        """An error an answer that moved."""
        for result in ran.checked:
            if result.moved:
                words = "\n".join([result.exchange.question, *result.diff()])
                yield _annotation(ran.path, result.exchange.line, f"{result.moved.value} moved", words)

    def end(self) -> Iterator[str]:
        """Nothing."""
        yield from ()


REPORTS: dict[str, Callable[[], Report]] = {"text": Text, "tap": Tap, "junit": Junit, "github": Github}


def moved_lines(path: Path, result: Checked) -> str:
    """Where, which layer, the question, and the diff."""
    layer = result.moved.value if result.moved else ""
    head = f"{visible(place(path, result.exchange.line))}: {layer} moved: {visible(result.exchange.question)}"
    return "\n".join([head, *(f"  {visible(line)}" for line in result.diff()), ""])


def _case(suite: ElementTree.Element, path: Path, line: int | None, name: str) -> ElementTree.Element:
    where = {"classname": visible(str(path)), "file": visible(str(path)), "line": str(line or 1)}
    return ElementTree.SubElement(suite, "testcase", {"name": visible(name), **where})


def _annotation(path: Path, line: int, title: str, words: str) -> str:
    """A command in one line: line breaks and its own signs are written as %XX."""
    message = "\n".join(map(visible, words.split("\n"))).replace("%", "%25").replace("\n", "%0A")
    facts = {"file": path.as_posix(), "line": str(line), "title": title}
    told = ",".join(f"{name}={_fact(value)}" for name, value in facts.items())
    return f"::error {told}::{message}"


def _fact(value: str) -> str:
    escaped = visible(value).replace("%", "%25")
    return escaped.replace(":", "%3A").replace(",", "%2C")
