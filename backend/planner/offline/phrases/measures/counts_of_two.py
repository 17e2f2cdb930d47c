"""Phrases for counts of two tables side by side: as many different shops in orders as shops has rows.

Each side is a number of rows or of different values, told with its table.
"""

from __future__ import annotations

from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import count, is_open, statement, times
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

phrase.words("_different_ones", "different | distinct | unique | separate | individual")
phrase.words(
    "_within_table", "in | of | within | from | used in | found in | occurring in | listed in"
)
phrase.widen(
    "_sounded", "report (an error|a problem|an issue|a failure) | (give|show|return) an error"
)

# How many -----------------------------------------------------------------------------------------


def _different(of: Value, table: str) -> Value | None:
    if not isinstance(of, Cell) or of.table not in ("", table) or not of.column:
        return None
    return Aggregate(
        measure=Measure.DISTINCT, of=of.model_copy(update={"table": table}), table=table
    )


phrase("tally_there", "<tally_told>")(lambda told: told)


@phrase("tally_told", "_different_ones <cell> [values|entries] _within_table <table>")
def different_there(of: Value, table: str) -> Value | None:
    """Different shops in orders."""
    return _different(of, table)


@phrase("tally_told", "_different_ones <cell> [values|entries]", cost=0.02)
def different_of(of: Value) -> Value | None:
    """Different shops in orders, where the column is told with its table."""
    return _different(of, of.table) if isinstance(of, Cell) and of.table else None


@phrase("tally_told", "_row _within_table <table>")
def rows_there(table: str) -> Value:
    """Rows in shops."""
    return count(RowSet(table=table))


@phrase("tally_there", "<noun>", cost=0.1)
def such_rows_there(rows: RowSet) -> Value | None:
    """Shops: as many as there are; "more towns than shops" alone may be than shops has towns."""
    return count(rows) if rows.table and not rows.each else None


@phrase("metric", "_different_ones (number|count) of <cell> [values|entries] _within_table <table>")
@phrase("metric", "(number|count) of _different_ones <cell> [values|entries] _within_table <table>")
@phrase(
    "metric",
    "(number|count) of _different_ones (values|entries) (in|of) <cell> _within_table <table>",
)
@phrase("metric", "how many _different_ones <cell> [values] there are _within_table <table>")
@phrase("metric", "how many _different_ones <cell> [values] <table> (has|have|contains|holds)")
def different_number(of: Value, table: str) -> Value | None:
    """The number of unique shops in orders."""
    return _different(of, table)


@phrase(
    "worked_out", "count each <cell> [value] [_within_table <table>] (only once|once only|once)"
)
@phrase(
    "worked_out",
    "if you count each <cell> [value] [_within_table <table>] (only once|once only|once)",
)
def each_once(of: Value, *table: str) -> Value | None:
    """Count each shop in orders only once."""
    return _different(of, table[0] if table else getattr(of, "table", ""))


@phrase(
    "metric",
    "row (count|number) (of|in) <table>",
    "<table> row count",
    "<table> 's row count",
    cost=-0.02,
)
def rows_of_table(table: str) -> Value:
    """The row count of the shops table."""
    return count(RowSet(table=table))


# What a table has ---------------------------------------------------------------------------------


@phrase("tally_of_it", "_different_ones <cell> [values|entries]")
def its_different(of: Value) -> Value | None:
    """Different shops, of the table that is named beside it."""
    return of if isinstance(of, Cell) and of.column else None


@phrase("tally_of_it", "_row")
def its_rows() -> Value:
    """Rows, of the table that is named beside it."""
    return number(1)


def _of_table(told: Value, table: str) -> Value | None:
    return count(RowSet(table=table)) if isinstance(told, Constant) else _different(told, table)


# Side by side -------------------------------------------------------------------------------------


def _beside(
    left: Value | None, sign: str, right: Value | None, factor: float = 1
) -> Statement | None:
    ends = [end for end in (left, right) if isinstance(end, Aggregate)]
    if len(ends) < 2 or ends[0] == ends[1] or not all(end.table for end in ends):
        return None
    if all(end.measure == Measure.COUNT for end in ends):
        return None  # rows beside rows: told elsewhere
    other = ends[1] if factor == 1 else times(factor, ends[1])
    return statement(compare(ends[0], sign, other), table=ends[0].table)


