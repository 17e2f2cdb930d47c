"""Phrases for a total of no rows, which is 0 anyway: the sum of its payments, or 0 if there are none."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

phrase.words("_if_so", "if | when | where | whenever | wherever | in case | for lack of any , if")
phrase.words(
    "_there_are_none",
    "there (is|are) (none|nothing|no such _row) | (it|he|she|they|that|this|the <noun>) (has|have) (none|no such _row) | none (exist|exists|is there|are there)",
)


def _is_nil(value: Value) -> bool:
    return isinstance(value, Constant) and value.value == 0 and not value.unit


@phrase(
    "remark",
    "[or|and|but|which is|being|and is|and be] <number> _if_so _there_are_none",
    "_if_so _there_are_none [,] (it|this|that|the sum|the total|the count) _must be <number>",
    "_if_so _there_are_none [,] (it|this|that|the sum|the total|the count) (is|counts as) <number>",
    "(it|this|that|the sum|the total|the count) (is|_must be|counts as) <number> _if_so _there_are_none",
    r"[or|and] <number> if none",
    cost=0.05,
)
def nil_if_none(*parts: object) -> Modifier | None:
    """Or 0 if there are none."""
    return _nil_told(*parts)


@phrase(
    "remark",
    "[or|and|but|which is|being|and is|and be] <number> _if_so there (is|are) no <rows>",
    "[or|and|but|which is|being|and is|and be] <number> _if_so (it|he|she|they|that|the <noun>) (has|have) no <rows>",
    "(it|this|that|the sum|the total|the count) (is|_must be|counts as) <number> _if_so there (is|are) no <rows>",
    "(it|this|that|the sum|the total|the count) (is|_must be|counts as) <number> _if_so (it|he|she|they|the <noun>) (has|have) no <rows>",
    cost=0.05,
)
def nil_if_no_rows(*parts: object) -> Modifier | None:
    """Or 0 if it has no payments."""
    return _nil_told(*parts, of=[part for part in parts if isinstance(part, RowSet)][-1])


@phrase(
    "remark",
    "<cell> (is|_must be) <number> _if_so _there_are_none",
    "_if_so _there_are_none [,] <cell> (is|_must be) <number>",
    cost=0.05,
)
def cell_nil_if_none(*parts: object) -> Modifier | None:
    """If there are none, the total must be 0."""
    return _nil_told(*parts)


def _nil_told(*parts: object, of: RowSet | None = None) -> Modifier | None:
    number = next(part for part in parts if isinstance(part, Constant))
    nouns = [part for part in parts if isinstance(part, RowSet) and part != of]
    if not _is_nil(number) or any(noun.where is not None for noun in nouns):
        return None
    cells = tuple(part for part in parts if isinstance(part, Cell))
    told = of or RowSet()
    tables = (told.table, nouns[0].table if nouns else "")
    return remark("nil-of-none", values=cells, condition=told.where, texts=tables)
