"""Phrases for the first or the last row of the same owner: a payment before the customer's first order.

When those rows were is told by their day, which the schema knows; they are held against a day.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.measures_beside import ITS_DAY
from backend.rules.language.terms import Aggregate, Cell, Measure, Value
from backend.rules.phrasing import Phrases, RowSet

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
