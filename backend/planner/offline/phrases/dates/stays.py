"""Phrases for how long something lasts: stays of at most 7 nights, 4 nights on average."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.sentences.scopes import length_of
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Elapsed,
    Measure,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_bounds import COMPARISONS
from backend.rules.metric_phrases import statement
from backend.rules.overlapping_intervals import END, START
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, compare, not_

phrase = Phrases()
phrase.words(
    "_lasts_so",
    "last | lasts | take | takes | run | runs | be | is | are | go on for | goes on for",
)
phrase.words("_nights", "night | nights | day | days")
phrase.words("_really_last", "last | lasts | go on for | goes on for")


@phrase("stays", "(stay|stays|visit|visits|trip|trips)", cost=0.1)
def stays() -> RowSet:
    """Stays: the rows whose two dates tell them."""
    return RowSet()


@phrase("stays", "length of [a|each|every|the|all] (stay|stays|visit|visits|trip|trips)", cost=0.1)
def length_of_stay() -> RowSet:
    """The length of stay."""
    return RowSet()


@phrase("lasting", "<stays>")
@phrase("lasting", "<noun>", cost=0.1)
def lasting(rows: RowSet) -> RowSet | None:
    """What lasts: stays, or rows that are called by their table."""
    return None if rows.each else rows


for _head, _sign in COMPARISONS:

    @phrase("nights_bound", f"{_head} <number> _nights [long]", f"<number> _nights {_head}")
    def nights_bound(count: Constant, sign: str = _sign) -> Predicate:
        """At most 4 nights."""
        return compare(IT, sign, count)


@phrase("nights_bound", "longer than <number> _nights")
def longer(count: Constant) -> Predicate:
    """Longer than 7 nights."""
    return compare(IT, ">", count)


@phrase("nights_bound", "shorter than <number> _nights")
def shorter(count: Constant) -> Predicate:
    """Shorter than 2 nights."""
    return compare(IT, "<", count)


@phrase("nights_bound", "<number> _nights (at most|or less|or fewer|at the most|at maximum)")
def at_most(count: Constant) -> Predicate:
    """4 nights at most."""
    return compare(IT, "<=", count)


@phrase("nights_bound", "<number> _nights (at least|or more|at minimum)")
def at_least(count: Constant) -> Predicate:
    """2 nights or more."""
    return compare(IT, ">=", count)


@phrase("nights_bound", "between <number> and <number> _nights", "<number> to <number> _nights")
def between(low: Constant, high: Constant) -> Predicate:
    """Between 1 and 14 nights."""
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))


_OUTER = (">", ">=", "<")
"""Bounds that a "not" turns round plainly."""


def _nights(rows: RowSet) -> Value:
    start, end = (Cell(table=rows.table, column=name) for name in (START, END))
    return Elapsed(unit="days", start=start, end=end)


# Each of them -----------------------------------------------------------------------------------


@phrase("stmt", "[_each] <stays> _must _lasts_so <nights_bound>", cost=0.05)
@phrase("stmt", "[_each] <stays> (may|can) [only] _lasts_so <nights_bound>", cost=0.05)
@phrase("stmt", "[_each] <stays> _lasts_so <nights_bound>", cost=0.3)
@phrase("stmt", "[_each] <noun> _must _really_last <nights_bound>", cost=0.1)
@phrase("stmt", "[_each] <noun> (may|can) [only] _really_last <nights_bound>", cost=0.1)
def each_lasts(rows: RowSet, bound: Predicate) -> Statement:
    """Stays must last at most 7 nights."""
    return rule(about(bound, _nights(rows)), rows.table, rows.where)


@phrase("stmt", "no <stays> _may _lasts_so <nights_bound>", cost=0.05)
@phrase("stmt", "[_each] <stays> _must_not _lasts_so <nights_bound>", cost=0.05)
@phrase("stmt", "no <noun> _may _really_last <nights_bound>", cost=0.1)
@phrase("stmt", "[_each] <noun> _must_not _really_last <nights_bound>", cost=0.1)
def none_lasts(rows: RowSet, bound: Predicate) -> Statement | None:
    """No stay may last longer than 7 nights; "not at most" is a riddle."""
    if getattr(bound, "sign", "") not in _OUTER:
        return None
    return rule(not_(about(bound, _nights(rows))), rows.table, rows.where)


@phrase(
    "stmt",
    "[_each] <stays> (must not|may not|should not|can not) exceed <number> _nights",
    cost=0.05,
)
def not_beyond(rows: RowSet, most: Constant) -> Statement:
    """A stay must not exceed 7 nights."""
    return each_lasts(rows, compare(IT, "<=", most))


# On average -------------------------------------------------------------------------------------


@phrase("stay_measure", "<measure> <stays>", "<measure> [of] <stays>", "<measure> length of <noun>")
@phrase("stay_measure", "<measure> duration (of|over) [all|the] <lasting>")
def stay_measure(kind: Measure, rows: RowSet) -> Value | None:
    """The longest stay; "the total stay" may be each one's."""
    if kind in (Measure.TOP, Measure.SUM) or rows.each:
        return None
    return _measured(kind, rows)


def _measured(kind: Measure, rows: RowSet) -> Value:
    return Aggregate(measure=kind, of=_nights(rows), table=rows.table, where=rows.where)


