"""Phrases for shares of rows in plain words: a percentage told without its sign, asked and denied.

And for a measure whose column or table is named beside it: the median must be in a range for the
column price; taken over the whole table, the price must have a median from 10 to 20.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import denied
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    Measure,
    Missing,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import aggregates_in, is_open, share, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    number,
)

phrase = Phrases()

# Percentages without a sign ---------------------------------------------------------------------

phrase.words("_percentage", "percentage | percent | per cent | percentage points")
phrase.words("_in_the_data", "(in|of) [the] [whole|entire] (table|file|data|dataset|sheet)")


@phrase("percentage", "_percentage of <adjective> <noun> [_in_the_data]")
@phrase("percentage", "_percentage of <flag_word> <noun> [_in_the_data]", cost=0.02)
def percentage_adjective(holds: Predicate, rows: RowSet) -> Value | None:
    """The percentage of open loans: of all loans."""
    return None if rows.where is not None or rows.each else share(rows, holds)


@phrase(
    "percentage", "_percentage of <noun> <rel> [_in_the_data]", "_percentage of <noun> that <rowvp>"
)
@phrase("percentage", "_percentage of <noun> [_in_the_data] that <rowvp>", cost=0.02)
def percentage_where(rows: RowSet, holds: Predicate) -> Value | None:
    """The percentage of loans with an empty return date."""
    return percentage_adjective(holds, rows)


def _hundredths(told: Predicate) -> Predicate | None:
    """The bound as a share; of 1 or less it is open whether it is one already."""
    if isinstance(told, All):
        parts = [_hundredths(part) for part in told.parts]
        found = [part for part in parts if part is not None]
        return all_of(*found) if len(found) == len(parts) else None
    right = told.right if isinstance(told, Compare) and told.left == IT else None
    if not isinstance(told, Compare) or not isinstance(right, Constant) or right.unit:
        return None
    is_percent = isinstance(right.value, int | float) and 1 < right.value <= 100
    return compare(IT, told.sign, number(float(right.value) / 100)) if is_percent else None


for _words, _sign in (
    ("or (lower|less|below|under|fewer)", "<="), ("or (higher|more|above|over)", ">="),
):  # fmt: skip
    phrase("plain_percent", f"<number> {_words}")(
        lambda bound, sign=_sign: _hundredths(compare(IT, sign, bound))
    )
phrase("plain_percent", "<count_bound>")(_hundredths)


@phrase(
    "stmt", "<percentage> _must be <plain_percent>", "<percentage> [:|,] <plain_percent>", cost=0.05
)
@phrase("claim", "<percentage> _be <plain_percent>", cost=0.05)
def percentage_must(metric: Value, bound: Predicate) -> Statement:
    """The percentage of open loans must be 20 or lower."""
    return statement(about(bound, metric))


@phrase("stmt", "<percentage> _must_not be <plain_percent>", cost=0.05)
def percentage_must_not(metric: Value, bound: Predicate) -> Statement | None:
    """The percentage of open loans must not be above 20."""
    is_outer = isinstance(bound, Compare) and bound.sign in (">", "<")
    return denied(percentage_must(metric, bound)) if is_outer else None


@phrase("stmt", "<percentage> _must_not (exceed|go beyond|go over|be over) <number>", cost=0.05)
def percentage_most(metric: Value, most: Constant) -> Statement | None:
    """The percentage of open loans must not exceed 20."""
    bound = _hundredths(compare(IT, "<=", most))
    return None if bound is None else percentage_must(metric, bound)


# Asked, and answered ----------------------------------------------------------------------------

phrase.widen(
    "_it_must_not",
    "(that|this|it) (must|should|may) (not|never) be (the case|so|true|like this) | that may not happen | this must not "
    "happen | this should not happen | (that|this|it) is not (acceptable|ok|okay|right|permitted|tolerated)",
)
phrase.words("_are_they", "are | is | were | was")
phrase.words("_do_they", "do | does | did")


@phrase("asked_share", "_are_they <share_bound> of [all|the] <rows> <row_state>")
@phrase("asked_share", "_are_they <share_bound> of [all|the] <rows> <adj>", cost=0.1)
@phrase("asked_share", "_do_they <share_bound> of [all|the] <rows> (have|contain|show) <feature>")
@phrase("asked_share", "(_do_they|have|has) <share_bound> of [all|the] <rows> <rowvp>", cost=0.12)
def asked_share(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """Are more than 20% of the loans open."""
    is_whole = not any(part == IT for part in walk(told)) and not rows.each
    return statement(about(bound, share(rows, told))) if is_whole else None


@phrase("stmt", "<asked_share> ? _it_must_not", cost=0.02)
def asked_and_denied(told: Statement) -> Statement | None:
    """Are more than 20% of the loans open? That must not be the case."""
    return denied(told)


@phrase("stmt", "<asked_share> ? _so_it_must", cost=0.02)
def asked_and_wanted(told: Statement) -> Statement:
    """Are at least 80% of the loans closed? They must be."""
    return told


@phrase("stmt", "_sounded _once <share_bound> of [all|the] <rows> <rowvp>", cost=0.05)
@phrase("stmt", "_once <share_bound> of [all|the] <rows> <rowvp> [,] [then] _sounded", cost=0.05)
def share_alarm(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """Warn me when more than 20% of the loans are open."""
    return None if rows.each else denied(statement(about(bound, share(rows, told))))


# One value, or none -----------------------------------------------------------------------------


@phrase(
    "rowvp", "(have|has) [a|an] <feature> or (no|an empty|a missing) <cell> [at all|whatsoever]"
)
@phrase("rowvp", "(have|has) (no|an empty|a missing) <cell> or [a|an|one] <feature>")
def so_or_none(*parts: Any) -> Predicate | None:
    """Have a state other than open, or no state at all."""
    of = next(part for part in parts if isinstance(part, Cell))
    told: Predicate = next(part for part in parts if not isinstance(part, Cell))
    named = {part for part in walk(told) if isinstance(part, Cell)}
    is_gap = any(isinstance(part, Missing) for part in walk(told))
    return any_of(told, Missing(of=of)) if named == {of} and not is_gap else None


# What is measured, named beside it --------------------------------------------------------------


@phrase("stmt", "<measure> [value] <duty> (for|in|of|on) (column|field) <cell>", cost=0.05)
@phrase("stmt", "(for|in|of|on) (column|field) <cell> [,|:] <measure> [value] <duty>", cost=0.05)
@phrase("stmt", "median [value] <duty> (for|in|of|on) (column|field) <cell>", cost=0.05)
def measure_of_column(*parts: Any) -> Statement | None:
    """The median must be in the range 10 to 20 for the column price."""
    of = next(part for part in parts if isinstance(part, Cell))
    kind = next((part for part in parts if isinstance(part, Measure)), Measure.MEDIAN)
    told = next(part for part in parts if part not in (of, kind))
    return statement(about(told, Aggregate(measure=kind, of=of, table="")))


phrase.words(
    "_seen_over",
    "[taken|measured|counted|seen|calculated|computed|looked at] (over|across|for|in|on)",
)


@phrase(
    "stmt",
    "_seen_over [the] (whole|entire|complete|full) (table|file|dataset|data|column) [,] <stmt>",
    "_seen_over [the] (whole|entire|complete|full) <table> [table|file|sheet|data] [,] <stmt>",
    "_seen_over [the] (whole|entire|complete|full) <cell> column [,] <stmt>",
    "<stmt> [,] [taken|measured|seen] (over|across) [the] (whole|entire) (table|file|dataset)",
    "<stmt> [,] [taken|measured|seen] (over|across) [the] (whole|entire) <table> [table|file]",
    cost=0.05,
)
def over_the_whole(*parts: Any) -> Statement | None:
    """Taken over the entire table, the price must have a median from 10 to 20."""
    told: Statement = next(part for part in parts if isinstance(part, Statement))
    rule = told.rule
    if not isinstance(rule, FailingMetrics) or rule.groups or is_open(rule.must):
        return None
    found = list(aggregates_in(rule.must))
    named = {part for part in parts if isinstance(part, str)}
    of = {part for part in parts if isinstance(part, Cell)}
    tables = {part.table for part in found} | {rule.table} | named
    is_same = len(tables - {""}) <= 1 and all({part.of} == of for part in found if of)
    return told if is_same and all(part.where is None for part in found) else None
