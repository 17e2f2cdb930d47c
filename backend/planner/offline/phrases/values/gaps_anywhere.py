"""Phrases for gaps in any column of a table, and for other spellings that are wrong."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Missing
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, Subjects, about_all, not_

phrase = Phrases()

phrase.words(
    "_any_gaps",
    "missing values | missing value | missing entries | missing data | empty values | empty entries | null values | "
    "blanks | gaps | nulls | NaN values | holes",
)
phrase.widen(
    "_values_beyond",
    "any other (spelling|entry|answer|form|version|variant) | (other|all other) (spellings|entries|answers|forms|variants) | "
    "every other (value|spelling|entry)",
)
phrase.widen(
    "_is_refused",
    "(is|are) [a|just a] (misspelling|misspellings|typos|typing error|spelling mistake)",
)


def _filled(cells: tuple[Cell, ...]) -> Statement:
    return rule(about_all(not_(Missing(of=IT)), Subjects(items=cells)))


@phrase(
    "stmt",
    "there (must|should|may) be no _any_gaps (in|inside) (any|every|all|the) [of the] <table_columns>",
    "no <table_columns> (may|must|should|can) (have|contain|hold|show) [any] _any_gaps",
    "(every|each|all|all the) <table_columns> (must|should) be free (of|from) _any_gaps",
    "no _any_gaps [are allowed] (in|inside) (any|every|all|the) <table_columns>",
    "(is|are) there [any] _any_gaps (in|inside) (any|some|one) [of the] <table_columns> [?]",
    "(does|do) any <table_columns> (have|contain|hold) [any] _any_gaps [?]",
    cost=0.05,
)
def no_gaps(cells: tuple[Cell, ...]) -> Statement:
    """There must be no missing values in any column."""
    return _filled(cells)


@phrase(
    "stmt",
    "_flag [all|any] <noun> (with|having) [any] _any_gaps in (any|some|one|at least one) [of the] <table_columns>",
    "_flag [all|any] <noun> (with|having) [any] _any_gaps in (any|at least one) of (its|their) <table_columns>",
    cost=0.05,
)
def flag_gaps(rows: RowSet, cells: tuple[Cell, ...]) -> Statement | None:
    """Flag rows with missing values in any column."""
    return _filled(cells) if rows.where is None else None
