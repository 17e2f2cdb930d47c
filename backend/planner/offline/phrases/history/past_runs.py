"""Phrases for several earlier runs together: the last 30, or all that there are."""

from __future__ import annotations

from backend.planner.offline.phrases.history.runs import whole_number
from backend.rules.earlier_runs import FEWEST_RUNS, MOST_RUNS, Baseline
from backend.rules.language.terms import Constant
from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words("_told_over_runs", "of | in | over | from | for | across | during")
phrase.words("_before_now", "earlier | previous | past | prior | preceding")
phrase.words("_own_history", "its history | its own history | its run history | history of runs | "
             "history of earlier runs | their history")  # fmt: skip
_MEAN = "(mean|average)"


@phrase("past_runs", "<then>")
def of_their_mean(runs: Baseline) -> Baseline | None:
    """The average of the last 20 runs, of which each told a number."""
    return runs if runs.of == "mean" and runs.runs > 1 else None


@phrase(
    "past_runs",
    "_last <number> _check_runs",
    "<number> _last _check_runs",
    "(values|numbers|figures|levels) _told_over_runs [the] _last <number> _check_runs",
    "(what it was|what they were) _told_over_runs [the] _last <number> _check_runs",
    f"(its|their) {_MEAN} _told_over_runs [the] _last <number> _check_runs",
    f"{_MEAN} of (its|their) (values|numbers|figures|levels) _told_over_runs [the] _last <number> _check_runs",
)
def last_runs(number: Constant) -> Baseline | None:
    """The last 30 runs."""
    runs = whole_number(number, MOST_RUNS)
    return None if runs is None or runs < 2 else Baseline(of="mean", runs=runs)


@phrase(
    "past_runs",
    "_own_history",
    f"{_MEAN} (of|over) _own_history",
    f"[its|their] historical {_MEAN}",
    "[all] [of] [its|their] _before_now _check_runs",
    f"{_MEAN} _told_over_runs [all] [of] [its|their] _before_now _check_runs",
)
def history() -> Baseline:
    """Its history: all runs that are kept, where they are enough."""
    return Baseline(of="mean", runs=MOST_RUNS, fewest=FEWEST_RUNS)


@phrase(
    "past_runs",
    "up to [the] _last <number> _check_runs",
    f"{_MEAN} _told_over_runs up to [the] _last <number> _check_runs",
)
def up_to_so_many(number: Constant) -> Baseline | None:
    """Up to the last 30 runs."""
    runs = whole_number(number, MOST_RUNS)
    if runs is None or runs < FEWEST_RUNS:
        return None
    return Baseline(of="mean", runs=runs, fewest=FEWEST_RUNS)


phrase.words(
    "_enough_runs",
    "with | given | if there are | when there are | once there are | as soon as there are | "
    "provided there are | if it has | once it has | as long as there are",
)


@phrase(
    "past_runs",
    "<past_runs> [,] _enough_runs at least <number> [of them|such|_before_now] [_check_runs]",
    "<past_runs> [,] (with a minimum of|minimum|min) <number> [_before_now] _check_runs",
)
def with_enough(runs: Baseline, number: Constant) -> Baseline | None:
    """Its history, if there are at least 10 runs."""
    fewest = whole_number(number, runs.runs)
    return None if fewest is None or fewest < 2 else runs.model_copy(update={"fewest": fewest})


phrase("against_runs", "_since <past_runs>")(lambda runs: runs)


@phrase("since_any", "_since [any of|any|all of|all] [its|their|the] _before_now _check_runs")
@phrase("since_any", "_since _own_history")
@phrase("since_any", "(in|during) (any _before_now _run|any of its _before_now _check_runs)")
def since_ever() -> Baseline:
    """Compared with all earlier runs: those that are kept, of which there must be one."""
    return Baseline(runs=MOST_RUNS, fewest=1)
