"""The English of measures: averages, counts, shares, of a table or of each group."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Measure,
    Missing,
    Predicate,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    compare,
    not_,
    number,
)

phrase = Phrases()
phrase.words(
    "_most_common",
    "most frequent | most common | modal | most often used | most popular | single most "
    "common | most frequently occurring",
)
phrase.words("_together", "together | in total | altogether | in all | combined | in sum")
phrase.words(
    "_all_rows",
    "all rows | rows | the rows | all records | records | all values | values | cells | all "
    "entries | entries | all cells | cases | all cases",
)


def statement(must: Predicate, by: tuple[str, ...] = (), table: str = "") -> Statement:
    """A rule about measures; its kind is made by the catalog's own spec."""
    from backend.rules.failing_metrics import FailingMetrics

    return Statement(rule=FailingMetrics(table=table, must=must, by=by))


# Measures ------------------------------------------------------------------------------------


@phrase(
    "metric",
    "<measure> <sum> (of|over|across|in|for) [all|the] <rows>",
    "<measure> of <sum> (over|across|in|for|among|of) [all|the] <rows>",
)
def measure_of_rows(measure: Measure, of: Value, rows: RowSet) -> Value:
    """The average price of paid orders."""
    return Aggregate(measure=measure, of=of, table=rows.table, where=rows.where)


@phrase(
    "metric",
    "<measure> [value|values] of [all|the] <sum> [values]",
    "<measure> <sum> [values]",
    "<sum> <measure>",
    "<measure> (over|across) [all] <sum>",
)
@phrase("metric", "<measure> of all <sum>", "<sum> on <measure>")
def measure(*parts: Any) -> Value:
    """The average price."""
    kind, of = parts if isinstance(parts[0], Measure) else parts[::-1]
    return Aggregate(measure=kind, of=of, table="")


@phrase(
    "metric",
    "number of distinct [values (in|of)] <cell>",
    "number of (different|unique|distinct) [values (in|of)|values for] <cell>",
    "count of (distinct|different|unique) [values (in|of)] <cell>",
    "distinct count of <cell>",
)
def distinct(of: Value) -> Value:
    """How many different values there are; empty cells are none."""
    return Aggregate(measure=Measure.DISTINCT, of=of, table="")


@phrase(
    "metric",
    "number of [all] <rows>",
    "count of [all] <rows>",
    "<rows> count",
    "row count [of <rows>]",
    "total number of <rows>",
)
def row_count(*rows: RowSet) -> Value:
    """How many rows there are."""
    found = rows[0] if rows else RowSet()
    return Aggregate(measure=Measure.COUNT, table=found.table, where=found.where)


@phrase(
    "metric",
    "number of (empty|missing|blank|null) <cell>",
    "number of (empty|missing|blank|null) [values|cells] in <cell>",
)
def missing_count(of: Value) -> Value:
    """How many cells are empty."""
    return Aggregate(measure=Measure.COUNT, table="", where=Missing(of=of))


@phrase("metric", "<ordinal> quartile of <cell>", "<cell> <ordinal> quartile")
def quartile(*parts: Any) -> Value | None:
    """First to third quartile."""
    rank, of = parts if isinstance(parts[0], int) else parts[::-1]
    return _quantile(rank / 4, of) if 1 <= rank <= 3 else None


@phrase(
    "metric",
    "<rank> percentile of <cell>",
    "<rank> percentile",
    "<cell> <rank> percentile",
    "<number> % (percentile|quantile) of <cell>",
)
def percentile(*parts: Any) -> Value | None:
    """The 95th percentile."""
    of = next((part for part in parts if isinstance(part, Cell)), IT)
    rank = next(part for part in parts if not isinstance(part, Cell))
    share = float(rank.value if isinstance(rank, Constant) else rank) / 100
    return _quantile(share, of) if 0 <= share <= 1 else None


