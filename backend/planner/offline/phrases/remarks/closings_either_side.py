"""Phrases for a last sentence that asks for what is beyond either bound: flag orders with none or with more.

It adds nothing where the rule has both bounds, and the numbers that it names are those of the rule.
"""

from __future__ import annotations

from typing import Any

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, All, Compare, Constant, Exists, Measure
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_either_far", "fewer or [with] more | less or [with] more | more or [with] (fewer|less)"
)
phrase.words("_than_those", "than that | than this | than these | than allowed")


def _parts(told: Statement, found: RowSet) -> list[Any]:
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    return list(must.parts) if isinstance(must, All) and found.where is None else []


def _signs(parts: list[Any]) -> set[str]:
    return {part.sign[0] for part in parts if isinstance(part, Compare)}


@phrase(
    "hint",
    "<hint> _stop _do_flag [_all_the] <noun> (with|having) _either_far [_than_those] [.]",
    "<hint> _stop _do_flag [_all_the] <noun> _that (has|have) _either_far [_than_those] [.]",
    cost=0.05,
)
def fewer_or_more(told: Statement, found: RowSet) -> Statement | None:
    """Flag orders with fewer or more."""
    parts = _parts(told, found)
    return told if len(parts) == 2 and _signs(parts) == {"<", ">"} else None


@phrase(
    "hint",
    "<hint> _stop _do_flag [_all_the] <noun> (with|having) none or [with|having] more [_than_those] [.]",
    "<hint> _stop _do_flag [_all_the] <noun> _that (has|have) none or more [_than_those] [.]",
    "<hint> _stop _do_flag [_all_the] <noun> (with|having) none or [with|having] more than <number> [.]",
    "<hint> _stop _do_flag [_all_the] <noun> _that (has|have) none or more than <number> [.]",
    cost=0.05,
)
def none_or_more(told: Statement, found: RowSet, *most: Constant) -> Statement | None:
    """Flag orders with none or with more than four."""
    parts = _parts(told, found)
    are_there = any(isinstance(part, Exists) or _is_least_one(part) for part in parts)
    tops = [part for part in parts if isinstance(part, Compare) and part.sign == "<="]
    if len(parts) != 2 or not are_there or len(tops) != 1:
        return None
    named = {each.value for each in most}
    right = tops[0].right
    return told if isinstance(right, Constant) and named <= {right.value} else None


phrase.words(
    "_several_or_more",
    "several | more than one | two or more | more | many | multiple | with several | with more than one | with two or more | "
    "with more | (those|the ones|ones) with (several|more than one|more|two or more)",
)


@phrase(
    "hint",
    "<hint> _stop _do_flag [_all_the] <noun> (with|having) (none|no one|nothing) [,] (or|and|as well as|and also) _several_or_more [.]",
    "<hint> _stop _do_flag [_all_the] <noun> _that (has|have) none [,] or [that (has|have)] _several_or_more [.]",
    "<hint> _stop _do_flag [_all_the] <noun> (with|having) several [,] or [with] none [.]",
    cost=0.02,
)
def none_or_several(told: Statement, found: RowSet) -> Statement | None:
    """Exactly one line. Flag orders with none or with several."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    if not isinstance(must, Compare) or found.where is not None:
        return None
    is_one = must.sign == "==" and isinstance(must.right, Constant) and must.right.value == 1
    if not isinstance(must.left, Aggregate) or must.left.measure != Measure.COUNT:
        return None
    is_of_counted = found.table != "" and found.table == must.left.table
    return told if is_one and not is_of_counted else None


def _is_least_one(part: object) -> bool:
    if not isinstance(part, Compare) or not isinstance(part.right, Constant):
        return False
    return (part.sign, part.right.value) in ((">=", 1), (">", 0))


@phrase(
    "hint",
    "<hint> _stop _do_flag [_all_the] <noun> (with|having) more than <number> [of them] [.]",
    "<hint> _stop _do_flag [_all_the] <noun> _that (has|have) more than <number> [of them] [.]",
    cost=0.1,
)
def more_than_so_many(told: Statement, found: RowSet, most: Constant) -> Statement | None:
    """No more than four lines. Flag orders with more than four."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    if not isinstance(must, Compare) or must.sign != "<=" or found.where is not None:
        return None
    return told if isinstance(must.right, Constant) and must.right.value == most.value else None
