"""Phrases for z-scores beyond a bound on both sides: above 3 or below -3, outside ±3.

Definition: z = (value - mean) / sample standard deviation, with n - 1 (NIST/SEMATECH e-Handbook of
Statistical Methods, 1.3.5.17).
"""

from __future__ import annotations

from backend.planner.offline.phrases.measures.standard_scores import _apart, _limit
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Constant,
    Function,
    Measure,
    Predicate,
    Value,
)
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

_MEAN = Aggregate(measure=Measure.MEAN, table="", of=IT)
_SIZE = Apply(function=Function.ABSOLUTE, of=_apart(IT, _MEAN))

phrase.words(
    "_score_by",
    r"\( [with|using|from|based on|taken from] [the] [mean and] [sample] standard deviation [of (the whole|the|that|its|the entire) column] \) | "
    r"\( [with|using|from|based on] [the] (mean and|mean and the) sample standard deviation [of (the whole|the|that|its|the entire) column] \) | "
    r"\( (over|in|of|across|for) (the whole|the|that|the entire) column \)",
)
phrase.words(
    "_upwards",
    "above | over | greater than | higher than | more than | larger than | exceeding | >",
)
phrase.words("_downwards", "below | under | less than | lower than | smaller than | <")
phrase.words(
    "_in_size",
    "in absolute value | in absolute terms | in either direction | up or down | in size | on either side | either way",
)


@phrase(
    "zbound",
    "_upwards <number> or _downwards - <number>",
    "_upwards [+] <number> or _downwards - <number>",
    "_downwards - <number> or _upwards [+] <number>",
)
@phrase(
    "zbound",
    "(outside|not within|not between|beyond|out of) [the range] [from] - <number> (and|to) [+] <number>",
)
def beyond_both(one: Constant, other: Constant) -> Predicate | None:
    """Above 3 or below -3."""
    return compare(_SIZE, ">", _limit(one, _MEAN)) if one.value == other.value else None


@phrase(
    "zbound", "_upwards <number> _in_size", "(outside|beyond) (±|+ / -|+/-|plus or minus) <number>"
)
def beyond_size(size: Constant) -> Predicate:
    """Above 3 in absolute value."""
    return compare(_SIZE, ">", _limit(size, _MEAN))


@phrase(
    "zscored",
    "(z-score|z - score|z score|standard score) [_score_by] [_be|lies] <zbound>",
    cost=0.02,
)
@phrase(
    "zscored",
    "absolute (z-score|standard score) [_score_by] [_be|lies] _upwards <number>",
    cost=0.02,
)
def zscored(told: Predicate | Constant) -> Predicate:
    """A z-score that is above 3 or below -3."""
    return beyond_size(told) if isinstance(told, Constant) else told


@phrase("rel", "whose <cell> (has|have|with|having) [a|an] <zscored>", cost=0.02)
@phrase("rel", "with [a|an] <cell> whose <zscored>", "whose <cell> <zscored>", cost=0.02)
def whose_score(of: Value, told: Predicate) -> Predicate | None:
    """Rows whose yield has a z-score above 3 or below -3."""
    return about(told, of) if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "[_each|any|a|an] <cell> [value|values] whose <zscored> (is|are|counts as|count as) [a|an] _wrong [and _to_be_shown]",
    cost=0.05,
)
@phrase(
    "stmt",
    "[_each|any|a|an] <cell> [value|values] with [a|an] <zscored> (is|are|counts as|count as) [a|an] _wrong [and _to_be_shown]",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag [_each|any|all|those] <cell> [value|values] (whose|with|having) [a|an] <zscored>",
    cost=0.05,
)
@phrase("stmt", "no <cell> [value] _may have [a|an] <zscored>", cost=0.05)
def beyond_scores(of: Value, told: Predicate) -> Statement | None:
    """A return whose z-score is above 3 or below -3 is an outlier."""
    return rule(not_(about(told, of)), subject=of) if isinstance(of, Cell) else None


phrase.words(
    "_to_be_shown",
    "(must|should|has to|needs to|need to|have to|is to|are to) be (flagged|reported|shown|listed|looked at|checked|reviewed) | (gets|get) (flagged|reported)",
)


@phrase("stmt", "<rows> _must_not have [a|an] <cell> whose <zscored>", cost=0.05)
def rows_without_scores(rows: RowSet, of: Value, told: Predicate) -> Statement | None:
    """No plot may have a yield whose z-score is above 3."""
    found = whose_score(of, told)
    return None if found is None else rule(not_(found), rows.table, rows.where)
