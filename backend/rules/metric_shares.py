"""The English of shares: at least 90% of the rows, the share of empty cells."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Constant,
    Measure,
    Missing,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_bounds import allows, demands
from backend.rules.metric_phrases import distinct, share, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    compare,
    not_,
    number,
)

phrase = Phrases()

# So many of the rows -------------------------------------------------------------------------


def _rows_share(bound: Predicate, rows: RowSet, holds: Predicate) -> Statement | None:
    return statement(about(bound, share(rows, holds)))


@phrase(
    "stmt",
    "<share_bound> [of] [all] <rows> _must <rowvp>",
    "<share_bound> [of] [all] <rows> <rowvp>",
    "<share_bound> [of] [all] <rows> (must|should) (have|contain) <feature>",
    cost=0.05,
)
def share_of_rows(bound: Predicate, rows: RowSet, holds: Predicate) -> Statement | None:
    """At least 90% of the users must have an e-mail."""
    return _rows_share(bound, rows, holds)


@phrase(
    "stmt",
    "<share_bound> [of] [all] <rows> (may|can) <rowvp>",
    "<share_bound> [of] [all] <rows> (may|can) (have|contain) <feature>",
    cost=0.05,
)
def share_of_rows_may(bound: Predicate, rows: RowSet, holds: Predicate) -> Statement | None:
    """At most 10% of the loans may be open."""
    return _rows_share(bound, rows, holds) if allows(bound) else None


@phrase("stmt", "<share_bound> [of] [all] <rows> _must_not <rowvp>", cost=0.05)
def share_of_rows_not(bound: Predicate, rows: RowSet, holds: Predicate) -> Statement | None:
    """At least 90% of the loans must not be open."""
    return _rows_share(bound, rows, not_(holds)) if demands(bound) else None


@phrase("stmt", "<percent> of [all] <rows> _must <rowvp>", cost=0.1)
def part_of_rows(part: float, rows: RowSet, holds: Predicate) -> Statement | None:
    """90% of the loans must be closed: at least that many."""
    return _rows_share(compare(IT, ">=", number(part)), rows, holds)


@phrase("stmt", "<percent> of [all] <rows> (may|can) <rowvp>", cost=0.1)
def part_of_rows_may(part: float, rows: RowSet, holds: Predicate) -> Statement | None:
    """5% of the loans may be open: at most that many."""
    return _rows_share(compare(IT, "<=", number(part)), rows, holds)


# So many of the values -----------------------------------------------------------------------


def _values_share(bound: Predicate, of: Value, told: Predicate) -> Statement:
    """Of the filled cells, save where the sentence is about empty ones."""
    is_about_presence = any(isinstance(part, Missing) for part in walk(told))
    rows = RowSet() if is_about_presence else RowSet(where=not_(Missing(of=of)))
    return statement(about(bound, share(rows, told)))


@phrase(
    "stmt",
    "<share_bound> [of] [all] <cell> [values|cells|entries] <must_be>",
    "<share_bound> [of] [all] <cell> [values|cells|entries] <vp>",
    "<share_bound> of values (in|of) <cell> <must_be>",
    cost=0.05,
)
def share_of_values(bound: Predicate, of: Value, told: Predicate) -> Statement:
    """At least 90% of the codes must begin with a: of those that are filled."""
    return _values_share(bound, of, about(told, of))


@phrase("must_be", "_must be <adj>", "_must <verb>")
def must_be(told: Predicate) -> Predicate:
    """What must be so."""
    return told


@phrase(
    "stmt",
    "<share_bound> [of] [all] <cell> [values|cells|entries] (may|can) be <adj>",
    "<share_bound> [of] [all] <cell> [values|cells|entries] (may|can) <verb>",
    cost=0.05,
)
def share_of_values_may(bound: Predicate, of: Value, told: Predicate) -> Statement | None:
    """At most 5% of the marks may be missing."""
    return _values_share(bound, of, about(told, of)) if allows(bound) else None


@phrase(
    "stmt",
    "<share_bound> [of] [all] <cell> [values|cells|entries] _must_not be <adj>",
    "<share_bound> [of] [all] <cell> [values|cells|entries] _must_not <verb>",
    cost=0.05,
)
def share_of_values_not(bound: Predicate, of: Value, told: Predicate) -> Statement | None:
    """At least 90% of the codes must not be empty."""
    return _values_share(bound, of, not_(about(told, of))) if demands(bound) else None


@phrase(
    "stmt",
    "<percent> of [all] <cell> [values|cells|entries] <must_be>",
    "<percent> of values (in|of) <cell> <must_be>",
)
def part_of_values(part: float, of: Value, told: Predicate) -> Statement:
    """90% of the prices must be at most 20: at least that many."""
    return _values_share(compare(IT, ">=", number(part)), of, about(told, of))


@phrase("stmt", "<percent> of [all] <cell> [values|cells|entries] (may|can) be <adj>")
def part_of_values_may(part: float, of: Value, told: Predicate) -> Statement:
    """5% of the marks may be missing: at most that many."""
    return _values_share(compare(IT, "<=", number(part)), of, about(told, of))


@phrase(
    "stmt",
    "<cell> (must|should) be <adj> (in|for|on) <share_bound> of [all] <rows>",
    "<cell> (must|should) <verb> (in|for|on) <share_bound> of [all] <rows>",
    "<cell> (is|are) <adj> (in|for|on) <share_bound> of [all] <rows>",
    cost=0.05,
)
def true_in_share(of: Value, holds: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """abv must be filled in at least 90% of the rows."""
    return _rows_share(bound, rows, about(holds, of))


@phrase("stmt", "<cell> (may|can) be <adj> (in|for|on) <share_bound> of [all] <rows>", cost=0.05)
def true_in_share_may(
    of: Value, holds: Predicate, bound: Predicate, rows: RowSet
) -> Statement | None:
    """abv may be missing in no more than 10% of the rows."""
    return _rows_share(bound, rows, about(holds, of)) if allows(bound) else None


@phrase(
    "stmt",
    "<share_bound> of [all] <rows> (must|should) [be] (be|have) <text> [in|as] <cell>",
    cost=0.5,
)
def share_with_value(bound: Predicate, rows: RowSet, wanted: Value, of: Value) -> Statement | None:
    """At least half of the rows must have 'x' in column."""
    return _rows_share(bound, rows, compare(of, "==", wanted))


@phrase(
    "stmt",
    "<share_bound> of [all] <rows> _must be (for|of|in) <cell> <operand>",
    "<share_bound> of [all] <rows> _must be (for|of|in|from) <cell> <bare>",
    "<share_bound> of [all] <rows> _must be (for|of|in|from) <cell> <text>",
    cost=0.04,
)
def share_for_value(bound: Predicate, rows: RowSet, of: Value, wanted: Value) -> Statement | None:
    """At least 60% of all parcels must be for depot a."""
    return _rows_share(bound, rows, compare(of, "==", wanted))


# The share of … ------------------------------------------------------------------------------

phrase.words("_share", "share | proportion | fraction | percentage | part | rate | ratio")
phrase.words("_gap", "empty | missing | blank | null")


@phrase("share_metric", "_share of <noun> <rel>", "_share of <noun> that <rowvp>")
def share_where(rows: RowSet, holds: Predicate) -> Value | None:
    """The share of loans with an empty return date."""
    return None if rows.where is not None or rows.each else share(rows, holds)


@phrase("share_metric", "_share of <adjective> <noun>", "_share of <flag_word> <noun>")
def share_adjective(holds: Predicate, rows: RowSet) -> Value | None:
    """The share of open loans: of all loans."""
    return None if rows.where is not None or rows.each else share(rows, holds)


@phrase(
    "share_metric",
    "_share of _gap <cell> [values|cells]",
    "_share of _gap (values|cells) (in|of|for) <cell>",
    "_gap (rate|ratio|share|percentage|proportion) (of|in|for) <cell>",
    "<cell> _gap (rate|ratio|share|percentage|proportion)",
)
def share_missing(of: Cell) -> Value:
    """The share of missing marks."""
    return share(RowSet(table=of.table), Missing(of=of))


@phrase(
    "share_metric",
    "completeness of <cell>",
    "<cell> completeness",
    "(fill|filling|completeness) (rate|ratio) of <cell>",
    "_share of (filled|non-null|non-empty) <cell> [values|cells]",
)
def share_filled(of: Cell) -> Value:
    """The completeness of a column."""
    return share(RowSet(table=of.table), not_(Missing(of=of)))


@phrase(
    "share_metric",
    "_share of (distinct|different) <cell> [values]",
    "_share of (distinct|different) values (in|of) <cell>",
    "(distinct|distinctness) ratio of <cell>",
    "distinctness of <cell>",
)
def share_distinct(of: Cell) -> Value:
    """The number of different values per filled cell."""
    filled = Aggregate(measure=Measure.COUNT, of=of, table=of.table)
    return Arithmetic(sign="/", left=distinct(of), right=filled)


@phrase("stmt", "<share_metric> _must be <share_bound>", "<share_metric> _be <share_bound>")
def share_must(metric: Value, bound: Predicate) -> Statement:
    """The share of open loans must be at most 50%."""
    return statement(about(bound, metric))


@phrase(
    "stmt", "<share_metric> <sign> (<number>|<percent>)", "<share_metric> _must be <count_bound>"
)
def share_number(metric: Value, *told: Any) -> Statement | None:
    """The completeness of mark must be at least 0.95; distinctness of mark > 0.5."""
    if len(told) == 1:
        must = about(told[0], metric)
    else:
        sign, bound = told
        must = compare(metric, sign, number(bound) if isinstance(bound, float) else bound)
    numbers = [part for part in walk(told[0] if len(told) == 1 else must)]
    limits = [part.value for part in numbers if isinstance(part, Constant)]
    is_share = all(isinstance(limit, int | float) and 0 <= limit <= 1 for limit in limits)
    return statement(must) if is_share else None


@phrase("stmt", "<share_metric> _must_not be <share_bound>", cost=0.05)
def share_must_not(metric: Value, bound: Predicate) -> Statement:
    """The share of open loans must not be above 50%."""
    return statement(not_(about(bound, metric)))


for _verb, _sign in (
    ("_must_not exceed", "<="), ("_must exceed", ">"), ("_must be", "=="), ("_must equal", "=="),
    ("_must_not fall below", ">="),
):  # fmt: skip
    phrase("stmt", f"<share_metric> {_verb} <percent>")(
        lambda metric, part, sign=_sign: statement(compare(metric, sign, number(part)))
    )


@phrase("stmt", "<cell> _be <share_bound> (complete|filled|populated|non-null|present)", cost=0.05)
@phrase("stmt", "<cell> column (_must be|_be) <share_bound> (complete|filled|populated)", cost=0.05)
@phrase("stmt", "<cell> _must be <share_bound> (complete|filled|populated|non-null|present)")
def so_complete(of: Cell, bound: Predicate) -> Statement:
    """mark must be at least 90% complete."""
    return statement(about(bound, share_filled(of)))


@phrase("stmt", "<cell> _must be <share_bound> (empty|missing|blank|null)")
def so_empty(of: Cell, bound: Predicate) -> Statement:
    """mark must be at most 5% empty."""
    return statement(about(bound, share_missing(of)))
