"""Rules that no row can break: compared in groups of one row, or groups that have rows anyway."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.equivalence import equivalent
from backend.planner.offline.keys import names_rows_of
from backend.planner.offline.kin_called import refuse_texts_in_keys
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Lookup,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Previous,
    Term,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.misnamed_columns import MisnamedColumns
from backend.rules.phrasing import any_of, not_
from backend.rules.rule import Rule

_OF_SEVERAL = frozenset({Measure.MEAN, Measure.MEDIAN, Measure.MINIMUM, Measure.MAXIMUM})


def with_rows_before(rule: Rule, context: Context) -> Rule:
    """The rule, whose row before is that of the table where a group would be one row.

    "The level of an hour is above that of the hour before": of an hour there is one row.
    """

    def change(part: Term) -> Term | None:
        if not isinstance(part, Previous) or not part.by:
            return None
        kept = () if any(_is_key(each, rule, context) for each in part.by) else part.by
        return None if kept == part.by else part.model_copy(update={"by": kept})

    return rewrite(rule, change)


def refuse_vacuous(rule: Rule, context: Context) -> None:
    """Pass a rule that some row or group could break.

    Raises:
        Misfit: a column is measured within each value of a key, whose rows are counted where there
            are some; rows are chosen by the very value that is asked of them; or it is always so.
    """
    refuse_texts_in_keys(rule, context)
    if isinstance(rule, FailingMetrics):
        _refuse_groups_of_one(rule, context)
        _refuse_formulas_of_themselves(rule)
    if isinstance(rule, InconsistentValues) and len(rule.key) > 1:
        _refuse_rows_as_groups(rule, rule.key, context)
    if isinstance(rule, MisnamedColumns) and rule.way == "unique" and not rule.ignore_case:
        raise Misfit(
            "a table in which two columns have the same name is never read: the run says so "
            "without a check; to compare names in any case, write 'Column names must be unique, "
            "ignoring case'"
        )
    if isinstance(rule, BrokenRows):
        _refuse_ends_of_themselves(rule)
        _refuse_chosen_values(rule)
        _refuse_keys_looked_up(rule)
        _refuse_what_is_always_so(rule)


def _refuse_formulas_of_themselves(rule: FailingMetrics) -> None:
    """More than 5 birds a perch (hens / perches): no row is counted whose perches are that."""
    for part in walk(rule.must):
        if not isinstance(part, Compare) or part.sign != "==":
            continue
        of, formula = part.left, part.right
        if isinstance(of, Cell) and isinstance(formula, Arithmetic) and of in walk(formula):
            raise Misfit(f"{of.column} cannot be a formula of {of.column} itself")


def _refuse_what_is_always_so(rule: BrokenRows) -> None:
    """Paid, or not paid; a boss that is filled, or Ann."""
    parts = rule.must.parts if isinstance(rule.must, Any) else ()
    if parts and equivalent(rule.must, any_of(parts[0], not_(parts[0]))):
        raise Misfit("what is asked is so of every row")
    filled = {
        part.part.of for part in parts if isinstance(part, Not) and isinstance(part.part, Missing)
    }
    for part in parts:
        is_value = isinstance(part, Compare) and part.sign == "==" and part.left in filled
        if is_value and isinstance(part, Compare) and isinstance(part.right, Constant):
            told = part.right.value
            raise Misfit(f"what is {told!r} is filled anyway; say of which column that is a value")


def _is_key(name: str, rule: Rule, context: Context) -> bool:
    column = context.column(rule.table, name)
    return column is not None and column.unique


def _refuse_rows_as_groups(rule: Rule, groups: Iterable[str], context: Context) -> None:
    """On one album every track has the same genre: a track is a row, and no group of them."""
    table = context.tables[rule.table]
    own = [name for name in groups if names_rows_of(name, table) and _is_key(name, rule, context)]
    if own:
        raise Misfit(f"each {own[0]} has one row, which cannot differ from itself")


def _refuse_groups_of_one(rule: FailingMetrics, context: Context) -> None:
    measures = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    if len(measures) != 1 or not rule.by:
        return
    [measure] = measures
    if measure.measure == Measure.DISTINCT and not measure.keys:
        _refuse_rows_as_groups(rule, rule.by, context)
    key = next((each for each in rule.by if _is_key(each, rule, context)), "")
    if key and measure.measure in _OF_SEVERAL and not measure.keys:
        raise Misfit(f"each {key} has one row, of which there is nothing to measure")
    told = rule.must
    if not isinstance(told, Compare) or not isinstance(told.right, Constant):
        return
    is_of_rows = measure.measure == Measure.COUNT and measure == told.left
    is_narrowed = measure.of is not None or measure.where is not None or measure.keys
    is_one = (told.sign, told.right.value) in ((">=", 1), (">", 0), ("!=", 0))
    is_own = measure.table in ("", rule.table)
    if is_of_rows and is_one and not is_narrowed and is_own:
        groups = " and ".join(rule.by)
        raise Misfit(f"a {groups} is only known by its rows, of which it has one; say which ones")


def _refuse_ends_of_themselves(rule: BrokenRows) -> None:
    """The first shift of each day is no day that is the first of its own."""
    for part in walk(rule):
        match part:
            case Aggregate(of=Cell(column=name), measure=measure, by=by, keys=()):
                if name in by and measure in _OF_SEVERAL:
                    raise Misfit(f"within each {name} there is one; say by what it is first")
            case _:
                pass


def _refuse_chosen_values(rule: BrokenRows) -> None:
    """Rows whose maker is A: that it is not B says nothing, and that it is B cannot be."""
    chosen = dict(_values(rule.where))
    for cell, value in _values(rule.must):
        if cell in chosen and chosen[cell] != value:
            raise Misfit(f"{cell.column} is what the rows are chosen by; it has one value in a row")
    if isinstance(rule.must, Compare) and rule.must.sign == "!=" and rule.must.left in chosen:
        raise Misfit(f"rows are chosen by their {getattr(rule.must.left, 'column', 'value')}")


def _values(told: Predicate | None) -> Iterator[tuple[Cell, object]]:
    """The values that cells have for certain."""
    for part in told.parts if isinstance(told, All) else (told,):
        match part:
            case Compare(sign="==", left=Cell() as cell, right=Constant(value=value)):
                yield cell, value
            case OneOf(of=Cell() as cell, options=(only,)):
                yield cell, only.value


def _refuse_keys_looked_up(rule: BrokenRows) -> None:
    """The code of the row whose code is a row's own is that code, and tells of no other column."""
    for part in walk(rule.must):
        match part:
            case Compare(left=Cell(column=name), right=Lookup() as other):
                if _is_own_key(other) and other.keys[0][0] != name:
                    raise Misfit(f"{other.column} of {other.table} is found by itself; name a key")
            case Missing(of=Lookup() as other) if _is_own_key(other):
                raise Misfit(f"{other.column} of {other.table} is found by itself; name a key")
            case _:
                pass


def _is_own_key(other: Lookup) -> bool:
    return other.key_of is None and [key for _, key in other.keys] == [other.column]
