"""Columns whose values are distributed otherwise than they should be, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_cells import as_number
from backend.rules.language.lower_periods import dated, period_of
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_predicates import counted
from backend.rules.language.lower_values import exact
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    binary,
    call,
    column,
    is_empty,
    is_filled,
    named,
    number,
    over,
    table,
    when,
    where,
)
from backend.rules.lowering import Lowered, NotLowered
from backend.rules.metric_bounds import opposite
from backend.rules.sql_statements import every_row, lowered

if TYPE_CHECKING:
    from backend.rules.odd_distributions import OddDistributions

_STRAYS = "unreadable cells"
_TIMES = "rows"


def lower(rule: OddDistributions, facts: Facts) -> Lowered:
    """The measure of the filled cells, of all or of each group, and those out of bounds."""
    if rule.per and rule.measure != "each_share":
        raise NotLowered("only the share of each value is told per period")
    every = counted(every_row(rule, facts), rule.where).step("counted")
    if rule.per:
        every = _in_periods(rule, every)
    filled = every.filtered(*(is_filled(column(name)) for name in rule.own_columns()))
    filled = filled.step("filled")
    if rule.number_columns():
        metrics, names = _moments(rule, filled)
    elif rule.measure == "each_share":
        metrics, names = _shares(rule, every, filled)
    else:
        metrics, names = _tallies(rule, every, filled)
    found: Sql = column(_label(rule))
    if rule.is_rounded():
        found = call("ROUND", found, number(9))
    broken = [binary(found, opposite(sign), exact(bound)) for sign, bound in rule.bounds]
    if rule.number_columns() or rule.per:
        broken.append(binary(column(_STRAYS), ">", number(0)))
    shown = [column(name) for name in names]
    query = exp.select(*shown).from_(table(metrics)).where(any_of(broken)).order_by(*shown)
    return lowered(rule, every.page, query, table(metrics), Grain.GROUPS)


def _label(rule: OddDistributions) -> str:
    return rule.measure.replace("_", " ")


def _in_periods(rule: OddDistributions, every: Place) -> Place:
    """The rows with their periods, and whether a date of theirs is none."""
    spans = [(period.label, period_of(period, every)) for period in rule.per]
    undated = [
        all_of([is_filled(every.column(period.column)), is_empty(dated(period, every))])
        for period in rule.per
    ]
    return every.step("in_periods", *spans, (_STRAYS, any_of(undated)))


def _by(rule: OddDistributions) -> list[Sql]:
    return [column(name) for name in rule.groups]


def _count(condition: Sql | None = None) -> Sql:
    return where(call("COUNT", exp.Star()), condition)


def _grouped(rule: OddDistributions, query: exp.Select) -> exp.Select:
    """One row for each group; one for the table, unless it has no rows."""
    if rule.by:
        return query.group_by(*_by(rule))
    return query.having(binary(_count(), ">", number(0)))


def _moments(rule: OddDistributions, filled: Place) -> tuple[str, list[str]]:
    """The mean powers of the distances from the mean, and the shape that they tell."""
    page, fact = filled.page, filled.fact(rule.table, rule.column)
    value, apart = filled.free("number"), filled.free("distance")
    numbers = filled.step("numbers", (value, as_number(column(rule.column), fact)))
    mean = over(call("AVG", column(value)), _by(rule))
    centred = numbers.step("centred", (apart, binary(column(value), "-", mean)))
    powers = {f"m{power}": _power(apart, power) for power in (2, 3, 4)}
    spread = binary(call("MIN", column(value)), "<", call("MAX", column(value)))
    measures = {"n": call("COUNT", column(value)), **powers, "varies": spread}
    measures[_STRAYS] = _count(is_empty(column(value)))
    query = centred.select(*_by(rule), *(named(each, name) for name, each in measures.items()))
    moments = page.add("moments", _grouped(rule, query))
    names = [*rule.by, _label(rule), _STRAYS]
    query = exp.select(*_by(rule), named(_shape(rule), _label(rule)), column(_STRAYS))
    shapes = page.add("shapes", query.from_(table(moments)))
    is_told = [is_filled(column(_label(rule))), binary(column(_STRAYS), ">", number(0))]
    query = exp.select(*map(column, names)).from_(table(shapes)).where(any_of(is_told))
    return page.add("metrics", query), names


def _power(apart: str, power: int) -> Sql:
    return call("AVG", call("POWER", column(apart), number(power)))


def _shape(rule: OddDistributions) -> Sql:
    """G1 or G2 (Joanes and Gill 1998), of numbers that differ; NULL of too few."""
    if rule.measure == "normality":
        return when(column("varies"), _normality())
    is_skew = rule.measure == "skewness"
    enough = binary(column("n"), ">=", number(3 if is_skew else 4))
    return when(all_of([enough, column("varies")]), _skewness() if is_skew else _kurtosis())


def _normality() -> Sql:
    """exp(-n / 12 * (m3^2 / m2^3 + (m4 / m2^2 - 3)^2 / 4)) (Jarque and Bera 1980)."""
    spread = {power: call("POWER", column("m2"), number(power)) for power in (2, 3)}
    skewed = binary(call("POWER", column("m3"), number(2)), "/", spread[3])
    peaked = binary(binary(column("m4"), "/", spread[2]), "-", number(3))
    apart = binary(skewed, "+", binary(call("POWER", peaked, number(2)), "/", number(4)))
    return call("EXP", binary(binary(column("n"), "/", number(-12)), "*", apart))


def _less(by: int) -> Sql:
    return binary(column("n"), "-", number(by))


def _skewness() -> Sql:
    """sqrt(n (n - 1)) / (n - 2) * m3 / m2^1.5."""
    root = call("SQRT", binary(column("n"), "*", _less(1)))
    plain = binary(column("m3"), "/", call("POWER", column("m2"), number(1.5)))
    return binary(binary(root, "/", _less(2)), "*", plain)


def _kurtosis() -> Sql:
    """(n - 1) / ((n - 2) (n - 3)) * ((n + 1) * (m4 / m2^2 - 3) + 6)."""
    plain = binary(column("m4"), "/", call("POWER", column("m2"), number(2)))
    excess = binary(_less(-1), "*", binary(plain, "-", number(3)))
    weight = binary(_less(1), "/", binary(_less(2), "*", _less(3)))
    return binary(weight, "*", binary(excess, "+", number(6)))


def _counts(rule: OddDistributions, filled: Place) -> tuple[str, str]:
    """How many rows have each value; the names of the relation and of the number."""
    times = filled.free(_TIMES)
    cells = [*_by(rule), column(rule.column)]
    strays = [named(_count(column(_STRAYS)), _STRAYS)] if rule.per else []
    query = filled.select(*cells, named(_count(), times), *strays).group_by(*cells)
    return filled.page.add("counts", query), times


def _all_of_it(rule: OddDistributions, every: Place, groups: str) -> Sql:
    """How many rows there are, or of each group of a relation."""
    if not rule.groups:
        return exp.Subquery(this=exp.select(_count()).from_(every.source()))
    inner = table(every.relation, "every_row")
    same = [binary(column(name, "every_row"), "==", column(name, groups)) for name in rule.groups]
    return exp.Subquery(this=exp.select(_count()).from_(inner).where(all_of(same)))


def _shares(rule: OddDistributions, every: Place, filled: Place) -> tuple[str, list[str]]:
    counts, times = _counts(rule, filled)
    share = named(binary(column(times), "/", _all_of_it(rule, every, counts)), _label(rule))
    names = [*rule.groups, rule.column, times]
    strays = [_STRAYS] if rule.per else []
    shown = [*map(column, names), share, *map(column, strays)]
    query = exp.select(*shown).from_(table(counts))
    return every.page.add("metrics", query), [*names, _label(rule), *strays]


def _tallies(rule: OddDistributions, every: Place, filled: Place) -> tuple[str, list[str]]:
    """What is told from how often each value occurs."""
    counts, times = _counts(rule, filled)
    whole, most = f"all {times}", f"most {times}"
    beside = [
        named(over(call(name, column(times)), _by(rule)), label)
        for name, label in (("SUM", whole), ("MAX", most))
    ]
    query = exp.select(*_by(rule), column(times), *beside).from_(table(counts))
    compared = filled.page.add("compared", query)
    measured = _tally(rule, column(times), column(whole), column(most))
    if rule.measure.endswith("_of_rows"):
        measured = binary(measured, "/", _all_of_it(rule, every, compared))
    query = exp.select(*_by(rule), named(measured, _label(rule))).from_(table(compared))
    return filled.page.add("metrics", _grouped(rule, query)), [*rule.by, _label(rule)]


def _tally(rule: OddDistributions, times: Sql, whole: Sql, most: Sql) -> Sql:
    is_single, is_repeated = (binary(times, sign, number(1)) for sign in ("==", ">"))
    if rule.measure in ("bits", "nats"):
        share = binary(times, "/", whole)
        log = call("LOG2" if rule.measure == "bits" else "LN", share)
        return exp.Neg(this=call("SUM", binary(share, "*", log)))
    if rule.measure == "modes":
        return _count(binary(times, "==", most))
    if rule.measure == "repeated":
        return _count(is_repeated)
    is_of_singles = rule.measure.startswith("singles")
    copies = call("COALESCE", where(call("SUM", times), is_repeated), number(0))
    found = _count(is_single) if is_of_singles else copies
    if rule.measure.endswith("_share"):
        return binary(found, "/", call("MAX", whole))
    return found