@phrase("metric", "median", "<measure>", cost=0.3)
def measure_of_it(*measures: Measure) -> Value:
    """A measure whose column was named before."""
    return Aggregate(measure=measures[0] if measures else Measure.MEDIAN, of=IT, table="")


def _quantile(share: float, of: Value) -> Value:
    return Aggregate(measure=Measure.QUANTILE, of=of, table="", quantile=round(share, 6))


for _number in range(100):
    _ending = {1: "st", 2: "nd", 3: "rd"}.get(
        _number % 10 if _number not in (11, 12, 13) else 0, "th"
    )
    phrase("rank", f"{_number}{_ending}")(lambda rank=_number: rank)


@phrase("metric", "<sum> (per|for each|by|within each|for every) <cell>", cost=9.0)
def refused(*_: object) -> None:
    """A value per group is no measure."""
    return


# Bounds --------------------------------------------------------------------------------------


@phrase("stmt", "<metric> <duty>", "<metric> <vp>", "<measure> <cell> <duty>")
def metric_duty(metric: Value, duty: Predicate, *more: Any) -> Statement | None:
    """The average price must be between 10 and 20."""
    return None if more or _open(metric) else statement(about(duty, metric))


def _open(metric: Value) -> bool:
    return getattr(metric, "of", None) == IT


@phrase("stmt", "<metric> <sign> <operand>", cost=0.02)
def metric_sign(metric: Value, sign: str, bound: Value) -> Statement | None:
    """Average number of operators = 1.5"""
    return None if _open(metric) else statement(compare(metric, sign, bound))


@phrase("bounds", "<metric> <duty>", "<metric> <adj>")
def bounds(metric: Value, told: Predicate) -> Predicate:
    """One of several measures of a column named before."""
    return about(told, metric)


@phrase("bounds", "<bounds> [,] [and] <bounds>", "<bounds> , and <bounds>")
def more_bounds(left: Predicate, right: Predicate) -> Predicate:
    """Several measures."""
    return all_of(left, right)


@phrase("stmt", "for <cell> [,|:] <bounds>", "<cell> : <bounds>", cost=0.1)
def bounds_for(of: Value, told: Predicate) -> Statement:
    """For ret_eur: the median between -0.1 and 0.1, …"""
    return statement(about(told, of))


@phrase(
    "stmt",
    "on average [,] <rows> _must take <adj> \\( <cell> \\)",
    "on average [,] <rows> _must (have|take|last) <adj> <cell>",
    "on average [,] <expr> <duty>",
    cost=0.05,
)
def on_average(*parts: Any) -> Statement | None:
    """On average, price must be below 10."""
    cells = [part for part in parts if isinstance(part, Cell)]
    told = next((part for part in parts if not isinstance(part, Cell | RowSet)), None)
    if len(cells) != 1 or told is None:
        return None
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    mean = Aggregate(measure=Measure.MEAN, of=cells[0], table=rows.table, where=rows.where)
    return statement(about(told, mean))


@phrase(
    "stmt",
    "<rows> [_together] (must|should) [_together] (come|add up|sum|amount) to <amount>",
    "[_together] <rows> (must|should) (add up|sum|come) to <amount>",
    cost=9.0,
)
def untold_sum(*_: object) -> None:
    """Which column adds up is not told."""
    return


@phrase(
    "stmt",
    "<cell> (must|should) (add up|sum up|sum|come|total) [_together] to <amount>",
    "[all] <cell> [values] [_together] (must|should) (add up|sum|come|amount) to <amount>",
    "<cell> values (must|should) [_together] (sum|add up) to <amount>",
    cost=0.4,
)
def column_sum(of: Value, total: Value) -> Statement:
    """The amounts must add up to 14."""
    return statement(compare(Aggregate(measure=Measure.SUM, of=of, table=""), "==", total))


@phrase(
    "stmt",
    "_most_common <cell> <duty>",
    "_most_common [value|values] (of|in) <cell> <duty>",
    "<cell> that (occurs|appears) most often <duty>",
    cost=0.0,
)
def most_common(of: Value, duty: Predicate) -> Statement:
    """The most frequent flavour must be jello."""
    return statement(about(duty, Aggregate(measure=Measure.TOP, of=of, table="")))


