"""Phrases for z-scores: how many standard deviations a value lies from the mean of its column.

A bound from above is on the size of a score, whether the sentence says so or not.
"""

from __future__ import annotations

from backend.planner.offline.phrases.measures.deviations import score_rule
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    All,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Function,
    It,
    Measure,
    Not,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()
phrase.words("_score", "z-score | z-scores | z score | z scores | zscore | standard score")
phrase.words(
    "_size_of",
    "absolute | absolute value of [the|its] | size of [the|its] | magnitude of [the|its]",
)


def _score(of: Cell) -> Value:
    """(x - mean) / s, s the sample standard deviation; undefined of a constant."""
    mean = Aggregate(measure=Measure.MEAN, table="", of=of)
    spread = Aggregate(measure=Measure.DEVIATION, table="", of=of)
    apart = Arithmetic(sign="-", left=of, right=mean)
    return Arithmetic(sign="/", left=apart, right=spread)


@phrase("z_size", "_size_of _score of <cell> [values]", "_size_of <cell> _score")
def z_size(of: Value) -> Cell | None:
    """The absolute z-score of price."""
    return of if isinstance(of, Cell) else None


@phrase("z_signed", "_score of [each|every] <cell> [values]", "<cell> _score")
def z_signed(of: Value) -> Cell | None:
    """The z-score of price, with its sign."""
    return of if isinstance(of, Cell) else None


def _bounds(told: Predicate) -> list[str]:
    return [part.sign for part in walk(told) if isinstance(part, Compare)]


def _at_most(told: Predicate, *, of_size: bool) -> tuple[str, Constant] | None:
    """The number of standard deviations that a score may have at the most, to either side."""
    match told:
        case Compare(left=It(), sign=("<" | "<=") as sign, right=Constant() as most) if of_size:
            return sign, most
        case Not(part=Compare(left=It(), sign=(">" | ">=") as sign, right=Constant() as most)) if (
            of_size
        ):
            return {">": "<=", ">=": "<"}[sign], most
        case All(
            parts=(
                Compare(left=It(), sign=">=", right=Constant() as low),
                Compare(left=It(), sign="<=", right=Constant() as high),
            )
        ) if not isinstance(low.value, str | bool) and low.value == -float(high.value):
            return "<=", high
        case _:
            return None


def _judged(of: Cell, told: Predicate, *, of_size: bool) -> Statement | None:
    """By as many deviations as are allowed; elsewhere the score itself is compared."""
    most = _at_most(told, of_size=of_size)
    if most is not None:
        return score_rule(of, *most, ())
    score = _score(of)
    size = Apply(function=Function.ABSOLUTE, of=score)
    return rule(about(told, size if of_size else score), subject=of)


@phrase("stmt", "<z_size> <duty>")
def of_size(of: Cell, told: Predicate) -> Statement | None:
    """The absolute z-score of price must be at most 3."""
    return _judged(of, told, of_size=True)


@phrase("stmt", "<z_signed> <duty>")
def scored(of: Cell, told: Predicate) -> Statement | None:
    """The z-score of price must be at most 3, which is said of its size; or between two numbers."""
    if len(_bounds(told)) > 1:
        return _judged(of, told, of_size=False)
    return sized(of, told)


def sized(of: Cell, told: Predicate) -> Statement | None:
    """What is far off may be far off to either side; a bound from below is none of distance."""
    most = _at_most(told, of_size=True) if len(_bounds(told)) == 1 else None
    is_bound = most is not None and isinstance(most[1].value, int | float) and most[1].value > 0
    return _judged(of, told, of_size=True) if is_bound else None


@phrase(
    "stmt",
    "<z_signed> <duty> [,] (in absolute value|in absolute terms|in either direction|in both directions|on either side|on both sides|either way)",
)
def sized_both_ways(of: Cell, told: Predicate) -> Statement | None:
    """The z-score of price must be below 3 in either direction."""
    return sized(of, told)


phrase.words("_a_score", "[a|an] _score | [a|an] _score [value] of")
phrase.words("_a_size", "[a|an] absolute _score | [a|an] absolute _score of")
_NO = "no <cell> [value|values] _may have"
_FLAG = "_flag [all|any|every|each] <cell> [value|values] (with|having|that have|that has)"


@phrase("stmt", f"{_NO} _a_size <bounded>", f"{_NO} _a_score <bounded>")
@phrase("stmt", f"{_FLAG} _a_size <bounded>", f"{_FLAG} _a_score <bounded>")
def no_score(of: Value, told: Predicate) -> Statement | None:
    """No price may have a z-score above 3."""
    return sized(of, not_(told)) if isinstance(of, Cell) else None
