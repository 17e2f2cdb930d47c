"""Phrases for totals whose column is told by its verb: all slips taken together should cost 25."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.claims import claim, is_bound
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words(
    "_all_as_one",
    "[all] (taken together|together|put together|added up|summed up|combined|in total|altogether)",
)
phrase("so_much_alone", "<number>")(lambda total: compare(IT, "==", total))
phrase("so_much_alone", "<adj>")(lambda told: told if is_bound(told) else None)


@phrase("stmt", "[all] <rows> [,] _all_as_one [,] _must <column> <so_much_alone>", cost=0.05)
@phrase("stmt", "_all_as_one [,] [all] <rows> _must <column> <so_much_alone>", cost=0.05)
@phrase("stmt", "[all] <rows> _must <column> <so_much_alone> _all_as_one", cost=0.05)
def cost_together(rows: RowSet, of: Value, told: Predicate) -> Statement | None:
    """All slips taken together should cost 25."""
    if rows.each or not isinstance(of, Cell) or isinstance(of, Constant):
        return None
    return claim(Aggregate(measure=Measure.SUM, of=of, table=rows.table, where=rows.where), told)
