"""The English of spread: ranges, quartiles, percentiles; and of computing with measures."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import is_open, times
from backend.rules.phrasing import IT, Phrases, compare

phrase = Phrases()
phrase.words("_least", "minimum | smallest | lowest | min | least")
phrase.words("_greatest", "maximum | largest | highest | max | greatest | biggest")

# Spread and percentiles ----------------------------------------------------------------------


@phrase(
    "metric",
    "range of <cell> [values]",
    "(difference|distance) (between|of) _greatest and _least <cell>",
    "(difference|distance) (between|of) _least and _greatest <cell>",
    "span between _least and _greatest <cell>",
)
def value_range(of: Value) -> Value:
    """The greatest value minus the smallest."""
    return _difference(
        *(Aggregate(measure=kind, of=of, table="") for kind in (Measure.MAXIMUM, Measure.MINIMUM))
    )


@phrase("metric", "(interquartile range|iqr) of <cell>", "<cell> (interquartile range|iqr)")
def quartile_range(of: Value) -> Value:
    """The third quartile minus the first."""
    return _difference(_quantile(0.75, of), _quantile(0.25, of))


def _difference(left: Value, right: Value) -> Value:
    return Arithmetic(sign="-", left=left, right=right)


@phrase("metric", "<ordinal> quartile of <cell>", "<cell> <ordinal> quartile")
def quartile(*parts: Any) -> Value | None:
    """First to third quartile."""
    rank, of = parts if isinstance(parts[0], int) else parts[::-1]
    return _quantile(rank / 4, of) if 1 <= rank <= 3 else None


@phrase(
    "metric",
    "<rank> percentile of <cell>",
    "<rank> percentile",
    "<cell> <rank> percentile",
    "<number> % (percentile|quantile) of <cell>",
)
def percentile(*parts: Any) -> Value | None:
    """The 95th percentile."""
    of = next((part for part in parts if isinstance(part, Cell)), IT)
    rank = next(part for part in parts if not isinstance(part, Cell))
    told = float(rank.value if isinstance(rank, Constant) else rank)
    return _quantile(told / 100, of) if 0 <= told <= 100 else None


@phrase("metric", "<number> quantile of <cell>")
def fraction(part: Constant, of: Value) -> Value | None:
    """The 0.95 quantile."""
    told = float(part.value)
    return _quantile(told, of) if 0 <= told <= 1 else None


def _quantile(part: float, of: Value) -> Value:
    return Aggregate(measure=Measure.QUANTILE, of=of, table="", quantile=round(part, 6))


for _number in range(100):
    _ending = {1: "st", 2: "nd", 3: "rd"}.get(
        _number % 10 if _number not in (11, 12, 13) else 0, "th"
    )
    phrase("rank", f"{_number}{_ending}")(lambda rank=_number: rank)


# Computing with measures ---------------------------------------------------------------------


@phrase("metric", "ratio (of|between) <metric> (to|and) <metric>", "<metric> divided by <metric>")
def ratio(left: Value, right: Value) -> Value:
    """The ratio of two measures."""
    return Arithmetic(sign="/", left=left, right=right)


@phrase("metric", "[absolute] (difference|distance|gap) (of|between) <metric> and <metric>")
def distance(left: Value, right: Value) -> Value:
    """How far two measures are apart, whichever is larger."""
    return Apply(function=Function.ABSOLUTE, of=_difference(left, right))


@phrase("metric", "<metric> minus <metric>")
def apart(left: Value, right: Value) -> Value:
    """The first measure minus the second."""
    return _difference(left, right)


@phrase("multiple", "<number> times", "<number> times as (high|large|great|many|big|much) as")
def multiple(factor: Constant) -> float:
    """Three times."""
    return float(factor.value)


for _word, _factor in (("twice", 2.0), ("double", 2.0), ("triple", 3.0), ("half", 0.5)):
    phrase("multiple", _word)(lambda factor=_factor: factor)


@phrase("operand", "<metric>", cost=0.05)
def against_measure(metric: Value) -> Value | None:
    """The average cost, as what something is compared with."""
    return None if is_open(metric) else metric


@phrase("operand", "<multiple> <metric>", cost=0.05)
def against_multiple(factor: float, metric: Value) -> Value | None:
    """Twice the average cost."""
    return None if is_open(metric) else times(factor, metric)


@phrase("operand", "<percent> of <metric>", cost=0.05)
def against_part(part: float, metric: Value) -> Value | None:
    """90% of the average cost."""
    return None if is_open(metric) else times(part, metric)


for _words, _sign in (
    ("[exactly] as", "=="), ("at least as", ">="), ("at most as", "<="), ("not as", "<"),
):  # fmt: skip
    phrase("measured_adj", f"{_words} (high|large|great|big|long|old) as <metric>")(
        lambda metric, sign=_sign: None if is_open(metric) else compare(IT, sign, metric)
    )

for _words, _sign, _way in (
    ("_ge <percent> (more|higher|greater|larger) than", ">=", 1),
    ("_gt <percent> (more|higher|greater|larger) than", ">", 1),
    ("_ge <percent> (less|lower|smaller) than", "<=", -1),
    ("_le <percent> (more|higher|greater|larger) than", "<=", 1),
    ("_le <percent> (less|lower|smaller) than", ">=", -1),
):

    @phrase("measured_adj", f"{_words} <metric>")
    def percent_apart(
        part: float, metric: Value, sign: str = _sign, way: int = _way
    ) -> Predicate | None:
        """At least 10% more than the total cost."""
        if is_open(metric):
            return None
        return compare(IT, sign, times(round(1 + way * part, 12), metric))
