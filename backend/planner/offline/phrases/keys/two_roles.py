"""Phrases for one person in two columns of a row: nobody both folds and binds the same order.

In which row the two meet must be told: whoever binds one order may fold another.
"""

from __future__ import annotations

from backend.planner.offline.phrases.keys.together import must_differ
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects

phrase = Phrases()

phrase.words(
    "_not_a_soul",
    "nobody | no one | no-one | no person | no (single|one) person | no individual",
)
phrase.words(
    "_one_soul",
    "the same (person|individual|one|name|people) | one person | one and the same person | anybody | anyone | "
    "somebody | someone | a person | any person",
)
phrase.words(
    "_down_as",
    "[ever] [down|named|listed|entered|recorded|put down|given|found|written|noted] (for|as|in|under|on)",
)
phrase.words(
    "_in_two", "two | more than one | several | two or more | two different | two or three"
)
phrase.words("_roles", "roles | positions | places | functions | columns | fields")
phrase.words("_made_up_of", "of | among | out of | from | from among | namely | :")
phrase.words(
    "_in_one_row",
    "(of|in|on|for|at) (one|a|an|any|any one|the same|one and the same|a single|each|every)",
)


@phrase("row_of_both", "_in_one_row <noun>", "_in_one_row _row")
def row_of_both(*rows: RowSet) -> RowSet | None:
    """In one visit."""
    found = rows[0] if rows else RowSet()
    return found if found.where is None else None


@phrase("two_roles", "_in_two [_roles] [,] _made_up_of <and_cells> [,]")
def two_roles(cells: Subjects) -> Subjects | None:
    """Two of dentist, assistant and hygienist."""
    return cells if len(set(cells.items)) == len(cells.items) > 1 else None


@phrase("two_roles", "both <and_cells>")
def both_roles(cells: Subjects) -> Subjects | None:
    """Both dentist and assistant."""
    return cells if len(set(cells.items)) == len(cells.items) == 2 else None


@phrase(
    "stmt",
    "_not_a_soul _may be [_down_as] <two_roles> <row_of_both>",
    "_not_a_soul _may (stand|appear|occur|turn up|show up) in <two_roles> <row_of_both>",
    "_one_soul _must_not be [_down_as] <two_roles> <row_of_both>",
    "_one_soul _must_not (stand|appear|occur|turn up|show up) in <two_roles> <row_of_both>",
    "(is|are|was|were) _one_soul [ever] [_down_as] <two_roles> <row_of_both> [?]",
    "(does|do|did) _one_soul [ever] (stand|appear|occur|turn up|show up) in <two_roles> <row_of_both> [?]",
    cost=0.05,
)
def in_two_roles(cells: Subjects, rows: RowSet) -> Statement | None:
    """Nobody may be both folder and binder of one order."""
    return _apart(cells, rows)


@phrase(
    "stmt",
    "(is|are|was|were) _one_soul [ever] _down_as _in_two _roles <row_of_both> [,|:|-|–] (among|out of|of|from) <and_cells> [?]",
    "_not_a_soul _may be _down_as _in_two _roles <row_of_both> [,|:|-|–] (among|out of|of|from) <and_cells>",
    "_one_soul _must_not be _down_as _in_two _roles <row_of_both> [,|:|-|–] (among|out of|of|from) <and_cells>",
    cost=0.05,
)
def in_two_roles_of(rows: RowSet, cells: Subjects) -> Statement | None:
    """Is the same person ever down for two roles in one visit, among dentist and assistant?"""
    return _apart(cells, rows)


def _apart(cells: Subjects, rows: RowSet) -> Statement | None:
    """Every one differs from every other; of two given ones nobody fills both."""
    tables = {getattr(each, "table", "") for each in cells.items} - {"", rows.table}
    if len(set(cells.items)) != len(cells.items) or (rows.table and tables):
        return None
    return must_differ(cells)
