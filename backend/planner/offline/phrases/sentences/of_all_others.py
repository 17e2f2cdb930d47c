"""Phrases that say of all other rows what "only" has said: for any other status it stays empty."""

from __future__ import annotations

from typing import Any

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.terms import Cell, Missing, Not, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_with_the_others",
    "(for|in|on|with|of) (any|every|each|all) other (<noun>|<column>|_row) | (for|in|on|with) (all|any|the) others | "
    "(for|in|on|with) (everything|anything|everyone|anyone|all) else | otherwise | (for|in|on|with) the rest | "
    "(for|in|on|with) (all|any) [of] the (others|rest)",
)
phrase.words(
    "_it_is_empty",
    "(is|are|be|stay|stays|remain|remains|_must (be|stay|remain)) [left] (empty|blank|null|missing|unfilled|void)",
)


@phrase(
    "hint",
    "<hint> _stop _with_the_others [,] [it|they|this|that] _it_is_empty [.]",
    "<hint> _stop _with_the_others [,] <cell> _it_is_empty [.]",
    "<hint> _stop [it|they] _it_is_empty _with_the_others [.]",
    "<hint> _stop all (others|other <noun>) (have|must have|should have) none [.]",
    "<hint> _stop (the others|the rest|others) (have|has|must have|should have) none [.]",
    cost=0.05,
)
def empty_otherwise(told: Statement, *parts: Any) -> Statement | None:
    """Only parcels that are sent have a date; for all others it is empty: said once more."""
    if any(isinstance(part, RowSet) and part.where is not None for part in parts):
        return None
    cell = _only_filled(told)
    cells = [part for part in parts if isinstance(part, Cell)]
    is_same = all(each.column == (cell.column if cell else "") for each in cells)
    return told if cell is not None and is_same else None


def _only_filled(told: Statement) -> Cell | None:
    """The column that only some rows may have filled."""
    found = told.rule if isinstance(told.rule, BrokenRows) else None
    if found is None or told.also:
        return None
    return _filled(found.where) or _emptied(found.must if found.where is None else None)


def _filled(condition: Predicate | None) -> Cell | None:
    is_filled = isinstance(condition, Not) and isinstance(condition.part, Missing)
    cell = condition.part.of if is_filled else None  # type: ignore[union-attr]
    return cell if isinstance(cell, Cell) else None


def _emptied(must: Predicate | None) -> Cell | None:
    """Sent, or without a date."""
    if not isinstance(must, AnyOf):
        return None
    cells = [part.of for part in must.parts if isinstance(part, Missing)]
    return cells[0] if len(cells) == 1 and isinstance(cells[0], Cell) else None
