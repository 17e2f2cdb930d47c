"""Phrases for how many rows or columns a table has, asked, told shortly, or against another's."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import denied, is_wish
from backend.rules.language.terms import Constant, Predicate
from backend.rules.metric_bounds import allows
from backend.rules.metric_counts import _against, rows_bounded, rows_expected
from backend.rules.phrasing import Phrases, RowSet, Statement, all_of
from backend.rules.wrong_columns import _counted

phrase = Phrases()

phrase.words("_holds_so_many", "have | contain | hold | comprise | number | consist of | include")

# One table ----------------------------------------------------------------------------------------


@phrase(
    "stmt", "(do|does) (<table>|<the_file>) [_whole] _holds_so_many <number> _row [?]", cost=0.1
)
@phrase("stmt", "(<table>|<the_file>) : [exactly] <number> _row [_all_told]", cost=0.1)
@phrase("stmt", "(<table>|<the_file>) _must comprise <number> _row", cost=0.1)
def asked_exactly(*parts: Any) -> Statement | None:
    """Does orders have 7 rows? Or shortly, orders: 7 rows."""
    total = next(part for part in parts if isinstance(part, Constant))
    return rows_expected(total, next(part for part in parts if isinstance(part, str)))


_ASKED = "(do|does) (<table>|<the_file>) [_whole] _holds_so_many <count_bound> _row"


@phrase("stmt", f"{_ASKED} [?]", cost=0.1)
def asked_whether(*parts: Any) -> Statement | None:
    """Does orders have at least 7 rows? "Fewer than 7" may be asked as a fault."""
    told = asked_within(*parts)
    return told if told is not None and is_wish(told) else None


@phrase("stmt", f"{_ASKED} ? (_there_should|_would_be_right)", cost=0.05)
def asked_and_wanted(*parts: Any) -> Statement | None:
    """Does orders have more than 7 rows? It should."""
    return asked_within(*parts)


@phrase("stmt", f"{_ASKED} ? (_not_to_be_so|_would_be_wrong)", cost=0.05)
def asked_and_unwanted(*parts: Any) -> Statement | None:
    """Does orders have fewer than 7 rows? Then the check fails."""
    told = asked_within(*parts)
    return None if told is None else denied(told)


@phrase("stmt", "(<table>|<the_file>) : <count_bound> _row [_all_told]", cost=0.1)
@phrase("stmt", "(<table>|<the_file>) _must comprise <count_bound> _row", cost=0.1)
@phrase("stmt", "(<table>|<the_file>) _must be <count_bound> _row long", cost=0.1)
def asked_within(*parts: Any) -> Statement | None:
    """Orders: at least 7 rows."""
    bound = next(part for part in parts if not isinstance(part, str))
    return rows_bounded(bound, next(part for part in parts if isinstance(part, str)))


@phrase(
    "stmt", "how many _row (do|does) (<table>|<the_file>) _holds_so_many ? <how_many>", cost=0.02
)
@phrase("stmt", "how many _row (are|is) (there|in) (<table>|<the_file>) ? <how_many>", cost=0.02)
def asked_how_many_rows(*parts: Any) -> Statement | None:
    """How many rows does orders have? It should be seven."""
    return asked_within(*parts)


@phrase(
    "stmt",
    "how many _columns (do|does) <whose_columns> _holds_so_many ? <how_many>",
    "how many _columns (are|is) (there|in|there in) <whose_columns> ? <how_many>",
    cost=0.02,
)
def asked_how_many_columns(table: tuple[str, str], bound: Predicate) -> Statement | None:
    """How many columns does orders have? It should be ten."""
    return _counted(bound, table[1])


@phrase(
    "stmt",
    "<whose_columns> (_must (have|contain|hold)|has|have|contains|holds|needs|need) <count_bound> _columns [,] (and|but) "
    "<count_bound> [_columns]",
    cost=0.1,
)
def columns_from_both_sides(
    table: tuple[str, str], one: Predicate, other: Predicate
) -> Statement | None:
    """The table needs at least twelve columns but not more than fifteen."""
    return _counted(all_of(one, other), table[1]) if _are_opposite(one, other) else None


@phrase(
    "stmt",
    "(<table>|<the_file>|the _whole) (_must (have|contain|hold)|has|have|contains|holds|needs|need) <count_bound> <rows> [,] "
    "(and|but) <count_bound>",
    cost=0.1,
)
def rows_from_both_sides(*parts: Any) -> Statement | None:
    """The table must have at least 5 rows but no more than 10."""
    one, other = (part for part in parts if not isinstance(part, str | RowSet))
    others = [part for part in parts if isinstance(part, str | RowSet)]
    return rows_bounded(all_of(one, other), *others) if _are_opposite(one, other) else None


def _are_opposite(one: Predicate, other: Predicate) -> bool:
    """Whether one bounds from below and one from above."""
    return {getattr(part, "sign", "")[:1] for part in (one, other)} == {"<", ">"}


@phrase("stmt", "<table> (may|can) [only] (have|contain|hold) <count_bound> _row", cost=0.1)
def so_many_at_most(table: str, bound: Predicate) -> Statement | None:
    """Orders may have at most 10 rows."""
    return rows_bounded(bound, table) if allows(bound) else None


# Two tables ---------------------------------------------------------------------------------------

phrase.words("_length_of", "number of _row in | number of _row of | row count of")

for _words, _sign in (("more", "<="), ("fewer", ">="), ("less", ">=")):

    @phrase("stmt", f"<table> _must_not (have|contain|hold) {_words} _row than <table>", cost=0.05)
    def not_so_long(left: str, right: str, sign: str = _sign) -> Statement | None:
        """Orders must not have more rows than invoices."""
        return _against(RowSet(table=left), sign, 1.0, RowSet(table=right))


@phrase("stmt", "<table> _must (have|contain|hold) [exactly] <multiple> as many _row as <table>")
def so_many_times(left: str, factor: float, right: str) -> Statement | None:
    """Lines must have twice as many rows as orders."""
    return _against(RowSet(table=left), "==", factor, RowSet(table=right))


@phrase(
    "stmt",
    "_length_of <table> _must be [exactly] <multiple> (that|the number) of <table>",
    "_length_of <table> _must be [exactly] <multiple> _length_of <table>",
    "<table> _must be [exactly] <multiple> as long as <table>",
    cost=0.05,
)
def of_such_a_length(left: str, factor: float, right: str) -> Statement | None:
    """The number of rows in lines must be twice that of orders."""
    return _against(RowSet(table=left), "==", factor, RowSet(table=right))
