"""Phrases that go from row to row: the country of the hospital of each stay's ward."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Lookup, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about

phrase = Phrases()
Chain = tuple[str, ...]
phrase.words("_owned", "of | in | at | for")


@phrase(
    "chain_step", "<table> _owned (its|their|each|every|all|an) <noun>", "<table> _owned <noun>"
)
def two_tables(far: str, near: RowSet) -> tuple[RowSet, Chain] | None:
    """The hospital of each ward."""
    return (near, (far,)) if near.table and near.table != far else None


@phrase("chain_step", "(each|every|all|an) <noun> 's <table>", "<noun> 's <table>")
def owned_table(near: RowSet, far: str) -> tuple[RowSet, Chain] | None:
    """Each ward's hospital."""
    return two_tables(far, near)


@phrase("chain_step", "<table> _owned <chain_step>")
def longer_chain(far: str, step: tuple[RowSet, Chain]) -> tuple[RowSet, Chain] | None:
    """The hospital of each stay's ward."""
    rows, tables = step
    return None if far in (*tables, rows.table) else (rows, (far, *tables))


@phrase("chain_step", "<chain_step> 's <table>")
def longer_owned(step: tuple[RowSet, Chain], far: str) -> tuple[RowSet, Chain] | None:
    """Each stay's ward's hospital."""
    return longer_chain(far, step)


@phrase("far_cell", "<cell> _owned <chain_step>", "<chain_step> 's <cell>", cost=0.05)
def far_cell(*parts: Any) -> tuple[RowSet, Value] | None:
    """The country of the hospital of each stay's ward."""
    cell = next(part for part in parts if isinstance(part, Cell))
    rows, tables = next(part for part in parts if isinstance(part, tuple))
    if cell.table not in ("", tables[0]):
        return None
    found: Lookup | None = None
    for table in reversed(tables):
        column = cell.column if table == tables[0] else ""
        found = Lookup(table=table, column=column, keys=OWN_KEY, key_of=found)
    assert found is not None
    return (rows, found)


@phrase("stmt", "<far_cell> <duty>")
def far_duty(found: tuple[RowSet, Value], duty: Predicate) -> Statement:
    """The country of the hospital of each stay's ward must be filled."""
    rows, value = found
    return rule(about(duty, value), rows.table, rows.where, subject=value)


@phrase("operand", "<cell> _owned <table> _owned (its|their|his|her) <table>", cost=0.1)
def far_operand(cell: Value, far: str, near: str) -> Value | None:
    """The currency of the country of its customer."""
    if not isinstance(cell, Cell) or cell.table not in ("", far) or far == near:
        return None
    step = Lookup(table=near, column="", keys=OWN_KEY)
    return Lookup(table=far, column=cell.column, keys=OWN_KEY, key_of=step)


@phrase("operand", "<cell> _owned (its|their|his|her) <table> 's <table>", cost=0.1)
def owned_operand(cell: Value, near: str, far: str) -> Value | None:
    """The currency of its customer's country."""
    return far_operand(cell, far, near)