_HAVE = "(have|contain|hold|show|list|use|cover)"
_HAS = "(has|have|contains|contain|holds|hold|shows|lists|uses|use|does|do)"
_MANY = (
    ("[exactly] as many", "as", "=="),
    ("[exactly] the same number of", "as", "=="),
    ("an equal number of", "as", "=="),
    ("more", "than", ">"),
    ("(fewer|less)", "than", "<"),
    ("(no more|not more|at most as many)", "(than|as)", "<="),
    ("(no fewer|no less|not fewer|at least as many)", "(than|as)", ">="),
)

for _words, _than, _sign in _MANY:

    @phrase(
        "stmt",
        f"there _must be {_words} <tally_there> {_than} [there are] <tally_there>",
        f"there (are|is) {_words} <tally_there> {_than} [there are] <tally_there>",
        cost=0.02,
    )
    def as_many(left: Value, right: Value, sign: str = _sign) -> Statement | None:
        """There must be as many different shops in orders as there are rows in shops."""
        return _beside(left, sign, right)

    @phrase(
        "stmt", f"<table> _must {_HAVE} {_words} <tally_of_it> {_than} <table> {_HAS} [<tally_of_it>]",
        cost=0.02,
    )  # fmt: skip
    def has_as_many(
        mine: str, told: Value, table: str, *other: Value, sign: str = _sign
    ) -> Statement | None:
        """Orders must have as many different shops as shops has rows."""
        return _beside(_of_table(told, mine), sign, _of_table(other[0] if other else told, table))

    @phrase(
        "stmt",
        f"<table> _must {_HAVE} {_words} <tally_of_it> {_than} there are <tally_there>",
        f"<table> _must {_HAVE} {_words} <tally_of_it> {_than} <tally_told>",
        cost=0.02,
    )
    def has_as_many_as_there_are(
        mine: str, told: Value, right: Value, sign: str = _sign
    ) -> Statement | None:
        """Shops must have the same number of rows as there are different shops in orders."""
        return _beside(_of_table(told, mine), sign, right)


for _words, _sign in (("more", "<="), ("(fewer|less)", ">=")):

    @phrase(
        "stmt",
        f"there (must|should|may|can) (not|never) be {_words} <tally_there> than [there are] <tally_there>",
        cost=0.02,
    )
    def not_so_many(left: Value, right: Value, sign: str = _sign) -> Statement | None:
        """There must not be more different shops in orders than rows in shops."""
        return _beside(left, sign, right)

    @phrase(
        "stmt",
        f"<table> (must|should|may|can) (not|never) {_HAVE} {_words} <tally_of_it> than <table> {_HAS} [<tally_of_it>]",
        f"<table> (must|should|may|can) (not|never) {_HAVE} {_words} <tally_of_it> than there are <tally_there>",
        f"<table> (must|should|may|can) (not|never) {_HAVE} {_words} <tally_of_it> than <tally_told>",
        cost=0.02,
    )
    def has_not_so_many(
        mine: str, told: Value, *others: object, sign: str = _sign
    ) -> Statement | None:
        """Orders must not have more different shops than shops has rows."""
        if isinstance(others[0], str):
            other = others[1] if len(others) > 1 else told
            return _beside(_of_table(told, mine), sign, _of_table(other, others[0]))  # type: ignore[arg-type]
        return _beside(_of_table(told, mine), sign, others[0])  # type: ignore[arg-type]


# Asked --------------------------------------------------------------------------------------------


def _asked(metric: Value, told: Predicate) -> Statement | None:
    return None if is_open(metric) else statement(told)


@phrase(
    "stmt", "(does|do) <metric> <verb> ? _it_must_not", "(is|are) <metric> <adj> ? _it_must_not"
)
def asked_and_denied(metric: Value, told: Predicate) -> Statement | None:
    """Does the number of shops in orders differ from the row count of shops? It must not."""
    return _asked(metric, not_(about(told, metric)))


@phrase("stmt", "(does|do) <metric> <verb> ? _so_it_must", "(is|are) <metric> <adj> ? _so_it_must")
def asked_and_demanded(metric: Value, told: Predicate) -> Statement | None:
    """Does the number of shops in orders equal the row count of shops? It must."""
    return _asked(metric, about(told, metric))
