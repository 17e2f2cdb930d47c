"""Phrases for what is written in a column, and for whose rows of a group are not alike.

A note in comments is what comments holds. Suppliers of a city in which not all have one status are
all rows of a city that has several.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import empty_column_fine, marker_means
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.inconsistent_values import rows_on_keys
from backend.rules.language.terms import Cell, Exists, Missing, Predicate, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, not_

phrase = Phrases()

# Something written ------------------------------------------------------------------------------

_WRITING = "explanation | reason | note | justification | remark | text | comment | description"
phrase.words("_writing", _WRITING + " | written explanation | written reason | explanatory note")
phrase.words("_written_down", "explained | justified | commented on | documented | described")


@phrase(
    "cell", "[a|an|any|some] _writing (in|under) [the|its|their|column|field] <column>", cost=0.1
)
def written_there(of: Cell) -> Cell:
    """An explanation in comments."""
    return of


@phrase("rowvp", "be _written_down (in|under) [the|its|their|column|field] <column>", cost=0.05)
def is_written_there(of: Cell) -> Predicate:
    """Be explained in comments."""
    return not_(Missing(of=of))


# Groups that are not alike ----------------------------------------------------------------------

phrase.words("_of_such", "of | in | from | with | at | on | under | for")
phrase.words(
    "_not_everybody", "not all | not everybody | not everyone | not every one | not all of them"
)
phrase.words(
    "_is_unlike",
    "differs | differ | varies | vary | is not the same | is not always the same | "
    "are not the same | are not all the same | is mixed | is not uniform | is not identical",
)
_MIXED = (
    "(in|on|at|with|for|under) which _not_everybody (has|have|share|shares) [the|one] same <cell>",
    "where _not_everybody (has|have|share|shares) [the|one] same <cell>",
    "(in|on|at|with|for|under) which not all <noun> (has|have|share|shares) [the|one] same <cell>",
    "where not all <noun> (has|have|share|shares) [the|one] same <cell>",
    "(in|on|at|with|for|under) which not every <noun> (has|shares) [the|one] same <cell>",
    "where not every <noun> (has|shares) [the|one] same <cell>",
    "(in|on|at|with|for|under) which <cell> _is_unlike",
    "where <cell> _is_unlike",
)


@phrase(
    "stmt",
    *(
        f"_flag [all|all the|any|every] <rows> _of_such [a|an|any|every|one|each|those] <cell> {told}"
        for told in _MIXED
    ),
    cost=0.05,
)
def rows_of_mixed(rows: RowSet, key: Value, *told: object) -> Statement | None:
    """Flag all suppliers of a city in which not everybody has the same status."""
    *nouns, values = told
    named = [each for each in nouns if isinstance(each, RowSet)]
    is_plain = all(each.table in ("", rows.table) and each.where is None for each in named)
    is_plain = is_plain and rows.where is None
    if not is_plain or not isinstance(values, Cell) or not isinstance(key, Cell):
        return None
    return rows_on_keys(rows, key, values)


@phrase("remark", "<marker> (is|are) no _writing")
def marks_nothing(marker: Value) -> Modifier:
    """NULL is no explanation: where something has to be written, there is nothing."""
    return marker_means(marker)


# What some rows may lack ------------------------------------------------------------------------

phrase.words(
    "_may_go_without",
    "(may|can) (have no|be without|lack|come without|do without|exist without) | "
    "(need not|needs not|do not need to|does not need to|do not have to|does not have to) have | (may|can) be left without",
)


@phrase(
    "remark", "[but|and] [a|an|some|any|the] <noun> _may_go_without [a|an|any] <cell>", cost=0.05
)
@phrase(
    "remark", "[but|and] not (every|each|all) <noun> (has|have|needs|need) [a|an] <cell>", cost=0.05
)
@phrase("remark", "[but|and] some <noun> (have|has) no <cell>", cost=0.05)
def some_lack(rows: RowSet, of: Value) -> Modifier | None:
    """A course may have no prerequisite."""
    return empty_column_fine(of) if rows.where is None and not rows.each else None


# A key that another list has --------------------------------------------------------------------


@phrase(
    "stmt",
    "[_each] <cell> _must be [one of the|an existing|a known|a valid|a|an|the] <column> (of|in|from|on) [the|our|a] "
    "<table> (list|table|file|register|catalogue|catalog|data|sheet)",
    cost=0.05,
)
def key_of_list(of: Value, key: Cell, table: str) -> Statement | None:
    """A prerequisite must be a course_code of the course list."""
    if not isinstance(of, Cell) or of.column == key.column or key.table not in ("", table):
        return None
    return rule(Exists(table=table, keys=((of.column, key.column),)), of.table)
