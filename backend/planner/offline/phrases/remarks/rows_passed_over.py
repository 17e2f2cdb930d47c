"""Phrases for rows that a rule passes over, with the reason: they have no account and are skipped."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.leniency import left_out
from backend.rules.language.terms import Value
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

phrase.words(
    "_passed_over",
    "skipped | ignored | left out | passed over | excluded | disregarded | left aside | omitted | not checked | "
    "exempt | exempted | left alone | dropped",
)
phrase.words(
    "_is_passed",
    "_be [therefore|thus|so|hence] [to be] _passed_over | (can|may|should|must) be _passed_over",
)
phrase.words("_and_hence", "[,] and [so|therefore|thus|hence] | [,] so [they] | ; they | , they")


@phrase("remark", "<rows> (is|are) to be _passed_over", cost=0.05)
@phrase("remark", "<rows> [that|which] (have|has) no <cell> _and_hence _is_passed", cost=0.05)
@phrase(
    "remark",
    "<rows> (do|does) not (have|carry) [a|an|any] <cell> _and_hence _is_passed",
    cost=0.05,
)
def passed_over(rows: RowSet, *of: Value) -> Modifier | None:
    """Prepaid tags have no account number and are to be skipped."""
    return left_out(rows)


@phrase("remark", "<rows> (have|has) none _and_hence _is_passed", cost=0.05)
def passed_over_without(rows: RowSet) -> Modifier | None:
    """Prepaid tags have none and are left out."""
    return left_out(rows)
