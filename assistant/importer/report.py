"""What became of every source row: read, joined or refused with a reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """One source row that did not enter a table; `line` is its place in the file, words if it has none."""

    source: str
    line: str
    reason: str


@dataclass(slots=True)
class Ledger:
    """Counts by source while readers run."""

    rows_in: Counter[str] = field(default_factory=Counter)
    joined: Counter[str] = field(default_factory=Counter)
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def read(self, source: str, rows: int = 1) -> None:
        """Count source rows seen."""
        self.rows_in[source] += rows

    def join(self, source: str, rows: int = 1) -> None:
        """Count source rows that entered a table."""
        self.joined[source] += rows

    def refuse(self, source: str, line: int | str, reason: str) -> None:
        """List a source row that entered no table."""
        self.refusals.append(Refusal(source, str(line), reason))

    def note(self, text: str) -> None:
        """A sentence for the report: a correction made, a figure that falls short."""
        self.notes.append(text)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a build."""

    rows_in: Mapping[str, int]
    joined: Mapping[str, int]
    refusals: tuple[Refusal, ...]
    notes: tuple[str, ...]
    tables: Mapping[str, int]  # table → rows written
    failures: tuple[str, ...]  # checks that did not hold
    missing: tuple[str, ...] = ()  # source files that are not there
    unread: tuple[str, ...] = ()  # files of the folder that nobody reads
    remarks: tuple[str, ...] = ()  # how the build differs from the tables before it: told, and not written down

    @property
    def ok(self) -> bool:
        """Whether every declared check held."""
        return not self.failures

    def to_markdown(self) -> str:
        """The report as `data/build-report.md` prints it."""
        refused = Counter(refusal.source for refusal in self.refusals)
        sources = sorted({*self.rows_in, *self.joined, *refused})
        lines = [
            "# Build report",
            "",
            "Made by `assistant data build`; refused rows are listed one by one in `refused.csv`.",
            "",
            "## Sources",
            "",
            *_table(
                ("source", "rows in", "joined", "refused"),
                ((s, self.rows_in.get(s, 0), self.joined.get(s, 0), refused[s]) for s in sources),
            ),
            "",
            "## Refused, by reason",
            "",
            *_table(("source", "reason", "rows"), _by_reason(self.refusals)),
            "",
            "## Tables",
            "",
            *_table(("table", "rows"), sorted(self.tables.items())),
            "",
            "## Checks that failed",
            "",
            *(f"- {failure}" for failure in self.failures or ("none",)),
            "",
            *_named("Source files that are not there", self.missing),
            *_named("Files nobody reads", self.unread),
            "## Notes",
            "",
            *(f"- {note}" for note in self.notes or ("none",)),
        ]
        return "\n".join(lines) + "\n"


def _named(title: str, paths: Iterable[str]) -> list[str]:
    return [f"## {title}", "", *(f"- {path}" for path in paths or ("none",)), ""]


def _by_reason(refusals: Iterable[Refusal]) -> list[tuple[str, str, int]]:
    """Counted by reason; where only the place before ": " differs, by what comes after it."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for refusal in refusals:
        groups[refusal.source, refusal.reason.rsplit(": ", 1)[-1]].append(refusal.reason)
    return [
        (source, reasons[0] if len(set(reasons)) == 1 else tail, len(reasons))
        for (source, tail), reasons in sorted(groups.items())
    ]


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> list[str]:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for row in rows:
        cells = (f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row)
        lines.append("| " + " | ".join(cells) + " |")
    return lines
