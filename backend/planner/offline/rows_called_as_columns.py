"""Rows that are called as columns are: the visits of a bill, every guest must have a bill."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import is_called
from backend.planner.offline.named_columns import is_header
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import parts_of, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Exists,
    Lookup,
    Measure,
    Missing,
    Not,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ROWS = frozenset({"row", "rows", "record", "records"})
_NUMBERS = frozenset({ColumnType.INTEGER, ColumnType.NUMBER})


def refuse_rows_called_as_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which a table's noun is no column of the table beside it.

    Raises:
        Misfit: "the visits of a bill must be at least 1" was read of an amount of visits, where
            bills has a column visits, and the visits may be counted; "every guest must have a
            bill" of the rows of bills, each of which is one; "in every row" of its row_no.
    """
    _refuse_rows_as_numbers(node, tokens)
    if rule.table not in context.tables:
        return
    _refuse_rows_for_others(node, rule, context, tokens)
    _refuse_counts_as_keys(rule, context)
    _refuse_counts_of_kinds(node, rule, context, tokens)
    _refuse_sums_as_each(node, rule, tokens)
    if _names_what_is_judged(node, rule):
        return
    beside = [found.table for found in walk(rule) if isinstance(found, Exists | Lookup)]
    for part in node.walk():
        behind = tokens[part.end].low if part.end < len(tokens) else ""
        if part.symbol != "table" or part.meaning != rule.table or behind not in ("of", "in"):
            continue
        for table in beside:
            column = _called(rule, table, context)
            if column and not _reads(rule, table, column):
                raise Misfit(
                    f"{table} has a column {column}, and its rows of {rule.table} may be counted: "
                    f"write '{column} must …' with {table} alone, or 'the number of {rule.table}'"
                )


def _refuse_rows_as_numbers(node: Node, tokens: Sequence[Token]) -> None:
    for part in node.walk():
        said = tokens[part.start].low if part.end == part.start + 1 else ""
        if part.symbol != "column" or said not in _ROWS or not isinstance(part.meaning, Cell):
            continue
        if parts_of(part.meaning.column.lower()) not in ((said,), (stem(said),)):
            raise Misfit(f"{said!r} may be the rows themselves; write {part.meaning.column}")


def _refuse_counts_of_kinds(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Two meters per grid, of which each has several rows in meters: two different ones."""
    groups = {*getattr(rule, "by", ())}
    kinds = [] if not groups or not _counts_rows(rule) else _kinds(rule.table, context)
    said = [part for part in node.walk() if part.symbol == "table" and part.meaning == rule.table]
    noun = stems_of(rule.table)
    is_said = any(stems_of(tokens[part.start].text) == noun for part in said)
    is_said = is_said or (bool(kinds) and _counts_by_value(rule, tokens))
    if kinds and is_said and not groups.intersection(kinds):
        raise Misfit(
            f"{rule.table} has several rows for a {kinds[0]}; say 'rows', or 'different {kinds[0]}'"
        )


def _counts_by_value(rule: Rule, tokens: Sequence[Token]) -> bool:
    """Two keepers per club: counted rows are called by what one of their columns says."""
    told = {stems_of(token.text) for token in tokens if token.low.endswith("s")}
    told |= {stems_of(token.text) for before, token in pairwise(tokens) if before.low == "one"}
    wheres = [part.where for part in walk(rule) if isinstance(part, Aggregate)]
    options = [each.right for each in wheres if isinstance(each, Compare) and each.sign == "=="]
    return any(stems_of(str(getattr(each, "value", ""))) in told for each in options)


def _counts_rows(rule: Rule) -> bool:
    counts = [part for part in walk(rule) if isinstance(part, Aggregate)]
    return any(
        part.measure == Measure.COUNT and part.of is None and part.table in ("", rule.table)
        for part in counts
    )


def _kinds(table: str, context: Context) -> list[str]:
    """Columns that are called as the table is, and repeat each of their values."""
    snapshot = context.tables[table]
    named = [each for each in snapshot.columns if stems_of(each.name) == stems_of(table)]
    return [each.name for each in named if 0 < 2 * len(each.values) <= snapshot.rows]


def _called(rule: Rule, table: str, context: Context) -> str:
    """The number of a table that is called as the rule's table is."""
    columns = context.tables[table].columns if table in context.tables else ()
    called = stems_of(rule.table)
    numbers = (each.name for each in columns if each.type in _NUMBERS)
    keys = {key for found in walk(rule) if isinstance(found, Exists) for _, key in found.keys}
    return next((name for name in numbers if stems_of(name) == called and name not in keys), "")


def _reads(rule: Rule, table: str, column: str) -> bool:
    cells = (part for part in walk(rule) if isinstance(part, Cell | Lookup))
    return any(cell.table == table and cell.column == column for cell in cells)


def _refuse_rows_for_others(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Every guest must have a bill, in bills: a guest without one is not there."""
    must = rule.must.part if isinstance(rule, BrokenRows) and isinstance(rule.must, Not) else None
    of = must.of if isinstance(must, Missing) else None
    table = context.tables[rule.table]
    leaves = [part for part in node.walk() if not part.children]
    said = [tokens[part.start].text for part in leaves if part.symbol == "column"]
    is_row = any(stems_of(each) == stems_of(table.table) for each in said)
    if not isinstance(of, Cell) or of.table != rule.table:
        return
    if not is_row and not is_called(of.column, table):
        return
    headers = {stems_of(column.name) for column in table.columns if column.name != of.column}
    others = [
        tokens[part.start].low
        for part in leaves
        if part.symbol == "keynoun" and stems_of(tokens[part.start].text) in headers
    ]
    if others and not any(is_header(each) for each in said):
        raise Misfit(
            f"each row of {table.table} is one, and a {others[0]} without any has no row: name the "
            f"table that lists every {others[0]}, or write 'every row must have a {of.column}'"
        )


def _names_what_is_judged(node: Node, rule: Rule) -> bool:
    """Whether the sentence names a column that the rule judges: visits must have nights."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    judged = {part.column for part in walk(must) if isinstance(part, Cell)} if must else set()
    named = (part.meaning for part in node.walk() if part.symbol == "column")
    return any(isinstance(cell, Cell) and cell.column in judged for cell in named)


def _refuse_counts_as_keys(rule: Rule, context: Context) -> None:
    """The number of visits must match visits: how many there are, and no key that is looked up."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    for found in (must,) if isinstance(must, Exists) else ():
        for mine, theirs in found.keys:
            one, other = context.column(rule.table, mine), context.column(found.table, theirs)
            is_called = stems_of(mine) == stems_of(found.table)
            if one is None or other is None or not is_called:
                continue
            if one.type in _NUMBERS and other.type == ColumnType.TEXT:
                raise Misfit(
                    f"{mine} holds numbers, and {theirs} of {found.table} texts: if it tells how "
                    f"many there are, write 'the number of {found.table}'"
                )


def _refuse_sums_as_each(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """The nights of all visits must equal the total of the bill: each of them, or their sum."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    if not isinstance(must, Compare) or not isinstance(must.right, Lookup) or must.sign != "==":
        return
    for part in node.walk():
        before = [token.low for token in tokens[max(part.start - 2, 0) : part.start]]
        if part.symbol == "table" and part.meaning == rule.table and before == ["of", "all"]:
            raise Misfit(
                f"it is not clear whether each of the {rule.table} is compared, or all of them "
                "together: write 'of every …', or 'the sum of …'"
            )
