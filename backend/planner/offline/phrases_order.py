"""Phrases for rows in order, and for rows against the average of all rows."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases_rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Measure,
    Predicate,
    Previous,
    Value,
)
from backend.rules.phrasing import Phrases, Statement, compare

phrase = Phrases()

# Order ---------------------------------------------------------------------------------------

phrase.words(
    "_rowwise",
    "from row to row | with each row | with every row | row by row | in file order | from "
    "one row to the next | from each row to the next | over the rows | down the file | in "
    "the order of the file | in row order",
)
_WAYS = {
    "(increase|rise|grow|go up) [strictly]": ">",
    "strictly (increase|rise|grow)": ">",
    "be strictly (increasing|ascending)": ">",
    "(never|not) (decrease|fall|drop|go down)": ">=",
    "be (non-decreasing|nondecreasing|monotonically increasing or equal)": ">=",
    "(decrease|fall|go down) [strictly]": "<",
    "strictly (decrease|fall)": "<",
    "be strictly (decreasing|descending)": "<",
    "(never|not) (increase|rise|go up|grow)": "<=",
    "be (non-increasing|nonincreasing)": "<=",
    "be (sorted|ordered) [in] (ascending|ascending order)": ">=",
    "be in ascending order": ">=",
    "be (sorted|ordered) [in] (descending|descending order)": "<=",
    "be in descending order": "<=",
}


@phrase("within", "(within|per|for|in) [each|every|one|the same] <cell>", "for each <cell>")
def within(cell: Value) -> tuple[str, Value]:
    """Within each group."""
    return ("by", cell)


@phrase(
    "sorted",
    "(ordered|sorted|when sorted|when ordered|in order of|in the order of|over|along|sorted in order of) [by] <cell>",
    "by <cell> order",
    "with (increasing|growing|rising) <cell>",
)
def sorted_by(cell: Value) -> tuple[str, Value]:
    """Ordered by a column."""
    return ("order", cell)


for _way, _sign in _WAYS.items():

    @phrase(
        "stmt",
        f"<cell> (must|should|has to|may) {_way} [_rowwise]",
        f"<cell> (must|should|has to|may) {_way} <within> [_rowwise]",
        f"<cell> (must|should|has to|may) {_way} [when] <sorted>",
        f"<cell> (must|should|has to|may) {_way} <within> [,] [when] <sorted>",
        f"<cell> (must|should|has to|may) {_way} [when] <sorted> [,] <within>",
        f"<within> [,] <cell> (must|should|has to|may) {_way} [_rowwise]",
        f"<within> [,] <cell> (must|should|has to|may) {_way} [when] <sorted>",
    )
    def monotone(*parts: Any, sign: str = _sign) -> Statement | None:
        """The value must increase from row to row."""
        cell = next(part for part in parts if isinstance(part, Cell))
        return _against_previous(cell, sign, parts)


def _against_previous(cell: Cell, sign: str, parts: tuple[object, ...]) -> Statement | None:
    before = previous(cell, parts)
    return None if before is None else rule(compare(cell, sign, before), subject=cell)


def previous(cell: Cell, parts: tuple[object, ...] = ()) -> Value | None:
    """The cell of the row before, within and ordered by what the sentence says."""
    named: dict[str, object] = dict(part for part in parts if isinstance(part, tuple))
    columns = {key: value.column for key, value in named.items() if isinstance(value, Cell)}
    if cell.column in columns.values():
        return None
    by = (columns["by"],) if "by" in columns else ()
    return Previous(of=cell, by=by, order_by=columns.get("order"))


@phrase(
    "expr",
    "(previous|preceding|last) <cell>",
    "previous row 's <cell>",
    "<cell> (of|in) the (previous|preceding) row",
    "<cell> (of|in) the row (before|above)",
    cost=0.1,
)
def previous_cell(cell: Value) -> Value | None:
    """The previous balance."""
    return previous(cell) if isinstance(cell, Cell) else None


for _head, _sign in (("_le", "<="), ("_lt", "<")):

    @phrase(
        "stmt",
        f"<cell> (must|may|should) [only] (change|differ) by {_head} <number> _rowwise",
        f"<cell> (must|may|should) [only] (change|differ) by {_head} <number> (from|compared with|compared to|against) the (previous|preceding) row",
        f"<cell> (must|may|should) [only] (change|differ) by {_head} <number> _rowwise <within>",
    )
    def bounded_change(
        cell: Value, limit: Constant, *parts: Any, sign: str = _sign
    ) -> Statement | None:
        """The level may change by at most 5 from row to row."""
        return _change(cell, sign, limit, parts)


@phrase(
    "stmt",
    "<cell> (must|may|should) not (change|jump|differ) by more than <number> _rowwise",
    "<cell> (must|may|should) not (change|jump|differ) by more than <number> (from|compared with|compared to) the (previous|preceding) row",
    "<cell> (must|may|should) not (change|jump|differ) by more than <number> _rowwise <within>",
)
def unbounded_change(cell: Value, limit: Constant, *parts: Any) -> Statement | None:
    """The level must not change by more than 5 from row to row."""
    return _change(cell, "<=", limit, parts)


def _change(cell: Value, sign: str, limit: Constant, parts: tuple[object, ...]) -> Statement | None:
    before = previous(cell, parts) if isinstance(cell, Cell) else None
    if before is None:
        return None
    return rule(compare(_distance(cell, before), sign, limit), subject=cell)


def _distance(left: Value, right: Value) -> Value:
    return Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=left, right=right))


# Against the average -------------------------------------------------------------------------

phrase.words(
    "_deviations",
    "standard deviations | sample standard deviations | sigma | sigmas | standard deviation | sds | std | stdevs",
)
phrase.words("_away", "from | away from | off | of | around | either side of | above or below")


@phrase(
    "mean_of",
    "[its|the|their] (mean|average|column mean|overall mean|overall average)",
    "[the] (mean|average) <cell>",
    "[the] (mean|average) of <cell>",
    "[the] <cell> (mean|average)",
)
def mean_of(*cells: Value) -> tuple[Value, ...]:
    """The mean, of this column if none is named."""
    return cells


def _scored(cell: Value, sign: str, count: Constant, named: tuple[Value, ...]) -> Predicate | None:
    if named and named[0] != cell:
        return None
    mean = Aggregate(measure=Measure.MEAN, table="", of=cell)
    spread = Aggregate(measure=Measure.DEVIATION, table="", of=cell)
    limit = Arithmetic(sign="*", left=count, right=spread)
    return compare(_distance(cell, mean), sign, limit)


def _score_rule(
    cell: Value, sign: str, count: Constant, named: tuple[Value, ...]
) -> Statement | None:
    told = _scored(cell, sign, count, named)
    return None if told is None else rule(told, subject=cell)


@phrase(
    "stmt",
    "<cell> (must|should) (be|lie|stay|fall) within <number> _deviations _away <mean_of>",
    "_each <cell> (must|should) (be|lie|stay|fall) within <number> _deviations _away <mean_of>",
    "<cell> (must|should) not (be|lie) more than <number> _deviations _away <mean_of>",
    "no <cell> (may|must|should) (be|lie) more than <number> _deviations _away <mean_of>",
    "_flag <cell> [values] [that are|that lie|lying] more than <number> _deviations _away <mean_of>",
    "_flag _row whose <cell> (is|lies) more than <number> _deviations _away <mean_of>",
)
def within_deviations(cell: Value, count: Constant, named: tuple[Value, ...]) -> Statement | None:
    """Within three standard deviations of the mean."""
    return _score_rule(cell, "<=", count, named)


@phrase(
    "stmt",
    "no <cell> (may|must|should) (be|lie) <number> or more _deviations _away <mean_of>",
    "<cell> (must|should) (be|lie) less than <number> _deviations _away <mean_of>",
    "<cell> (must|should) not (be|lie) <number> or more _deviations _away <mean_of>",
    "_flag <cell> [values] [that are|that lie|lying] (at least <number>|<number> or more) _deviations _away <mean_of>",
)
def under_deviations(cell: Value, count: Constant, named: tuple[Value, ...]) -> Statement | None:
    """Less than three standard deviations from the mean."""
    return _score_rule(cell, "<", count, named)


@phrase(
    "stmt",
    "[the] z-score of <cell> (must|should) be (below|under|less than) <number>",
    "<cell> (must|should) have [an absolute] z-score (below|under|less than) <number>",
    "[the] absolute z-score of <cell> (must|should) be (below|under|less than) <number>",
)
def z_score(cell: Value, count: Constant) -> Statement | None:
    """A z-score below a bound."""
    return _score_rule(cell, "<", count, ())
