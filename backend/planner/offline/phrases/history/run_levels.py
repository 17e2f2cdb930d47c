"""Phrases for how high a measure may be against earlier runs: as high, lower, within 10%."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.history.run_bounds import (
    Bounds,
    Level,
    Size,
    against,
    bounds_of,
)
from backend.rules.earlier_runs import Baseline
from backend.rules.language.terms import Constant, Value
from backend.rules.metric_phrases import count
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

_SIGNS = {"_ge": ">=", "_gt": ">", "_lt": "<", "_le": "<=", "_eq": "=="}


def _level(sign: str, runs: Baseline) -> Level | None:
    """Against the very number of before."""
    if sign == "==":
        return Level(Bounds("amount", 0.0, 0.0), runs)
    found = bounds_of("up", Size(sign, 0.0, "amount"))
    return None if found is None else Level(found, runs)


phrase.words("_as_much", "as (high|many|large|big|much|great) as")

for _head, _sign in _SIGNS.items():

    @phrase("run_bound", f"{_head} [that|the value|the number|the one] [_at] <then>")
    def bound(runs: Baseline, sign: str = _sign) -> Level | None:
        """At least the average of the last 7 runs."""
        return _level(sign, runs)

    @phrase(
        "run_bound",
        f"{_head} <percent> of [that|the value|the number|the count] [_at] <then>",
        f"{_head} <percent> of what it was _at <then>",
    )
    def multiple(part: float, runs: Baseline, sign: str = _sign) -> Level | None:
        """At least 90% of the median of the last 5 runs."""
        found = bounds_of("up", Size(sign, part, "times"))
        return None if found is None else Level(found, runs)


@phrase("run_bound", "(at least|no less than|not less than) _as_much [_at] <then>")
@phrase("run_bound", "(at least|no less than) (equal to|the same as) [_at] <then>")
def as_much(runs: Baseline) -> Level | None:
    """At least as high as in the last run."""
    return _level(">=", runs)


@phrase("run_bound", "(at most|no more than|not more than) _as_much [_at] <then>")
def no_more(runs: Baseline) -> Level | None:
    """At most as high as in the last run."""
    return _level("<=", runs)


@phrase("run_bound", "between <percent> and <percent> of [that] [_at] <then>")
def between(low: float, high: float, runs: Baseline) -> Level | None:
    """Between 90% and 110% of the last run."""
    return Level(Bounds("times", low, high), runs) if low <= high else None


@phrase("run_bound", "<size> _up [that|those] [_at] <then>")
def so_much_higher(size: Size, runs: Baseline) -> Level | None:
    """At most 10% higher than in the last run."""
    return _moved("up", size, runs)


@phrase("run_bound", "<size> _down [that|those] [_at] <then>")
def so_much_lower(size: Size, runs: Baseline) -> Level | None:
    """At most 10% below the average of the last 5 runs."""
    return _moved("down", size, runs)


@phrase("run_within", "<size> (away|apart|off) (from [_at]|of) <then>", "<size> off <then>")
def so_far_off(size: Size, runs: Baseline) -> Level | None:
    """At most 10% away from the last run."""
    return _moved("either", size, runs)


def _moved(move: str, size: Size, runs: Baseline) -> Level | None:
    found = bounds_of(move, size)
    return None if found is None else Level(found, runs)


_MARGIN = "(within|in a range of|within a margin of|within a range of|within a tolerance of)"


@phrase(
    "run_within",
    f"{_MARGIN} [±|+-|+ / -|plus or minus] <percent> (of|from|around) [that] [_at] <then>",
)
@phrase("run_within", "(±|+-|+ / -|plus or minus) <percent> (of|from|around) <then>")
@phrase("run_within", "[within] (±|+-|+ / -|plus or minus) <percent> <since>")
def within(part: float, runs: Baseline) -> Level | None:
    """Within 10% of the average of the last 7 runs."""
    return _moved("either", Size("<=", round(part * 100, 10), "percent"), runs)


@phrase("run_within", f"{_MARGIN} [±|plus or minus] <number> (of|from|around) [that] [_at] <then>")
def within_amount(number: Constant, runs: Baseline) -> Level | None:
    """Within 50 of the last run."""
    return _moved("either", Size("<=", float(number.value), "amount"), runs)


@phrase("run_within", f"{_MARGIN} [±|plus or minus] <number> _points (of|from) [that] [_at] <then>")
def within_points(number: Constant, runs: Baseline) -> Level | None:
    """Within 2 percentage points of the last run."""
    return _moved("either", Size("<=", float(number.value), "points"), runs)


phrase.words(
    "_departs",
    "differ from | deviate from | diverge from | vary from | be off from | depart from | be "
    "different from | lie away from",
)


@phrase("run_level", "<run_bound>", "<run_within>")
def level(found: Level) -> Level:
    """A level of either make."""
    return found


@phrase("run_departure", "_departs [that] [_at] <then> [by] <size>", "_departs <then> by <size>")
def departure(runs: Baseline, size: Size) -> tuple[Size, Baseline]:
    """Deviate from the average of the last 5 runs by more than 10%."""
    return size, runs


@phrase("run_departure", "(differ|deviate|vary) [by] <size> from [that] [_at] <then>")
def departure_before(size: Size, runs: Baseline) -> tuple[Size, Baseline]:
    """Deviate by more than 10% from the average of the last 5 runs."""
    return size, runs


@phrase(
    "stmt", "<volume_measure> _must <run_departure>", "<volume_measure> (may|can) <run_departure>"
)
def departs(measure: Value, told: tuple[Size, Baseline]) -> Statement | None:
    """The average price may differ from the last run by at most 5%."""
    return against(measure, bounds_of("either", told[0]), told[1])


@phrase("stmt", "<volume_measure> _must_not <run_departure>")
def departs_not(measure: Value, told: tuple[Size, Baseline]) -> Statement | None:
    """The average price must not differ from the last run by more than 5%."""
    denied = told[0].denied()
    return None if denied is None else against(measure, bounds_of("either", denied), told[1])


phrase.words("_sink_to", "fall | drop | go | sink | be | lie | come in")
phrase.words("_rise_to", "rise | go | climb | be | lie | come in")


@phrase("stmt", "<volume_measure> _must_not _sink_to [by] <size> _down [that|those] [_at] <then>")
def not_so_far_below(measure: Value, size: Size, runs: Baseline) -> Statement | None:
    """The number of orders must not fall more than 30% below last week."""
    return _not_so_far(measure, "down", size, runs)


@phrase("stmt", "<volume_measure> _must_not _rise_to [by] <size> _up [that|those] [_at] <then>")
def not_so_far_above(measure: Value, size: Size, runs: Baseline) -> Statement | None:
    """The number of orders must not rise more than 30% above last week."""
    return _not_so_far(measure, "up", size, runs)


def _not_so_far(measure: Value, move: str, size: Size, runs: Baseline) -> Statement | None:
    denied = size.denied()
    if denied is None or size.sign in ("<", "<="):
        return None
    return against(measure, bounds_of(move, denied), runs)


phrase("run_edge", "(exceed|surpass|be above|go above|rise above|go over)")(lambda: "<=")
phrase("run_edge", "(fall below|drop below|go below|be below|fall under|undercut)")(lambda: ">=")


@phrase("stmt", "<volume_measure> _must_not <run_edge> [that|those|the one] [_at] <then>")
def must_not_pass(measure: Value, sign: str, runs: Baseline) -> Statement | None:
    """The maximum price must not exceed the maximum of the last 10 runs."""
    found = _level(sign, runs)
    return None if found is None else against(measure, found.bounds, runs)


# Rows ----------------------------------------------------------------------------------------------

phrase.words("_rows_word", "rows | records | entries | lines | items")
phrase.words("_has_rows", "have | contain | hold | include | has")

_MANY = {
    "(fewer|less)": "<", "more": ">", "(at least|no less than) as many": ">=",
    "(at most|no more than) as many": "<=", "no (fewer|less)": ">=", "no more": "<=",
    "(exactly as many|as many|the same number of|exactly the same number of)": "==",
    "not (fewer|less)": ">=", "not more": "<=",
}  # fmt: skip
for _words, _sign in _MANY.items():
    phrase("run_many", _words)(lambda sign=_sign: sign)

_THAN = "(than|as) [it had|they had] [_at] <then>"
_THAN_RUN = "(than|as) [there were] [_at] <then_run>"


@phrase("stmt", f"<rows> _must _has_rows <run_many> _rows_word {_THAN}")
def must_have(rows: RowSet, sign: str, runs: Baseline) -> Statement | None:
    """Orders must have at least as many rows as last week."""
    return _counted(rows, sign, runs)


@phrase("stmt", f"<rows> _must_not _has_rows <run_many> _rows_word {_THAN}")
def must_not_have(rows: RowSet, sign: str, runs: Baseline) -> Statement | None:
    """Orders must not have fewer rows than last week."""
    return _counted(rows, _DENIED.get(sign), runs)


@phrase("stmt", f"there (must|should) be <run_many> <rows> {_THAN_RUN}")
@phrase("stmt", f"<run_many> <rows> {_THAN_RUN}", cost=0.2)
def must_be_many(sign: str, rows: RowSet, runs: Baseline) -> Statement | None:
    """There must be at least as many orders as in the last run."""
    return _counted(rows, sign, runs)


@phrase("stmt", f"there (must|should|may|can) not be <run_many> <rows> {_THAN_RUN}")
def must_not_be_many(sign: str, rows: RowSet, runs: Baseline) -> Statement | None:
    """There must not be fewer orders than in the last run."""
    return _counted(rows, _DENIED.get(sign), runs)


_DENIED = {"<": ">=", ">": "<="}


def _counted(rows: RowSet, sign: str | None, runs: Baseline) -> Statement | None:
    found = None if sign is None or rows.each else _level(sign, runs)
    return None if found is None else against(count(rows), found.bounds, found.since)


phrase("run_loss", "lose", "have lost")(lambda: "down")
phrase("run_loss", "gain", "have gained")(lambda: "up")


@phrase("stmt", "<rows> _must_not <run_loss> [by] <size> [of] [its|their|the] [_rows_word] <since>")
def must_not_lose(*parts: Any) -> Statement | None:
    """Orders must not lose more than 5% of its rows since the last run."""
    rows, move, size, runs = parts
    denied = size.denied()
    if denied is None or rows.each:
        return None
    return against(count(rows), bounds_of(move, denied), runs)


@phrase("stmt", "<rows> _must_not <run_loss> [any] _rows_word <since>")
def must_lose_none(rows: RowSet, move: str, runs: Baseline) -> Statement | None:
    """Orders must not lose any rows since the last run."""
    return None if rows.each else _counted(rows, ">=" if move == "down" else "<=", runs)
