"""Of groups and of rows in order: whether a word tells of each row, or of all rows of a group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import UNITS, unit_of_header
from backend.planner.offline.words import ID_WORDS, NUMBER_WORDS, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Matches,
    Measure,
    Missing,
    Not,
    Predicate,
    Previous,
)
from backend.rules.language.walk import walk
from backend.rules.odd_distributions import OddDistributions
from backend.rules.rule import Rule

_IN_A_ROW = re.compile(r"(?<=[^.:;,?!] )in a row\b")
_PLACES = "first|last|earliest|latest|newest|oldest|next|previous|final"
_THE_FIRST = re.compile(
    rf"\b(?:the|its|their|his|her|'s) (?P<place>{_PLACES}) (?P<noun>\w+)|\bat first\b"
)
_LACKING = frozenset({"without", "lacking", "lacks", "lack", "with", "that", "which", "who"})
_NO = frozenset({"no", "any", "a", "an", "its"})
_NUMBER = rf"(?:[\d.]+|{'|'.join(NUMBER_WORDS)})"
_BETWEEN_TIMES = re.compile(
    rf"\bbetween {_NUMBER} and {_NUMBER} times (?!(?:in|per|an?|each|every|on|within)\b)\w"
)
_DAY_TO_DAY = re.compile(r"\bfrom (?:one day to the next|day to day)\b")
_OVERALL = re.compile(
    r"\boverall (?:average|mean|median|total|sum|number|count|share|highest|lowest|largest)"
)
_AMOUNTS = frozenset({
    "quantity", "qty", "item", "unit", "piece", "amount", "volume", "weight",
    "price", "fee", "cost", "salary", "wage", "distance", "length", "total", "discount", "head",
    "size", "duration",
})  # fmt: skip
"""Words for numbers by which others are divided, rather than put into groups."""
_OF_SOME = 2
"""How many rows the values of a column have at least, on average, if it tells of groups."""


def refuse_doubts_of_groups(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that tells of rows, of groups and of rows in order what is meant of each.

    Raises:
        Misfit: "45 in a row" was read of each row, "the first arrival" of a note that says "first",
            wards without a doctor of every row of a ward, one order of a filled ``ordered_at``, or
            "one manager" of manager_id where managers are known by their role.
    """
    _refuse_rows_in_succession(rule, tokens)
    _refuse_places_as_values(rule, tokens)
    _refuse_groups_without(node, rule, context, tokens)
    _refuse_rows_as_deeds(node, rule, tokens)
    _refuse_kinds_as_keys(node, rule, context, tokens)
    _refuse_counts_as_numbers(node, rule, tokens)
    _refuse_runs_as_days(rule, context, tokens)
    if isinstance(rule, FailingMetrics):
        _refuse_parts_of_themselves(rule, tokens)
        _refuse_amounts_as_groups(node, rule, context, tokens)
    if _BETWEEN_TIMES.search(" ".join(token.low for token in tokens)):
        raise Misfit("write both bounds in full: 'at least 2 times …' and 'at most 3 times …'")


def _refuse_parts_of_themselves(rule: FailingMetrics, tokens: Sequence[Token]) -> None:
    """Each carrier's total, held against the total: of all rows, and not of that carrier's own."""
    if rule.groups and _OVERALL.search(" ".join(token.low for token in tokens)):
        raise Misfit("within a group, nothing is held against a measure of all rows")
    found = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    inner = {part for each in found if each.of is not None for part in walk(each.of)}
    if rule.groups and any(each.by and each not in inner for each in found):
        raise Misfit("a group is not held against a measure of other groups")
    measured = [part.of for part in found]
    own = [of.column for of in measured if isinstance(of, Cell) and of.column in rule.by]
    if own:
        raise Misfit(f"within each {own[0]} there is one {own[0]}")
    for part in walk(rule.must):
        if not isinstance(part, Compare | Arithmetic) or not isinstance(part.left, Aggregate):
            continue
        right = [each for each in walk(part.right) if isinstance(each, Aggregate)]
        if len(right) == 1 and _measures_the_same(part.left, right[0]):
            raise Misfit(
                "both sides are the same measure of the same rows; a group is not held against a "
                "measure of all rows"
            )