# Row counts ----------------------------------------------------------------------------------

COMPARISONS = (
    ("_ge", ">="),
    ("_le", "<="),
    ("_gt", ">"),
    ("_lt", "<"),
    ("exactly", "=="),
    ("_eq", "=="),
)


def count(rows: RowSet) -> Value:
    """The number of these rows."""
    return Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where)


for _head, _sign in COMPARISONS:

    @phrase(
        "stmt",
        f"there (must|should|may|has to|have to|can) be {_head} <number> <rows>",
        f"there (are|is) {_head} <number> <rows>",
        f"_expects {_head} <number> <rows>",
        f"<table> (must|should|has to) (have|contain|hold) {_head} <number> _row",
        f"the (table|file|sheet) (must|should|has to) (have|contain|hold) {_head} <number> <rows>",
    )
    def rows_bounded(*parts: Any, sign: str = _sign) -> Statement:
        """There must be at least 5 items."""
        total = next(part for part in parts if isinstance(part, Constant))
        other = next(part for part in parts if not isinstance(part, Constant))
        rows = RowSet(table=other) if isinstance(other, str) else other
        return statement(compare(count(rows), sign, total))


phrase.words(
    "_expects",
    "we expect | expect | we need | we want | expected are | i expect | we should have | "
    "there must be | there should be",
)


@phrase(
    "stmt",
    "_expects <number> <rows>",
    "<table> _must (have|contain) <number> _row",
    "there are <number> <rows>",
    cost=0.05,
)
def rows_expected(*parts: Any) -> Statement:
    """We expect 5 items."""
    return rows_bounded(*parts, sign="==")


