"""The ledger: what each rule and each topic of the vocabulary is worth, counted over our own questions.

`make ledger` writes docs/ledger.md. With a file of other questions as argument (`make ledger OTHERS=FILE`)
those are counted beside ours; without one their columns stay as they were when last counted.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant import Assistant
from assistant.names.lexer import Lexer
from assistant.names.token import Token
from assistant.names.vocabulary import Vocabulary
from assistant.names.words import key_of
from assistant.parsing import tables
from assistant.parsing.parser import Parser, Stuck
from assistant.question.model import Question
from assistant.question.refusal import Refusal
from tests.questions.judge import fault

ROOT = Path(__file__).parents[1]
GRAMMAR = ROOT / "grammar"
LEDGER = ROOT / "docs" / "ledger.md"
_FRAME = frozenset({"start", "clause", "phrase", "amount_"})  # what holds the rules together
Family = tuple[str, str]  # file, rule; the rule is "" for a whole file
HEAD = """# The ledger

What each rule of the grammar and each topic of the vocabulary is for, and what it is worth. Written by
`make ledger`; a test fails when it is stale. *Questions* are those of `tests/questions` that it takes part
in, *right* those of them answered (or refused) as they should be, *needed* those of the right ones that only
it makes possible: without it they are read otherwise or not at all. The last three columns count the same
over a set of questions kept elsewhere.

| family | covers | questions | right | needed | elsewhere | right | needed |
|---|---|--:|--:|--:|--:|--:|--:|
"""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of an item: its text, tokens and reading, after the Questions before it."""

    text: str
    tokens: tuple[Token, ...]
    previous: tuple[Question, ...]
    rules: frozenset[str]
    read: object


