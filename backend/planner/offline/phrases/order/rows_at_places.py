"""Phrases for the row at a place of the file: the first row must have order_id 1.

Rows are those of the data: the first is the one below the header. A line of a file may count the
header, and the first order may be the earliest one; of those nothing is read here.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases.sentences.features import feature
from backend.rules.broken_places import BrokenPlaces
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    Constant,
    Exists,
    Lookup,
    Predicate,
    Previous,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, RowSet, Statement, about, both, not_
from backend.rules.place_names import FARTHEST

phrase = Phrases()

# Which place ------------------------------------------------------------------------------------

phrase.words("_one_row_there", "row | record | data row | row of data | data record | table row")
phrase.words("_hindmost", "last | final | very last | bottom")
phrase.words("_counted_back", "(from|before) the (end|bottom|last) | to last | to the last")


class Place(NamedTuple):
    """So many rows from the first, or below zero from the last, of a table if it is named."""

    number: int
    table: str = ""


@phrase("row_place", "[very] <ordinal> _one_row_there")
def nth(number: int) -> Place | None:
    """The third row."""
    return _at(number)


@phrase("row_place", "(top|very first) _one_row_there")
def top() -> Place:
    """The top row."""
    return Place(1)


@phrase("row_place", "_hindmost _one_row_there")
def last() -> Place:
    """The last row."""
    return Place(-1)


@phrase("row_place", "<ordinal> _one_row_there _counted_back", "<ordinal> to last _one_row_there")
@phrase("row_place", "<ordinal> last _one_row_there")
def from_the_end(number: int) -> Place | None:
    """The second to last row, and the second last one; the last one has no number."""
    return _at(-number) if number > 1 else None


@phrase("row_place", "_one_row_there [number|no|no.|#|:] <number>")
@phrase("row_place", "_one_row_there with number <number>", "_one_row_there at position <number>")
def numbered(number: Constant) -> Place | None:
    """Row 3."""
    return _at(number.value) if isinstance(number.value, int) and not number.unit else None


def _at(number: int) -> Place | None:
    return Place(number) if 0 < abs(number) <= FARTHEST else None


@phrase(
    "row_place",
    "<row_place> (of|in|from) (file|table|data|sheet|dataset|data file|data set)",
)
def of_the_file(found: Place) -> Place:
    """The last row of the file."""
    return found


@phrase(
    "row_place",
    "<row_place> (of|in|from) [table|file] <table> [file|table|data|sheet]",
    "<table> _one_row_there <number>",
)
def of_a_table(*parts: Any) -> Place | None:
    """The third row of orders."""
    table = next(part for part in parts if isinstance(part, str))
    found = next(part for part in parts if not isinstance(part, str))
    found = numbered(found) if isinstance(found, Constant) else found
    return None if found is None or found.table else found._replace(table=table)


# What holds there -------------------------------------------------------------------------------


def at_place(found: Place, told: Predicate) -> Statement | None:
    """The rule of one place: what its row is by its own cells."""
    if any(isinstance(term, Aggregate | Exists | Lookup | Previous) for term in walk(told)):
        return None
    return Statement(rule=BrokenPlaces(table=found.table, place=found.number, must=told))


@phrase("stmt", "<row_place> _must <rowvp>", cost=0.02)
@phrase("stmt", "(do|does|has|is) <row_place> <rowvp> [?]", cost=0.02)
@phrase("stmt", "<row_place> [:|,] <clauses>", cost=0.05)
@phrase("stmt", "_flag <row_place> unless <clauses>", cost=0.02)
def row_is(found: Place, told: Predicate) -> Statement | None:
    """The first row must have order_id 1."""
    return at_place(found, told)


@phrase("stmt", "<row_place> _must_not <rowvp>", cost=0.02)
def row_is_not(found: Place, told: Predicate) -> Statement | None:
    """The last row must not have status open."""
    return at_place(found, not_(told))


@phrase("stmt", "<row_place> _must be [a|an] <rows>", cost=0.03)
@phrase("stmt", "(is|are) <row_place> [a|an] <rows> [?]", cost=0.03)
def row_is_one(found: Place, rows: RowSet) -> Statement | None:
    """The last row must be a total row with quantity 7."""
    if rows.where is None or rows.each or rows.table not in ("", found.table):
        return None
    return at_place(found._replace(table=rows.table or found.table), rows.where)


@phrase(
    "stmt",
    "<row_place> _must (have|contain|show|hold) [a|an|the] <cell> <vp>",
    "<row_place> _must (have|contain|show|hold) [a|an|the] <expr> <adj>",
    "<row_place> _must (have|contain|show|hold) [a|an|the] <cell> [of|=] <operand>",
    cost=0.03,
)
def row_has(found: Place, subject: Value, told: Any) -> Statement | None:
    """The third row must have status paid."""
    condition = feature(subject, told)
    return None if condition is None else at_place(found, condition)


@phrase(
    "stmt",
    "<row_place> _must (have|contain|show|hold) (<operand>|<bare>) (in|as|under|for) [column|its|the] <cell>",
    cost=0.03,
)
def row_holds(found: Place, wanted: Value, subject: Value) -> Statement | None:
    """The first row must have 1 in order_id."""
    return row_has(found, subject, wanted)


@phrase("stmt", "<cell> (in|of|at|on|for) <row_place> <duty>", cost=0.02)
@phrase("stmt", "(is|are) <cell> (in|of|at|on|for) <row_place> <adj> [?]", cost=0.02)
def cell_there(subject: Value, found: Place, told: Predicate) -> Statement | None:
    """order_id in row 1 must be 1."""
    return at_place(found, about(told, subject))


@phrase("stmt", "<row_place> 's <cell> <duty>", cost=0.02)
def its_cell(found: Place, subject: Value, told: Predicate) -> Statement | None:
    """The last row's status must be paid."""
    return cell_there(subject, found, told)


@phrase("stmt", "(in|for|on|at) <row_place> [,|:] <stmt>", cost=0.02)
@phrase("stmt", "<row_place> : <stmt>", cost=0.05)
def told_there(found: Place, told: Statement) -> Statement | None:
    """In row 3, status must be paid."""
    rule = told.rule
    if not isinstance(rule, BrokenRows) or rule.where is not None or told.also or told.remarks:
        return None
    tables = {rule.table, found.table} - {""}
    return at_place(found._replace(table="".join(tables)), rule.must) if len(tables) < 2 else None


@phrase("stmt", "<stmt> (in|for|at) <row_place>", cost=0.05)
def told_there_behind(told: Statement, found: Place) -> Statement | None:
    """Status must be paid in the last row."""
    return told_there(found, told)


@phrase("stmt", "<row_place> _must <rowvp> and [also] [_must] <rowvp>", cost=0.05)
def row_is_both(found: Place, one: Predicate, other: Predicate) -> Statement | None:
    """The last row must have kind total and have an empty item."""
    joined = both(one, other)
    return None if joined is None else at_place(found, joined)
