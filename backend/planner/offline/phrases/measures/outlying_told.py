"""Phrases for outliers by formula: below Q1 - 1.5 * IQR, a z-score beyond 2, in absolute value."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.fences import Fences, _beyond, _is_factor
from backend.planner.offline.phrases.measures.scores import sized
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import All, Apply, Cell, Compare, Constant, Not, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.outliers import far
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

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


phrase.words("_odd_ones", "outliers | outlying values | anomalies | extreme values")
phrase.words(
    "_those_that_are",
    "(those|values|ones|numbers|figures|all values) [that are|that lie|which are|which lie|lying]",
)
phrase.words(
    "_that_means",
    "(that is|i.e.|namely|meaning|that is to say|in other words|defined as|which are|that are) [:|,]",
)


@phrase(
    "stmt",
    "_flag [all|any] _odd_ones (in|of|among) <cell> [:|,|–|-|;] _those_that_are <adj>",
    r"_flag [all|any] _odd_ones (in|of|among) <cell> \( [_those_that_are] <adj> \)",
    "_flag [all|any] _odd_ones (in|of|among) <cell> [:|,|–|-|;] _that_means _those_that_are <adj>",
    cost=0.1,
)
def outliers_that_are(of: Value, told: Predicate) -> Statement | None:
    """Flag outliers in weight: values below Q1 - 1.5 * IQR or above Q3 + 1.5 * IQR."""
    return rule(not_(about(told, of)), subject=of) if _is_far(told) else None


def _is_far(told: Predicate) -> bool:
    """Whether it tells of values on the outside: not of those between two bounds, or near a mean."""
    bounds = [part for part in walk(told) if isinstance(part, Compare)]
    signs = {part.sign for part in bounds}
    is_near = any(isinstance(part.left, Apply) and part.sign in ("<", "<=") for part in bounds)
    is_inside = any(isinstance(part, All | Not) for part in walk(told))
    return bool(signs) and signs <= {"<", "<=", ">", ">="} and not is_near and not is_inside


@phrase(
    "stmt",
    "<cell> (has|have|contains|contain|must have|should have|must contain|should contain) no _odd_ones [:|,|–|-|;] [_that_means] no _those_that_are <adj>",
    "there (must|should|may) be no _odd_ones (in|of|among) <cell> [:|,|–|-|;] [_that_means] [no] _those_that_are <adj>",
    r"there (must|should|may) be no _odd_ones (in|of|among) <cell> \( [_those_that_are] <adj> \)",
    r"<cell> (has|have|contains|contain|must have|should have|must contain|should contain) no _odd_ones \( [_those_that_are] <adj> \)",
    cost=0.1,
)
def no_outliers_that_are(of: Value, told: Predicate) -> Statement | None:
    """Weight contains no outliers, that is no values more than 3 standard deviations from the mean."""
    return outliers_that_are(of, told)


@phrase("stmt", "_flag <noun> whose <cell> (is|lies) more than <outlier_bound>", cost=0.05)
def rows_far_off(rows: RowSet, of: Value, told: tuple[str, float]) -> Statement | None:
    """Flag loads whose weight is more than 3 median absolute deviations from the median."""
    return far(of, told) if rows.where is None and isinstance(of, Cell) else None


@phrase(
    "stmt",
    "<cell> [value] _must_not be (an outlier|outliers) [,] _that_means <adj>",
    "no <cell> [value] _may be (an outlier|outliers) [,] _that_means <adj>",
    r"<cell> [value] _must_not be (an outlier|outliers) \( [_that_means] <adj> \)",
    r"no <cell> [value] _may be (an outlier|outliers) \( [_that_means] <adj> \)",
    cost=0.1,
)
def no_outlier(of: Value, told: Predicate) -> Statement | None:
    """Weight must not be an outlier, that is more than three standard deviations from the mean."""
    is_below = isinstance(told, Compare) and told.sign in ("<", "<=")
    return None if is_below else outliers_that_are(of, told)  # what it must be may be meant


@phrase(
    "stmt",
    "(an outlier|outlier) (in|of) <cell> (is|means) (a value|any value|one) [that is|that lies|which is|which lies] <adj> [and (must|should|has to) be (flagged|reported|listed)]",
    "(outliers) (in|of) <cell> are (values|those) [that are|that lie|which are|which lie] <adj> [and (must|should|have to) be (flagged|reported|listed)]",
    cost=0.3,
)
def outlier_defined(of: Value, told: Predicate) -> Statement | None:
    """An outlier in weight is a value more than 3 standard deviations from the mean."""
    return outliers_that_are(of, told)
