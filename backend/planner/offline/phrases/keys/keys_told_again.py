"""Phrases for keys of several columns that are told beside: no seat twice (same show, row and seat)."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.duplicate_phrases import primary, unique, unique_among
from backend.rules.duplicates import Duplicates
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects

phrase = Phrases()

phrase.words("_same_in", "[with|of] [the] same | (i.e.|that is|meaning) [,] [with|of] [the] same")


@phrase(
    "stmt",
    r"<stmt> \( _same_in <and_cells> \)",
    r"<stmt> [,|;|:] _same_in <and_cells>",
    cost=0.05,
)
def told_by_columns(told: Statement, keys: Subjects) -> Statement | None:
    """No seat may be sold twice (same show, row and seat): what makes two of them one."""
    found = told.rule
    names = tuple(cell.column for cell in keys.items if isinstance(cell, Cell))
    if not isinstance(found, Duplicates) or len(names) < 2 or len(names) != len(keys.items):
        return None
    if not found.columns or not set(found.columns) <= set(names):
        return None
    return told.model_copy(update={"rule": found.model_copy(update={"columns": names})})


phrase.words(
    "_makes_a_key",
    "[_must] (form|make|make up|build) | are",
)
phrase.words(
    "_no_such_twice",
    "no (pair|combination|two|such pair|such combination) (may|must|can|should) (repeat|occur twice|appear twice|be repeated|come "
    "twice|occur more than once) | none may repeat",
)


@phrase("stmt", "<and_cells> [together|jointly|taken together] _makes_a_key a key", cost=0.1)
def they_make_a_key(keys: Subjects) -> Statement | None:
    """Branch, day and till together form a key."""
    told = primary(keys)
    return None if told is None else told.model_copy(update={"remarks": (remark("key-filled"),)})


@phrase(
    "stmt",
    "<and_cells> [together|jointly|taken together] _makes_a_key (the|a primary|the primary|the unique) key",
    cost=0.1,
)
def they_make_the_key(keys: Subjects) -> Statement | None:
    """Branch, day and till together make up the key of the rows, which none lacks."""
    return primary(keys)


@phrase("stmt", "<and_cells> [together|jointly|taken together] _makes_a_key a unique key", cost=0.1)
def they_make_a_unique_key(keys: Subjects) -> Statement | None:
    """Branch, day and till form a unique key."""
    return unique(keys)


@phrase(
    "stmt",
    "<rows> (is|are|_must be) identified by <and_cells> [together|jointly] [;|,|.] _no_such_twice",
    "<rows> (is|are|_must be) identified by <and_cells> [together|jointly] [;|,|.] and _no_such_twice",
    cost=0.1,
)
def identified_by(*parts: Any) -> Statement | None:
    """A hire is identified by bike and day together; no pair may repeat."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    return unique_among(rows, next(part for part in parts if isinstance(part, Subjects)))


# In one group alone -----------------------------------------------------------------------------

phrase.words("_in_more_than_one", "(two|several|more than one|multiple) [different] | different")


@phrase(
    "stmt",
    "no <column> _may (appear|occur|turn up|come up|be|be found|be listed|stand|exist|belong) (in|under|at|with|to) _in_more_than_one <column>",
    "a <column> _must_not (appear|occur|turn up|come up|be|be found|be listed|stand|exist|belong) (in|under|at|with|to) _in_more_than_one "
    "<column>",
    "each <column> (belongs|_must belong) to (only|just|exactly) one <column>",
    cost=0.6,
)
def in_one_alone(of: Value, other: Value) -> Statement | None:
    """No book may appear in two branches."""
    if not isinstance(of, Cell) or not isinstance(other, Cell) or of == other:
        return None
    found = InconsistentValues(table=of.table, key=(of.column,), values=(other.column,))
    return Statement(rule=found)