def _measures_the_same(left: Aggregate, right: Aggregate) -> bool:
    """Whether both are one measure of one column, be it with something added."""
    cells = (
        None if right.of is None else {each for each in walk(right.of) if isinstance(each, Cell)}
    )
    is_same = left.of == right.of or (isinstance(left.of, Cell) and cells == {left.of})
    rest = (left.measure, left.table, left.where, left.holds, left.by, left.keys, left.quantile)
    return is_same and rest == (
        right.measure, right.table, right.where, right.holds, right.by, right.keys, right.quantile
    )  # fmt: skip


def _refuse_amounts_as_groups(
    node: Node, rule: FailingMetrics, context: Context, tokens: Sequence[Token]
) -> None:
    """The cost per kg: a cost divided by a weight, and no group of rows of the same weight."""
    for part in node.walk():
        if part.symbol != "column" or not isinstance(part.meaning, Cell) or not part.start:
            continue
        column = context.column(rule.table, part.meaning.column)
        if column is None or column.name not in rule.by or tokens[part.start - 1].low != "per":
            continue
        is_counted = column.reads_as == ColumnType.INTEGER and _tells_amounts(column.name)
        if is_counted or column.reads_as == ColumnType.NUMBER:
            raise Misfit(
                f"'per {tokens[part.end - 1].text}' may divide by {column.name}, or take rows with "
                f"the same {column.name} together; say 'divided by', or 'for each {column.name}'"
            )


def _tells_amounts(header: str) -> bool:
    """Whether a header is one of amounts: kg, pieces, hours; the hour of a day is none."""
    unit = unit_of_header(header)
    is_of_time = unit is not None and UNITS[unit].kind in ("time", "year", "month")
    if unit is not None and (not is_of_time or header.lower().endswith(("hours", "minutes"))):
        return True
    return bool(_AMOUNTS & {stem(word) for word in stems_of(header)})


def _refuse_rows_in_succession(rule: Rule, tokens: Sequence[Token]) -> None:
    """Not 45 in a row: in no single row, or in no two that follow each other."""
    if not _IN_A_ROW.search(" ".join(token.low for token in tokens)):
        return
    parts = [*walk(rule)]
    is_of_series = any(isinstance(part, Previous | Matches) for part in parts)
    columns = {part for part in parts if isinstance(part, Cell)}
    is_of_each = isinstance(rule, BrokenRows) and len(columns) < 2 and not is_of_series
    of_many = FailingMetrics | OddDistributions | Duplicates | InconsistentValues
    if is_of_each or isinstance(rule, of_many):
        raise Misfit(
            "'in a row' may be within each row, or in rows that follow each other; say 'in every "
            "row', or 'the same as in the row before'"
        )


def _refuse_places_as_values(rule: Rule, tokens: Sequence[Token]) -> None:
    """The first arrival: of the earliest row, or of rows whose note is "first"."""
    quoted = {token.text.strip("'\"`").lower() for token in tokens if token.shape == Shape.QUOTED}
    text = " ".join(token.low for token in tokens)
    for told in _THE_FIRST.finditer(text):
        place, noun = told["place"] or "first", told["noun"] or ""
        if place in quoted or stem(noun) != noun:
            continue
        for cell in _cells_that_are(place, rule):
            raise Misfit(
                f"{place!r} may be the value of {cell.column}, or tell which row comes {place}; "
                f"write \"where {cell.column} is '{place}'\", or say by which column"
            )


def _cells_that_are(value: str, rule: Rule) -> Iterator[Cell]:
    for part in walk(rule):
        if isinstance(part, Compare) and isinstance(part.left, Cell):
            is_value = isinstance(part.right, Constant) and str(part.right.value).lower() == value
            yield from (part.left,) if is_value else ()


