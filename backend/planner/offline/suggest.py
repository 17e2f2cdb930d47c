"""A sentence near to what the author wrote, about the same columns, that is known to compile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan
from backend.contracts.schema import Column, ColumnType, TableSnapshot
from backend.planner.offline.chart import Node
from backend.planner.offline.flagged_rows import is_alike
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.nearest_reading import nearest_readings
from backend.planner.offline.passed_over import may_be_passed
from backend.planner.offline.readings import Parsed, read_sentence
from backend.planner.offline.tokens import Token, tokenize
from backend.planner.offline.words import parts_of, stem
from backend.rules.catalog import kind_of
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_MOST_NEAR = 3
"""How many of the nearest readings are put into words."""
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


class Suggestion(NamedTuple):
    """A sentence that compiles, and what it does with the author's words."""

    sentence: str
    left_out: tuple[str, ...] = ()
    taken: tuple[tuple[str, str], ...] = ()
    """Words, and the columns that they are taken for."""


class Sketch(NamedTuple):
    """A sentence to suggest, and the words that call for it."""

    cues: frozenset[str]
    sentence: str


def nearest_sentence(
    check: Check, parsed: Parsed, tables: dict[str, TableSnapshot]
) -> Suggestion | None:
    """What the author may have meant; failing that, what can be said of the same columns."""
    found = next(_near(check, tables), None)
    return found or _nearest_sketch(check, parsed, tables)


def _near(check: Check, tables: dict[str, TableSnapshot]) -> Iterator[Suggestion]:
    """The nearest readings in words that compile to them: the rule's, or the author's that stay."""
    tokens = tokenize(check.calculation_hint)
    for near in nearest_readings(check, Lexicon.of(tables), tokens)[:_MOST_NEAR]:
        left_out = tuple(_stretches(tokens, near.passed))
        for sentence in (kind_of(near.rule).say(near.rule), _without(left_out, check)):
            told = _read(check, sentence, tables, check.target_table)
            if len(told) == 1 and is_alike(told[0], near.rule, tables):
                words = (check.calculation_hint[start:end] for start, end in left_out)
                taken = tuple((tokens[at].text, column) for at, column in near.taken)
                yield Suggestion(sentence, tuple(words), taken)


def _stretches(tokens: Sequence[Token], passed: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where what is passed over begins and ends in the sentence, its articles included."""
    first: int | None = None
    last = -1
    for at in range(len(tokens) + 1):
        if at in passed:
            first, last = (at if first is None else first), at
        elif first is not None and (at == len(tokens) or not may_be_passed(tokens, at)):
            while first and may_be_passed(tokens, first - 1):
                first -= 1
            yield tokens[first].start, tokens[last].end
            first = None


def _without(stretches: Iterable[tuple[int, int]], check: Check) -> str:
    """The sentence without these stretches of it."""
    sentence = check.calculation_hint
    for start, end in [*stretches][::-1]:
        sentence = f"{sentence[:start].rstrip()} {sentence[end:].lstrip()}"
    return re.sub(r" (?=[.,;:!?])", "", sentence).strip(" ,;:")


def _nearest_sketch(
    check: Check, parsed: Parsed, tables: dict[str, TableSnapshot]
) -> Suggestion | None:
    """The best sketch that compiles on this check's tables."""
    columns = list(_columns(parsed, tables)) or [
        column for table in tables.values() for column in table.columns[:1]
    ]
    words = {part for token in parsed.tokens for part in (token.low, stem(token.low))}
    sketches = sorted(_sketches(columns), key=lambda sketch: -len(sketch.cues & words))
    if "not" in words:
        sketches = [sketch for sketch in sketches if "unique" not in sketch.cues]
    for sketch in sketches[:4]:
        if len(_read(check, sketch.sentence, tables, check.target_table[:1])) == 1:
            return Suggestion(sketch.sentence)
    return None


def _read(
    check: Check, sentence: str, tables: dict[str, TableSnapshot], about: Sequence[str]
) -> list[Rule]:
    """What a sentence is read as."""
    asked = check.model_copy(update={"calculation_hint": sentence, "target_table": tuple(about)})
    try:
        return [reading.rule for reading in read_sentence(asked, tables).readings]
    except CannotPlan:
        return []


def _columns(parsed: Parsed, tables: dict[str, TableSnapshot]) -> Iterator[Column]:
    """The columns that the sentence names, in its order, the surest link of a place first."""
    seen: set[str] = set()
    for node in sorted(_named(parsed.nodes), key=lambda node: (node.start, node.cost)):
        assert isinstance(node.meaning, Cell)
        name = node.meaning.column
        found = [column for table in tables.values() if (column := table.column(name))]
        if found and name not in seen:
            seen.add(name)
            yield found[0]


def _named(nodes: Sequence[Node]) -> list[Node]:
    return [node for node in nodes if node.symbol == "column" and not node.children]


def _sketches(columns: Sequence[Column]) -> Iterator[Sketch]:
    first = columns[0]
    for other in columns[1:]:
        yield from _of_two(first, other)
    yield from _of_type(first)
    yield _sketch("unique duplicate twice once repeat", f"{first.name} must be unique.")
    yield _sketch(
        "empty blank missing null fill filled given required present mandatory have need",
        f"{first.name} must be filled.",
    )
    for other in columns[1:]:
        yield from _of_some(first, other)


def _sketch(cues: str, sentence: str) -> Sketch:
    return Sketch(frozenset(cues.split()), sentence)


def _of_two(first: Column, other: Column) -> Iterator[Sketch]:
    if _is_date(first) and _is_date(other):
        cues = "before after later earlier within between day days than"
        yield _sketch(cues, f"{first.name} must be on or before {other.name}.")
    elif first.reads_as in _NUMBERS and other.reads_as in _NUMBERS:
        cues = "more less than above below at exceed greater smaller higher lower percent %"
        yield _sketch(cues, f"{first.name} must be at most {other.name}.")


def _of_some(first: Column, other: Column) -> Iterator[Sketch]:
    """For a sentence that says "if": behind all others, which a sentence without it may want."""
    if first.values and first.reads_as not in _NUMBERS:
        value = first.values[0]
        cues = "if when unless where then for otherwise"
        yield _sketch(cues, f"If {first.name} is '{value}' then {other.name} must be filled.")


def _of_type(column: Column) -> Iterator[Sketch]:
    name = column.name
    if column.reads_as in _NUMBERS:
        yield _sketch("between range from", f"{name} must be between 0 and 100.")
        yield _sketch("least positive negative below low", f"{name} must be at least 0.")
    elif _is_date(column):
        yield _sketch("future today past recent date", f"{name} must not be in the future.")
    else:
        if 1 < len(column.values) <= 4:
            listed = ", ".join(f"'{value}'" for value in column.values)
            yield _sketch("one of allowed value values or only", f"{name} must be one of {listed}.")
        cues = "start begin prefix end contain contains match pattern format look like letter digit"
        yield _sketch(cues, f"{name} must start with 'A'.")
        yield _sketch("long length character characters", f"{name} must have 2 to 20 characters.")


def _is_date(column: Column) -> bool:
    return column.date_format is not None


def meant_column(word: str, tables: dict[str, TableSnapshot]) -> str:
    """The column that a word nearly names, or nothing."""
    names = {
        part.lower(): column.name
        for table in tables.values()
        for column in table.columns
        for part in (column.name, *parts_of(column.name))
        if len(part) > 3
    }
    close = get_close_matches(word.lower(), list(names), n=1, cutoff=0.8)
    return names[close[0]] if close else ""
