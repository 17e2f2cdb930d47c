"""Phrases for the first or the last row of the same owner: a payment before the customer's first order.

When those rows were is told by their day, which the schema knows; they are held against a day.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.measures_beside import ITS_DAY
from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.tables.happened import is_moment_told
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, about

phrase = Phrases()

phrase.words("_the_owners", "the | that | this | its | their | his | her | the same | that same")


@phrase("beside_owner", "(of|by|from|for) _the_owners <cell>")
@phrase("beside_owner", "(of|by|from|for) <cell> [,] if any", cost=0.1)
def beside_owner(owner: Value) -> Cell | None:
    """Of the same customer."""
    return owner if isinstance(owner, Cell) else None


@phrase("operand", "[_the_owners] <end> <noun> <beside_owner>", cost=0.05)
@phrase("operand", "[_the_owners] <cell> 's [own] <end> <noun>", cost=0.05)
@phrase("operand", "date of [the] <end> <noun> <beside_owner>", cost=0.05)
def end_of_owner(*parts: Any) -> Value | None:
    """The first order of the same customer; the customer's first order."""
    measure = next(part for part in parts if isinstance(part, Measure))
    rows = next(part for part in parts if isinstance(part, RowSet))
    owner = next(part for part in parts if isinstance(part, Cell))
    if not rows.table or rows.each or rows.where is not None or owner.table == rows.table:
        return None
    day = Cell(table=rows.table, column=ITS_DAY)
    return Aggregate(measure=measure, table="", of=day, by=(owner.column,))


@phrase("operand", "_the_owners <cell> 's [own] <end> <cell>", cost=0.05)
@phrase("operand", "[_the_owners] <end> <cell> <beside_owner>", cost=0.05)
def end_cell_of_owner(*parts: Any) -> Value | None:
    """The customer's first order date: the smallest of those with the same customer."""
    measure = next(part for part in parts if isinstance(part, Measure))
    first, second = (part for part in parts if isinstance(part, Cell))
    owner, of = (first, second) if parts[0] == first else (second, first)
    if owner.column == of.column:
        return None
    return Aggregate(measure=measure, table="", of=of, by=(owner.column,))


# When an owner's last row was -------------------------------------------------------------------

phrase.words(
    "_was_then",
    "is | was | lies | dates from | is dated | was made | was placed | fell | falls | took place | happened",
)


@phrase("rel", "whose <end> <noun> _was_then <adj>", cost=0.05)
def whose_end_was(measure: Measure, rows: RowSet, told: Predicate) -> Predicate | None:
    """Whose last order was before 2003."""
    if not rows.table or rows.each or rows.where is not None or not is_moment_told(told):
        return None
    day = Cell(table=rows.table, column=ITS_DAY)
    return about(told, Aggregate(measure=measure, table=rows.table, of=day, keys=OWN_KEY))
