"""Phrases for second sentences on forms and on keys: no leading zeros; codes that B lacks are ignored."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.leading_zeros import without_leading_zeros
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Predicate
from backend.rules.phrasing import Modifier, Phrases

phrase = Phrases()

# Leading zeros --------------------------------------------------------------------------------------

phrase.words("_first_zeros", "[a|any] leading (zero|zeros|zeroes|nought|noughts)")
phrase.words(
    "_each_number",
    "none of (them|these|the numbers|the parts|the three|the two|the four) | no (number|part|one of them|group) | "
    "neither [of them]",
)


@phrase(
    "remark", "_first_zeros _are_wrong", "no _first_zeros [are allowed|allowed|please]", cost=0.05
)
@phrase(
    "remark",
    "_each_number (may|must|should|can|has|have) [have|begin with|start with|contain] _first_zeros",
    "(they|it|each|the numbers|the parts) (must|may|should|can) not (have|begin with|start with|contain) _first_zeros",
    "[they|it|each|the numbers|the parts] (has|have) no _first_zeros",
    cost=0.05,
)
def zeros_are_wrong() -> Modifier:
    """Leading zeros are not allowed."""
    return remark("leading-zeros")


for _head in ("adj", "verb"):

    @phrase(_head, f"<{_head}> [,] (without|with no) _first_zeros", cost=0.05)
    def without_zeros(told: Predicate) -> Predicate | None:
        """Three numbers separated by dots, without leading zeros."""
        return without_leading_zeros(told)


# Keys that the other table lacks ----------------------------------------------------------------------

phrase.words(
    "_no_match_in",
    "(with no|without a|without any|without) (row|match|entry|counterpart|record|line) in",
)
phrase.words(
    "_only_one_has",
    "[that are|which are|found|that occur|that exist|occurring|listed|that appear] [only in|in only] one [of them|of the tables|"
    "of the two|of the two tables|table|of both] | [that are|which are|found|that occur] (in just|just in) one [of them|of the "
    "tables|of the two tables] | that only one [of (them|the tables|the two|the two tables)] has | only one table has",
)
phrase.words("_lacks_it", "(does|do) not (have|know|contain|list|hold|show) | lacks | has not got")
phrase.words(
    "_leave_alone",
    "ignore | skip | leave out | disregard | pass over | leave aside | do not check | do not flag | do not judge",
)


@phrase(
    "absent_keys",
    "[a|an|any|all|each|every] (<cell>|_row) [that are|that is|which are|which is] _missing_from <table>",
)
@phrase("absent_keys", "[a|an|any|all|each|every] (<cell>|_row) _no_match_in <table>")
@phrase("absent_keys", "[a|an|any|all|each|every] (<cell>|_row) (that|which) <table> _lacks_it")
@phrase("absent_keys", "[a|an|any|all|each|every] (<cell>|_row) _only_one_has")
def absent_keys(*parts: Any) -> Modifier:
    """Codes missing from the other table."""
    cells = tuple(part for part in parts if isinstance(part, Cell))
    tables = tuple(part for part in parts if isinstance(part, str))
    return remark("absent-fine", values=cells, texts=tables)


@phrase("remark", "[but] <absent_keys> _passes", "[but] <absent_keys> _counts_not", cost=0.05)
@phrase("remark", "[but] _leave_alone <absent_keys>", cost=0.05)
@phrase(
    "remark",
    "[but] <absent_keys> (is|are) to be (ignored|skipped|left out|left aside|disregarded)",
    cost=0.05,
)
def absent_are_fine(told: Modifier) -> Modifier:
    """Codes missing from the other table are ignored."""
    return told


@phrase("remark", "[and|but] <absent_keys> _are_wrong [_as_well]", cost=0.05)
@phrase("remark", "[and] _flag <absent_keys> [_as_well]", cost=0.05)
def absent_are_wrong(told: Modifier) -> Modifier:
    """Codes missing from the other table are wrong as well."""
    return told.model_copy(update={"kind": "absent-wrong"})
