"""Phrases for the difference between a row and the one before as a thing: the change of the level."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases.order.changes import row_change
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Function,
    Predicate,
    Previous,
    Value,
)
from backend.rules.metric_bounds import plain_bounds
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare, not_
from backend.rules.sequence_phrases import between_ends, by_one

phrase = Phrases()


class Delta(NamedTuple):
    """A column, and whether its change is told upwards, downwards, or either way."""

    of: Cell
    way: str


phrase.words(
    "_a_change",
    "change | changes | movement | movements | variation | step | steps | difference | differences | jump | jumps | leap | leaps",
)
phrase.words("_a_rise", "rise | increase | increases | growth | gain | rises")
phrase.words("_a_drop", "drop | drops | fall | decrease | decreases | decline | falls")
phrase.words(
    "_next_to",
    "consecutive | successive | neighbouring | neighboring | adjacent | two consecutive | two successive | any two consecutive | any two successive | two neighbouring | subsequent",
)

for _head, _way in (("_a_change", "either"), ("_a_rise", "up"), ("_a_drop", "down")):

    @phrase(
        "delta",
        f"{_head} (of|in) <cell> <rowref>",
        f"{_head} <rowref> (of|in) <cell>",
        f"<cell> {_head} <rowref>",
        f"row-to-row {_head} (of|in) <cell>",
        cost=0.02,
    )
    def delta(*parts: Any, way: str = _way) -> Delta | None:
        """The change of the level from row to row."""
        of = next((part for part in parts if isinstance(part, Cell)), None)
        return None if of is None else Delta(of, way)


@phrase(
    "delta",
    "(difference|distance|gap|step) between _next_to <cell> [values|readings|numbers]",
    cost=0.02,
)
@phrase(
    "delta",
    "(difference|distance|gap|step) between _next_to [values|readings|numbers] of <cell>",
    cost=0.02,
)
@phrase(
    "delta",
    "(difference|distance|gap|step) between [each|a|every] <cell> and (the|its) (previous|preceding) [one|value|<noun>]",
    cost=0.02,
)
def delta_between(of: Value, *rows: RowSet) -> Delta | None:
    """The difference between neighbouring levels."""
    return Delta(of, "either") if isinstance(of, Cell) else None


def _bounded(found: Delta, told: Predicate) -> Statement | None:
    """A change of either sign is one of size, unless a bound below 0 tells its sign."""
    bounds = plain_bounds(told)
    if not bounds or isinstance(found.of, Cell) is False:
        return None
    before, signs = Previous(of=found.of), {sign for sign, _ in bounds}
    left, right = (before, found.of) if found.way == "down" else (found.of, before)
    value: Value = Arithmetic(sign="-", left=left, right=right)
    if found.way == "either" and all(bound >= 0 for _, bound in bounds):
        if not signs <= {"<", "<="}:
            return None
        value = Apply(function=Function.ABSOLUTE, of=value)
    return rule(about(told, value), subject=found.of)


@phrase("stmt", "<delta> <duty>", "<delta> _be <adj>", cost=0.03)
@phrase("stmt", "<delta> <duty> [,] _either_side", "<delta> <adj>", cost=0.1)
@phrase(
    "stmt", "<cell> : (step|change|difference|jump) <rowref> [of] <adj> [_either_side]", cost=0.06
)
def delta_bounded(*parts: Any) -> Statement | None:
    """The change of the level from row to row must lie between -10 and 10."""
    found, told = parts[0], parts[-1]
    return _bounded(found if isinstance(found, Delta) else Delta(found, "either"), told)


@phrase("stmt", "(is|was) [the] <delta> ever <adj> [?]", cost=0.03)
def is_ever(found: Delta, told: Predicate) -> Statement | None:
    """Is the difference between neighbouring levels ever more than 12?"""
    return _bounded(found, not_(told))


@phrase(
    "stmt", "(is|was) [the] <delta> always <adj> [?]", "(is|was) [the] <delta> <adj> [?]", cost=0.05
)
def is_always(found: Delta, told: Predicate) -> Statement | None:
    """Is the change of the level from row to row always below 20?"""
    return _bounded(found, told)


# What is flagged ----------------------------------------------------------------------------------

for _head, _way in (("_a_change", "either"), ("_a_rise", "up"), ("_a_drop", "down")):

    @phrase(
        "stmt",
        f"_flag [all|any|every|each|a] {_head} (in|of) <cell> (of|by|that are|larger) <change> <rowref>",
        cost=0.04,
    )
    @phrase(
        "stmt",
        f"_flag [all|any|every|each|a] {_head} (of|by) <change> in <cell> <rowref>",
        cost=0.04,
    )
    @phrase(
        "stmt",
        f"(a|any|each|every) {_head} (of|by) <change> in <cell> <rowref> _be (_wrong|_bad)",
        cost=0.04,
    )
    @phrase(
        "stmt",
        f"(a|any|each|every) {_head} (in|of) <cell> (of|by) <change> <rowref> _be (_wrong|_bad)",
        cost=0.04,
    )
    @phrase(
        "stmt",
        f"no {_head} (of|by) <change> in <cell> <rowref> [is allowed|may occur|may happen]",
        cost=0.04,
    )
    @phrase(
        "stmt",
        f"no {_head} (in|of) <cell> (of|by) <change> <rowref> [is allowed|may occur|may happen]",
        cost=0.04,
    )
    def flagged_change(*parts: Any, way: str = _way) -> Statement | None:
        """Flag jumps in the level of more than 12 from one row to the next."""
        of = next((part for part in parts if isinstance(part, Cell)), None)
        told = next(part for part in parts if isinstance(part, tuple))
        return None if of is None else rule(not_(row_change(of, way, told)), subject=of)


# Neighbours that are alike --------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> (of|in) _next_to <noun> _must (differ|be different|not be equal|not be the same)",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> (of|in) _next_to <noun> _must_not (repeat|be equal|be the same|be identical|agree)",
    cost=0.05,
)
@phrase(
    "stmt", "_next_to <noun> _must (differ in|have different|have a different) <cell>", cost=0.05
)
@phrase("stmt", "no _next_to <noun> _may (have|share|show) the same <cell>", cost=0.05)
def neighbours_differ(*parts: Any) -> Statement | None:
    """The quantities of consecutive trades must differ."""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    rows = next(part for part in parts if isinstance(part, RowSet))
    if of is None or rows.where is not None:
        return None
    return rule(compare(of, "!=", Previous(of=of)), subject=of)


@phrase("stmt", "<cell> _must (change|differ|be different) (_rowwise|with each _row)", cost=0.05)
def changes_each_time(of: Value, *_: object) -> Statement | None:
    """The level must change from row to row."""
    return rule(compare(of, "!=", Previous(of=of)), subject=of) if isinstance(of, Cell) else None


# Running numbers, told shortly ----------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> (:|–|-) _each (value|number|one) (is|_must be) (one|1) (more|higher|greater|larger) than the (previous|preceding|last) [one|value|number]",
    cost=0.05,
)
@phrase(
    "stmt",
    "_each <cell> (is|_must be) (one|1) (more|higher|greater|larger) than the (previous|preceding|last) [one|value|number]",
    cost=0.05,
)
def each_is_one_more(of: Value) -> Statement | None:
    """trade_id: each value is one more than the previous one."""
    return by_one(of) if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "[running|consecutive|gapless] numbers [_gapless] : <cell>",
    "_gapless : <cell>",
    "no (gaps|holes|missing numbers) : <cell>",
    cost=0.08,
)
def running_numbers(of: Value) -> Statement | None:
    """Running numbers without holes: trade_id."""
    return between_ends(of) if isinstance(of, Cell) else None
