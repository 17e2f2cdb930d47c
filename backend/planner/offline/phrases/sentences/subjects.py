"""Phrases for several columns as one subject: A and B, A or B, exactly one of A, B and C."""

from __future__ import annotations

from itertools import combinations

from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Phrases, Subjects, about, all_of, any_of, compare, not_

phrase = Phrases()

Cells = tuple[Value, ...]


# Lists of columns -----------------------------------------------------------------------------


@phrase("cell_list", "<cell> , <cell>")
def cell_list(*cells: Value) -> Cells:
    """A, B."""
    return cells


@phrase("cell_list", "<cell_list> , <cell>")
def longer_list(before: Cells, cell: Value) -> Cells:
    """A, B, C."""
    return (*before, cell)


@phrase("and_cells", "[both] <cell> and <cell>", "<cell> and <cell> and <cell>")
def cells_and(*cells: Value) -> Subjects:
    """A and B."""
    return Subjects(items=cells)


@phrase("and_cells", "<cell_list> [,] and <cell>")
def list_and(before: Cells, cell: Value) -> Subjects:
    """A, B and C."""
    return Subjects(items=(*before, cell))


@phrase("or_cells", "<cell> or <cell>", "<cell> or <cell> or <cell>")
def cells_or(*cells: Value) -> Subjects | None:
    """A or B; of one column twice, the first may be no column at all."""
    return None if _are_twice(cells) else Subjects(items=cells, mode="any")


def _are_twice(cells: Cells) -> bool:
    plain = [cell for cell in cells if isinstance(cell, Cell)]
    pairs = combinations(plain, 2)
    return any(
        left.column == right.column and (left.table == right.table or not right.table)
        for left, right in pairs
    )


@phrase("or_cells", "<cell_list> [,] or <cell>")
def list_or(before: Cells, cell: Value) -> Subjects:
    """A, B or C."""
    return Subjects(items=(*before, cell), mode="any")


@phrase("cells", "<and_cells>", "<or_cells>")
def cells(found: Subjects) -> Subjects:
    """The columns of a list, whatever joins them."""
    return found


@phrase("cells", "<cell_list>")
def bare_cells(found: Cells) -> Subjects:
    """The columns of a list without a word before its last."""
    return Subjects(items=found)


# Who is spoken of -----------------------------------------------------------------------------


@phrase(
    "all_subjects",
    "<and_cells>",
    "(all|each|both) of <and_cells>",
    "(all|each|both) of <cell_list>",
)
def all_subjects(found: Subjects | Cells) -> Subjects:
    """A and B and C."""
    return found if isinstance(found, Subjects) else Subjects(items=found)


@phrase("subjects", "<all_subjects>", "<some_subjects>", "<one_subject>", "[either] <or_cells>")
def subjects(found: Subjects) -> Subjects:
    """Several columns."""
    return found


@phrase("some_subjects", "at least one of <cells>", "one or more of <cells>", "any of <or_cells>")
@phrase("some_subjects", "(one|some) of <cells>", cost=0.05)
def some_subjects(found: Subjects) -> Subjects:
    """At least one of several."""
    return found.model_copy(update={"mode": "any"})


@phrase("one_subject", "(exactly|only|just|precisely) one of <cells>")
@phrase("one_subject", "one of <cells>", "either <or_cells> but not both", cost=0.05)
@phrase("one_subject", "<or_cells> but not both", "exactly one _of_these : <cells>")
def one_subject(found: Subjects) -> Subjects:
    """Exactly one of several."""
    return found.model_copy(update={"mode": "one"})


phrase.words("_of_these", "of | of the following | of the columns | of these")


@phrase("no_subject", "neither <cell> nor <cell>")
def neither(*found: Value) -> Subjects:
    """Neither A nor B."""
    return Subjects(items=found, mode="none")


@phrase("no_subject", "none of <cells>", "not [even|a single] one of <cells>")
def no_subject(found: Subjects) -> Subjects:
    """None of several."""
    return found.model_copy(update={"mode": "none"})


# What is said of several at once --------------------------------------------------------------


def each_pair(found: Subjects, sign: str) -> Predicate:
    """Every two of the columns compared."""
    return all_of(*(compare(left, sign, right) for left, right in combinations(found.items, 2)))


def all_are(found: Subjects, told: Predicate) -> Predicate:
    """Something said of every column."""
    return all_of(*(about(told, item) for item in found.items))


def none_is(found: Subjects, told: Predicate) -> Predicate:
    """Something denied of every column."""
    return all_of(*(not_(about(told, item)) for item in found.items))


def at_most_one(found: Subjects, told: Predicate) -> Predicate:
    """Something said of no two of the columns."""
    parts = [about(told, item) for item in found.items]
    return all_of(*(not_(all_of(left, right)) for left, right in combinations(parts, 2)))


def extreme(found: Subjects, sign: str, told: Predicate) -> Predicate:
    """Something said of the largest (or smallest) of the columns."""
    chosen = []
    for item in found.items:
        others = [compare(item, sign, other) for other in found.items if other != item]
        chosen.append(all_of(*others, about(told, item)))
    return any_of(*chosen)
