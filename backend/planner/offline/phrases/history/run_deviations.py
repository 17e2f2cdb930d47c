"""Phrases for measures so many standard deviations from their mean over earlier runs.

Definition: z = (now - mean) / sample standard deviation of what the runs before told
(NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.17).
"""

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
from backend.rules.language.terms import All, Compare, Constant, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement

phrase = Phrases()

# How far ----------------------------------------------------------------------------------------

Told = tuple[str, Constant]
_DENIED = {">": "<=", ">=": "<"}


def _size(told: Told) -> Size | None:
    sign, number = told
    count = float(number.value)
    return Size(sign, count, "deviations") if count > 0 else None


def _level(move: str, told: Told, runs: Baseline) -> Level | None:
    size = _size(told)
    bounds = None if size is None else bounds_of(move, size)
    return None if bounds is None else Level(bounds, runs)


def _taboo(measure: Value, move: str, told: Told, runs: Baseline) -> Statement | None:
    """What goes beyond is wrong; that something stays below cannot be meant so."""
    sign, number = told
    level = _level(move, (_DENIED.get(sign, ""), number), runs) if sign in _DENIED else None
    return None if level is None else against(measure, level.bounds, runs)


@phrase("run_within", "<so_many_sds> (_off_from|above or below|below or above) <past_runs>")
def within(told: Told, runs: Baseline) -> Level | None:
    """Within 3 standard deviations of the last 30 runs."""
    return _level("either", told, runs)


@phrase(
    "run_within", "[within] (±|+-|+ / -|plus or minus) <number> _deviations _off_from <past_runs>"
)
@phrase("run_within", "[within] (±|+-|+ / -|plus or minus) <number> _deviations <against_runs>")
@phrase("run_within", "within <number> _deviations <against_runs>")
def plus_or_minus(number: Constant, runs: Baseline) -> Level | None:
    """Plus or minus 3 standard deviations of the last 30 runs."""
    return _level("either", ("<=", number), runs)


@phrase("run_bound", "<so_many_sds> _up <past_runs>")
def above(told: Told, runs: Baseline) -> Level | None:
    """At most 3 standard deviations above the average of the last 30 runs."""
    return _level("up", told, runs)


@phrase("run_bound", "<so_many_sds> _down <past_runs>")
def below(told: Told, runs: Baseline) -> Level | None:
    """At most 3 standard deviations below the average of the last 30 runs."""
    return _level("down", told, runs)


phrase.words("_be_off", "be | lie | stray | depart | drift")
phrase.words("_is_off", "is | are | was | were | lies | strays | departs | drifts | has drifted")
phrase("run_stray", "<so_many_sds> (_off_from|above or below|below or above) <past_runs>")(
    lambda *parts: parts
)
phrase("run_stray", "[by] <so_many_sds> (from|away from|_since) <past_runs>")(lambda *parts: parts)
phrase("run_stray", "(from|_since) <past_runs> by <so_many_sds>")(lambda *parts: parts[::-1])


@phrase("stmt", "<volume_measure> _must_not _be_off <run_stray>")
@phrase("stmt", "_alarm [_if_ever] <volume_measure> _is_off <run_stray>", cost=0.05)
@phrase("stmt", "<volume_measure> _is_off <run_stray> ?", cost=0.05)
@phrase("stmt", "(is|are|does|has) <volume_measure> [_be_off] <run_stray> ?", cost=0.05)
def must_not_stray(measure: Value, told: tuple[Told, Baseline]) -> Statement | None:
    """The number of orders must not be more than 3 standard deviations from the last 30 runs."""
    return _taboo(measure, "either", *told)


@phrase("stmt", "<volume_measure> _must_not <how> <run_stray>")
@phrase("stmt", "_alarm [_if_ever] <volume_measure> [has|have] <run_moved> <run_stray>", cost=0.05)
@phrase("stmt", "(has|have) <volume_measure> <run_moved> <run_stray> ?", cost=0.05)
def must_not_move(measure: Value, move: str, told: tuple[Told, Baseline]) -> Statement | None:
    """The number of orders must not fall by more than 3 sigma from the last 30 runs."""
    return _taboo(measure, move, *told)


@phrase("stmt", "<volume_measure> (_must|may|can) [only] _be_off <run_stray>")
def may_stray(measure: Value, told: tuple[Told, Baseline]) -> Statement | None:
    """The number of orders may be at most 3 standard deviations off the last 30 runs."""
    level = _level("either", *told)
    return None if level is None else against(measure, level.bounds, level.since)


@phrase("stmt", "<volume_measure> (may|can) [only] <how> <run_stray>")
def may_move(measure: Value, move: str, told: tuple[Told, Baseline]) -> Statement | None:
    """The number of orders may rise by at most 3 standard deviations from the last 30 runs."""
    level = _level(move, *told) if told[0][0] in ("<", "<=") else None
    return None if level is None else against(measure, level.bounds, level.since)


@phrase("stmt", "<volume_measure> _must <how> <run_stray>")
def must_move(measure: Value, move: str, told: tuple[Told, Baseline]) -> Statement | None:
    """The number of orders must change by at most 3 standard deviations from the last 30 runs."""
    return may_move(measure, move, told) if move == "either" else None


for _words, _move in (("exceed|surpass|be above|rise above", "up"),
                      ("fall below|drop below|be below|undercut", "down")):  # fmt: skip

    @phrase("stmt", f"<volume_measure> _must_not ({_words}) <past_runs> by <so_many_sds>")
    def must_not_pass(
        measure: Value, runs: Baseline, told: Told, move: str = _move
    ) -> Statement | None:
        """The total must not exceed the average of the last 30 runs by more than 3 sigma."""
        return _taboo(measure, move, told, runs)