def _refuse_groups_without(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Wards without a doctor: no row of the ward has one, or some row has none."""
    if not isinstance(rule, BrokenRows):
        return
    group, lacked = _filled(rule.where), _filled(rule.must)
    if group is None or lacked is None:
        return
    column = context.column(rule.table, group.column)
    if column is None or not _tells_groups(column, context.tables[rule.table].rows):
        return
    if any(_lacks_behind(part, group, tokens) for part in node.walk()):
        raise Misfit(
            f"{group.column} is the same in several rows: say 'flag rows where {lacked.column} is "
            f"empty', or 'each {group.column} must have at least one {lacked.column}'"
        )


def _filled(told: Predicate | None) -> Cell | None:
    is_filled = isinstance(told, Not) and isinstance(told.part, Missing)
    of = told.part.of if is_filled else None  # type: ignore[union-attr]
    return of if isinstance(of, Cell) else None


def _tells_groups(column: Column, rows: int) -> bool:
    """Whether a column has each of its values in several rows, as a rule."""
    if column.unique or column.reads_as == ColumnType.DATE:
        return False
    if not column.values:
        return stems_of(column.name)[-1:] != () and stems_of(column.name)[-1] in ID_WORDS
    return len(column.values) * _OF_SOME <= rows - column.missing


def _lacks_behind(part: Node, group: Cell, tokens: Sequence[Token]) -> bool:
    """Whether the words of a column are followed by "without a", "that have no"."""
    if part.symbol != "column" or not isinstance(part.meaning, Cell):
        return False
    behind = [token.low for token in tokens[part.end : part.end + 3]]
    is_lacking = behind[:1] != [] and behind[0] in _LACKING and bool(_NO & {*behind[1:]})
    return part.meaning.column == group.column and is_lacking


def _refuse_rows_as_deeds(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """At least one order: a row of orders, and not that its ordered_at is filled."""
    if not isinstance(rule, FailingMetrics):
        return
    counted = {
        cell.column
        for part in walk(rule.must)
        if isinstance(part, Aggregate) and part.measure == Measure.COUNT
        if (cell := _filled(part.where)) is not None
    }
    noun = stems_of(rule.table)[-1:]
    for part in node.walk():
        if part.symbol != "column" or not isinstance(part.meaning, Cell):
            continue
        said = tuple(stem(token.low) for token in tokens[part.start : part.end])
        is_longer = len(re.split(r"[\W_]+", part.meaning.column)) > 1
        if part.meaning.column in counted and said == noun and is_longer:
            raise Misfit(
                f"{said[0]!r} may be a row of {rule.table}, or a filled {part.meaning.column}; say "
                "which rows are counted"
            )


def _refuse_kinds_as_keys(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Only one manager: one manager_id, or one row whose role is manager."""
    table = context.tables.get(rule.table)
    is_same = "same" in {token.low for token in tokens}
    if table is None or is_same or not isinstance(rule, InconsistentValues):
        return
    for part in node.walk():
        if part.symbol != "column" or not isinstance(part.meaning, Cell):
            continue
        of, said = part.meaning.column, stem(tokens[part.end - 1].low)
        is_part = part.end == part.start + 1 and of in rule.values and len(stems_of(of)) > 1
        holders = [each.name for each in table.columns if each.name != of and said in each.values]
        if is_part and holders:
            raise Misfit(f"{said!r} may be {of}, or rows whose {holders[0]} is {said!r}")


def _refuse_counts_as_numbers(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """The number of shipments must not fall: how many there are, and no shipment_no."""
    noun = stems_of(rule.table)[-1:]
    for part in node.walk() if isinstance(rule, BrokenRows) else ():
        if part.symbol != "column" or not isinstance(part.meaning, Cell):
            continue
        behind = [token.low for token in tokens[part.end : part.end + 2]]
        is_number = tokens[part.end - 1].low == "number" and behind[:1] == ["of"]
        if is_number and (stem(behind[-1]),) == noun and stem(behind[-1]) != behind[-1]:
            raise Misfit(
                f"'number of {behind[-1]}' is how many there are; write {part.meaning.column} if "
                "that is meant"
            )


def _refuse_runs_as_days(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """From one day to the next: of the rows of each day, or of the runs of two days."""
    text = " ".join(token.low for token in tokens)
    table = context.tables.get(rule.table)
    if table is None or not isinstance(rule, ChangedMeasures) or not _DAY_TO_DAY.search(text):
        return
    dated = [column.name for column in table.columns if column.date_format is not None]
    if dated:
        raise Misfit(
            f"the days may be those of {dated[0]}, or those of the runs; say 'compared with the "
            "last run'"
        )