@phrase(
    "stmt",
    "<stay_measure> _must _lasts_so <nights_bound>",
    "<stay_measure> _lasts_so <nights_bound>",
)
@phrase("stmt", "<stay_measure> (may|can) [only] _lasts_so <nights_bound>")
def measure_lasts(of: Value, bound: Predicate) -> Statement:
    """The average stay must be at most 4 nights."""
    return statement(about(bound, of))


@phrase("stmt", "<stay_measure> _must_not _lasts_so <nights_bound>")
def measure_lasts_not(of: Value, bound: Predicate) -> Statement | None:
    """The longest stay must not be more than 20 nights."""
    if getattr(bound, "sign", "") not in _OUTER:
        return None
    return statement(not_(about(bound, of)))


@phrase("stmt", "<stay_measure> (must not|may not|should not|can not) exceed <number> _nights")
def measure_within(of: Value, most: Constant) -> Statement:
    """The average stay must not exceed 4 nights."""
    return statement(compare(of, "<=", most))


@phrase("stmt", "on average [,] <stays> _must _lasts_so <nights_bound>", cost=0.02)
@phrase("stmt", "<stays> _must [,] on average [,] _lasts_so <nights_bound>", cost=0.02)
@phrase("stmt", "<stays> _must _lasts_so <nights_bound> on average", cost=0.02)
@phrase("stmt", "<stays> _must _lasts_so on average <nights_bound>", cost=0.02)
@phrase("stmt", "on average [,] <noun> _must _really_last <nights_bound>", cost=0.05)
@phrase("stmt", "<noun> _must _really_last <nights_bound> on average", cost=0.05)
def on_average(rows: RowSet, bound: Predicate) -> Statement:
    """On average, a stay should last at most 4 nights."""
    return statement(about(bound, _measured(Measure.MEAN, rows)))


@phrase(
    "stmt", "<stays> _must _lasts_so <number> _nights on average (at most|at the most)", cost=0.02
)
def on_average_at_most(rows: RowSet, most: Constant) -> Statement:
    """A stay should last 4 nights on average at most."""
    return on_average(rows, compare(IT, "<=", most))


# Amounts on average -----------------------------------------------------------------------------

phrase.words(
    "_worth_so", "be | is | are | come to | comes to | amount to | amounts to | total | totals"
)


@phrase("stmt", "on average [,] [an|a|each|every] <noun> _must _worth_so <adj>", cost=0.1)
@phrase("stmt", "on average [,] [an|a|each|every] <noun> _worth_so <adj>", cost=0.1)
@phrase("stmt", "<noun> _must _worth_so <adj> on average", cost=0.1)
def amount_on_average(rows: RowSet, told: Predicate) -> Statement | None:
    """On average, an invoice is at least 200: the mean of the one column of amounts."""
    if not rows.table or not _are_plain(told):
        return None
    return statement(about(told, _amount(Measure.MEAN, rows)))


def _amount(kind: Measure, rows: RowSet, column: str = "") -> Value:
    of = Cell(table=rows.table, column=column)
    return Aggregate(measure=kind, of=of, table=rows.table, where=rows.where)


def _are_plain(told: Predicate) -> bool:
    """Whether it only compares with numbers without a unit."""
    bounds = [part for part in walk(told) if isinstance(part, Compare)]
    return bool(bounds) and all(
        part.left == IT
        and isinstance(part.right, Constant)
        and not part.right.unit
        and not isinstance(part.right.value, str)
        for part in bounds
    )


@phrase(
    "stmt", "<measure> <noun> _must <acting> <adj>", "<measure> <noun> <acting> <adj>", cost=0.1
)
def measure_of_deed(kind: Measure, rows: RowSet, of: Cell, told: Predicate) -> Statement | None:
    """The median booking costs at most 250."""
    if not rows.table or not _are_plain(told):
        return None
    return statement(about(told, _amount(kind, rows, of.column)))


@phrase(
    "stmt", "on average [,] <noun> _must <acting> <adj>", "on average [,] <noun> <acting> <adj>"
)
@phrase("stmt", "<noun> _must <acting> <adj> on average", "<noun> <acting> <adj> on average")
def deed_on_average(rows: RowSet, of: Cell, told: Predicate) -> Statement | None:
    """On average, bookings cost at most 250."""
    return measure_of_deed(Measure.MEAN, rows, of, told)


for _kind in (Measure.MEDIAN, Measure.MEAN):

    @phrase(
        "stmt", "typical <noun> _must <acting> <adj>", "typical <noun> <acting> <adj>", cost=0.1
    )
    def typical_deed(
        rows: RowSet, of: Cell, told: Predicate, kind: Measure = _kind
    ) -> Statement | None:
        """The typical booking: its median, or its mean, which the author has to tell."""
        return measure_of_deed(kind, rows, of, told)

    @phrase(
        "stmt", "typical <noun> _must _worth_so <adj>", "typical <noun> _worth_so <adj>", cost=0.1
    )
    def typical_amount(rows: RowSet, told: Predicate, kind: Measure = _kind) -> Statement | None:
        """The typical invoice."""
        if not rows.table or not _are_plain(told):
            return None
        return statement(about(told, _amount(kind, rows)))


# Shorter and longer -------------------------------------------------------------------------------------

for _words, _sign in (("shorter|briefer", "<"), ("longer", ">")):

    @phrase("rel", f"[that is|that are|which is|which are] ({_words}) than <span>", cost=0.15)
    def shorter_or_longer(span: tuple[int, str], sign: str = _sign) -> Predicate | None:
        """A period shorter than 7 days."""
        return length_of((sign, span))
