"""Phrases for outliers by formula: below Q1 - 1.5 * IQR, a z-score beyond 2, in absolute value."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.fences import Fences, _beyond, _is_factor
from backend.planner.offline.phrases.measures.scores import sized
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, compare, not_

phrase = Phrases()

# By quartiles -------------------------------------------------------------------------------------

phrase.words("_times_it", "* | x | × | times")
phrase.words("_low_fence", "[the] _first_quartile")
phrase.words("_high_fence", "[the] _third_quartile")
phrase("low_formula", "_under _low_fence (-|–|−|minus|less) <number> [_times_it] [the] _iqrs")(
    lambda factor: factor
)
phrase("high_formula", "_over _high_fence (+|plus) <number> [_times_it] [the] _iqrs")(
    lambda factor: factor
)


@phrase(
    "adj",
    "<low_formula> (or|nor) <high_formula>",
    "<high_formula> (or|nor) <low_formula>",
    cost=0.2,
)
def beyond_formulas(one: Constant, other: Constant) -> Predicate | None:
    """Below Q1 - 1.5 * IQR or above Q3 + 1.5 * IQR."""
    is_same = one == other and _is_factor(one)
    return _beyond(one, Fences(low=True, high=True)) if is_same else None


@phrase(
    "adj",
    "between _low_fence (-|–|−|minus) <number> [_times_it] [the] _iqrs and _high_fence (+|plus) <number> [_times_it] [the] _iqrs",
    cost=0.1,
)
def within_formulas(one: Constant, other: Constant) -> Predicate | None:
    """Between Q1 - 1.5 * IQR and Q3 + 1.5 * IQR."""
    told = beyond_formulas(one, other)
    return None if told is None else not_(told)


phrase.words(
    "_bulk",
    "[the] middle (half|50 %|50 percent) [of (the data|all values|the values|them)] | [the] box | [the] quartile range",
)


@phrase(
    "adj",
    "_gt <number> [_times_it] [the] _iqrs (outside|beyond|away from|from|out of) [of] _bulk",
    cost=0.2,
)
def outside_bulk(factor: Constant) -> Predicate | None:
    """Further than 1.5 interquartile ranges outside the middle half."""
    return _beyond(factor, Fences(low=True, high=True)) if _is_factor(factor) else None


# By scores ----------------------------------------------------------------------------------------

phrase.words(
    "_either_side",
    "in absolute (value|terms) | in either direction | in both directions | on either side | on both sides | either way | up or down | in size",
)
phrase.words(
    "_too_far",
    "beyond | above | over | greater than | larger than | more than | exceeding | higher than | outside",
)
phrase.words(
    "_with_a_score",
    "whose [absolute] _score (is|lies) | with (a|an) [absolute] _score [of] | having (a|an) [absolute] _score",
)
phrase.words(
    "_is_odd",
    "(is|counts as|is considered|is regarded as|is treated as) [an|a] (outlier|anomaly|suspect value) [and (must|has to|should) be (flagged|reported|listed)] | (must|has to|should) be (flagged|reported|listed) | _be (_wrong|_bad)",
)


@phrase(
    "stmt",
    "(a|an|any|each|every|no) <cell> [value] _with_a_score _too_far <number> [_either_side] _is_odd",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag [any|all|every|each] <cell> [values] _with_a_score _too_far <number> _either_side",
    cost=0.05,
)
@phrase(
    "stmt",
    r"_flag [any|all|every|each] <cell> [values] _with_a_score (_too_far|_gt) <number> \( _either_side \)",
    cost=0.05,
)
def scored_too_far(of: Value, most: Constant) -> Statement | None:
    """A weight whose z-score is beyond 2 in absolute value is an outlier."""
    return sized(of, compare(IT, "<=", most)) if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "_flag <noun> _with_a_score (of|in|for) <cell> _too_far <number> [_either_side]",
    cost=0.05,
)
def rows_scored_too_far(rows: object, of: Value, most: Constant) -> Statement | None:
    """Flag loaves with a z-score of weight above 2."""
    return scored_too_far(of, most) if getattr(rows, "where", True) is None else None


@phrase(
    "stmt",
    "_flag [all|any] (outliers|outlying values) (in|of|among) <cell> (:|,|–|-|,|;) (those|that is|i.e.|values) [,] <adj>",
    cost=0.1,
)
def outliers_that_are(of: Value, told: Predicate) -> Statement:
    """Flag outliers in weight: values below Q1 - 1.5 * IQR or above Q3 + 1.5 * IQR."""
    return rule(not_(about(told, of)), subject=of)
