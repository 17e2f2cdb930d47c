"""Values that are not as frequent as they should be, in SQL."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_cells import as_text
from backend.rules.language.lower_place import Place
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.sql import (
    Sql,
    any_of,
    binary,
    call,
    cast,
    column,
    exists_in,
    is_filled,
    listed_in,
    named,
    number,
    over,
    quoted,
    table,
    text,
    when,
)
from backend.rules.lowering import Lowered
from backend.rules.sql_statements import filled_rows, lowered

if TYPE_CHECKING:
    from backend.rules.unexpected_shares import UnexpectedShares

_VALUE, _ROWS, _WANTED, _SHARE, _ALL = "value", "rows", "share wanted", "share", "all rows"
_STATISTIC, _LIMIT = "chi-square", "limit"


def lower(rule: UnexpectedShares, facts: Facts) -> Lowered:
    """How often each value occurs and should, and those that are off, or the test that fails."""
    scope = filled_rows(rule, facts, rule.own_columns())
    page = scope.page
    value = _written(rule, scope)
    if rule.first_digits:
        value = call("NULLIF", call("REGEXP_EXTRACT", value, text("[1-9]")), text(""))
        scope = scope.filtered(is_filled(value))
    query = scope.select(named(value, _VALUE), named(call("COUNT", exp.Star()), _ROWS))
    counts = page.add("counts", query.group_by(value))
    pairs = ([text(each), cast(number(share), "DOUBLE")] for each, share in rule.shares)
    listed = listed_in("listed", (_VALUE, _WANTED), pairs)
    wanted = page.add("wanted", exp.select(column(_VALUE), column(_WANTED)).from_(listed))
    shown = [_or_none(name) for name in (_ROWS, _WANTED)]
    join = exp.Join(this=table(wanted), side="FULL", using=[quoted(_VALUE)])
    query = exp.select(column(_VALUE), *shown).from_(table(counts)).join(join)
    values = page.add("values", query.where(exists_in(counts)))
    every = over(call("SUM", column(_ROWS)))
    columns = [column(name) for name in (_VALUE, _ROWS, _WANTED)]
    query = exp.select(*columns, named(every, _ALL)).from_(table(values))
    compared = page.add("compared", query)
    found = _far(rule, compared) if rule.level is None else _test(rule, compared)
    return lowered(rule, page, found, table(values), Grain.GROUPS)


def _written(rule: UnexpectedShares, scope: Place) -> Sql:
    fact = scope.fact(rule.table, rule.column)
    written = as_text(column(rule.column), fact)
    if fact.type not in NUMERIC:
        return written
    return call("REGEXP_REPLACE", written, text(r"\.0$"), text(""))


def _or_none(name: str) -> Sql:
    return named(call("COALESCE", column(name), number(0)), name)


def _far(rule: UnexpectedShares, compared: str) -> exp.Select:
    share, wanted = binary(column(_ROWS), "/", column(_ALL)), column(_WANTED)
    apart = call("ROUND", call("ABS", binary(share, "-", wanted)), number(9))
    is_far = [binary(apart, ">", number(rule.tolerance)), binary(wanted, "==", number(0))]
    shown = [named(column(_VALUE), rule.column), column(_ROWS), wanted, named(share, _SHARE)]
    query = exp.select(*shown).from_(table(compared)).where(any_of(is_far))
    return query.order_by(column(_VALUE, compared))


def _test(rule: UnexpectedShares, compared: str) -> exp.Select:
    """The statistic is endless where a value occurs that has no share."""
    expected = binary(column(_WANTED), "*", column(_ALL))
    apart = call("POWER", binary(column(_ROWS), "-", expected), number(2))
    endless = cast(text("infinity"), "DOUBLE")
    term = when(binary(column(_WANTED), "==", number(0)), endless, binary(apart, "/", expected))
    limit = number(limit_of(len(rule.shares) - 1, rule.level or 0.0))
    told = exp.select(named(call("SUM", term), _STATISTIC), named(limit, _LIMIT))
    test = exp.Subquery(this=told.from_(table(compared)), alias=exp.TableAlias(this=quoted("test")))
    query = exp.select(column(_STATISTIC), column(_LIMIT)).from_(test)
    return query.where(binary(column(_STATISTIC), ">", column(_LIMIT)))


def limit_of(freedom: int, level: float) -> float:
    """The chi-square statistic above which the p-value is below the level, to 12 digits.

    Args:
        freedom: the degrees of freedom, at least 1.
        level: the probability, between 0 and 1.
    """
    low, high = 0.0, float(freedom)
    while _p_value(high, freedom) >= level:
        low, high = high, 2 * high
    while (middle := (low + high) / 2) not in (low, high):
        low, high = (middle, high) if _p_value(middle, freedom) >= level else (low, middle)
    return float(f"{high:.12g}")


def _p_value(statistic: float, freedom: int) -> float:
    """Of the chi-square distribution, by recurrence over the degrees of freedom.

    Q(x, n + 2) = Q(x, n) + (x / 2)^(n / 2) e^(-x / 2) / Γ(n / 2 + 1) (Abramowitz and Stegun 1964,
    26.4.8), from Q(x, 1) = erfc(sqrt(x / 2)) or Q(x, 2) = e^(-x / 2).
    """
    half = statistic / 2
    if not half:
        return 1.0
    start = 2 - freedom % 2
    found = math.exp(-half) if start == 2 else math.erfc(math.sqrt(half))
    for lower_freedom in range(start, freedom, 2):
        power = lower_freedom / 2
        found += math.exp(power * math.log(half) - half - math.lgamma(power + 1))
    return found
