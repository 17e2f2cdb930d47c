"""Phrases for rows by what they are called: days marked as a holiday (holiday 1), those without a sale.

A word of no column is what its explanation says; a row that is marked as something is one of
these rows.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.kin_rows import of_kin
from backend.rules.language.terms import Cell, Exists, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, Subjects, all_of, compare, not_

phrase = Phrases()

# A word that is said in full ----------------------------------------------------------------------

phrase.words("_those_rows_that", "those | those rows | ones | one | the ones")


@phrase(
    "rows", r"[_each] _coined <noun> \( [_that_is_to_say] [,] [_those_rows_that] <rel> \)", cost=0.1
)
@phrase("rows", "[_each] _coined <noun> [,] _that_is_to_say [,] [_those_rows_that] <rel>", cost=0.1)
def coined_by_rel(rows: RowSet, told: Predicate) -> RowSet | None:
    """Vacant flats (those without a lease): a word of no column, said in full."""
    return rows.that(told) if rows.where is None else None


@phrase("rows", r"[_each] _coined <noun> \( [_that_is_to_say] [,] [a|an|those] <rows> \)", cost=0.1)
@phrase("rows", "[_each] _coined <noun> [,] _that_is_to_say [,] [a|an|those] <rows>", cost=0.1)
def coined_by_rows(rows: RowSet, others: RowSet) -> RowSet | None:
    """An open rental, that is, a rental without return_date."""
    is_same = rows.table == others.table and rows.where is None and others.where is not None
    return others if is_same else None


# Rows that are called something -------------------------------------------------------------------

phrase.words(
    "_marked_as_one",
    "(marked|counted|listed|recorded|labelled|classed|entered|shown|treated|registered|given|set|classified) as",
)
phrase.words("_called_so", "[that are|which are] _marked_as_one | that count as | that are")


def _is_one_of(rows: RowSet, others: RowSet) -> Predicate | None:
    """What makes them some of the others, where all are rows of one table."""
    is_own = others.table in ("", rows.table) or not rows.table
    return others.where if is_own and not others.each else None


@phrase("rows", "<rows> _called_so [a|an] <rows>", cost=0.15)
def called_so(rows: RowSet, others: RowSet) -> RowSet | None:
    """Days marked as a working day (workingday 1)."""
    told = _is_one_of(rows, others)
    return None if told is None else rows.that(told)


@phrase("rows", "<rows> [that are|which are] not _marked_as_one [a|an] <rows>", cost=0.15)
@phrase("rows", "<rows> (that|which) (do|does) not count as [a|an] <rows>", cost=0.15)
def not_called_so(rows: RowSet, others: RowSet) -> RowSet | None:
    """Days not marked as a working day (workingday 1)."""
    told = _is_one_of(rows, others)
    return None if told is None else rows.that(not_(told))


@phrase("rows", r"<rows> _called_so [a|an] <cell> \( <definition> \)", cost=0.1)
def called_by_column(rows: RowSet, of: Cell, told: Predicate) -> RowSet | None:
    """Days listed as holiday (holiday 1): the brackets say what the column holds."""
    is_of_it = {part for part in walk(told) if isinstance(part, Cell)} == {of}
    return rows.that(told) if is_of_it else None


@phrase("stmt", "<rows> _must_not be [also] [a|an] <rows>", cost=0.3)
@phrase("stmt", "<rows> _must not be [also] [a|an] <rows>", cost=0.3)
def must_not_be_one(rows: RowSet, others: RowSet) -> Statement | None:
    """A holiday (holiday 1) must not be a working day (workingday 1)."""
    told = _is_one_of(rows, others)
    if (
        told is None
        or rows.where is None
        or any(isinstance(part, Exists) for part in walk(rows.where))
    ):
        return None
    return rule(not_(told), rows.table, rows.where)


# Although something is so -------------------------------------------------------------------------


@phrase("stmt", "_flag <rows> [,] _although <clauses>", cost=0.1)
@phrase("stmt", "(is|are) there [any|a|an] <rows> [,] _although <clauses> [?]", cost=0.1)
def rows_although(rows: RowSet, told: Predicate) -> Statement | None:
    """Flag days with workingday 1 although holiday is 1: rows that are told both of."""
    if rows.where is None or rows.each:
        return None
    return rule(not_(all_of(rows.where, told)), rows.table)


# Columns that are a key together ------------------------------------------------------------------

phrase.words(
    "_and_with_it",
    "plus | together with | along with | in combination with | combined with | in connection with",
)
phrase.words("_standing", "from | at | in | on | under | of | by | for | with | within")


@phrase("key", "[the] [same] <cell> _and_with_it [the] [same] <cell>")
@phrase("key", "<cell> plus <cell> plus <cell>")
@phrase("key", "<cell> _standing (the same|one and the same) <cell>", cost=0.02)
def key_with(*cells: Cell) -> Subjects | None:
    """Playlist plus track; the same name from the same brewery."""
    return Subjects(items=cells) if len(set(cells)) == len(cells) else None


# The value of the row that is led to --------------------------------------------------------------


@phrase("vp", "_be (not|never) [exactly|also] <cell>", cost=0.3)
def not_that_there(other: Cell) -> Predicate | None:
    """Is not the owner of the bike being rented: a column that another table is named for."""
    return compare(IT, "!=", other) if other.table else None


@phrase("vp", "_be (not|never) (the|its|their|his|her) own <cell>", cost=0.1)
@phrase("vp", "(is|are) (not|never) (the|its|their|his|her) own <cell>", cost=0.1)
def never_its_own(own: Cell) -> Predicate | None:
    """Is never the own number."""
    return None if own.table else compare(IT, "!=", own)


@phrase("vp", "_be [exactly|also] <cell>", cost=0.3)
def that_there(other: Cell) -> Predicate | None:
    """Is the owner of the bike being rented."""
    return compare(IT, "==", other) if other.table else None


@phrase("vp", "_be (not|never) [exactly|also] <cell> of [the] <kin>", cost=0.35)
def not_that_of_kin(of: Cell, key: Cell) -> Predicate | None:
    """Is not the hiring date of the employee."""
    told = of_kin(of, key)
    return None if told is None else compare(IT, "!=", told)


@phrase("vp", "_be [exactly|also] <cell> of [the] <kin>", cost=0.35)
def that_of_kin(of: Cell, key: Cell) -> Predicate | None:
    """Is the hiring date of the employee."""
    told = of_kin(of, key)
    return None if told is None else compare(IT, "==", told)


@phrase("cell", "<column> (of|for|on|in) [the|its|their|that] <noun> _taking_part", cost=0.15)
def cell_of_one_taking_part(of: Cell, owner: RowSet) -> Value | None:
    """The hiring date of the employee being paid, whose table has another name."""
    is_plain = bool(owner.table) and owner.where is None and not owner.each
    is_its = is_plain and of.table in ("", owner.table)
    return of.model_copy(update={"table": owner.table}) if is_its else None
