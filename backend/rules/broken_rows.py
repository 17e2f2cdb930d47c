"""Rows for which a condition is false: most of what owners ask."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from backend.codegen.code import all_of
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.rules import broken_rows_sql
from backend.rules.examples_of_rows import EXAMPLES
from backend.rules.language.emit_cells import raw_cell
from backend.rules.language.emit_predicates import breaks, holds, judged, over, presence
from backend.rules.language.measures_elsewhere import with_tables_told
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Cell,
    Exists,
    Predicate,
    Previous,
    Term,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Functions, Kind, Rule, body_for, enter_scope


class BrokenRows(Rule):
    """Every row must satisfy ``must``; a row for which it is unknown is not flagged.

    Each row that does not is flagged itself: of a row compared with the one before it, the later
    one; of a row held against another table, the row at hand and none of the other table.
    """

    kind: Literal["broken_rows"] = "broken_rows"
    must: Predicate

    def names_its_columns(self) -> bool:
        """A condition names its cells."""
        return True


def emit(rule: BrokenRows, facts: Facts) -> Functions:
    """``scope`` keeps the rows that count and can be judged; ``check`` gives the broken ones."""
    if any(_is_window(term, rule.table) for term in walk(rule.must)):
        return _emit_windows(rule, facts)
    scope = _scope(rule, facts)
    body = body_for(rule)
    if scope is not None:
        enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    if scope is not None and not isinstance(rule.must, All | Any):
        rows = replace(rows, known=frozenset(code.text for code in presence(rule.must, rows)))
    body.give(rows.frame.item(breaks(rule.must, rows)))
    return Functions(check=body, scope=scope)


def _scope(rule: BrokenRows, facts: Facts) -> Body | None:
    body = body_for(rule)
    rows = over(body, rule.table, facts)
    masks = [] if rule.where is None else [holds(rule.where, rows)]
    can_judge = judged(rule.must, rows)
    masks += [] if can_judge is None else [can_judge]
    if not masks:
        return None
    body.give(rows.frame.item(all_of(masks)))
    return body


def _is_window(term: Term, table: str) -> bool:
    """Whether a term is over other rows of the table, so that dropping rows would change it."""
    if isinstance(term, Aggregate):
        return term.table == table and not term.keys
    return isinstance(term, Previous)


def _emit_windows(rule: BrokenRows, facts: Facts) -> Functions:
    """Both functions look at all rows that count; ``scope`` keeps those with a comparison."""
    scope, body = body_for(rule), body_for(rule)
    rows = _counted(rule, scope, facts)
    can_judge = judged(rule.must, rows)
    scope.give(rows.frame if can_judge is None else rows.frame.item(can_judge))
    rows = _counted(rule, body, facts)
    body.give(rows.frame.item(breaks(rule.must, rows)))
    return Functions(check=body, scope=scope)


def _counted(rule: BrokenRows, body: Body, facts: Facts) -> Rows:
    """Rows that count; those that lack the cell which is compared in order are none."""
    rows = over(body, rule.table, facts)
    masks = [] if rule.where is None else [holds(rule.where, rows)]
    in_order = _compared_in_order(rule)
    masks += [raw_cell(cell, rows).call("notna") for cell in in_order]
    masks = list({mask.text: mask for mask in masks}.values())
    if not masks:
        return rows
    counted = body.let(
        f"{rule.table} in order" if in_order else "counted", rows.frame.item(all_of(masks))
    )
    rows = rows.of(rule.table, counted)
    known = frozenset(raw_cell(cell, rows).call("notna").text for cell in in_order)
    return replace(rows, known=known)


def _compared_in_order(rule: BrokenRows) -> list[Cell]:
    """Cells that are compared with the same cell of the row before, and may be empty there.

    Rows are put in order by their filled cells: a cell that tells the order is never empty there.
    """
    before = [
        term.of
        for term in walk(rule.must)
        if isinstance(term, Previous)
        and not (isinstance(term.of, Cell) and term.of.column == term.order_by)
    ]
    bare = [term for term in walk(rule.must) if isinstance(term, Cell)]
    return [
        cell
        for cell in dict.fromkeys(before)
        if isinstance(cell, Cell) and bare.count(cell) > before.count(cell)
    ]


def say_rule(rule: BrokenRows) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    if isinstance(rule.must, Exists):
        return f"For every {rule.table} row{where}, {say(rule.must)}."
    return f"In every {rule.table} row{where}, {say(with_tables_told(rule.must, rule.table))}."


KIND = Kind(
    spec=BrokenRows,
    summary="Rows for which a condition is false.",
    emit=emit,
    lower=broken_rows_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=EXAMPLES,
)
