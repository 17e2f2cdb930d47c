"""Phrases for rules that hold a measure against earlier runs."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.history.run_bounds import (
    Bounds,
    Level,
    Size,
    against,
    bounds_of,
    per_value,
)
from backend.rules.earlier_runs import Baseline
from backend.rules.language.terms import Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

_MOVES = {
    "either": (
        "change|differ|vary|jump|move|fluctuate|deviate",
        "changed|changes|varied|varies|differed|differs|deviated|deviates|jumped|jumps|moved|moves",
        "change|changes|difference|deviation|variation|fluctuation",
    ),
    "up": (
        "rise|increase|grow|go up|climb",
        "risen|rose|rises|increased|increases|grown|grew|grows|gone up|went up|goes up|climbed|climbs",
        "rise|increase|growth|gain",
    ),
    "down": (
        "fall|drop|decrease|go down|shrink|decline|sink|be reduced",
        "fallen|fell|falls|dropped|drops|decreased|decreases|gone down|went down|goes down|shrunk|"
        "shrank|shrinks|declined|declines|sunk|sank|sinks",
        "fall|drop|decrease|decline|loss|reduction|dip|shrinkage",
    ),
}  # fmt: skip
for _move, (_verbs, _past, _nouns) in _MOVES.items():
    phrase("run_move", f"({_verbs})")(lambda move=_move: move)
    phrase("run_moved", f"({_past})")(lambda move=_move: move)
    phrase("run_change", f"({_nouns})", f"[percentage|relative] ({_nouns})")(
        lambda move=_move: move
    )


# Changes -------------------------------------------------------------------------------------


phrase("how", "<run_move>")(lambda move: move)


@phrase(
    "run_shift",
    "<how> [by] <size> <since>",
    "<how> <since> by <size>",
    "<how> [by] <size> , <since>",
    "have <run_moved> [by] <size> <since>",
    "have <run_moved> <since> by <size>",
)
def shift(*parts: Any) -> tuple[str, Size, Baseline] | None:
    """Drop by more than 5% since the last run."""
    return _sorted(parts)


@phrase(
    "run_shifted",
    "[has|have] <run_moved> [by] <size> <since>",
    "[has|have] <run_moved> <since> by <size>",
)
def shifted(*parts: Any) -> tuple[str, Size, Baseline] | None:
    """Dropped by more than 5% since the last run."""
    return _sorted(parts)


def _sorted(parts: tuple[Any, ...]) -> tuple[str, Size, Baseline]:
    move = next(part for part in parts if isinstance(part, str))
    size = next(part for part in parts if isinstance(part, Size))
    runs = next(part for part in parts if isinstance(part, Baseline))
    return move, size, runs


Shift = tuple[str, Size, Baseline]


def _must(measure: Value, told: Shift) -> Statement | None:
    move, size, runs = told
    if move != "either" and not _is_excess(size):
        return None  # "must drop by at most 5%" may or may not want a drop
    return against(measure, bounds_of(move, size), runs)


def _must_not(measure: Value, told: Shift) -> Statement | None:
    move, size, runs = told
    denied = size.denied()
    if move == "down" and not _is_excess(size):
        return None
    return None if denied is None else against(measure, bounds_of(move, denied), runs)


def _is_excess(size: Size) -> bool:
    return size.sign in (">", ">=")


phrase("volume_measure", "<kept_measure>")(lambda measure: measure)
phrase("volume_measure", "<row_volume>", cost=0.1)(lambda measure: measure)


@phrase("stmt", "<volume_measure> _must <run_shift>")
def must_move(measure: Value, told: Shift) -> Statement | None:
    """The number of orders must change by at most 20% since the last run."""
    return _must(measure, told)


@phrase("stmt", "<volume_measure> (may|can) [only] <run_shift>")
def may_move(measure: Value, told: Shift) -> Statement | None:
    """The number of orders may drop by at most 20% since the last run."""
    move, size, runs = told
    return None if _is_excess(size) else against(measure, bounds_of(move, size), runs)


@phrase("stmt", "<volume_measure> _must_not <run_shift>")
def must_not_move(measure: Value, told: Shift) -> Statement | None:
    """The number of orders must not change by more than 20% since the last run."""
    return _must_not(measure, told)


@phrase("stmt", "(for|in|within) (each|every) <cell> [,] <kept_measure> _must_not <run_shift>")
def each_must_not_move(of: Value, measure: Value, told: Shift) -> Statement | None:
    """For each store, the number of orders must not drop by more than 20% since the last run."""
    found = per_value(measure, of)
    return None if found is None else _must_not(found, told)


@phrase("stmt", "(for|in|within) (each|every) <cell> [,] <kept_measure> _must be <run_level>")
def each_must_be(of: Value, measure: Value, level: Level) -> Statement | None:
    """For each store, the number of orders must be within 10% of the last run."""
    found = per_value(measure, of)
    return None if found is None else against(found, level.bounds, level.since)


@phrase("stmt", "<since> [,] <volume_measure> _must <how> [by] <size>")
def since_must(runs: Baseline, measure: Value, move: str, size: Size) -> Statement | None:
    """Compared with the last run, the number of orders must change by at most 20%."""
    return _must(measure, (move, size, runs))


@phrase(
    "stmt",
    "<since> [,] <volume_measure> _must_not <how> [by] <size>",
    "<since> [,] <volume_measure> _must_not have <run_moved> [by] <size>",
)
def since_must_not(runs: Baseline, measure: Value, move: str, size: Size) -> Statement | None:
    """Compared with the last run, the number of orders must not change by more than 20%."""
    return _must_not(measure, (move, size, runs))


# Changes without a size -------------------------------------------------------------------------


def _none(measure: Value, move: str, runs: Baseline) -> Statement | None:
    bounds = {
        "either": Bounds("amount", 0.0, 0.0),
        "up": Bounds("amount", most=0.0),
        "down": Bounds("amount", least=0.0),
    }
    return against(measure, bounds[move], runs)


def _some(measure: Value, move: str, runs: Baseline) -> Statement | None:
    bounds = {
        "up": Bounds("amount", least=0.0, least_open=True),
        "down": Bounds("amount", most=0.0, most_open=True),
    }
    return against(measure, bounds.get(move), runs)


@phrase(
    "stmt",
    "<kept_measure> _must_not <how> <since>",
    "<kept_measure> _must_not have <run_moved> <since>",
)
def must_not_move_at_all(measure: Value, move: str, runs: Baseline) -> Statement | None:
    """The number of orders must not drop since the last run."""
    return _none(measure, move, runs)


@phrase(
    "stmt",
    "<row_volume> _must_not <how> <since>",
    "<row_volume> _must_not have <run_moved> <since>",
)
def volume_must_not(measure: Value, move: str, runs: Baseline) -> Statement | None:
    """Orders must not shrink since the last run; not to change at all says more than rows."""
    return None if move == "either" else _none(measure, move, runs)


@phrase(
    "stmt",
    "<volume_measure> _must <how> <since>",
    "<volume_measure> _must have <run_moved> <since>",
)
def must_move_at_all(measure: Value, move: str, runs: Baseline) -> Statement | None:
    """The number of orders must have grown since the last run."""
    return _some(measure, move, runs)


@phrase(
    "stmt",
    "<kept_measure> (_must be|_be) (unchanged|constant|identical|the same) <since>",
    "<kept_measure> _must (stay|remain) (unchanged|constant|the same) <since>",
    "<kept_measure> (_must be|_be|_must stay|_must remain) (the same|identical|unchanged) as _at <then>",
)
def must_be_unchanged(measure: Value, runs: Baseline) -> Statement | None:
    """The number of stores must be unchanged since the last run."""
    return _none(measure, "either", runs)


# Levels -----------------------------------------------------------------------------------------


@phrase("stmt", "<volume_measure> _must <run_level>", "<volume_measure> _must be <run_level>")
@phrase("stmt", "<volume_measure> _must (stay|lie|remain|keep) <run_level>")
@phrase("stmt", "<kept_measure> (is|are) <run_level>", cost=0.05)
@phrase("stmt", "<kept_measure> [:] <run_level>", cost=0.2)
def must_be(measure: Value, level: Level) -> Statement | None:
    """The number of orders must be within 10% of the average of the last 7 runs."""
    return against(measure, level.bounds, level.since)


@phrase(
    "stmt", "<volume_measure> _must_not <run_level>", "<volume_measure> _must_not be <run_level>"
)
@phrase("stmt", "<kept_measure> _must_not (stay|lie|remain) <run_level>")
def must_not_be(measure: Value, level: Level) -> Statement | None:
    """The number of orders must not be lower than in the last run."""
    return against(measure, level.bounds.denied(), level.since)


@phrase("stmt", "(is|are) <kept_measure> [still|always] (<run_within>|<run_bound>) [?]", cost=0.05)
def is_it(measure: Value, level: Level) -> Statement | None:
    """Is the number of orders within 10% of the last run?"""
    return against(measure, level.bounds, level.since)
