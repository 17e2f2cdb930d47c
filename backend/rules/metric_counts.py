"""The English of how many rows there are, of one table or of several."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import count, distinct, statement, times
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    about,
    compare,
    not_,
    number,
)

phrase = Phrases()
phrase.words(
    "_expects",
    "we expect | expect | we need | we want | expected are | i expect | we should have | "
    "there must be | there should be",
)
phrase.words("_whole", "table | file | sheet | dataset")


@phrase(
    "stmt",
    "there (must|should|has to|have to) be <count_bound> <rows> [in total]",
    "there (are|is) <count_bound> <rows>",
    "_expects <count_bound> <rows>",
    "<table> _must (have|contain|hold) <count_bound> _row",
    "<table> _whole _must (have|contain|hold) <count_bound> _row",
    "the _whole (must|should|has to) (have|contain|hold) <count_bound> <rows>",
    "the _whole (needs|has|contains|holds) <count_bound> _row",
    "<table> [_whole] (needs|has|contains|holds) <count_bound> _row",
    "<rows> count _must be <count_bound>",
    "<rows> (must|should) number <count_bound>",
)
def rows_bounded(*parts: Any) -> Statement | None:
    """There must be at least 5 items."""
    rows = next((part for part in parts if isinstance(part, RowSet)), None)
    name = next((part for part in parts if isinstance(part, str)), "")
    bound = next(part for part in parts if not isinstance(part, RowSet | str))
    return (
        None if rows and rows.each else statement(about(bound, count(rows or RowSet(table=name))))
    )


@phrase("stmt", "there (may|can) [only] be <count_bound> <rows> [in total]")
def rows_allowed(bound: Predicate, rows: RowSet) -> Statement | None:
    """There may be at most 5 items."""
    return rows_bounded(bound, rows) if allows(bound) else None


@phrase(
    "stmt",
    "there (must|should|may|can|shall) not be <count_bound> <rows>",
    "<table> _must_not (have|contain|hold) <count_bound> _row",
    "[the] _whole _must_not (have|contain|hold) <count_bound> <rows>",
    "<count_bound> <rows> _must_not exist",
)
def rows_forbidden(*parts: Any) -> Statement | None:
    """There must not be more than 5 items."""
    bound = next(part for part in parts if not isinstance(part, RowSet | str))
    if getattr(bound, "sign", "") not in (">", "<", ">="):
        return None
    others = [part for part in parts if part is not bound]
    return rows_bounded(*others, not_(bound))


@phrase("stmt", "_expects <number> <rows>", "<table> _must (have|contain) <number> _row", cost=0.05)
@phrase(
    "stmt",
    "there are <number> <rows>",
    "[the] _whole _must (have|contain|hold) <number> _row",
    cost=0.05,
)
def rows_expected(*parts: Any) -> Statement | None:
    """We expect 5 items."""
    total = next(part for part in parts if isinstance(part, Constant))
    rows = next((part for part in parts if isinstance(part, RowSet)), None)
    name = next((part for part in parts if isinstance(part, str)), "")
    return statement(compare(count(rows or RowSet(table=name)), "==", total))


@phrase(
    "stmt",
    "<count_bound> <rows> _must <rowvp>",
    "<count_bound> of [the|all] <rows> _must <rowvp>",
    "<count_bound> <rows> _must (have|contain) <feature>",
    cost=0.05,
)
def so_many_must(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """At least 2 loans must be open."""
    return None if rows.each else statement(about(bound, count(rows.that(told))))


@phrase(
    "stmt",
    "<count_bound> <rows> (may|can) <rowvp>",
    "<count_bound> of [the|all] <rows> (may|can) <rowvp>",
    "<count_bound> <rows> (may|can) (have|contain) <feature>",
    cost=0.05,
)
def so_many_may(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """At most 3 loans may be open."""
    return so_many_must(bound, rows, told) if allows(bound) else None


@phrase("stmt", "<count_bound> <cell> [values|cells] (may|can) be <adj>", cost=0.1)
def so_many_values_may(bound: Predicate, of: Cell, told: Predicate) -> Statement | None:
    """No more than 1 mark may be missing."""
    return so_many_values(bound, of, told) if allows(bound) else None


@phrase("stmt", "<count_bound> <cell> [values|cells] _must be <adj>", cost=0.1)
def so_many_values(bound: Predicate, of: Cell, told: Predicate) -> Statement:
    """At least 3 marks must be above 50."""
    return statement(about(bound, count(RowSet(table=of.table, where=about(told, of)))))


@phrase(
    "stmt",
    "<table> (must|should|may) (not be|never be) empty",
    "[the] _whole (must|should|may) (not be|never be) empty",
    "_whole <table> (must|should|may) (not be|never be) empty",
    "<table> _whole (must|should|may) (not be|never be) empty",
    "there (must|should) be (any|some) <rows>",
)
def not_empty(*parts: Any) -> Statement:
    """The table must not be empty."""
    rows = next((part for part in parts if isinstance(part, RowSet)), None)
    name = next((part for part in parts if isinstance(part, str)), "")
    return statement(compare(count(rows or RowSet(table=name)), ">=", number(1)))


# Two tables ----------------------------------------------------------------------------------

_MANY = (
    ("more", "than", ">"),
    ("fewer", "than", "<"),
    ("less", "than", "<"),
    ("no more", "than", "<="),
    ("not more", "than", "<="),
    ("no fewer", "than", ">="),
    ("at least as many", "as", ">="),
    ("at most as many", "as", "<="),
    ("as many", "as", "=="),
    ("exactly as many", "as", "=="),
    ("the same number of", "as", "=="),
)
for _words, _than, _sign in _MANY:
    _duty = "must|should|may|can" if _sign == "<=" else "must|should"  # "may be more" is no rule

    @phrase(
        "stmt",
        f"there ({_duty}) be {_words} <rows> {_than} [there are] <rows>",
        f"there (are|is) {_words} <rows> {_than} [there are] <rows>",
    )
    def rows_against_rows(left: RowSet, right: RowSet, sign: str = _sign) -> Statement | None:
        """There must be more lines than invoices."""
        return _against(left, sign, 1.0, right)

    @phrase("stmt", f"<table> _must (have|contain) {_words} _row {_than} <table>")
    def table_against_table(left: str, right: str, sign: str = _sign) -> Statement | None:
        """Lines must have more rows than invoices."""
        return _against(RowSet(table=left), sign, 1.0, RowSet(table=right))


for _words, _sign in (("more", "<="), ("fewer", ">="), ("less", ">=")):

    @phrase(
        "stmt",
        f"there (must|should|may|can|shall) (not|never) be {_words} <rows> than [there are] <rows>",
        f"there can not [ever] be {_words} <rows> than [there are] <rows>",
    )
    def not_so_many(left: RowSet, right: RowSet, sign: str = _sign) -> Statement | None:
        """There may not be more lines than invoices."""
        return _against(left, sign, 1.0, right)


for _head, _sign in (("_ge", ">="), ("exactly", "=="), ("_le", "<="), ("_gt", ">")):

    @phrase(
        "stmt",
        f"there (must|should) be {_head} <multiple> as many <rows> as <rows>",
        f"<table> _must (have|contain) {_head} <multiple> as many _row as <table>",
        f"there (must|should) be {_head} <multiple> as many <rows> as there are <rows>",
    )
    def rows_multiple(*parts: Any, sign: str = _sign) -> Statement | None:
        """There must be at least twice as many lines as invoices."""
        factor = next(part for part in parts if isinstance(part, float))
        left, right = (
            RowSet(table=part) if isinstance(part, str) else part
            for part in parts
            if not isinstance(part, float)
        )
        return _against(left, sign, factor, right)


@phrase("stmt", "there (must|should) be <multiple> as many <rows> as [there are] <rows>")
def rows_multiple_exactly(factor: float, left: RowSet, right: RowSet) -> Statement | None:
    """There must be twice as many lines as invoices."""
    return _against(left, "==", factor, right)


def _against(left: RowSet, sign: str, factor: float, right: RowSet) -> Statement | None:
    if left.each or right.each or left == right:
        return None
    told: Value = count(right) if factor == 1.0 else times(factor, count(right))
    return statement(compare(count(left), sign, told))


@phrase(
    "stmt",
    "<table> and <table> _must (have|contain) the same number of (rows|records|entries)",
    "<table> and <table> _must (be|have) equally (long|many rows)",
    "[the] (row count|number of rows) (of|in) <table> and <table> _must be (equal|the same|identical)",
    "[the] row counts of <table> and <table> _must (match|agree|be equal|be the same)",
)
def same_length(left: str, right: str) -> Statement | None:
    """Two tables must have the same number of rows."""
    return _against(RowSet(table=left), "==", 1.0, RowSet(table=right))


# Distinct values -----------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> _must (have|take|contain|hold|show) <count_bound> (distinct|different|unique) values",
    "<cell> (has|takes|contains) <count_bound> (distinct|different|unique) values",
    "there (must|should) be <count_bound> (distinct|different|unique) <cell> [values]",
    "there (must|should) be <count_bound> (distinct|different|unique) values (in|of) <cell>",
    "<cell> _must (have|take) <count_bound> distinct value",
)
def distinct_bounded(*parts: Any) -> Statement:
    """wave4 must have at least 2 distinct values."""
    of = next(part for part in parts if isinstance(part, Cell))
    bound = next(part for part in parts if not isinstance(part, Cell))
    return statement(about(bound, distinct(of)))


@phrase("stmt", "<cell> _must_not be (constant|all the same)", "<cell> _must vary")
def not_constant(of: Value) -> Statement:
    """A column must have more than one value."""
    return statement(compare(distinct(of), ">", number(1)))
