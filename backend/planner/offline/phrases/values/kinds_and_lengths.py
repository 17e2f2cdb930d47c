"""Phrases for how many values are in use, for texts of one length, and for what there is once in a group."""

from __future__ import annotations

from typing import Any

from backend.rules.duplicate_phrases import unique
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import count, distinct, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    compare,
    number,
)

phrase = Phrases()

# Values in use --------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<count_bound> (<cell>|different <cell>) [values] (must|should) be in use",
    "<count_bound> (<cell>|different <cell>) [values] (must|should) (show up|turn up|occur|appear) (as values|in it)",
    cost=0.06,
)
def so_many_in_use(bound: Predicate, of: Value) -> Statement | None:
    """At least 3 currencies must be in use."""
    return statement(about(bound, distinct(of))) if isinstance(of, Cell) else None


# One length throughout ------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> [values] _must [all|always] (have|be of) the same length [_in_all_rows]",
    "all <cell> [values] _must (have|be of) the same length",
    "<cell> [values] _must [all|always] be (equally long|of equal length|of one length|the same length) [_in_all_rows]",
    cost=0.04,
)
def one_length(of: Value) -> Statement | None:
    """The code must have the same length in every row: the longest is as long as the shortest."""
    if not isinstance(of, Cell):
        return None
    length = Apply(function=Function.LENGTH, of=of)
    ends = [
        Aggregate(measure=each, of=length, table=of.table)
        for each in (Measure.MINIMUM, Measure.MAXIMUM)
    ]
    return statement(compare(ends[0], "==", ends[1]))


# Once at least --------------------------------------------------------------------------------------

phrase.words(
    "_be_seen_there",
    "appear | occur | show up | turn up | be used | be present | be there | be found | come up",
)


@phrase(
    "stmt",
    "<cell> (<bare>|<text>|<number>) _must _be_seen_there [at least once|somewhere|in at least one row]",
    "<cell> (<bare>|<text>|<number>) _must _be_seen_there <so_often>",
    cost=0.06,
)
def value_seen(of: Value, wanted: Constant, *often: Predicate) -> Statement | None:
    """Size L must appear at least once."""
    if not isinstance(of, Cell):
        return None
    bound = often[0] if often else compare(IT, ">=", number(1))
    return statement(about(bound, count(RowSet(table=of.table, where=compare(of, "==", wanted)))))


# As many of one sort as of another ------------------------------------------------------------------

for _words, _sign in (("at least as many as", ">="), ("more than", ">"), ("fewer than", "<"), (
    "at most as many as", "<="), ("more numerous than", ">"), ("exactly as many as", "==")):  # fmt: skip

    @phrase("stmt", f"<rows> _must be {_words} <rows>", cost=0.1)
    def as_many(left: RowSet, right: RowSet, sign: str = _sign) -> Statement | None:
        """Day tickets must be at least as many as night tickets."""
        parts = (left.where, right.where)
        if left.each or right.each or not all(isinstance(part, Compare) for part in parts):
            return None
        cells = {part.left for part in parts if isinstance(part, Compare)}
        is_of_one = len(cells) == 1 and parts[0] != parts[1]
        return statement(compare(count(left), sign, count(right))) if is_of_one else None


# Only one in each -----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<each_one> (may|can|must|should) have (only one|at most one|no more than one|one at most|not more than one|just one) <noun> per <cell>",
    "<each_one> (may|can|must|should) [only] have one <noun> per <cell> (only|at most)",
    cost=0.06,
)
def one_per(first: Cell, rows: RowSet, second: Any) -> Statement | None:
    """Each host may have only one listing per quarter."""
    is_plain = rows.where is None and isinstance(second, Cell) and first != second
    told = Subjects.model_validate({"items": (first, second)})
    return unique(told) if is_plain else None


@phrase("each_one", "(each|every|a|an|one) <cell>")
def each_one(of: Value) -> Cell | None:
    """Each host."""
    return of if isinstance(of, Cell) else None


# So many rows of one value ---------------------------------------------------------------------------


@phrase(
    "stmt",
    "[the] <cell> (<bare>|<text>) _must have <count_bound> <noun>",
    "[the] <cell> (<bare>|<text>) needs <count_bound> <noun>",
    cost=0.08,
)
def value_has(of: Value, wanted: Constant, bound: Predicate, rows: RowSet) -> Statement | None:
    """The quarter Harlem must have at least two listings."""
    if not isinstance(of, Cell) or rows.where is not None or of.table not in ("", rows.table):
        return None
    own = of.model_copy(update={"table": rows.table})
    return value_seen(own, wanted, bound)


# Shared and not shared ------------------------------------------------------------------------------


@phrase(
    "stmt",
    "(two|several|different) <noun> (may|can) (share|have the same) [a|an|the] <cell> [,] but (not|never) [a|an|the] [same] <cell>",
    cost=0.05,
)
def shares_not(rows: RowSet, free: Value, own: Value) -> Statement | None:
    """Two clinics may share a city but not a phone."""
    is_plain = rows.where is None and isinstance(free, Cell) and isinstance(own, Cell)
    return unique(own) if is_plain and free != own else None


# Never allowed --------------------------------------------------------------------------------------

phrase.widen(
    "_wrong",
    "never (allowed|permitted|acceptable|ok|valid|right|possible|accepted|tolerated) | not (tolerated|accepted)",
)
