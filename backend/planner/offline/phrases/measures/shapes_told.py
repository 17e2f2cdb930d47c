"""Phrases for the shape of a column and of a pair, asked about, of either sign, or in a remark."""

from __future__ import annotations

from typing import Any

from backend.rules.distribution_phrases import shaped
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.metric_bounds import plain_bounds
from backend.rules.phrasing import IT, Phrases, Statement, Subjects, all_of, compare, number
from backend.rules.weak_correlations import bounded, correlated

phrase = Phrases()

# Asked about --------------------------------------------------------------------------------------


@phrase("stmt", "(is|was) [the] <shape> [always|still] <adj> [?]", cost=0.05)
@phrase("stmt", "(does|did) [the] <shape> [always|still] <verb> [?]", cost=0.05)
def is_shaped(found: Any, told: Predicate) -> Statement | None:
    """Is the skewness of waiting between -1 and 1?"""
    return shaped(found, told)


@phrase("stmt", "(is|was) [the] <correlated> <adj> [?]", cost=0.05)
def is_correlated(found: Any, told: Predicate) -> Statement | None:
    """Is the correlation between weight and price above 0.5?"""
    return bounded(found, told)


# Of either sign -----------------------------------------------------------------------------------


def _both_ways(found: Any, told: Predicate) -> Statement | None:
    """A bound from above on the size of a shape, which has a sign."""
    bounds = plain_bounds(told)
    if not bounds or len(bounds) > 1 or bounds[0][0] not in ("<", "<=") or bounds[0][1] <= 0:
        return None
    sign, most = bounds[0]
    low = ">" if sign == "<" else ">="
    return shaped(found, all_of(compare(IT, low, number(-most)), compare(IT, sign, number(most))))


@phrase("stmt", "_size_of <shape> <duty>", "_size_of <shape> <adj>", cost=0.05)
@phrase("stmt", "<shape> <duty> [,] _either_side", cost=0.05)
@phrase("stmt", r"<shape> <duty> \( _either_side \)", cost=0.05)
def of_either_sign(found: Any, told: Predicate) -> Statement | None:
    """The absolute skewness of waiting must not exceed 1."""
    return _both_ways(found, told)


# How strongly -------------------------------------------------------------------------------------

phrase.words(
    "_strongly",
    "strongly | closely | highly | clearly | well | tightly | linearly",
)
phrase.words(
    "_coefficient",
    "[a|the] [correlation|pearson] coefficient [of] | [a|the] [pearson] correlation [of] | pearson | pearson 's r | r",
)
_ARE = "(are|is|_must be) [_strongly] correlated"


@phrase("stmt", rf"<and_cells> {_ARE} \( <adj> \)", cost=0.05)
@phrase("stmt", rf"<and_cells> {_ARE} \( _coefficient [_must be|is|:] <adj> \)", cost=0.03)
@phrase(
    "stmt", f"<and_cells> {_ARE} (,|:|;|with|, with) _coefficient [_must be|is] <adj>", cost=0.03
)
def strongly_correlated(pair: Subjects, told: Predicate) -> Statement | None:
    """Weight and height must be strongly correlated (Pearson at least 0.7)."""
    found = correlated("pearson", *pair.items) if len(pair.items) == 2 else None
    return None if found is None or pair.mode != "all" else bounded(found, told)


for _word, _sign in (("positively", 1), ("negatively", -1)):

    @phrase(
        "stmt",
        rf"<and_cells> (are|_must be) {_word} correlated \( <adj> \)",
        f"<and_cells> (are|_must be) {_word} correlated (,|:|;) <adj>",
        rf"<and_cells> (are|_must be) {_word} correlated \( _coefficient [_must be|is|:] <adj> \)",
        cost=0.03,
    )
    @phrase(
        "stmt",
        f"<and_cells> (are|_must be) {_word} correlated (,|:|;|with|, with) _coefficient [_must be|is] <adj>",
        cost=0.03,
    )
    def correlated_so(pair: Subjects, told: Predicate, way: int = _sign) -> Statement | None:
        """Positively correlated, with a coefficient above 0.3: which must be on that side of 0."""
        bounds = plain_bounds(told)
        away = (">", ">=") if way > 0 else ("<", "<=")
        is_so = any(sign in away for sign, _ in bounds or ()) and all(
            bound * way > 0 for _, bound in bounds or ()
        )
        return strongly_correlated(pair, told) if is_so else None


# Apart from a number ------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> _must_not (deviate|differ|be away|lie away|be off) from (the|its) median by (more than|over) <number> _mads",
    cost=0.03,
)
@phrase(
    "stmt",
    "_flag <cell> [values] (that|which) (deviate|deviates|differ|differs) from (the|its) median by (more than|over) <number> _mads",
    cost=0.03,
)
def far_by_mads(of: Value, factor: Any) -> Statement | None:
    """Flag levels that deviate from the median by more than 3 median absolute deviations."""
    from backend.rules.outliers import _rule

    return _rule(of, ("mad", float(factor.value))) if isinstance(of, Cell) else None
