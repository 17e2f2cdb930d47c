"""Short names for the terms of the condition language, over the table ``t`` if none is named."""

from __future__ import annotations

from typing import Any as Anything

from backend.rules.broken_rows import BrokenRows
from backend.rules.language import terms as T
from backend.rules.language.terms import Predicate, Reads, Value


def cell(column: str, table: str = "t", **more: Anything) -> T.Cell:
    return T.Cell(table=table, column=column, **more)


def num(value: float) -> T.Constant:
    return T.Constant(value=value, reads=Reads.NUMBER)


def text(value: str) -> T.Constant:
    return T.Constant(value=value, reads=Reads.TEXT)


def day(value: str) -> T.Constant:
    return T.Constant(value=value, reads=Reads.DATE)


def compare(
    left: Value, sign: str, right: Value, reads: str = "number", **more: Anything
) -> T.Compare:
    return T.Compare.model_validate(
        {"left": left, "sign": sign, "right": right, "reads": reads, **more}
    )


def one_of(of: Value, *options: float | str, reads: str = "number", **more: Anything) -> T.OneOf:
    found = tuple(T.Constant(value=option, reads=Reads(reads)) for option in options)
    return T.OneOf(of=of, options=found, reads=Reads(reads), **more)


def missing(of: Value, **more: Anything) -> T.Missing:
    return T.Missing(of=of, **more)


def matches(of: Value, how: str, pattern: str, **more: Anything) -> T.Matches:
    return T.Matches(of=of, how=T.How(how), text=pattern, **more)


def exists(table: str, *keys: tuple[str, str], where: Predicate | None = None) -> T.Exists:
    return T.Exists(table=table, keys=keys, where=where)


def every(*parts: Predicate) -> T.All:
    return T.All(parts=parts)


def some(*parts: Predicate) -> T.Any:
    return T.Any(parts=parts)


def no(part: Predicate) -> T.Not:
    return T.Not(part=part)


def unless(part: Predicate) -> T.Unless:
    return T.Unless(part=part)


def math(left: Value, sign: str, right: Value) -> T.Arithmetic:
    return T.Arithmetic.model_validate({"sign": sign, "left": left, "right": right})


def apply(function: str, of: Value) -> T.Apply:
    return T.Apply(function=T.Function(function), of=of)


def measure(kind: str, of: Value | None = None, table: str = "t", **more: Anything) -> T.Aggregate:
    return T.Aggregate(measure=T.Measure(kind), table=table, of=of, **more)


def must(condition: Predicate, table: str = "t", where: Predicate | None = None) -> BrokenRows:
    return BrokenRows(table=table, must=condition, where=where)
