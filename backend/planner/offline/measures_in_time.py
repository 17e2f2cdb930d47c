"""What is newest, and of what: dates have a newest one, and each of several has one of its own."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Measure,
    Not,
    Predicate,
    Previous,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_IN_TIME = frozenset({"newest", "latest", "recent", "oldest", "earliest", "youngest"})
_NUMBERED = frozenset({
    "year", "number", "no", "id", "version", "month", "week", "period", "quarter", "date", "day",
    "time", "code", "nr", "round", "season", "release",
})  # fmt: skip
_NUMERIC = (ColumnType.INTEGER, ColumnType.NUMBER)
_ENDS = (Measure.MAXIMUM, Measure.MINIMUM)


def refuse_measures_in_time(node: Node, rule: Rule, context: Context, words: list[str]) -> None:
    """Pass a reading that takes the newest price for the highest, or one date for that of each.

    Raises:
        Misfit: the column holds no dates; or each of several things has a newest one.
    """
    if isinstance(rule, BrokenRows):
        _refuse_of_their_rows(node, rule, context, words)
        _refuse_last_of_another(node, rule)
    if not isinstance(rule, FailingMetrics):
        return
    ends = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    ends = [part for part in ends if part.measure in _ENDS and isinstance(part.of, Cell)]
    for found in _measures(node):
        told = {*words[found.start : found.end]}
        is_alone = not rule.groups and not any(part.keys or part.by for part in ends)
        if told & {"each", "every"} and is_alone and ends and not _goes_for_all(rule.must):
            raise Misfit("each of them has one of its own; say 'per', and what tells them apart")
        if not told & _IN_TIME:
            continue
        for part in ends:
            if isinstance(part.of, Cell) and _is_amount(part.of, rule.table, context):
                raise Misfit(f"{part.of.column} holds numbers, of which none is the newest")


def _refuse_of_their_rows(node: Node, rule: BrokenRows, context: Context, words: list[str]) -> None:
    """The latest fee of a guest's stays is that of the latest of them, and not the highest."""
    if not any(_IN_TIME & {*words[each.start : each.end]} for each in _named_measures(node)):
        return
    for part in walk(rule):
        if not isinstance(part, Aggregate) or part.measure not in _ENDS:
            continue
        if isinstance(part.of, Cell) and _is_amount(part.of, part.table or rule.table, context):
            raise Misfit(f"{part.of.column} holds numbers, of which none is the newest")


def _refuse_last_of_another(node: Node, rule: BrokenRows) -> None:
    """The last known price before it may stand further up than the row before, but for prices."""
    if not any(part.symbol == "_latest_of_them" for part in node.walk()):
        return
    for part in walk(rule):
        before = getattr(part, "right", None)
        if isinstance(before, Previous) and getattr(part, "left", None) != before.of:
            raise Misfit("the last value before is told of the column that it is compared with")


def _named_measures(node: Node) -> Iterator[Node]:
    yield from (part for part in node.walk() if part.symbol == "measure")


def _goes_for_all(must: Predicate) -> bool:
    """Whether a bound of the whole says the same of each part: the highest of all is below 10."""
    if isinstance(must, All):
        return all(_goes_for_all(part) for part in must.parts)
    is_denied = isinstance(must, Not)
    bound = must.part if isinstance(must, Not) else must
    if not isinstance(bound, Compare):
        return False
    sign = {">": "<=", "<": ">="}.get(bound.sign, "") if is_denied else bound.sign
    left = bound.left
    signs = {Measure.MAXIMUM: ("<", "<="), Measure.MINIMUM: (">", ">=")}
    return isinstance(left, Aggregate) and sign in signs.get(left.measure, ())


def _measures(node: Node) -> Iterator[Node]:
    if node.symbol in ("metric", "newest_date"):
        yield node
        return
    for child in node.children:
        yield from _measures(child)


def _is_amount(of: Cell, table: str, context: Context) -> bool:
    column = context.column(of.table or table, of.column)
    is_number = column is not None and column.reads_as in _NUMERIC
    return is_number and not _NUMBERED & {*stems_of(of.column)}
