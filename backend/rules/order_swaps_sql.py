"""Rows that stand above another row in one column and below it in a second one, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.rules.language.lower_cells import converted, has_time
from backend.rules.language.lower_place import Place
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.sql import Sql, any_of, binary, column, exists_in, is_empty
from backend.rules.language.terms import Reads
from backend.rules.lowering import Lowered
from backend.rules.sql_statements import filled_rows, flag_rows

if TYPE_CHECKING:
    from backend.rules.order_swaps import OrderSwaps


def lower(rule: OrderSwaps, facts: Facts) -> Lowered:
    """Each row that has all cells against every other of its key."""
    scope = filled_rows(rule, facts, rule.own_columns())
    cells = [_converted(rule, name, scope) for name in (rule.above, rule.below)]
    above, below = scope.free("above"), scope.free("below")
    ranked = scope.step("ranked", (above, cells[0]), (below, cells[1]))
    mine = ranked.seen_from_within().alias
    others = ranked.page.add("others", ranked.select(*ranked.carried()))

    def other(greater: str, smaller: str) -> Sql:
        return exists_in(
            others,
            *(binary(column(name, others), "==", column(name, mine)) for name in rule.by),
            binary(column(greater, others), "<", column(greater, mine)),
            binary(column(smaller, others), ">", column(smaller, mine)),
        )

    swaps = [other(above, below)] + ([other(below, above)] if rule.flag == "both" else [])
    unreadable = [is_empty(column(name)) for name in (above, below)]
    return flag_rows(rule, scope, ranked.filtered(any_of([*swaps, *unreadable])))


def _converted(rule: OrderSwaps, name: str, place: Place) -> Sql:
    fact = place.fact(rule.table, name)
    numeric = fact.type in NUMERIC or fact.mostly in NUMERIC
    reads = Reads.NUMBER if numeric else Reads.TIME if has_time(fact) else Reads.DATE
    return converted(column(name), fact, reads)
