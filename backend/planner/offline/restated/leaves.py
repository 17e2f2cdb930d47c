"""The words of a restatement: names as they are written, texts in quotes, numbers, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from backend.contracts.schema import TableSnapshot
from backend.planner.offline.chart import Leaf
from backend.planner.offline.link import is_readable, plain_number
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.formats import FORMATS, LETTERS, format_of
from backend.rules.language.terms import Cell, Constant, Parameter, Reads

_LONGEST_NAME = 8
_LONGEST_HEADER = 4
_HOLIDAYS = (
    r"a public holiday in \w.*? \(calendar (?P<code>[A-Z]{2}(?:-[A-Z0-9]+)?), "
    r"(?P<first>\d{4}) to (?P<last>\d{4})\)"
)
_BEFORE_PATTERN = ("the", "pattern")


def exact_leaves(
    sentence: str, tokens: Sequence[Token], tables: dict[str, TableSnapshot]
) -> Iterator[Leaf]:
    """What each stretch of the sentence is, taken at its word."""
    names = {text: cell for text, cell in _columns(tables)}
    for start, token in enumerate(tokens):
        if token.shape != Shape.QUOTED:
            yield Leaf(f"={token.low}", start, start + 1, True, 0.0)
        yield from _written(token, start)
        for end in range(start + 1, min(len(tokens), start + _LONGEST_NAME) + 1):
            text = sentence[token.start : tokens[end - 1].end]
            if text in names:
                yield Leaf("column", start, end, names[text], 0.0, f"column {text}")
            if end <= start + _LONGEST_HEADER and "," not in text:
                yield Leaf("header", start, end, text, 0.0, f"column {text}")
            if text in tables:
                yield Leaf("table", start, end, text, 0.0, f"table {text}")
    yield from _patterns(sentence, tokens)
    yield from _formats(sentence, tokens)
    yield from _holidays(sentence, tokens)


def _columns(tables: dict[str, TableSnapshot]) -> Iterator[tuple[str, Cell]]:
    for table, snapshot in tables.items():
        for name in snapshot.column_names:
            yield name, Cell(table="", column=name)
            yield f"{table}.{name}", Cell(table=table, column=name)


def _written(token: Token, at: int) -> Iterator[Leaf]:
    found: object = None
    if token.shape == Shape.QUOTED:
        yield Leaf("text", at, at + 1, Constant(value=token.text, reads=Reads.TEXT), 0.0, "text")
    elif token.shape == Shape.NUMBER and is_readable(token.text):
        found = Constant(value=plain_number(token.text), reads=Reads.NUMBER)
        yield Leaf("number", at, at + 1, found, 0.0, "number")
    elif token.shape == Shape.DATE:
        reads = Reads.TIME if len(token.text) > len("2024-01-31") else Reads.DATE
        yield Leaf("date", at, at + 1, Constant(value=token.text, reads=reads), 0.0, "date")
    elif token.shape == Shape.PARAMETER:
        found = Parameter(name=token.text, reads=Reads.NUMBER)
        yield Leaf("parameter", at, at + 1, found, 0.0, "parameter")


def _patterns(sentence: str, tokens: Sequence[Token]) -> Iterator[Leaf]:
    """A regular expression stands bare: every end that it may have."""
    for at in range(2, len(tokens)):
        if (tokens[at - 2].low, tokens[at - 1].low) == _BEFORE_PATTERN:
            for end in range(at + 1, len(tokens) + 1):
                text = sentence[tokens[at].start : tokens[end - 1].end]
                yield Leaf("regex", at, end, text, 0.0, "pattern")


def _formats(sentence: str, tokens: Sequence[Token]) -> Iterator[Leaf]:
    """The labels of formats, whatever stands in them."""
    starts = {token.start: at for at, token in enumerate(tokens)}
    ends = {token.end: at + 1 for at, token in enumerate(tokens)}
    for name, label in (*_fixed_labels(), *_labels_made(sentence)):
        place = sentence.find(label)
        if place >= 0 and place in starts and place + len(label) in ends:
            end = ends[place + len(label)]
            yield Leaf("format", starts[place], end, name, 0.0, f"format {name}")


def _holidays(sentence: str, tokens: Sequence[Token]) -> Iterator[Leaf]:
    """The public holidays of a calendar, with the years that are known."""
    starts = {token.start: at for at, token in enumerate(tokens)}
    ends = {token.end: at + 1 for at, token in enumerate(tokens)}
    for found in re.finditer(_HOLIDAYS, sentence):
        if found.start() in starts and found.end() in ends:
            told = (found["code"], int(found["first"]), int(found["last"]))
            yield Leaf("holiday", starts[found.start()], ends[found.end()], told, 0.0, "holidays")


@cache
def _fixed_labels() -> tuple[tuple[str, str], ...]:
    return tuple((name, form.label) for name, form in FORMATS.items())


def _labels_made(sentence: str) -> Iterator[tuple[str, str]]:
    """Of a date in a layout, and of a key in a JSON object: formats made when asked for."""
    for spelled in re.findall(r"written ([\w/.:-]*\w)", sentence):
        layout = spelled
        for code, letters in LETTERS:
            layout = layout.replace(letters, code, 1)
        layout = re.sub(r"(%H\W*)%m", r"\1%M", layout)
        yield f"date {layout}", format_of(f"date {layout}").label
    for key in re.findall(r"with the key '([^']+)'", sentence):
        yield f"json_key {key}", format_of(f"json_key {key}").label
