"""The condition language a second time: plain Python, row by row, under three-valued logic.

Nothing of the emitters is used here. A cell that should be a number or a date and is none is
BAD: neither an atom nor its negation is true of it, and a rule that judges it flags the row.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from enum import Enum
from typing import Any, NamedTuple

from backend.rules.language import terms as T
from backend.rules.language.terms import Predicate, Reads, Value

Row = dict[str, str | None]
Tables = dict[str, list[Row]]


class Truth(Enum):
    TRUE = "true"
    FALSE = "false"
    EMPTY = "a cell is empty"
    BAD = "a cell is no number or date"


class Bad(Exception):
    """A cell cannot be read."""


class Empty(Exception):
    """A cell is empty."""


class Here(NamedTuple):
    """A row in its world."""

    row: Row
    tables: Tables
    formats: dict[tuple[str, str], str]
    """(table, column) to the strptime format of its dates."""


_SIGNS: dict[str, Any] = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b, ">=": lambda a, b: a >= b, ">": lambda a, b: a > b,
}  # fmt: skip
_MATH: dict[str, Any] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
}  # fmt: skip


def holds(predicate: Predicate, here: Here, denied: bool = False) -> bool:
    """Whether the predicate, or its denial, is certainly true."""
    match predicate:
        case T.Not():
            return holds(predicate.part, here, not denied)
        case T.Unless():
            return holds(predicate.part, here) is denied
        case T.All() | T.Any():
            results = [holds(part, here, denied) for part in predicate.parts]
            return all(results) if isinstance(predicate, T.All) is not denied else any(results)
        case _:
            return truth(predicate, here) is (Truth.FALSE if denied else Truth.TRUE)


def breaks(predicate: Predicate, here: Here, denied: bool = False) -> bool:
    """Whether the predicate, or its denial, is certainly false or cannot be told of a bad cell."""
    match predicate:
        case T.Not():
            return breaks(predicate.part, here, not denied)
        case T.Unless():
            return holds(predicate.part, here) is not denied
        case T.All() | T.Any():
            results = [breaks(part, here, denied) for part in predicate.parts]
            return any(results) if isinstance(predicate, T.All) is not denied else all(results)
        case _:
            return truth(predicate, here) in (Truth.TRUE if denied else Truth.FALSE, Truth.BAD)


def truth(atom: Predicate, here: Here) -> Truth:
    """What an atom is."""
    if isinstance(atom, T.Compare) and atom.null_safe:
        return _null_safe(atom, here)
    try:
        _require_filled(atom, here)
        return Truth.TRUE if _is_true(atom, here) else Truth.FALSE
    except Empty:
        return Truth.EMPTY
    except Bad:
        return Truth.BAD


def _null_safe(atom: T.Compare, here: Here) -> Truth:
    gone = [_is_empty(atom.left, here), _is_empty(atom.right, here)]
    if any(gone):
        return Truth.TRUE if all(gone) is (atom.sign == "==") else Truth.FALSE
    return truth(atom.model_copy(update={"null_safe": False}), here)


def _is_empty(value: Value, here: Here) -> bool:
    return any(here.row[cell.column] is None for cell in _cells(value))


def _cells(term: Any) -> list[T.Cell]:
    if isinstance(term, T.Cell):
        return [term]
    inner = [getattr(term, name, None) for name in ("left", "right", "of", "start", "end")]
    return [cell for part in inner if part is not None for cell in _cells(part)]


def _require_filled(atom: Predicate, here: Here) -> None:
    if isinstance(atom, T.Missing):
        return
    keys = [mine for mine, _ in atom.keys] if isinstance(atom, T.Exists) else []
    if any(here.row[name] is None for name in keys + [c.column for c in _cells(atom)]):
        raise Empty


def _is_true(atom: Predicate, here: Here) -> bool:
    match atom:
        case T.Compare():
            return _compare(atom, here)
        case T.OneOf():
            found = read(atom.of, atom.reads, here)
            options = [read(option, atom.reads, here) for option in atom.options]
            if atom.reads is Reads.TEXT:
                found = found.strip() if atom.trim else found
                if atom.ignore_case:
                    found, options = found.lower(), [option.lower() for option in options]
            return found in options
        case T.Missing(of=T.Cell(column=column)):
            text = here.row[column]
            return text is None or (atom.blanks and not text.strip())
        case T.Matches():
            return _matches(atom, str(read(atom.of, Reads.TEXT, here)))
        case T.Exists():
            return any(_is_match(atom, row, here) for row in here.tables[atom.table])
        case _:
            raise NotImplementedError(atom)


def _is_match(atom: T.Exists, row: Row, here: Here) -> bool:
    if not all(here.row[mine] == row[theirs] for mine, theirs in atom.keys):
        return False
    return atom.where is None or holds(atom.where, here._replace(row=row))


def _compare(atom: T.Compare, here: Here) -> bool:
    left, right = (read(side, atom.reads, here) for side in (atom.left, atom.right))
    if atom.ignore_case and atom.reads is Reads.TEXT:
        left, right = left.lower(), right.lower()
    computes = any(isinstance(side, T.Arithmetic) for side in (atom.left, atom.right))
    if atom.reads is not Reads.NUMBER or not (computes or atom.tolerance):
        return bool(_SIGNS[atom.sign](left, right))
    if math.isnan(left - right):
        raise Bad
    difference = round(left - right, 6)
    if atom.sign in ("==", "!="):
        return bool((abs(difference) <= atom.tolerance) is (atom.sign == "=="))
    slack = atom.tolerance if atom.sign in ("<", "<=") else -atom.tolerance
    return bool(_SIGNS[atom.sign](difference, slack))


def _matches(atom: T.Matches, text: str) -> bool:
    wanted = atom.text
    if atom.how is T.How.PATTERN:
        return bool(re.fullmatch(wanted, text, re.IGNORECASE if atom.ignore_case else 0))
    if atom.ignore_case:
        wanted, text = wanted.lower(), text.lower()
    if atom.how is T.How.CONTAINS:
        return wanted in text
    return text.startswith(wanted) if atom.how is T.How.STARTS else text.endswith(wanted)


def read(value: Value, reads: Reads, here: Here) -> Any:
    """A value as a number, a date, a date and time, or text."""
    match value:
        case T.Cell():
            form = here.formats.get((value.table, value.column), "%Y-%m-%d")
            return convert(here.row[value.column], reads, form)
        case T.Constant():
            return convert(str(value.value), reads, "%Y-%m-%d")
        case T.Arithmetic():
            return _arithmetic(value, here)
        case T.Apply():
            return _apply(value, here)
        case T.Elapsed():
            start, end = (read(side, Reads.DATE, here) for side in (value.start, value.end))
            return (end - start).days
        case _:
            raise NotImplementedError(value)


def convert(text: str | None, reads: Reads, form: str) -> Any:
    """A cell's text as what a comparison calls for."""
    if text is None:
        raise Empty
    if reads is Reads.TEXT:
        return text
    try:
        if reads is Reads.NUMBER:
            return int(text) if re.fullmatch(r"[+-]?\d+", text) else float(text)
        parsed = dt.datetime.strptime(text, form)
    except ValueError:
        raise Bad from None
    return parsed if reads is Reads.TIME else parsed.date()


def _arithmetic(value: T.Arithmetic, here: Here) -> float:
    left, right = (read(side, Reads.NUMBER, here) for side in (value.left, value.right))
    if value.sign != "/":
        return float(_MATH[value.sign](left, right))
    if right == 0:
        return math.copysign(math.inf, left) if left and not math.isnan(left) else math.nan
    return float(left / right)


def _apply(value: T.Apply, here: Here) -> Any:
    if value.function is T.Function.LENGTH:
        return len(read(value.of, Reads.TEXT, here))
    if value.function is T.Function.ABSOLUTE:
        return abs(read(value.of, Reads.NUMBER, here))
    if value.function is T.Function.YEAR:
        return read(value.of, Reads.TIME, here).year
    raise NotImplementedError(value)
