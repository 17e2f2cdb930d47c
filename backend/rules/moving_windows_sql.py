"""Windows that move along, in SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlglot import exp

from backend.rules.language.lower_place import Place
from backend.rules.language.sql import Sql, binary, call, column, number, over
from backend.rules.moving_windows import Side


class Window(NamedTuple):
    """The names of what is told of the rows before each row."""

    size: str
    mean: str
    spread: str


def windowed(
    place: Place, value: Sql, by: Sequence[Sql], order: Sequence[Sql], rows: int
) -> tuple[Place, Window]:
    """The rows with how many of so many rows stand before each, their mean and their spread."""
    names = Window(*map(place.free, ("rows before", "mean before", "spread before")))
    told = [call(function, value) for function in ("COUNT", "AVG", "STDDEV_SAMP")]
    columns = [
        (name, over(each, by, order, _rows_before(rows)))
        for name, each in zip(names, told, strict=True)
    ]
    return place.step("windowed", *columns), names


def _rows_before(rows: int) -> exp.WindowSpec:
    return exp.WindowSpec(
        kind="ROWS", start=number(rows), start_side="PRECEDING", end=number(1), end_side="PRECEDING"
    )


def is_far(value: Sql, window: Window, *, factor: float, side: Side) -> Sql:
    """Values on the bound are inside, whatever floating point makes of it."""
    mean, spread = column(window.mean), column(window.spread)
    distance = binary(mean, "-", value) if side == "below" else binary(value, "-", mean)
    if side == "both":
        distance = call("ABS", distance)
    beyond = binary(distance, "-", binary(number(factor), "*", spread))
    return binary(call("ROUND", beyond, number(9)), ">", number(0))
