"""Phrases for quartiles and percentiles by their everyday names, and for two of them in one rule."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Value
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of

phrase = Phrases()


def _quantile(part: float, of: Value = IT) -> Value:
    return Aggregate(measure=Measure.QUANTILE, of=of, table="", quantile=part)


phrase("quantile_named", "(lower|first|bottom) quartile")(lambda: 0.25)
phrase("quantile_named", "(upper|third|top) quartile")(lambda: 0.75)
phrase("quantile_named", "<rank> percentile")(lambda rank: rank / 100 if rank else None)


@phrase("quantile_named", r"<quantile_named> \( <quantile_named> \)", cost=0.02)
def said_twice(part: float, same: float) -> float | None:
    """The upper quartile (75th percentile)."""
    return part if part == same else None


@phrase(
    "metric",
    "<quantile_named> (of|in|for) [all] <cell> [values]",
    "<cell> <quantile_named>",
    "<cell> 's <quantile_named>",
    cost=0.03,
)
def quantile_of(*parts: Any) -> Value | None:
    """The upper quartile of the fee."""
    part, of = parts if isinstance(parts[0], float) else parts[::-1]
    return _quantile(part, of) if isinstance(of, Cell) else None


@phrase(
    "quantile_told", "<quantile_named> <duty>", "<quantile_named> <vp>", "<quantile_named> <adj>"
)
@phrase("quantile_told", "<quantile_named> of <adj>")
def quantile_told(part: float, told: Predicate) -> Predicate:
    """A lower quartile of 4 or more."""
    return about(told, _quantile(part))


@phrase(
    "quantiles_told",
    "<quantile_told> [,] and <quantile_told>",
    "<quantile_told>",
)
def quantiles_told(*told: Predicate) -> Predicate:
    """… and an upper quartile of 8 or less."""
    return all_of(*told)


@phrase(
    "stmt",
    "<cell> (has|have|_must have) <quantiles_told>",
    "(for|of|in) <cell> [,] <quantiles_told>",
    "<cell> : <quantiles_told>",
    cost=0.03,
)
def quantiles_of(of: Value, told: Predicate) -> Statement | None:
    """moisture has a lower quartile of 4 or more and an upper quartile of 8 or less."""
    return statement(about(told, of)) if isinstance(of, Cell) else None
