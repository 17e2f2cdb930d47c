"""SQL expressions in DuckDB's dialect, built node by node.

Rules of this file: no text of a user is ever spliced into SQL; identifiers are quoted, values are
literals; what has no literal is not lowered.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable

from sqlglot import exp

from backend.rules.lowering import NotLowered

Sql = exp.Expr

_SIGNS: dict[str, type[exp.Binary]] = {
    "<": exp.LT, "<=": exp.LTE, "==": exp.EQ, "!=": exp.NEQ, ">=": exp.GTE, ">": exp.GT,
    "+": exp.Add, "-": exp.Sub, "*": exp.Mul, "/": exp.Div, "%": exp.Mod,
}  # fmt: skip
_OPPOSITE: dict[type[exp.Expr], type[exp.Binary]] = {
    exp.LT: exp.GTE, exp.LTE: exp.GT, exp.EQ: exp.NEQ, exp.NEQ: exp.EQ, exp.GTE: exp.LT,
    exp.GT: exp.LTE,
}  # fmt: skip
NAN = exp.cast(exp.Literal.string("nan"), "DOUBLE")


def quoted(name: str) -> exp.Identifier:
    """A name in double quotes.

    Raises:
        NotLowered: no SQL text can hold it.
    """
    return exp.to_identifier(_plain(name), quoted=True)


def column(name: str, of: str = "") -> Sql:
    """``"name"`` or ``"of"."name"``."""
    return exp.Column(this=quoted(name), table=quoted(of) if of else None)


def table(name: str, alias: str = "") -> exp.Table:
    """A relation of a FROM clause."""
    named = exp.TableAlias(this=quoted(alias)) if alias and alias != name else None
    return exp.Table(this=quoted(name), alias=named)


def named(value: Sql, name: str) -> Sql:
    """``value AS "name"``, or the column itself where that is its name."""
    if isinstance(value, exp.Column) and value.name == name:
        return value
    return exp.Alias(this=value, alias=quoted(name))


def text(value: str) -> Sql:
    """A text literal.

    Raises:
        NotLowered: no SQL text can hold it.
    """
    return exp.Literal.string(_plain(value))


def _plain(value: str) -> str:
    if "\0" in value or any("\ud800" <= char <= "\udfff" for char in value):
        raise NotLowered(f"no SQL text can hold {value!r}")
    return value


def number(value: float) -> Sql:
    """A number literal; a float is a DOUBLE where it has no short decimal."""
    if isinstance(value, bool):
        return exp.Boolean(this=value)
    if isinstance(value, int):
        return exp.Literal.number(value)
    if not math.isfinite(value) or "e" in repr(value):
        return exp.cast(exp.Literal.string(repr(value)), "DOUBLE")
    return exp.Literal.number(repr(value))


def moment(value: str) -> Sql:
    """A date, or a date and time, in ISO 8601.

    Raises:
        NotLowered: it is neither, or has an offset.
    """
    try:
        found = dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise NotLowered(f"{value!r} is no date") from error
    if found.tzinfo is not None:
        raise NotLowered(f"{value!r} has an offset, which a date of a rule has not")
    kind = "DATE" if len(value) == len("2024-01-31") else "TIMESTAMP"
    return exp.cast(exp.Literal.string(found.isoformat(" ")[: 10 if kind == "DATE" else 26]), kind)


def call(name: str, *arguments: Sql) -> Sql:
    """A function of DuckDB."""
    return exp.Anonymous(this=name, expressions=list(arguments))


def cast(value: Sql, kind: str) -> Sql:
    """``CAST(value AS kind)``; a cast to what it was cast to already is left out."""
    if isinstance(value, exp.Cast) and value.to == exp.DataType.build(kind):
        return value
    return exp.cast(value, kind)


def as_double(value: Sql) -> Sql:
    """A text as a number, NULL where it is none."""
    return exp.TryCast(this=value, to=exp.DataType.build("DOUBLE"))


def binary(left: Sql, sign: str, right: Sql) -> Sql:
    """``left sign right`` for a comparison or arithmetic."""
    return _SIGNS[sign](this=_wrapped(left), expression=_wrapped(right))


def _wrapped(value: Sql) -> Sql:
    loose = (exp.Binary, exp.Unary, exp.Is, exp.In, exp.Between, exp.AtTimeZone)
    is_loose = isinstance(value, loose) and not isinstance(value, exp.Paren | exp.Dot | exp.Neg)
    return exp.Paren(this=value) if is_loose else value


def all_of(parts: Iterable[Sql]) -> Sql:
    """The conjunction, without repeats; TRUE of none."""
    found = unlike(parts)
    return exp.and_(*found, copy=False) if found else exp.true()


def any_of(parts: Iterable[Sql]) -> Sql:
    """The disjunction, without repeats; FALSE of none."""
    found = unlike(parts)
    return exp.or_(*found, copy=False) if found else exp.false()


def unlike(parts: Iterable[Sql]) -> list[Sql]:
    """Each expression once, in order."""
    return list({part.sql("duckdb"): part for part in parts}.values())


def negated(condition: Sql) -> Sql:
    """``NOT condition``, by the opposite sign where there is one; NULL stays NULL."""
    opposite = _OPPOSITE.get(type(condition))
    if opposite is not None:
        return opposite(this=condition.this, expression=condition.expression)
    if isinstance(condition, exp.Is) and isinstance(condition.expression, exp.Null):
        return is_filled(condition.this)
    if isinstance(condition, exp.Not):
        denied: Sql = condition.this.unnest()
        return denied
    return exp.not_(condition, copy=False)


def is_empty(value: Sql) -> Sql:
    """``value IS NULL``."""
    return exp.Is(this=_wrapped(value), expression=exp.null())


def is_filled(value: Sql) -> Sql:
    """``value IS NOT NULL``."""
    return exp.Is(this=_wrapped(value), expression=exp.Not(this=exp.null()))


def is_true(condition: Sql) -> Sql:
    """``condition IS TRUE``: never NULL."""
    return exp.Is(this=_wrapped(condition), expression=exp.true())


def is_not_true(condition: Sql) -> Sql:
    """``condition IS NOT TRUE``: false or NULL."""
    return exp.Is(this=_wrapped(condition), expression=exp.Not(this=exp.true()))


def is_not_false(condition: Sql) -> Sql:
    """``condition IS NOT FALSE``: true or NULL."""
    return exp.Is(this=_wrapped(condition), expression=exp.Not(this=exp.false()))


def when(condition: Sql, value: Sql, otherwise: Sql | None = None) -> Sql:
    """``CASE WHEN condition THEN value ELSE otherwise END``."""
    return exp.Case(ifs=[exp.If(this=condition, true=value)], default=otherwise)


def among(value: Sql, options: Iterable[Sql]) -> Sql:
    """``value IN (options)``."""
    return exp.In(this=_wrapped(value), expressions=list(options))


def matches(value: Sql, pattern: str, options: str = "") -> Sql:
    """Whether a pattern of RE2 matches the whole text."""
    flags = [text(options)] if options else []
    return call("REGEXP_FULL_MATCH", value, text(pattern), *flags)


def interval(amount: int, unit: str) -> Sql:
    """``INTERVAL 'amount' unit``."""
    return exp.Interval(this=exp.Literal.string(str(amount)), unit=exp.var(unit.upper()))


def over(
    measure: Sql,
    by: Iterable[Sql] = (),
    order: Iterable[Sql] = (),
    frame: exp.WindowSpec | None = None,
) -> Sql:
    """``measure OVER (PARTITION BY by ORDER BY order)``."""
    ordered = list(order)
    return exp.Window(
        this=measure,
        partition_by=list(by),
        order=exp.Order(expressions=[exp.Ordered(this=each) for each in ordered])
        if ordered
        else None,
        spec=frame,
    )


def where(measure: Sql, condition: Sql | None) -> Sql:
    """``measure FILTER (WHERE condition)``."""
    if condition is None:
        return measure
    return exp.Filter(this=measure, expression=exp.Where(this=condition))


def up_to_here() -> exp.WindowSpec:
    """``ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW``."""
    return exp.WindowSpec(kind="ROWS", start="UNBOUNDED", start_side="PRECEDING", end="CURRENT ROW")


def listed_in(relation: str, columns: Iterable[str], rows: Iterable[Iterable[Sql]]) -> exp.Values:
    """``(VALUES rows) AS relation(columns)``."""
    names = [quoted(name) for name in columns]
    return exp.Values(
        expressions=[exp.Tuple(expressions=list(row)) for row in rows],
        alias=exp.TableAlias(this=quoted(relation), columns=names),
    )


def exists_in(relation: str, *conditions: Sql) -> Sql:
    """``EXISTS (SELECT 1 FROM relation WHERE conditions)``."""
    query = exp.select(number(1), copy=False).from_(table(relation), copy=False)
    return exp.Exists(this=query.where(*conditions, copy=False))


def fails(because: str) -> Sql:
    """What makes the statement fail where it is reached, with these words."""
    return call("ERROR", text(because))
