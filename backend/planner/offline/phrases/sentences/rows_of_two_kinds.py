"""Phrases for rows of two kinds that are both there: a confirmed and a cancelled booking."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import exists, narrowed
from backend.rules.language.terms import Cell, Compare, Predicate
from backend.rules.phrasing import Phrases, RowSet, all_of

phrase = Phrases()


@phrase("feature", "[both] <adjective> and [also] <adjective> <noun>", cost=0.2)
def of_both_kinds(one: Predicate, other: Predicate, rows: RowSet) -> Predicate | None:
    """A confirmed and a cancelled booking: no row is of two kinds, so there is one of each."""
    if not isinstance(one, Compare) or not isinstance(other, Compare):
        return None
    is_apart = isinstance(one.left, Cell) and one.left == other.left and one != other
    found = [narrowed(kind, rows) for kind in (one, other)]
    told = [exists(each) for each in found if each is not None and each.table]
    return all_of(*told) if is_apart and len(told) == 2 else None
