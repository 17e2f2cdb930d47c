"""The scope that most kinds have: the rows that count and have the cells that are compared."""

from __future__ import annotations

from collections.abc import Iterable

from backend.codegen.code import Code, all_of
from backend.codegen.page import Body
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.rows import Facts, Rows
from backend.rules.rule import Rule, body_for


def filled_rows(rule: Rule, facts: Facts, columns: Iterable[str]) -> Body:
    """A ``scope`` of the rows for which ``where`` is true and these cells are filled."""
    body = body_for(rule)
    rows = over(body, rule.table, facts)
    body.give(rows.frame.item(_are_filled(rule, rows, columns)))
    return body


def filled(rule: Rule, rows: Rows, columns: Iterable[str]) -> Rows:
    """The same rows under a local of their own, for a ``scope`` that goes on with them."""
    kept = rows.frame.item(_are_filled(rule, rows, columns))
    return rows.of(rule.table, rows.body.let("counted", kept))


def _are_filled(rule: Rule, rows: Rows, columns: Iterable[str]) -> Code:
    masks = [] if rule.where is None else [holds(rule.where, rows)]
    masks += [rows.column(column).call("notna") for column in columns]
    return all_of(masks)