@dataclass(frozen=True, slots=True)
class Item:
    """A question file's item as it is read now, and whether it is right."""

    turns: tuple[Turn, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Worth:
    """In how many items a family takes part, how many of them are right, and how many of those need it."""

    questions: int = 0
    right: int = 0
    needed: int = 0


# The grammar's files as rules and their alternatives.


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to write a rule: the rule it belongs to, its symbols, the name its phrases go by."""

    file: str
    rule: str
    symbols: str
    name: str


def alternatives(path: Path) -> Iterator[Alternative]:
    """Every alternative of a file's rules, in the order they stand."""
    text = re.sub(r"^\s*(//|%).*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for rule in re.split(r"\n(?=\??[a-z_]+:)", "\n" + text):
        head, colon, body = rule.strip().partition(":")
        for option in _options(body) if colon else ():
            symbols, _, alias = option.partition("->")
            yield Alternative(path.stem, head, " ".join(symbols.split()), alias.strip() or head.lstrip("?"))


def _options(body: str) -> Iterator[str]:
    depth, start = 0, 0
    for at, sign in enumerate(body):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield body[start:at]
            start = at + 1
    yield body[start:]


@contextmanager
def grammar_without(everything: Sequence[Alternative], family: Family) -> Iterator[Parser]:
    """A parser of the grammar that lacks the family's alternatives."""
    kept = [a for a in everything if (a.file, a.name) != family]
    rules = {a.rule.lstrip("?") for a in kept}
    lost = {a.rule.lstrip("?") for a in everything} - rules
    bodies: dict[str, list[str]] = {}
    for one in kept:
        if one.symbols not in lost:
            alias = "" if one.name == one.rule.lstrip("?") else f" -> {one.name}"
            bodies.setdefault(one.rule, []).append(one.symbols + alias)
    declared = [
        line
        for path in sorted(GRAMMAR.glob("*.lark"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("%declare")
    ]
    lines = [f"{rule}: " + "\n  | ".join(options) for rule, options in bodies.items()]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "all.lark").write_text("\n".join([*lines, *declared]) + "\n", encoding="utf-8")
        yield Parser(tables.make(Path(folder)))


# The vocabulary's topics.


def topics() -> dict[str, frozenset[str]]:
    """Topic → the keys of its phrases."""
    found = {}
    for path in sorted((GRAMMAR / "vocabulary").glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8")).values()
        phrases = (phrase for table in tables for listed in table.values() for phrase in listed)
        found[path.stem] = frozenset(map(key_of, phrases))
    return found


def _of_topic(token: Token, keys: frozenset[str]) -> bool:
    if token.senses or token.terminal in ("PERSON", "NUMBER", "YEAR", "UNKNOWN"):
        return False
    key = token.correction or key_of(token.text)
    return key in keys or (key.removesuffix("s") in keys and token.text[-2:] in ("'s", "’s"))


# The items as they are read.


def own_items() -> list[dict[str, Any]]:
    """Every item of the project's own question files."""
    return [item for path in sorted((ROOT / "tests" / "questions").glob("*.jsonl")) for item in _lines(path)]


def other_items(path: Path) -> list[dict[str, Any]]:
    """The items of a file kept elsewhere, whose keys go by other names, without those of low confidence."""
    names = {"accept": "accept_values", "mentions": "all_of", "never": "none_of"}
    items = [item for item in _lines(path) if item.get("confidence") != "low"]
    return [{**item, **{ours: item.get(theirs) or [] for ours, theirs in names.items()}} for item in items]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read_items(real: Assistant, items: Iterable[Mapping[str, Any]]) -> list[Item]:
    """Each item asked, with what every turn was read as."""
    return [_item(real, item) for item in items]


def _item(real: Assistant, item: Mapping[str, Any]) -> Item:
    real.reset()
    turns, right = [], False
    for text in item["turns"]:
        previous = tuple(real._previous)
        try:
            explained = real.explain(text)
        except Exception:
            return Item(tuple(turns), False)
        rules = frozenset(phrase.rule for clause in explained.clauses for phrase in clause)
        read = reading(real, explained.tokens, previous, real._parser)
        turns.append(Turn(text, tuple(explained.tokens), previous, rules, read))
        right = fault({**item, "tol": item.get("tol") or 0}, explained.answer.to_dict()) is None
    return Item(tuple(turns), right)


def reading(real: Assistant, tokens: Sequence[Token], previous: Sequence[Question], parser: Parser) -> object:
    """The Questions of the tokens, or the kind of refusal; "" where the words are refused unparsed."""
    if not tokens or any(token.terminal in ("UNKNOWN", "ELSEWHERE") for token in tokens):
        return ""
    try:
        return real._reader.read_all(parser.clauses(tokens), previous)
    except (Refusal, Stuck) as refusal:
        return type(refusal)


# What each family is worth.


def worths(real: Assistant, items: Sequence[Item]) -> dict[Family, Worth]:
    """Every family's worth over the items, a file's own being the union of its rules'."""
    found: dict[Family, Worth] = {}
    for path in sorted(GRAMMAR.glob("*.lark")):
        found |= _file(real, items, path)
    for topic, keys in topics().items():
        part = [i for i in items if any(_of_topic(t, keys) for turn in i.turns for t in turn.tokens)]
        lexer = Lexer(real.lexicon, _vocabulary_without(real._lexer.vocabulary, keys))
        needed = [i for i in part if i.right and any(_lost(real, lexer, turn, keys) for turn in i.turns)]
        found[f"vocabulary/{topic}", ""] = Worth(len(part), sum(i.right for i in part), len(needed))
    return found


def _file(real: Assistant, items: Sequence[Item], path: Path) -> dict[Family, Worth]:
    everything = [a for each in sorted(GRAMMAR.glob("*.lark")) for a in alternatives(each)]
    here = [a for a in everything if a.file == path.stem and a.rule.lstrip("?") not in _FRAME]
    names = dict.fromkeys(a.name for a in here)
    found: dict[Family, Worth] = {(path.stem, ""): Worth()}
    parts: set[int] = set()
    needs: set[int] = set()
    for name in names:
        part = [n for n, item in enumerate(items) if any(name in turn.rules for turn in item.turns)]
        right = [n for n in part if items[n].right]
        needed: list[int] = []
        if right:  # a parser takes half a second to build
            with grammar_without(everything, (path.stem, name)) as parser:
                needed = [n for n in right if _misread(real, items[n], name, parser)]
        found[path.stem, name] = Worth(len(part), len(right), len(needed))
        parts |= set(part)
        needs |= set(needed)
    found[path.stem, ""] = Worth(len(parts), sum(items[n].right for n in parts), len(needs))
    return found if names else {}


def _misread(real: Assistant, item: Item, name: str, parser: Parser) -> bool:
    used = (turn for turn in item.turns if name in turn.rules)
    return any(reading(real, turn.tokens, turn.previous, parser) != turn.read for turn in used)


def _vocabulary_without(vocabulary: Vocabulary, keys: frozenset[str]) -> Vocabulary:
    return Vocabulary({k: e for k, e in vocabulary.entries.items() if k not in keys})


def _lost(real: Assistant, lexer: Lexer, turn: Turn, keys: frozenset[str]) -> bool:
    """Whether a word of the topic is unknown without it, or the turn is read otherwise."""
    mine = [(t.start, t.end) for t in turn.tokens if _of_topic(t, keys)]
    if not mine:
        return False
    tokens: dict[int, Token] = {}
    for token in lexer.tokens(turn.text):
        if token.terminal == "UNKNOWN":
            if any(start < token.end and token.start < end for start, end in mine):
                return True
            # What it was mended to, or the person it is part of.
            token = next((t for t in turn.tokens if t.start <= token.start < t.end), token)
        tokens[token.start] = token
    return reading(real, list(tokens.values()), turn.previous, real._parser) != turn.read


# The table.


def table(real: Assistant, others: Path | None, before: str) -> str:
    """The whole page; the columns of the other questions as `before` has them when there are none."""
    ours = worths(real, read_items(real, own_items()))
    theirs = worths(real, read_items(real, other_items(others))) if others else {}
    kept = counted_elsewhere(before)
    covers = _covers()
    lines = []
    for family, worth in ours.items():
        label = _label(family)
        cells = _cells(theirs[family]) if theirs else kept.get(label, "– | – | –")
        lines.append(f"| {label} | {covers[family]} | {_cells(worth)} | {cells} |")
    return HEAD + "\n".join(lines) + "\n"


def _covers() -> dict[Family, str]:
    found: dict[Family, str] = {}
    for path in (*sorted(GRAMMAR.glob("*.lark")), *sorted((GRAMMAR / "vocabulary").glob("*.toml"))):
        folder = "vocabulary/" if path.suffix == ".toml" else ""
        first = path.read_text(encoding="utf-8").partition("\n\n")[0].splitlines()
        comment = " ".join(line.lstrip("/# ") for line in first if line[:1] in "/#")
        found[folder + path.stem, ""] = comment
        if not folder:
            rules: dict[str, list[str]] = {}
            for one in alternatives(path):
                rules.setdefault(one.name, []).append(one.symbols)
            found |= {(path.stem, name): _pattern(symbols) for name, symbols in rules.items()}
    return found


def _pattern(symbols: list[str]) -> str:
    text = " or ".join(symbols)
    return "`" + (text if len(text) <= 90 else text[:89] + "…").replace("|", "\\|") + "`"


def _label(family: Family) -> str:
    return f"**{family[0]}**" if not family[1] else f"{family[0]}: {family[1].replace('_', ' ')}"


def _cells(worth: Worth) -> str:
    return f"{worth.questions} | {worth.right} | {worth.needed}"


def counted_elsewhere(page: str) -> dict[str, str]:
    """Label → its last three columns, of a page written before."""
    rows = (re.split(r"(?<!\\)\|", line) for line in page.splitlines() if line.startswith("| "))
    return {row[1].strip(): " | ".join(cell.strip() for cell in row[-4:-1]) for row in rows}


def main(arguments: Sequence[str]) -> None:
    """Write the page."""
    before = LEDGER.read_text(encoding="utf-8") if LEDGER.exists() else ""
    with Assistant() as real:
        page = table(real, Path(arguments[0]) if arguments else None, before)
    LEDGER.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
