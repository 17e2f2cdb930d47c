"""Phrases for earlier runs: which ones, and how a sentence turns to them."""

from __future__ import annotations

from backend.rules.earlier_runs import MOST_DAYS, MOST_RUNS, Baseline
from backend.rules.language.terms import Constant, Measure
from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words(
    "_run", "run | check run | nightly run | daily run | execution | check | run of this check"
)
phrase.words("_check_runs", "runs | check runs | nightly runs | daily runs | executions")
phrase.words("_last", "last | previous | preceding | prior | latest | most recent")
phrase.words(
    "_since",
    "since | from | compared with | compared to | as compared with | as compared to | in "
    "comparison with | in comparison to | against | versus | vs | vs . | relative to | over | "
    "since the time of | measured against | with respect to",
)
phrase.words("_at", "in | at | on | during | of | for | from | it was in | they were in | there "
             "were in | there were on | it was on | it had in | it had on")  # fmt: skip


# Which runs ----------------------------------------------------------------------------------


@phrase("then", "<then_run>")
def then(runs: Baseline) -> Baseline:
    """Runs that are called so; a bare "yesterday" may also be a day of the data."""
    return runs


@phrase(
    "then_run",
    "_last _run",
    "_run before [this one]",
    "_last time",
    "time before",
    "_last _run 's (value|number|figure|result|count|level|one)",
    "(value|number|figure|result|count|level) (of|in|from) [the] _last _run",
    "what it was (in|at) [the] _last _run",
    "that (of|in) [the] _last _run",
)
def last_run() -> Baseline:
    """The last run."""
    return Baseline()


@phrase(
    "then",
    "yesterday",
    "yesterday 's [value|number|figure|count|level]",
    "day before",
    "(previous|preceding) day",
    "(previous|preceding) day 's [value|number|figure|count|level]",
)
@phrase(
    "then_run",
    "(yesterday|previous day|preceding day) 's _run",
    "_run (of|from|on) (yesterday|the previous day|the preceding day|the day before)",
)
def yesterday() -> Baseline:
    """The last run of the day before."""
    return Baseline(days=1)


@phrase(
    "then",
    "last week",
    "same (day|weekday) (last week|of last week|in last week|of the last week|of the previous week)",
    "same (day|weekday) [of|in|on] (a|one) week (ago|earlier|before)",
    "(a|one) week (ago|earlier|before)",
    "week ago",
    "same (day|weekday) [of] [the] (previous|preceding) week",
    "(previous|preceding) week",
)
@phrase(
    "then_run",
    "last week 's _run",
    "_run (of|from|in) last week",
    "_run (of|from) (a|one) week (ago|earlier|before)",
    "_run (on|of|from) the same (day|weekday) (last week|of last week|of the last week)",
)
def a_week_ago() -> Baseline:
    """The last run of the day a week before: the same weekday."""
    return Baseline(days=7)


phrase("day_count", "day", "days")(lambda: 1)
phrase("day_count", "week", "weeks")(lambda: 7)


@phrase(
    "then",
    "<number> <day_count> (ago|earlier|before)",
)
@phrase("then_run", "_run (of|from) <number> <day_count> (ago|earlier|before)")
def days_ago(number: Constant, length: int) -> Baseline | None:
    """The last run of the day so many days before."""
    days = whole_number(number, MOST_DAYS // length)
    return None if days is None else Baseline(days=days * length)


_STATISTICS = {
    Measure.MEAN: "mean", Measure.MEDIAN: "median", Measure.MINIMUM: "min",
    Measure.MAXIMUM: "max",
}  # fmt: skip


@phrase(
    "then_run",
    "<measure> (of|over|across|in|for|from) [the] _last <number> _check_runs",
    "<measure> (of|over|across|in|for|from) [the] <number> _last _check_runs",
    "_last <number> _check_runs ' <measure>",
)
def of_several(*parts: object) -> Baseline | None:
    """The average of the last 7 runs."""
    measure = next(part for part in parts if isinstance(part, Measure))
    number = next(part for part in parts if isinstance(part, Constant))
    runs = whole_number(number, MOST_RUNS)
    of = _STATISTICS.get(measure)
    if runs is None or of is None:
        return None
    return Baseline.model_validate({"of": of, "runs": runs})


def whole_number(number: Constant, most: int) -> int | None:
    """A number of runs or days, where it can be one."""
    value = float(number.value)
    return int(value) if value.is_integer() and 1 <= value <= most else None


# How a sentence turns to them -----------------------------------------------------------------


@phrase("since", "_since <then>", "_since _at <then>", "than _at <then>", "than <then>")
def since(runs: Baseline) -> Baseline:
    """Since the last run."""
    return runs


@phrase(
    "since",
    "from (run to run|one run to the next|one run to another)",
    "between (runs|two runs|consecutive runs|successive runs|two consecutive runs)",
    "between the _last _run and this (one|run)",
    "run over run",
    "from the _last _run to this (one|run)",
)
def from_run_to_run() -> Baseline:
    """From one run to the next."""
    return Baseline()


phrase("since", "day over day", "day on day", "from (one day to the next|day to day)")(
    lambda: Baseline(days=1)
)
phrase("since", "week over week", "week on week")(lambda: Baseline(days=7))


@phrase("since_any", "<since>")
def since_one(runs: Baseline) -> Baseline | None:
    """Since one run, of which every value is known."""
    return runs if runs.of == "run" else None


@phrase(
    "since_any",
    "_since [any of] [the] _last <number> _check_runs",
    "(in|within|during) [any of] [the] _last <number> _check_runs",
)
def since_several(number: Constant) -> Baseline | None:
    """Compared with the last 7 runs together."""
    runs = whole_number(number, MOST_RUNS)
    return None if runs is None else Baseline(runs=runs)
