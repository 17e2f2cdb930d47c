"""Windows that move along: what stands before each row, or period, and how far off a value is."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, literal
from backend.codegen.page import Body
from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.rules.language.rows import NUMERIC
from backend.rules.language.terms import Reads

Side = Literal["both", "above", "below"]
SHORTEST, LONGEST = 3, 400
"""So many rows or periods a window may have: of two nobody can tell how they spread."""

SAID: dict[Side, str] = {
    "both": "within {} sample standard deviations of",
    "above": "at most {} sample standard deviations above",
    "below": "at most {} sample standard deviations below",
}


def order_reads(fact: ColumnRead) -> Reads:
    """As what the cells that put rows in order are read: numbers, dates, or else texts."""
    types = (fact.type, fact.mostly)
    if ColumnType.DATE not in types and any(each in NUMERIC for each in types):
        return Reads.NUMBER
    return Reads.TEXT if fact.date_format is None else Reads.TIME


def before(in_order: Code, steps: Code, frame: Code) -> Code:
    """What stands so many steps before each row, one column for each step; empty where nothing."""
    return in_order.call("shift", steps).call("reindex", frame.attribute("index"))


def mean_and_spread(body: Body, window: Code) -> tuple[Code, Code]:
    """Of each whole window its mean and its sample standard deviation; of others nothing."""
    values = body.let("before", window)
    mean, spread = (
        values.call(method, axis=literal("columns"), skipna=literal(False))
        for method in ("mean", "std")
    )
    return body.let("mean", mean), body.let("spread", spread)


def is_far(value: Code, mean: Code, spread: Code, *, factor: float, side: Side) -> Code:
    """Where a value lies beyond; on the bound it is inside, whatever floating point makes of it."""
    distance = mean.combine("-", value) if side == "below" else value.combine("-", mean)
    if side == "both":
        distance = distance.call("abs")
    times = int(factor) if factor == int(factor) else factor
    beyond = distance.combine("-", literal(times).combine("*", spread))
    return beyond.call("round", literal(9)).compare(">", literal(0))
