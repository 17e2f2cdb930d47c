"""Rows for which a condition is false, in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from backend.rules.language.lower_atoms import claim, filled
from backend.rules.language.lower_measures import prepared
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_predicates import breaks, counted, judged
from backend.rules.language.rows import Facts
from backend.rules.language.sql import Sql
from backend.rules.language.terms import All, Any, Cell, Not, Predicate, Previous, Unless
from backend.rules.language.walk import walk
from backend.rules.lowering import Lowered
from backend.rules.sql_statements import every_row, flag_rows, tested

if TYPE_CHECKING:
    from backend.rules.broken_rows import BrokenRows


def lower(rule: BrokenRows, facts: Facts) -> Lowered:
    """Rows that count, with what they are compared with; those that can be judged; the broken."""
    place = counted(every_row(rule, facts), rule.where)
    place = place.filtered(
        *(test for cell in _compared_in_order(rule.must) for test in filled(cell, place))
    )
    place = prepared(place, rule.must)
    can_judge = judged(rule.must, place)
    scope = tested(place if can_judge is None else place.filtered(can_judge))
    known = frozenset(test.sql("duckdb") for test in _asked(rule.must, scope))
    scope = replace(scope, known=known)
    return flag_rows(rule, scope, scope.filtered(breaks(rule.must, scope)))


def _asked(must: Predicate, scope: Place) -> list[Sql]:
    """The tests that every row of the scope has passed: those of a lone atom."""
    while isinstance(must, Not):
        must = must.part
    return [] if isinstance(must, All | Any | Unless) else claim(must, scope).filled


def _compared_in_order(must: Predicate) -> Iterator[Cell]:
    """Cells that are compared with the same cell of the row before: a row without is no row."""
    before = [term.of for term in walk(must) if isinstance(term, Previous)]
    every = [term for term in walk(must) if isinstance(term, Cell)]
    for cell in dict.fromkeys(before):
        if isinstance(cell, Cell) and every.count(cell) > before.count(cell):
            yield cell
