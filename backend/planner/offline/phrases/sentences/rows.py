"""Phrases for rows: which table they are of, and what narrows them."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Cell,
    Compare,
    Exists,
    Missing,
    Predicate,
    Value,
)
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Subjects,
    about,
    about_all,
    all_of,
    compare,
    not_,
)

phrase = Phrases()

OWN_KEY = (("", ""),)
"""Keys that are found from the schema when the rule is resolved."""

phrase.words(
    "_row",
    "row | rows | record | records | entry | entries | case | cases | line | lines | item | "
    "items | observation | observations | people | persons | person | individuals | anyone | anybody | someone | somebody | everyone | everybody | staff | tuples",
)
phrase.words("_that", "that | which | who")
phrase.words(
    "_with",
    "with | having | that have | which have | that has | who have | which has | who has | "
    "that had | showing | carrying",
)


# Nouns -------------------------------------------------------------------------------------------


@phrase(
    "noun",
    "<table>",
    "<table> _row",
    "_row (in|of|from) <table>",
    "<table> table",
    "<table> [table] _row",
)
@phrase(
    "noun",
    "<keynoun>",
    "(table|sheet|file) <table>",
    "_row (in|of|from) [table|sheet|file] <table> [table|sheet]",
)
def noun(table: str) -> RowSet:
    """Rows of a table."""
    return RowSet(table=table)


@phrase("noun", "_row", "_row in the (table|file|data|dataset|sheet)")
def some_rows() -> RowSet:
    """Rows of the table at hand."""
    return RowSet()


@phrase("noun", r"<bare> \( <cell> \)", r"<text> \( <cell> \)", cost=0.2)
def named_value(value: Value, cell: Value) -> RowSet:
    """A Husband (relationship): rows with that value."""
    return RowSet(where=compare(cell, "==", value))


@phrase("noun", "<adjective> <noun>", cost=0.1)
def narrowed(condition: Predicate, rows: RowSet) -> RowSet | None:
    """Paid orders: an adjective that is a value of one column."""
    return _narrow(rows, condition)


@phrase("noun", "<flag_word> <noun>", cost=0.2)
def flagged_noun(condition: Predicate, rows: RowSet) -> RowSet | None:
    """Active users: a column of true and false."""
    return _narrow(rows, condition)


@phrase("noun", "<flag_noun>")
def flagged_ones(condition: Predicate) -> RowSet | None:
    """Bus riders: the plural of a column of yes and no."""
    return _narrow(RowSet(), condition)


def _narrow(rows: RowSet, condition: Predicate) -> RowSet | None:
    if isinstance(condition, Compare) and isinstance(condition.left, Cell):
        table = condition.left.table
        if rows.table not in ("", table):
            return None
        return RowSet(table=table, where=rows.where).that(condition)
    return rows.that(condition)


@phrase("rows", "<noun>", "(those|these|such) <noun>")
def rows(found: RowSet) -> RowSet:
    """Rows, all of them."""
    return found


@phrase("rows", "_each <noun>")
def each_row(found: RowSet) -> RowSet:
    """Each row."""
    return found.model_copy(update={"each": True})


# What narrows them -------------------------------------------------------------------------------


@phrase("rows", "<rows> <rel>", "<rows> , <rel> ,", cost=0.01)
def that(found: RowSet, condition: Predicate) -> RowSet:
    """Rows that fulfil a condition."""
    return found.that(condition)


@phrase("rows", "<rows> (and|but) <rel>", cost=0.15)
def and_that(found: RowSet, condition: Predicate) -> RowSet | None:
    """One condition more."""
    return found.that(condition) if found.where is not None else None


@phrase("rel", "(where|wherever|whenever|for which|for whom|in which|when|on which) <clauses>")
def where(condition: Predicate) -> Predicate:
    """Where something is so."""
    return condition


@phrase("rel", "whose <expr> <vp>", "whose <expr> [_be] <adj>", cost=0.0)
def whose(subject: Value, told: Predicate) -> Predicate:
    """Whose column is so."""
    return about(told, subject)


@phrase("rel", "whose <subjects> <vp>")
def whose_many(subjects: Subjects, told: Predicate) -> Predicate:
    """Whose columns are so."""
    return about_all(told, subjects)


@phrase("rel", "whose <sum> <sign> <sum>", "with <sum> <sign> <sum>", "with <sum> <sign> <text>")
def whose_sign(left: Value, sign: str, right: Value) -> Predicate:
    """Whose column compares in signs."""
    return compare(left, sign, right)


@phrase("rel", "_with <feature>", "_that <rowvp>", "<participle>")
def with_feature(condition: Predicate) -> Predicate:
    """With a feature."""
    return condition


@phrase(
    "rel",
    "without [any] <cell>",
    "with no <cell>",
    "without [any] <cell> (set|given|value|filled in|recorded|reading|measurement)",
    "with no <cell> (reading|measurement|value)",
    "(missing|lacking) [any|their|its] <cell>",
    "with (missing|empty|blank|unknown) <cell>",
    "with <cell> (missing|empty|blank)",
    "with nothing in <cell>",
    "having no <cell>",
)
def without(subject: Value) -> Predicate:
    """Without a value."""
    return Missing(of=subject)


@phrase(
    "rel",
    "without (any|a|a single|even one|matching|a matching|corresponding|a corresponding|known|a known|valid|a valid|existing|an existing) <rows>",
    "with no (matching|corresponding) <rows>",
    "with no <rows>",
    "without <rows>",
    "lacking (any|a|matching) <rows>",
    cost=0.1,
)
def without_rows(other: RowSet) -> Predicate | None:
    """Without rows of another table."""
    return None if not other.table else not_(exists(other))


def exists(other: RowSet) -> Predicate:
    """Some row of the other table belongs to this one."""
    return Exists(table=other.table, keys=OWN_KEY, where=other.where)


@phrase(
    "rel", "without <subjects>", "with no <subjects>", "with neither <cell> nor <cell>", cost=0.05
)
def without_many(*parts: Any) -> Predicate:
    """Without any of several values."""
    items = parts[0].items if isinstance(parts[0], Subjects) else parts
    return all_of(*(Missing.model_validate({"of": item}) for item in items))
