"""Whether earlier runs can have kept what a rule against history compares with."""

from __future__ import annotations

from backend.contracts.errors import PlanError
from backend.contracts.history import MOST_VALUES
from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import tokenize
from backend.rules.change_bounds import require_deviations
from backend.rules.changed_columns import ChangedColumns
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.changed_values import ChangedValues
from backend.rules.earlier_runs import NUMERIC, kept
from backend.rules.language.say import say_value
from backend.rules.language.terms import Aggregate, Measure
from backend.rules.newest_dates import newest_of
from backend.rules.rule import Rule
from backend.rules.unprecedented_values import UnprecedentedValues

_HOW_LATE = frozenset({"delay", "lag", "age", "staleness"})
"""Words for the days since the newest date that columns are called by, too."""


def require_kept(rule: Rule, context: Context) -> None:
    """Pass a rule whose measure every run keeps, and any rule that is not against history.

    Raises:
        Misfit: no run keeps it, or its bound is not plain.
    """
    if not isinstance(rule, ChangedMeasures | ChangedValues | ChangedColumns | UnprecedentedValues):
        return
    if rule.where is not None:
        raise Misfit("what earlier runs measured is of all rows, or of those with one value")
    if isinstance(rule, ChangedMeasures):
        _require_measure(rule, context)
        _require_unit(rule)
    elif isinstance(rule, UnprecedentedValues):
        _require_numbers(rule, context)
    elif isinstance(rule, ChangedValues):
        _require_values(rule.table, rule.column, context)


def _require_measure(rule: ChangedMeasures, context: Context) -> None:
    found, measure = kept(rule.of), rule.of
    if newest_of(measure) is not None and found is not None:
        _require_dates(rule.table, found.column, context)
        return
    if found is None or not isinstance(measure, Aggregate):
        raise Misfit(
            f"no run keeps {say_value(rule.of)}; kept are the number of rows, of each column how "
            "many cells are empty, how many rows have a value, and sum, mean, median, minimum and "
            "maximum, of all rows or of those with one value in another column"
        )
    column = context.column(rule.table, found.column)
    if column is None:
        return
    if found.value or measure.by:
        _require_values(rule.table, found.by or found.column, context)
    if measure.by and found.by:
        _require_plain_parts(rule, measure, column)
    if measure.measure in NUMERIC and column.reads_as == ColumnType.DATE:
        raise Misfit(f"no run keeps {say_value(measure)}, which holds dates")


def _require_dates(table: str, name: str, context: Context) -> None:
    column = context.column(table, name)
    if column is None or column.reads_as != ColumnType.DATE:
        raise Misfit(f"no run keeps how old {name} is, which holds no dates")
    words = {token.low for token in tokenize(context.check.calculation_hint)}
    known = {column.name.lower() for column in context.tables[table].columns}
    for word in sorted(_HOW_LATE & words & known):
        raise Misfit(
            f"{word!r} may be the column, or how long ago the newest {name} was; say 'the number "
            f"of days since the newest {name}'"
        )


def _require_plain_parts(rule: ChangedMeasures, measure: Aggregate, column: Column) -> None:
    """A measure of each group is held against one run, and is of a column of plain numbers."""
    if rule.since.of != "run":
        raise Misfit("a measure of each group is held against one run, not against several")
    if measure.measure in NUMERIC and column.type not in (ColumnType.INTEGER, ColumnType.NUMBER):
        raise Misfit(
            f"not every cell of {column.name} is a number, so that no run keeps it in parts"
        )


def _require_values(table: str, name: str, context: Context) -> None:
    column = context.column(table, name)
    assert column is not None
    if column.reads_as == ColumnType.NUMBER:
        raise Misfit(f"{name} holds decimal numbers, and no run keeps each of them")
    if _has_many(column, context.tables[table].rows):
        raise Misfit(
            f"{name} has too many different values: a run keeps those of columns with at most "
            f"{MOST_VALUES}"
        )


def _has_many(column: Column, rows: int) -> bool:
    return not column.values and column.missing < rows


def _require_numbers(rule: UnprecedentedValues, context: Context) -> None:
    column = context.column(rule.table, rule.column)
    if column is None or column.reads_as not in (ColumnType.INTEGER, ColumnType.NUMBER):
        raise Misfit(f"no run keeps the least and greatest {rule.column}, which holds no numbers")


def _require_unit(rule: ChangedMeasures) -> None:
    try:
        require_deviations(rule)
    except PlanError as error:
        raise Misfit(str(error).removesuffix(".")) from error
    is_share = isinstance(rule.of, Aggregate) and rule.of.measure is Measure.SHARE
    if rule.unit == "points" and not is_share:
        raise Misfit(f"percentage points are of a share, and {say_value(rule.of)} is none")
    bounds = {bound for bound in (rule.least, rule.most) if bound}
    if is_share and bounds and rule.unit in ("percent", "amount"):
        raise Misfit(
            "a change of a share by so many percent may be of the share, or of its size; write "
            "'2 percentage points', or 'at least 90% of the last run'"
        )
