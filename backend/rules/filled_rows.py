"""The scope that most kinds have: the rows that count and have the cells that are compared."""

from __future__ import annotations

from collections.abc import Iterable

from backend.codegen.code import all_of
from backend.codegen.page import Body
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.rows import Facts
from backend.rules.rule import Rule, body_for


def filled_rows(rule: Rule, facts: Facts, columns: Iterable[str]) -> Body:
    """A ``scope`` of the rows for which ``where`` is true and these cells are filled."""
    body = body_for(rule)
    rows = over(body, rule.table, facts)
    masks = [] if rule.where is None else [holds(rule.where, rows)]
    masks += [rows.column(column).call("notna") for column in columns]
    body.give(rows.frame.item(all_of(masks)))
    return body
