"""Phrases for values beyond Tukey's fences, of any rows: 1.5 interquartile ranges above the third quartile.

The quartiles are those of all rows of the column, as everywhere (Hyndman and Fan 1996, type 7).
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Arithmetic, Constant, Measure, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
    number,
)

phrase = Phrases()


class Fences(NamedTuple):
    """Which of the two fences are told."""

    low: bool
    high: bool


phrase.words("_under", "below | under | beneath | lower than | less than")
phrase.words("_over", "above | over | beyond | higher than")
phrase.words(
    "_first_quartile",
    "(first|lower|bottom|1st) [quartile] | q1 | 25th percentile",
)
phrase.words("_third_quartile", "(third|upper|top|3rd) [quartile] | q3 | 75th percentile")
phrase.words(
    "_past", "outside | outside of | beyond | away from | from | off | outside the range of"
)

# Which fences ---------------------------------------------------------------------------------------

phrase("fences", "_under the _first_quartile", "_under _first_quartile")(
    lambda: Fences(True, False)
)
phrase("fences", "_over the _third_quartile", "_over _third_quartile")(lambda: Fences(False, True))
phrase("fences", "_past _quartiles", "(below or above|above or below) _quartiles")(
    lambda: Fences(True, True)
)


@phrase("fences", "<fences> [,] (or|nor|and) [so far|as much|as far] <fences>")
def both_fences(one: Fences, other: Fences) -> Fences | None:
    """Below the first or above the third quartile."""
    return Fences(True, True) if one.low != other.low and one.high != other.high else None


# How far beyond -------------------------------------------------------------------------------------


def _quartile(part: float) -> Value:
    return Aggregate(measure=Measure.QUANTILE, of=IT, table="", quantile=part)


def _fence(part: float, sign: str, factor: Constant) -> Value:
    low, high = _quartile(0.25), _quartile(0.75)
    span = Arithmetic(sign="-", left=high, right=low)
    way = Arithmetic(sign="*", left=factor, right=span)
    return Arithmetic.model_validate({"sign": sign, "left": _quartile(part), "right": way})


def _beyond(factor: Constant, fences: Fences, strictly: str = "") -> Predicate:
    low = compare(IT, f"<{strictly}", _fence(0.25, "-", factor))
    high = compare(IT, f">{strictly}", _fence(0.75, "+", factor))
    return any_of(*([low] if fences.low else []), *([high] if fences.high else []))


# Dearer than the kind that has both fences of all rows, which says the same.
@phrase("adj", "_gt <number> [times|x|×] [the] _iqrs <fences>", cost=0.4)
def farther(factor: Constant, fences: Fences) -> Predicate | None:
    """More than 1.5 interquartile ranges below the first or above the third quartile."""
    return _beyond(factor, fences) if _is_factor(factor) else None


@phrase("adj", "(_ge <number>|<number> or more) [times|x|×] [the] _iqrs <fences>", cost=0.4)
def as_far(factor: Constant, fences: Fences) -> Predicate | None:
    """At least 3 interquartile ranges above the third quartile."""
    return _beyond(factor, fences, "=") if _is_factor(factor) else None


@phrase("adj", "_le <number> [times|x|×] [the] _iqrs <fences>", cost=0.4)
def no_farther(factor: Constant, fences: Fences) -> Predicate | None:
    """At most 1.5 interquartile ranges above the third quartile."""
    if not _is_factor(factor):
        return None
    low = compare(IT, ">=", _fence(0.25, "-", factor))
    high = compare(IT, "<=", _fence(0.75, "+", factor))
    return all_of(*([low] if fences.low else []), *([high] if fences.high else []))


@phrase("adj", "_over [the] _third_quartile (plus|+) <number> [times|x|×|*] [the] _iqrs", cost=0.4)
def above_fence(factor: Constant) -> Predicate | None:
    """Above the third quartile plus 1.5 times the interquartile range."""
    return _beyond(factor, Fences(low=False, high=True)) if _is_factor(factor) else None


@phrase(
    "adj", "_under [the] _first_quartile (minus|-) <number> [times|x|×|*] [the] _iqrs", cost=0.4
)
def below_fence(factor: Constant) -> Predicate | None:
    """Below the first quartile minus 1.5 times the interquartile range."""
    return _beyond(factor, Fences(low=True, high=False)) if _is_factor(factor) else None


@phrase("adj", "within <number> [times|x|×] [the] _iqrs (of|from|around) _quartiles", cost=0.4)
def within(factor: Constant) -> Predicate | None:
    """Within 1.5 interquartile ranges of the quartiles."""
    return no_farther(factor, Fences(True, True))


def _is_factor(factor: Constant) -> bool:
    return isinstance(factor.value, int | float) and factor.value > 0 and not factor.unit


# Called outliers ------------------------------------------------------------------------------------

phrase.words("_by_the_rule", "by | under | using | with | according to | in the sense of | as by")


@phrase("adj", "(an outlier|outliers) _by_the_rule [the] <outlier_rule>", cost=0.4)
@phrase("adj", r"(an outlier|outliers) \( [_by_the_rule] [the] <outlier_rule> \)", cost=0.4)
def outlying(told: tuple[str, float]) -> Predicate | None:
    """An outlier by the rule of 1.5 interquartile ranges."""
    way, factor = told
    both = Fences(low=True, high=True)
    return _beyond(number(factor), both) if way == "iqr" and factor > 0 else None


@phrase(
    "stmt",
    "_flag [all] (outliers|outlying values) (in|of|among) <cell> (:|,|–|-|, i.e.|, that is,) [values] <adj>",
    cost=0.1,
)
def flag_outliers(of: Value, told: Predicate) -> Statement:
    """Flag outliers in weight: more than 1.5 IQR above the third quartile."""
    return rule(not_(about(told, of)), subject=of)
