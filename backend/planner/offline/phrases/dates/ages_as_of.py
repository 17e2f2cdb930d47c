"""Phrases for ages as of a day that is told: at most 7 days old as of 1 March 2018, at noon on it."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta
from typing import Any

from backend.planner.offline.phrases.dates.dates import Span
from backend.planner.offline.phrases.dates.newest_told import _FLIPPED, SpanBound
from backend.planner.offline.phrases.measures.claims import denied
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Constant,
    Predicate,
    Reads,
    Shifted,
    Term,
    Today,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import IT, Phrases, Statement, about, compare

phrase = Phrases()

_HOURS = ("seconds", "minutes", "hours")

# A moment of a day --------------------------------------------------------------------------------


@phrase("moment", "<clock> (on|of) <moment>", "<moment> [,] [at] <clock>")
def moment_of_day(*found: Any) -> Value | None:
    """Noon on 10 March 2024; 10 March 2024 at 12:00."""
    hour = next(part for part in found if isinstance(part, float | int))
    day = next(part for part in found if not isinstance(part, float | int))
    if not isinstance(day, Constant) or day.reads != Reads.DATE or not 0 <= hour < 24:
        return None
    seconds = round(hour * 3600)
    shown = f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}"
    tail = f":{seconds % 60:02d}" if seconds % 60 else ""
    return Constant(value=f"{day.value} {shown}{tail}", reads=Reads.TIME)


def moved(start: Constant, amount: int, unit: str) -> Constant | None:
    """A day or a moment so much later; the 31st becomes the last day of a shorter month."""
    begun = datetime.fromisoformat(str(start.value))
    if unit in _HOURS:
        if start.reads != Reads.TIME:
            return None
        found = begun + timedelta(**{unit: amount})
    elif unit in ("days", "weeks"):
        found = begun + timedelta(days=amount * (7 if unit == "weeks" else 1))
    else:
        found = _months_on(begun, amount * (12 if unit == "years" else 1))
    text = found.isoformat(" ").removesuffix(":00") if start.reads == Reads.TIME else ""
    return Constant(value=text or found.date().isoformat(), reads=start.reads)


def _months_on(begun: datetime, months: int) -> datetime:
    year, month = divmod(begun.year * 12 + begun.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.combine(date(year, month + 1, min(begun.day, last)), begun.time())


# Seen from a day ----------------------------------------------------------------------------------

phrase.words(
    "_seen_from",
    "as of | as at | as seen (on|from) | seen from | counted from | counting from | counting back from | "
    "reckoned from | measured from | relative to | looking back from | calculated from | judged from | "
    "if today (is|were|was) | as if today (is|were|was) | assuming today is | with today as",
)


def _told_from(told: Statement, day: Value) -> Statement | None:
    """The same, with the day for the day of the run."""
    is_of_run = any(isinstance(part, Today) for part in walk(told.rule))
    is_plain = isinstance(told.rule, BrokenRows | FailingMetrics) and not told.also
    if not is_of_run or not is_plain or told.remarks:
        return None
    if not isinstance(day, Constant) or day.reads != Reads.DATE:
        return told if day == Today() else None

    def fill(term: Term) -> Term | None:
        if isinstance(term, Shifted) and isinstance(term.of, Today):
            start = moved(day, term.of.shift_days, "days")
            return start and moved(start, term.amount, term.unit)
        return moved(day, term.shift_days, "days") if isinstance(term, Today) else None

    return told.model_copy(update={"rule": rewrite(told.rule, fill)})


@phrase("stmt", "<stmt> [,] _seen_from <moment>", "_seen_from <moment> [,] <stmt>", cost=0.02)
def as_of(*parts: Any) -> Statement | None:
    """The newest date must not be older than 7 days as of 1 March 2018."""
    told = next(part for part in parts if isinstance(part, Statement))
    return _told_from(told, next(part for part in parts if not isinstance(part, Statement)))


@phrase("stmt", "on <moment> [,] <stmt>", cost=0.1)
def newest_as_of(day: Value, told: Statement) -> Statement | None:
    """On 1 March 2018 the newest date must be at most 7 days old; of rows it may tell which."""
    is_measure = isinstance(told.rule, FailingMetrics) and told.rule.where is None
    return _told_from(told, day) if is_measure else None


# So old then --------------------------------------------------------------------------------------

phrase.words("_old_at", "(old|of age) (as of|as at|on|at) | (old|of age) , (as of|as at) | before")


@phrase("adj", "<span_bound> _old_at <moment>", cost=0.05)
def old_at(bound: SpanBound, start: Value) -> Predicate | None:
    """At most 24 hours old at noon on 10 March 2024."""
    sign, (amount, unit) = bound
    if not isinstance(start, Constant):
        return None
    day = moved(start, -amount, unit)
    return None if day is None else compare(IT, _FLIPPED[sign], day)


for _words, _sign in (
    ("older than", ">"), ("(not|no) older than", "<="),
    ("younger than", "<"), ("(not|no) younger than", ">="),
):  # fmt: skip

    @phrase("adj", f"{_words} <span> (as of|as at|on|at) <moment>", cost=0.05)
    def older_at(span: Span, start: Value, sign: str = _sign) -> Predicate | None:
        """Not older than 7 days at noon on 1 March 2018."""
        return old_at((sign, span), start)


@phrase("stmt", "(at|on) <moment> [,] <newest_date> _must be <span_bound> old", cost=0.05)
def then_so_old(start: Value, day: Value, bound: SpanBound) -> Statement | None:
    """At noon on 10 March 2024 the newest date must be at most 24 hours old."""
    return age_then(day, bound, start)


@phrase("stmt", "(at|on) <moment> [,] <newest_date> _must_not be <span_bound> old", cost=0.05)
def then_not_so_old(start: Value, day: Value, bound: SpanBound) -> Statement | None:
    """At noon on 10 March 2024 the newest date must not be more than 24 hours old."""
    return age_not_then(day, bound, start)


@phrase("stmt", "(at|on) <moment> [,] <newest_date> _must_not be older than <span>", cost=0.05)
def then_not_older(start: Value, day: Value, span: Span) -> Statement | None:
    """At noon on 10 March 2024 the newest date must not be older than 24 hours."""
    return age_then(day, ("<=", span), start)


@phrase("stmt", "<age_of_day> _must be <span_bound> (as of|as at|on|at) <moment>", cost=0.05)
def age_then(day: Value, bound: SpanBound, start: Value) -> Statement | None:
    """The age of the newest date must be at most 36 hours at noon on 10 March 2024."""
    told = old_at(bound, start)
    return None if told is None else statement(about(told, day))


@phrase("stmt", "<age_of_day> _must_not be <span_bound> (as of|as at|on|at) <moment>", cost=0.05)
def age_not_then(day: Value, bound: SpanBound, start: Value) -> Statement | None:
    """The age of the newest date must not be more than 36 hours at noon on 10 March 2024."""
    told = age_then(day, bound, start)
    return denied(told) if told is not None and bound[0] in (">", "<") else None
