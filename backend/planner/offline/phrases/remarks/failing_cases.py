"""Phrases for what fails when a rule is broken: if one is, the check fails; if any is missing, flag it.

What is so only "if it is" breaks a rule that says what must not be, and "if it is not" one that says
what must be (``cases_at_odds.py``); what is missing breaks one that asks for it.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

phrase.words("_it_or_this", "it | this | that | they")
phrase.words(
    "_one_or_some",
    "one | any | some | one of them | any of them | one of these | any of these | someone | somebody | anybody | anyone | a "
    "row | any row | one row | some of them | two | several",
)
phrase.words("_it_is_unlike_that", "(is|are|does|do|did|has|have) not")
phrase.words(
    "_this_or_one",
    "_it_or_this | _one_or_some | such a row",
)
phrase.words(
    "_it_is_like_that",
    "is | are | does | do | did | has | have | happens | happen | occurs | occur",
)
phrase.words(
    "_if_it_happens",
    "(if|when|whenever|once) (_this_or_one _it_is_like_that|there (is|are) (one|any|some)|so|yes) | should (this|that|it|one) "
    "(happen|occur|be|do)",
)
phrase.words("_what_then", ", | , then | then")
phrase.words(
    "_a_failure",
    "_then_fails | _do_flag (it|them|that|this|these|those) | _do_flag (the|that|this|such a|each) _row | _do_flag _row | "
    "(it|this|that|the _row|_row|value|entry|record|file|table|data|that _row|this _row) _be _wrong | "
    "(the _row|the value|the entry|the record|file|table|it|check|load|run) (fails|is rejected|must be rejected|has failed)",
)


@phrase("remark", "_if_it_happens _what_then _a_failure", "_a_failure _if_it_happens", cost=0.05)
@phrase("remark", "(if|when) there (is|are) _what_then _a_failure", cost=0.05)
def if_it_is_so() -> Modifier:
    """If one is, the check fails: behind what must not be."""
    return remark("denied")


@phrase(
    "remark",
    "(if|when) _one_or_some _it_is_unlike_that _what_then _a_failure",
    "_a_failure (if|when) _one_or_some _it_is_unlike_that",
    cost=0.05,
)
def if_one_is_not() -> Modifier:
    """If one is not, the check fails: behind what must be."""
    return remark("flag-them")


@phrase("remark", "(if|when) _it_or_this _it_is_unlike_that _what_then _a_failure", cost=0.05)
@phrase("remark", "(if|when) there (is|are) not _what_then _a_failure", cost=0.05)
@phrase("remark", "_a_failure (if|when) _it_or_this _it_is_unlike_that", cost=0.05)
def if_it_is_not() -> Modifier:
    """If it is not, the check fails: where the rule is of some rows, "it" may be what chooses them."""
    return remark("if-not")


phrase.words(
    "_not_to_be_found",
    "missing | absent | lacking | not there | not present | not found | not given",
)


@phrase(
    "remark",
    "(if|when) (_this_or_one|one value|a value|any value|one day|a day|any day|one date|even one) [of them] _be _not_to_be_found "
    "_what_then _a_failure",
    "(if|when) _this_or_one (has|have) none _what_then _a_failure",
    "_a_failure (if|when) (_this_or_one|one value|a value|any value|one day|a day|any day|even one) [of them] _be _not_to_be_found",
    cost=0.05,
)
@phrase(
    "remark",
    "(if|when) [even] (one|any|a) <noun> _be _not_to_be_found _what_then _a_failure",
    cost=0.1,
)
def if_one_is_missing(*rows: RowSet) -> Modifier | None:
    """If any is missing, the check fails: behind what must be there."""
    is_plain = all(each.where is None for each in rows)
    return remark("if-missing", texts=tuple(each.table for each in rows)) if is_plain else None
