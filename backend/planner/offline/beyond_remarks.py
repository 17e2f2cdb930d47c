"""What a remark on the rows beyond a bound does: nothing, where the bound forbids that side."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backend.planner.offline.adds_nothing import is_of_presence
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.kin_words import SUPERIORS
from backend.planner.offline.resolve import located
from backend.planner.offline.words import stems_of
from backend.planner.offline.words_of_amounts import refuse_other_verbs
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    Exists,
    How,
    Matches,
    Measure,
    Missing,
    Not,
    Predicate,
)
from backend.rules.language.walk import walk
from backend.rules.missing_dates import MissingDates
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule
from backend.rules.sequence_gaps import SequenceGaps

_SIDES = {"over": ("<", "<="), "under": (">", ">=")}
_LEADERS = SUPERIORS - {"principal", "senior"}
_DENIED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def show_beyond(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rows above what they may be at the most, or below what they must be at least.

    Raises:
        Misfit: the rule has no such bound, or its rows are others.
    """
    side, *tables = remark.texts
    must = rule.must if isinstance(rule, BrokenRows | FailingMetrics) else None
    if _sign(must) not in _SIDES[side]:
        raise Misfit("what is to be shown is not what the bound before it forbids")
    if remark.number is not None and _most(must) != remark.number:
        raise Misfit("several may also be fewer than there may be at the most")
    _refuse_others(rule, tables)
    refuse_other_verbs(rule, context.check.calculation_hint)
    if remark.values and not _reads(rule, remark, context):
        raise Misfit("a column is spoken of that the bound is not on")
    return rule


def _most(must: Predicate | None) -> object:
    """How much there may be at the most, where that number itself may be there."""
    is_most = isinstance(must, Compare) and must.sign == "<=" and isinstance(must.right, Constant)
    return must.right.value if is_most else None  # type: ignore[union-attr]


def _refuse_others(rule: Rule, tables: Iterable[str]) -> None:
    if any(table not in ("", rule.table) for table in tables):
        raise Misfit(f"the rule is one on {rule.table}, and other rows are spoken of")


def _reads(rule: Rule, remark: Modifier, context: Context) -> bool:
    """Whether the rule reads no other column than those of the remark."""
    found = [located(value, rule.table, context) for value in remark.values]
    named = {(rule.table, cell.column) for cell in found if isinstance(cell, Cell)}
    by = rule.by if isinstance(rule, FailingMetrics) else ()
    if by:
        return named == {(rule.table, column) for column in by}
    return named == set(rule.reads())


def fail_otherwise(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """That it is otherwise, where the rule is of all rows: else the other rows could be meant.

    Raises:
        Misfit: the rule is of some rows alone.
    """
    if rule.where is not None:
        raise Misfit("'otherwise' may be of the rows that break the rule, or of those it is not on")
    return rule


def show_lacking(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rows that have none of what each must have.

    Raises:
        Misfit: it is not asked that something is there.
    """
    _refuse_others(rule, remark.texts)
    named = [located(value, rule.table, context) for value in remark.values]
    columns = {(rule.table, cell.column) for cell in named if isinstance(cell, Cell)}
    if len(columns) < len(remark.values) or not columns <= {*rule.reads()}:
        raise Misfit("what has none of it is another column than the rule is on")
    must = rule.must if isinstance(rule, BrokenRows) else None
    is_filled = isinstance(must, Not) and isinstance(must.part, Missing)
    is_filled = is_filled or (isinstance(must, Matches) and must.how == How.CONTAINS)
    if not is_filled and not isinstance(must, Exists):
        raise Misfit("what has none of it is spoken of, and the rule asks for nothing to be there")
    return rule


def show_outside(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rows out of a range.

    Raises:
        Misfit: the rule has no range with two ends.
    """
    _refuse_others(rule, remark.texts)
    must = rule.must if isinstance(rule, BrokenRows | FailingMetrics) else None
    parts = must.parts if isinstance(must, All) else ()
    bounds = [part for part in parts if isinstance(part, Compare)]
    sides = {_sign(part)[:1] for part in bounds}
    is_range = len(parts) == len(bounds) == 2 and len({repr(each.left) for each in bounds}) == 1
    if not is_range or sides != {"<", ">"}:
        raise Misfit("what lies outside is spoken of, and the rule has no range")
    return rule


def keep_for_all(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Every row, where none is left out.

    Raises:
        Misfit: the rule is of some rows alone.
    """
    _refuse_others(rule, remark.texts)
    if rule.where is not None and (remark.texts or isinstance(rule, FailingMetrics)):
        raise Misfit("all rows are spoken of, and the rule is of some alone")
    return rule


def keep_own(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """That no two rows share it.

    Raises:
        Misfit: the rule is not about rows that are alike, or about another column.
    """
    _refuse_others(rule, remark.texts)
    if not isinstance(rule, Duplicates) or not rule.columns:
        raise Misfit("each has its own only where no two rows may be alike")
    if remark.values and not _reads(rule, remark, context):
        raise Misfit("a column is spoken of that is not to be unique")
    if len(rule.columns) > 1:
        raise Misfit("it is not clear which of several columns each has of its own")
    return rule


def fail_if_nobody(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """That nobody did it: what fails where so many at the least must have.

    Raises:
        Misfit: it is no count that must be reached.
    """
    must = rule.must if isinstance(rule, FailingMetrics) else None
    left = must.left if isinstance(must, Compare) else None
    is_count = isinstance(left, Aggregate) and left.measure == Measure.COUNT
    if not is_count or _sign(must) not in _SIDES["under"]:
        raise Misfit("that nobody did it is no breach of what must hold")
    return rule


def fail_if_missing(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """That one is missing: what fails where each must be there.

    Raises:
        Misfit: the rule asks for something else.
    """
    _refuse_others(rule, remark.texts)
    if not is_of_presence(rule) and not isinstance(rule, MissingDates | SequenceGaps):
        raise Misfit("that one is missing is no breach of what must hold")
    return rule


def show_leaders(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The managers that break it, where each manager is judged.

    Raises:
        Misfit: single rows are judged, or other groups.
    """
    named = {cell.column for cell in remark.values if isinstance(cell, Cell)}
    if remark.texts and not any(_LEADERS & {*stems_of(column)} for column in named):
        return rule
    by = rule.by if isinstance(rule, FailingMetrics) else getattr(rule, "key", ())
    counted = [part for part in walk(rule) if isinstance(part, Aggregate | Exists) and part.keys]
    led = {column for part in counted for pair in part.keys for column in pair}
    if not named or not (named <= {*by} or named <= led):
        raise Misfit("superiors are spoken of, and the rule judges other rows; say which to flag")
    return rule


BEYOND_CHANGES: dict[str, Callable[[Rule, Modifier, Context], Rule]] = {
    "beyond-it": show_beyond,
    "if-nobody": fail_if_nobody,
    "if-not": fail_otherwise,
    "if-missing": fail_if_missing,
    "has-none": show_lacking,
    "their-leaders": show_leaders,
    "out-of-range": show_outside,
    "for-all": keep_for_all,
    "each-its-own": keep_own,
}


def _sign(must: Predicate | None) -> str:
    """How what is bounded stands to its bound; nothing where there is no single bound."""
    if isinstance(must, Not):
        return _DENIED.get(_sign(must.part), "")
    is_bound = isinstance(must, Compare) and isinstance(must.right, Constant)
    return must.sign if is_bound and isinstance(must, Compare) else ""
