"""Numbers that should run without a gap, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.contracts.schema import ColumnType
from backend.rules.language.lower_cells import as_number
from backend.rules.language.lower_place import Place
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    binary,
    call,
    cast,
    column,
    is_empty,
    is_filled,
    is_not_true,
    named,
    number,
    over,
    table,
    when,
)
from backend.rules.lowering import ROW, Lowered
from backend.rules.sql_statements import filled_rows, flag_rows, lowered

if TYPE_CHECKING:
    from backend.rules.sequence_gaps import SequenceGaps


def lower(rule: SequenceGaps, facts: Facts) -> Lowered:
    """Rows that have a number, with it; by the way of the rule those out of sequence."""
    scope = filled_rows(rule, facts, rule.own_columns())
    label = scope.free("number")
    counted = scope.step("numbered", (label, _whole(rule, scope)))
    return {"in-order": _in_order, "complete": _complete, "between": _between}[rule.way](
        rule, scope, counted, label
    )


def _whole(rule: SequenceGaps, place: Place) -> Sql:
    """The cell as a whole number; NULL where it is none."""
    fact = place.fact(rule.table, rule.column)
    found = as_number(column(rule.column), fact)
    if fact.type == ColumnType.INTEGER:
        return found
    return when(binary(binary(found, "%", number(1)), "==", number(0)), found)


def _by(rule: SequenceGaps) -> list[Sql]:
    return [column(name) for name in rule.by]


def _in_order(rule: SequenceGaps, scope: Place, numbered: Place, label: str) -> Lowered:
    """The first row of all has no predecessor; neither has one after a cell that is no number."""
    before, place = numbered.free("before"), numbered.free("place")
    in_file = [column(ROW)]
    compared = numbered.step(
        "compared",
        (before, over(call("LAG", column(label)), _by(rule), in_file)),
        (place, over(call("ROW_NUMBER"), _by(rule), in_file)),
    )
    is_next = binary(column(label), "==", binary(column(before), "+", number(1)))
    has_none = is_empty(column(before))
    if rule.start is not None:
        starts = binary(column(label), "==", number(rule.start))
        has_none = all_of([has_none, any_of([starts, binary(column(place), ">", number(1))])])
    follows = all_of([is_filled(column(label)), any_of([is_next, has_none])])
    return flag_rows(rule, scope, compared.filtered(is_not_true(follows)))


def _complete(rule: SequenceGaps, scope: Place, numbered: Place, label: str) -> Lowered:
    """A run of n rows from the first holds each number up to first + n - 1 once."""
    of = column(label)
    measures = {
        "rows": call("COUNT", exp.Star()),
        "distinct numbers": call("COUNT", exp.Distinct(expressions=[of])),
        "first number": call("MIN", of),
        "last number": call("MAX", of),
    }
    labels = {wanted: numbered.free(wanted) for wanted in measures}
    columns = [(labels[wanted], over(found, _by(rule))) for wanted, found in measures.items()]
    runs = numbered.step("runs", *columns)
    size, distinct, first, last = (column(name) for name in labels.values())
    tests = [
        binary(last, "==", binary(binary(first, "+", size), "-", number(1))),
        binary(distinct, "==", size),
    ]
    if rule.start is not None:
        tests.append(binary(first, "==", number(rule.start)))
    return flag_rows(rule, scope, runs.filtered(is_not_true(all_of(tests))))


def _between(rule: SequenceGaps, scope: Place, numbered: Place, label: str) -> Lowered:
    """Each number that is missing, and each cell that is no whole number, is one record."""
    page, missing = scope.page, f"missing {rule.column}"
    bounds = (cast(call(name, column(label)), "BIGINT") for name in ("MIN", "MAX"))
    series = call("UNNEST", call("GENERATE_SERIES", *bounds))
    wanted = page.add("wanted", numbered.select(named(series, "number")))
    is_there = binary(column(label, numbered.relation), "==", column("number", wanted))
    there = exp.select(number(1)).from_(numbered.source()).where(is_there)
    records = exp.select(named(column("number", wanted), missing)).from_(table(wanted))
    records = records.where(exp.not_(exp.Exists(this=there)))
    if scope.fact(rule.table, rule.column).type != ColumnType.INTEGER:
        strays = numbered.filtered(is_empty(column(label)))
        stray = strays.select(named(exp.null(), missing), named(column(rule.column), _STRAY))
        every = records.select(named(exp.null(), _STRAY)).union(stray, distinct=False)
        gaps = page.add("gaps", every)
        records = exp.select(column(missing), column(_STRAY)).from_(table(gaps))
    return lowered(rule, page, records.order_by(column(missing)), scope.source(), Grain.GROUPS)


_STRAY = "no whole number"