for _verbs, _side, _move in (("_sink_to", "_down", "down"), ("_rise_to", "_up", "up")):

    @phrase("stmt", f"<volume_measure> _must_not {_verbs} [by] <so_many_sds> {_side} <past_runs>")
    def must_not_go_so_far(
        measure: Value, told: Told, runs: Baseline, move: str = _move
    ) -> Statement | None:
        """The row count must not fall more than 3 sigma below the average of the last 30 runs."""
        return _taboo(measure, move, told, runs)


# Rules by name ----------------------------------------------------------------------------------

phrase.words("_odd_one", "outlier | anomaly | statistical outlier | statistical anomaly")
phrase.words("_by_rule", "by | using | under | according to | with | on | per")


@phrase("sigma_rule", "<number> _deviations (rule|criterion|test|method|threshold|limits|limit)")
@phrase("sigma_rule", "(rule|criterion|threshold|limit) of <number> _deviations")
@phrase("sigma_rule", "z-score (threshold|limit|cutoff|cut-off) of <number>")
def sigma_rule(number: Constant) -> Told:
    """The 3 sigma rule: what is farther off than so many deviations is an outlier."""
    return "<=", number


@phrase("stmt", "<volume_measure> _must_not be _odd_one _by_rule <sigma_rule> [,] <against_runs>")
@phrase("stmt", "<volume_measure> _must_not be _odd_one <against_runs> [,] _by_rule <sigma_rule>")
@phrase(
    "stmt", "_alarm [_if_ever] <volume_measure> is _odd_one _by_rule <sigma_rule> <against_runs>"
)
@phrase(
    "stmt", "_alarm [_if_ever] <volume_measure> is _odd_one <against_runs> _by_rule <sigma_rule>"
)
@phrase("stmt", "<against_runs> [,] <volume_measure> _must_not be _odd_one _by_rule <sigma_rule>")
def no_outlier(*parts: Any) -> Statement | None:
    """The number of orders must not be an outlier by the 3 sigma rule against the last 30 runs."""
    runs = next(part for part in parts if isinstance(part, Baseline))
    told = next(part for part in parts if isinstance(part, tuple))
    measure = next(part for part in parts if not isinstance(part, Baseline | tuple))
    level = _level("either", told, runs)
    return None if level is None else against(measure, level.bounds, runs)


@phrase("stmt", "<volume_measure> _must_not be _odd_one <against_runs>", cost=0.5)
@phrase("stmt", "<against_runs> [,] <volume_measure> _must_not be _odd_one", cost=0.5)
def outlier_by_no_rule(*parts: Any) -> Statement | None:
    """An outlier compared with the last 10 runs: declined, as it is not told how far off."""
    runs = next(part for part in parts if isinstance(part, Baseline))
    measure = next(part for part in parts if not isinstance(part, Baseline))
    return against(measure, Bounds("deviations"), runs)


for _head, _sign in (("_le", "<="), ("_lt", "<")):

    @phrase(
        "stmt", f"absolute z-score of <volume_measure> <against_runs> _must be {_head} <number>"
    )
    def score(
        measure: Value, runs: Baseline, number: Constant, sign: str = _sign
    ) -> Statement | None:
        """The absolute z-score of the row count against the last 30 runs must be at most 3."""
        level = _level("either", (sign, number), runs)
        return None if level is None else against(measure, level.bounds, runs)


@phrase("stmt", "absolute z-score of <volume_measure> <against_runs> _must_not exceed <number>")
def score_limit(measure: Value, runs: Baseline, number: Constant) -> Statement | None:
    """The absolute z-score of the row count against the last 30 runs must not exceed 3."""
    level = _level("either", ("<=", number), runs)
    return None if level is None else against(measure, level.bounds, runs)


@phrase("stmt", "z-score of <volume_measure> <against_runs> _must (be|lie|stay) <signed_adj>")
def score_between(measure: Value, runs: Baseline, told: Predicate) -> Statement | None:
    """The z-score of the row count against the last 30 runs must be between -3 and 3."""
    bounds = _around_zero(told)
    return None if bounds is None else against(measure, bounds, runs)


def _around_zero(told: Predicate) -> Bounds | None:
    """At least -n and at most n; what a score is that need not be high enough, is no bound."""
    parts = told.parts if isinstance(told, All) else ()
    found = {
        part.sign: float(part.right.value)
        for part in parts
        if isinstance(part, Compare) and isinstance(part.right, Constant) and part.left == IT
    }
    if len(parts) != 2 or set(found) != {">=", "<="} or found[">="] != -found["<="]:
        return None
    return Bounds("deviations", found[">="], found["<="])


@phrase(
    "stmt",
    "<against_runs> [,] <volume_measure> _must (be|lie|stay|remain) within <number> _deviations",
)
def against_first(runs: Baseline, measure: Value, number: Constant) -> Statement | None:
    """Compared with the last 30 runs, the row count must be within 3 standard deviations."""
    level = _level("either", ("<=", number), runs)
    return None if level is None else against(measure, level.bounds, runs)


@phrase("stmt", "<against_runs> [,] <volume_measure> _must_not <how> [by] <so_many_sds>")
def against_first_not(runs: Baseline, measure: Value, move: str, told: Told) -> Statement | None:
    """Compared with the last 30 runs, the row count must not change by more than 3 sigma."""
    return _taboo(measure, move, told, runs)


@phrase("stmt", "<against_runs> [,] <volume_measure> _must_not be <so_many_sds> off")
def against_first_off(runs: Baseline, measure: Value, told: Told) -> Statement | None:
    """Compared with the last 30 runs, the row count must not be more than 3 sigma off."""
    return _taboo(measure, "either", told, runs)