@phrase(
    "stmt",
    "there (must|should|may|has to) be between <number> and <number> <rows>",
    "<rows> count _must be between <number> and <number>",
)
def rows_between(*parts: Any) -> Statement:
    """There must be between 5 and 10 items."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    low, high = (part for part in parts if isinstance(part, Constant))
    total = count(rows)
    return statement(all_of(compare(total, ">=", low), compare(total, "<=", high)))


@phrase(
    "stmt",
    "<table> (must|should|may) (not be|never be) empty",
    "the (table|file|sheet) (must|should|may) (not be|never be) empty",
    "table <table> (must|should|may) (not be|never be) empty",
    "<table> table (must|should|may) (not be|never be) empty",
    "there (must|should) be (any|some) <rows>",
)
def not_empty(*parts: Any) -> Statement:
    """The table must not be empty."""
    rows = next((part for part in parts if isinstance(part, RowSet)), None)
    name = next((part for part in parts if isinstance(part, str)), "")
    return statement(compare(count(rows or RowSet(table=name)), ">=", number(1)))


for _words, _sign in (
    ("more", ">"),
    ("fewer", "<"),
    ("less", "<"),
    ("at least as many", ">="),
    ("as many", "=="),
    ("no more", "<="),
    ("exactly as many", "=="),
    ("the same number of", "=="),
    ("not more", "<="),
):
    _than = "as" if "as many" in _words or "same" in _words else "than"

    @phrase(
        "stmt",
        f"there (must|should|may|can) be {_words} <rows> {_than} <rows>",
        f"there (are|is) {_words} <rows> {_than} <rows>",
    )
    def rows_against_rows(left: RowSet, right: RowSet, sign: str = _sign) -> Statement | None:
        """There must be more lines than invoices."""
        if not left.table or not right.table or left.table == right.table:
            return None
        return statement(compare(count(left), sign, count(right)))


for _head, _sign in COMPARISONS:

    @phrase("stmt", f"<cell> _must (have|take|contain|hold|show) {_head} <number> (distinct|different|unique) values", f"<cell> (has|takes|contains) {_head} <number> (distinct|different|unique) values", f"there (must|should) be {_head} <number> (distinct|different|unique) <cell> [values]")
    def distinct_bounded(*parts: Any, sign: str = _sign) -> Statement:
        """wave4 must have at least 2 distinct values."""
        of = next(part for part in parts if isinstance(part, Cell))
        total = next(part for part in parts if isinstance(part, Constant))
        return statement(compare(distinct(of), sign, total))


# Shares --------------------------------------------------------------------------------------


def share(rows: RowSet, holds: Predicate) -> Value:
    """The share of the rows for which something is so."""
    return Aggregate(measure=Measure.SHARE, table=rows.table, where=rows.where, holds=holds)


for _head, _sign in (*COMPARISONS, ("not _le", ">"), ("a maximum of", "<="), ("minimum", ">=")):

    @phrase(
        "stmt",
        f"{_head} <percent> [of] [all] <rows> _must <rowvp>",
        f"{_head} <percent> [of] [all] <rows> <rowvp>",
        f"{_head} <percent> [of] [all] <rows> (may|can) <rowvp>",
        f"{_head} <percent> [of] [all] <rows> (must|should|may) (have|contain) <feature>",
        cost=0.05,
    )
    def share_of_rows(part: float, rows: RowSet, holds: Predicate, sign: str = _sign) -> Statement:
        """At least 90% of the users must have an e-mail."""
        return statement(compare(share(rows, holds), sign, number(part)))

    @phrase(
        "stmt",
        f"{_head} <percent> of [all] <cell> [values|cells|entries] <duty>",
        f"{_head} <percent> of [all] <cell> [values|cells|entries] (may|can) be <adj>",
        f"{_head} <percent> of [all] <cell> [values|cells|entries] <vp>",
        f"{_head} <percent> of [all] <cell> [values|cells|entries] (may|can) <verb>",
        cost=0.05,
    )
    def share_of_values(part: float, of: Value, holds: Predicate, sign: str = _sign) -> Statement:
        """At least 90% of the codes must begin with a: of those that are filled."""
        told = about(holds, of)
        rows = RowSet() if _speaks_of_presence(told) else RowSet(where=not_(Missing(of=of)))
        return statement(compare(share(rows, told), sign, number(part)))

    @phrase(
        "stmt",
        f"<cell> (must|should) be <adj> (in|for|on) {_head} <percent> of [all] <rows>",
        f"<cell> (may|can) be <adj> (in|for|on) {_head} <percent> of [all] <rows>",
        f"<cell> (must|should) <verb> (in|for|on) {_head} <percent> of [all] <rows>",
        f"<cell> (is|are) <adj> (in|for|on) {_head} <percent> of [all] <rows>",
        cost=0.05,
    )
    def true_in_share(
        of: Value, holds: Predicate, part: float, rows: RowSet, sign: str = _sign
    ) -> Statement:
        """abv may be missing in no more than 10% of the rows."""
        return statement(compare(share(rows, about(holds, of)), sign, number(part)))

    @phrase(
        "stmt",
        f"{_head} <percent> of [all] <rows> (must|should|may|can) [be] (be|have) <text> [in|as] <cell>",
        cost=0.5,
    )
    def share_with_value(
        part: float, rows: RowSet, wanted: Value, of: Value, sign: str = _sign
    ) -> Statement:
        """At least half of the rows must have 'x' in column."""
        return statement(compare(share(rows, compare(of, "==", wanted)), sign, number(part)))

    @phrase(
        "stmt",
        f"{_head} <percent> of [all] <rows> _must be (for|of|in) <cell> <operand>",
        f"{_head} <percent> of [all] <rows> _must be (for|of|in|from) <cell> <bare>",
        f"{_head} <percent> of [all] <rows> _must be (for|of|in|from) <cell> <text>",
        cost=0.04,
    )
    def share_for_value(
        part: float, rows: RowSet, of: Value, wanted: Value, sign: str = _sign
    ) -> Statement:
        """At least 60% of all votes must be for choice a."""
        return statement(compare(share(rows, compare(of, "==", wanted)), sign, number(part)))


def _speaks_of_presence(told: Predicate) -> bool:
    inner = told.part if told.type == "not" else told
    return inner.type == "missing"


# Groups --------------------------------------------------------------------------------------


def per_group(by: Value, must: Predicate, table: str = "") -> Statement | None:
    """A measure of each group."""
    return statement(must, (by.column,), table or by.table) if isinstance(by, Cell) else None


for _head, _sign in COMPARISONS:

    @phrase(
        "stmt",
        f"_each <cell> _must (have|occur in|appear in|appear on|occur on|be used in|be used by|contain) {_head} <number> <rows>",
        f"_each <cell> (has|have|occurs in|appears in|appears on) {_head} <number> <rows>",
        f"there (must|should|may|can) be {_head} <number> <rows> (per|for each|for every|for one|for any one|for a) <cell>",
        f"{_head} <number> <rows> (per|for each|for every) <cell> [(is|are) (allowed|permitted)]",
        f"_each <cell> may (have|occur in|appear in|appear on|be used in) {_head} <number> <rows>",
        f"a <cell> (may|must|can|should) (have|occur in|appear in) {_head} <number> <rows>",
        cost=0.05,
    )
    def group_size(*parts: Any, sign: str = _sign) -> Statement | None:
        """Each user_id may have at most 5 orders."""
        by = next(part for part in parts if isinstance(part, Cell))
        total = next(part for part in parts if isinstance(part, Constant))
        rows = next(part for part in parts if isinstance(part, RowSet))
        if rows.where is not None:
            return None
        return per_group(by, compare(count(rows), sign, total), rows.table)

    @phrase(
        "stmt",
        f"_each <cell> _must (occur|appear|be used|be present) {_head} <number> times",
        f"_each <cell> may (occur|appear|be used) {_head} <number> times",
        f"<cell> _must (occur|appear) {_head} <number> times",
        cost=0.05,
    )
    def group_times(by: Value, total: Constant, sign: str = _sign) -> Statement | None:
        """Each code must occur at most 3 times."""
        return per_group(by, compare(count(RowSet()), sign, total))

    if _sign in (">", "<", ">=", "<="):

        @phrase(
            "stmt",
            f"no <cell> _may (have|occur in|appear in|appear on|be used in) {_head} <number> <rows>",
            f"_flag [_each] <cell> with {_head} <number> <rows>",
            f"_flag [_each] <cell> that (have|has|had) {_head} <number> <rows>",
            cost=0.05,
        )
        def no_group(
            by: Value, total: Constant, rows: RowSet, sign: str = _sign
        ) -> Statement | None:
            """No user_id may have more than 5 orders."""
            if rows.where is not None:
                return None
            return per_group(by, not_(compare(count(rows), sign, total)), rows.table)

        @phrase(
            "stmt",
            f"no <cell> _may (occur|appear|be used) {_head} <number> times",
            f"_flag [_each] <cell> that (occur|occurs|appear|appears) {_head} <number> times",
            cost=0.05,
        )
        def no_times(by: Value, total: Constant, sign: str = _sign) -> Statement | None:
            """No code may occur more than 3 times."""
            return per_group(by, not_(compare(count(RowSet()), sign, total)))


@phrase(
    "stmt",
    "(for|within|in) each <cell> [,] <metric> <duty>",
    "<metric> (per|for each|of each|for every|by|within each) <cell> <duty>",
    "_each <cell> [,] <metric> <duty>",
    cost=0.05,
)
def metric_per_group(*parts: Any) -> Statement | None:
    """The average price per store must be below 10."""
    by = next(part for part in parts if isinstance(part, Cell))
    metric = next(part for part in parts if isinstance(part, Aggregate))
    duty = parts[-1]
    return None if _open(metric) else per_group(by, about(duty, metric), metric.table)
