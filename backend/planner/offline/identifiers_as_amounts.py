"""Rows compared by how much they are: of their one amount, and never of what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.named_columns import without
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import DATE_WORDS, ID_WORDS, root, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Lookup,
    Measure,
    OneOf,
    Previous,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

_NUMBERED = frozenset({"numbered", "numbering", "numerical", "numerically", "identifier"})
_IN_TIME = frozenset({
    "earlier", "later", "newer", "older", "sooner", "earliest", "latest", "newest", "oldest",
    "recent", "chronological", "chronologically",
})  # fmt: skip
_BACKWARDS = frozenset({".", "", "it", "them", ",", "?", "of", "in"})
"""What follows "before" where it only says which row is meant: the one before."""

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_YEARS = range(1900, 2101)
_BETWEEN_NUMBERS = frozenset({",", ":", "and", "or", "both"})
_NOT_OF_AMOUNTS = frozenset({Measure.COUNT, Measure.DISTINCT, Measure.SHARE, Measure.TOP})


class _Said(NamedTuple):
    """What a sentence holds: its words, their stems, and words that no header is for."""

    words: tuple[str, ...]
    stems: frozenset[str]
    kinds: frozenset[str]


def with_amounts(rule: Rule, context: Context, tokens: Sequence[Token]) -> Rule:
    """The rule, where a noun of its rows is compared or measured, of the rows' one amount.

    Raises:
        Misfit: "a reading must not be lower than the one before" would be of the key reading_id.
    """
    words = tuple(token.low for token in tokens)
    stems = frozenset(stem(word) for word in words if word != "no")
    kinds = frozenset() if stems & ID_WORDS or _NUMBERED & {*words} else ID_WORDS
    if not stems & DATE_WORDS and not _is_in_time(words):
        kinds |= DATE_WORDS
    said = _Said(words, stems, kinds)

    for part in walk(rule):
        if isinstance(part, Arithmetic):
            _refuse_key(part.left, said)
            _refuse_key(part.right, said)
    asked = [*walk(rule.must)] if isinstance(rule, BrokenRows) else []

    def change(part: Term) -> Term | None:
        if isinstance(part, Aggregate):
            return _measured(part, said, context)
        if isinstance(part, Compare | OneOf):
            _refuse_numbers(part, said, is_asked=part in asked)
        return _compared(part, said, context) if isinstance(part, Compare) else None

    return rewrite(rule, change) if kinds else rule


def _refuse_numbers(part: Compare | OneOf, said: _Said, *, is_asked: bool) -> None:
    """An order from 2003 has a column for that, and its number is another."""
    of, told = (part.of, part.options) if isinstance(part, OneOf) else (part.left, (part.right,))
    of = of.of if isinstance(of, Apply) else of
    numbers = [each.value for each in told if isinstance(each, Constant)]
    if not isinstance(of, Cell) or not numbers or of.column.lower() in said.words:
        return
    header = stems_of(of.column)
    is_key = header[-1:] and header[-1] in said.kinds & ID_WORDS and len(header) > 1
    if not is_key or not all(_NUMBER.fullmatch(str(each)) for each in numbers):
        return
    is_told = is_asked and _are_numbers_of(header[:-1], numbers, said.words)
    if (is_asked and not is_told) or all(int(float(each)) in _YEARS for each in numbers):
        raise Misfit(f"{of.column} is an identifier; name the column that is meant")


def _are_numbers_of(noun: Sequence[str], numbers: Sequence[object], words: Sequence[str]) -> bool:
    """Whether each number follows what it tells apart: of both shops, 1 and 2; in shop 2."""
    found: set[str] = set()
    for at, word in enumerate(words):
        if stem(word) == noun[-1]:
            behind = [each for each in words[at + 1 :] if each not in _BETWEEN_NUMBERS]
            told = behind if word.endswith("s") else words[at + 1 : at + 2]
            found |= {*takewhile(_NUMBER.fullmatch, told)}
    return {str(each) for each in numbers} <= found


def _refuse_key(side: Value, said: _Said) -> None:
    """The weight in parcels and trucks has the weights of both, and no number of a truck."""
    of = side.column if isinstance(side, Cell | Lookup) else ""
    header = stems_of(of)
    is_key = len(header) > 1 and header[-1] in said.kinds & ID_WORDS
    if is_key and of.lower() not in said.words and {*header[:-1]} <= said.stems:
        raise Misfit(f"{of} is an identifier; name the column that is meant")


def _is_in_time(words: Sequence[str]) -> bool:
    """Whether rows are told before or after each other, as days are."""
    follows = zip(words, (*words[1:], ""), strict=True)
    is_beside = any(one in ("before", "after") and two not in _BACKWARDS for one, two in follows)
    return is_beside or bool(_IN_TIME & {*words})


def _measured(part: Aggregate, said: _Said, context: Context) -> Aggregate | None:
    if part.of is None or part.measure in _NOT_OF_AMOUNTS:
        return None
    of = _side(part.of, said, context)
    return None if of == part.of else part.model_copy(update={"of": of})


def _compared(part: Compare, said: _Said, context: Context) -> Compare | None:
    is_equality = part.sign in ("==", "!=")
    is_bound = isinstance(part.left, Constant) or isinstance(part.right, Constant)
    if (is_equality or is_bound) and not _is_measured(part):
        return None
    told = _with_sides(part, said, context)
    if told is not None and is_equality and not is_bound:
        raise Misfit("it is not clear which column would be the same in both; name it")
    return told


def _is_measured(part: Compare) -> bool:
    return any(isinstance(each, Previous | Aggregate) for each in walk(part))


def _with_sides(part: Compare, said: _Said, context: Context) -> Compare | None:
    left, right = _side(part.left, said, context), _side(part.right, said, context)
    if (left, right) == (part.left, part.right):
        return None
    return part.model_copy(update={"left": left, "right": right})


def _side(value: Value, said: _Said, context: Context) -> Value:
    match value:
        case Cell():
            return _amount(value, said, context) or value
        case Previous() | Apply():
            return value.model_copy(update={"of": _side(value.of, said, context)})
        case Arithmetic():
            left, right = _side(value.left, said, context), _side(value.right, said, context)
            return value.model_copy(update={"left": left, "right": right})
        case Aggregate():
            return _measured(value, said, context) or value
        case _:
            return value


def _amount(cell: Cell, said: _Said, context: Context) -> Cell | None:
    """What a row amounts to, for the key or day that its noun alone was taken for."""
    header = stems_of(cell.column)
    noun = without(header, said.kinds)
    is_said = {*map(root, noun)} <= {*map(root, said.stems)}
    is_kind = header[-1:] and header[-1] in said.kinds and noun and is_said
    if not is_kind or cell.column.lower() in said.words:
        return None
    owner = next(_rows_called(noun, cell, context), "")
    if owner:
        return Cell(table=owner, column="")
    if header[-1] == "id":
        raise Misfit(f"{cell.column} is an identifier; how large it is says nothing")
    return None


def _rows_called(noun: tuple[str, ...], cell: Cell, context: Context) -> Iterator[str]:
    """The tables of which one row is one of these, by their key or their name."""
    for table in [cell.table] if cell.table in context.tables else context.tables:
        column = context.column(table, cell.column)
        is_key = column is not None and column.unique and stems_of(cell.column)[-1] in ID_WORDS
        rows = tuple(map(root, stems_of(table)[-len(noun) :]))
        if column is not None and (is_key or rows == tuple(map(root, noun))):
            yield table
