"""Phrases for a value that a row of another table has as well: no guest has the email of a waiter.

"An employee" is any of them, whichever row a key leads to.
"""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Exists, Predicate
from backend.rules.phrasing import Phrases, RowSet

phrase = Phrases()

_ANY = "(a|an|any|some|one of the)"
phrase.words("_has_the_same", "have | has | share | shares | use | uses | show | shows")


@phrase("rowvp", f"_has_the_same [the|a|an] same <column> as {_ANY} <noun>", cost=0.02)
@phrase("rel", f"_with [the] same <column> as {_ANY} <noun>", cost=0.02)
@phrase("rel", f"(living|working|based) in [the] same <column> as {_ANY} <noun>", cost=0.05)
@phrase(
    "rowvp",
    f"_has_the_same [the|a|an|his|her|their|its] <column> (with|of) {_ANY} <noun>",
    cost=0.1,
)
def same_as_any(of: Any, rows: RowSet) -> Predicate | None:
    """Has the same email as an employee: some row there holds it, too."""
    is_plain = bool(rows.table) and rows.where is None and not rows.each
    if not isinstance(of, Cell) or not is_plain or of.table not in ("", rows.table):
        return None
    return Exists(table=rows.table, keys=((of.column, of.column),))
