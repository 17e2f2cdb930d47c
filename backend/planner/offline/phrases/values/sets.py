"""Phrases for sets of rows of one table: what a group must hold, what two groups share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from backend.planner.offline.ordering import DAY_OF, WHEN
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import (
    Cell,
    Constant,
    Predicate,
    Value,
)
from backend.rules.metric_bounds import allows
from backend.rules.metric_group_values import every_one
from backend.rules.metric_groups import per_group
from backend.rules.metric_phrases import count, is_open, measure_where, statement
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    about,
    compare,
)

phrase = Phrases()
Keys = tuple[Value, ...]
State = tuple[str, Cell, Constant]


# What each group must hold --------------------------------------------------------------------

phrase.words("_comprise", "have | contain | hold | include | show | list | comprise | cover | see")


@phrase("states", "[both] <state> [,] and <state>", "<state_list> [,] and <state>")
@phrase("state_list", "<state> , <state>", "<state_list> , <state>")
def states(*parts: Any) -> tuple[State, ...] | None:
    """Maths and art: values of one column."""
    found: tuple[State, ...] = ()
    for part in parts:
        found += (part,) if part[0] == "state" else part
    return found if len({state[1] for state in found}) == 1 else None


@phrase(
    "stmt",
    "<each_group> _must have [a|an] [<noun>] (in|with|for|of) [_each|both|all of|each of] <states>",
    "<each_group> (needs|need|requires|require) [a|an] [<noun>] (in|with|for|of) [_each|both|all of] <states>",
    "<each_group> (needs|need|requires|require) [_each|both|all of] [the] <states>",
    "<each_group> _must _comprise [_each|both|all of] [the] <states>",
    "<each_group> _must _comprise [all] [the|these|of the|of these] <number> (<cell>|<noun>) [:] <states>",
    "<by_group> [,] [the] <states> _must [both|all] (occur|appear|be present|exist)",
    cost=0.08,
)
def group_holds_all(*parts: Any) -> Statement | None:
    """Each pupil must have marks in both maths and art."""
    by, found = (part for part in parts if isinstance(part, tuple))
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    cell = found[0][1]
    if cell in by or rows.where is not None or rows.each or not _is_told(parts, cell, len(found)):
        return None
    wanted = tuple(state[2] for state in found)
    return per_group(by, every_one(cell, wanted), cell.table or rows.table)


def _is_told(parts: Sequence[Any], cell: Cell, many: int) -> bool:
    """All three products: of the column that holds them, and as many as are told."""
    counts = {part.value for part in parts if isinstance(part, Constant)}
    return counts <= {many} and all(p.column == cell.column for p in parts if isinstance(p, Cell))


@phrase(
    "stmt",
    "<each_group> (needs|need|requires|require) [_each|both|all of] [the] <cell> [values] <every_value>",
    "<each_group> (needs|need|requires|require) [a] _row (with|for|of) [_each|both] <cell> <every_value>",
    cost=0.1,
)
def group_needs(by: Keys, of: Cell, wanted: tuple[Constant, ...]) -> Statement | None:
    """Each parcel needs all of the statuses accepted and sent."""
    return None if of in by else per_group(by, every_one(of, wanted), of.table)


@phrase("stmt", "<each_group> _must _comprise <count_bound> <state>", cost=0.12)
@phrase("stmt", "<each_group> _must _comprise <count_bound> _row (with|of|in) <state>", cost=0.05)
def group_counts_state(by: Keys, bound: Predicate, state: State) -> Statement | None:
    """Each dept must have exactly one grade A."""
    told = compare(state[1], "==", state[2])
    if state[1] in by:
        return None
    return per_group(by, about(bound, count(RowSet(table=state[1].table, where=told))))


@phrase("stmt", "<each_group> (may|can) [only] _comprise <count_bound> <state>", cost=0.12)
def group_may_state(by: Keys, bound: Predicate, state: State) -> Statement | None:
    """Each dept may have at most one grade A."""
    return group_counts_state(by, bound, state) if allows(bound) else None


# No two of one group --------------------------------------------------------------------------


@phrase(
    "shared",
    "(of|for|by|in|with|on|from) (a|one|the same|a single|the very same|any one) <cell>",
    "(with|sharing|of) the same <cell>",
)
def shared(cell: Value) -> tuple[str, Value]:
    """Of one pupil."""
    return ("shared", cell)


@phrase("shared", "on (the same|one|a|a single|any one) (day|date)")
def same_day() -> tuple[str, Value]:
    """On the same day."""
    return ("shared", Cell(table="", column=DAY_OF + WHEN))


@phrase("shared_all", "<shared>", "<shared_all> [and] <shared>")
def shared_all(*parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Of one pupil in one subject."""
    return ("shares", *(cell for part in parts for cell in part[1:]))


phrase.words(
    "_take_place",
    "be | take place | happen | occur | be made | exist | lie | fall | start | begin "
    "| be taken | be booked | be recorded | be placed",
)


@phrase(
    "stmt",
    "no two <rows> <shared_all> (may|can|must|should) _take_place <shared>",
    "no two <rows> <shared_all> (may|can|must|should) [be] <cell> <shared>",
    "there (must|may|can|should) (be no|not be) two <rows> <shared_all>",
    "there (must|may|can|should) (be no|not be) two <rows> <shared_all> <shared>",
    "two <rows> <shared_all> _must_not _take_place <shared>",
    cost=0.1,
)
def no_two(rows: RowSet, *parts: Any) -> Statement | None:
    """No two marks of a pupil may be taken on the same day."""
    cells = [cell for part in parts if isinstance(part, tuple) for cell in part[1:]]
    named = [part for part in parts if isinstance(part, Cell)]
    if named and cells[-1:] != [Cell(table="", column=DAY_OF + WHEN)]:
        return None
    names = [cell.column for cell in cells if isinstance(cell, Cell)]
    names = [*names[:-1], DAY_OF + named[0].column] if named else names
    if rows.each or len(set(names)) < max(len(cells), 2):
        return None
    found = Duplicates(table=rows.table, where=rows.where, columns=tuple(names))
    return Statement(rule=found)


# One group against another --------------------------------------------------------------------


@phrase(
    "stmt",
    "<state> and <state> _must have (the same number of|equally many|as many|an equal number of) <rows>",
    "there (must|should) be (as many|exactly as many|equally many) <rows> (for|of|in|with|at) <state> as (for|of|in|with|at) <state>",
    "there (must|should) be (as many|exactly as many|equally many) <adjective> as <adjective> <rows>",
    cost=0.05,
)
def equally_many(*parts: Any) -> Statement | None:
    """Station A and station B must have the same number of readings."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    told = [_told(part) for part in parts if not isinstance(part, RowSet)]
    if rows.each or told[0] == told[1]:
        return None
    left, right = (count(rows.that(part)) for part in told)
    return statement(compare(left, "==", right))


def _told(part: Any) -> Predicate:
    return compare(part[1], "==", part[2]) if isinstance(part, tuple) else part


for _words, _sign in (
    ("(higher|greater|larger|more|bigger|longer) than", ">"),
    ("(lower|smaller|less|shorter) than", "<"),
    ("at least as (high|large|great|long) as", ">="),
    ("at most as (high|large|great|long) as", "<="),
    ("(the same as|equal to|as high as|the same)", "=="),
):

    @phrase(
        "stmt",
        f"<metric> (at|in|for|of|on|with) <state> _must be {_words} (at|in|for|of|on|with) <state>",
        f"<metric> _must be {_words.removesuffix(' than')} (at|in|for|of|on|with) <state> than (at|in|for|of|on|with) <state>",
        cost=0.05,
    )
    def compared_groups(
        metric: Value, left: State, right: State, sign: str = _sign
    ) -> Statement | None:
        """The average score at bar must be higher than at cafe."""
        if is_open(metric) or left[1] != right[1] or left[2] == right[2]:
            return None
        sides = [measure_where(metric, _told(part)) for part in (left, right)]
        if sides[0] is None or sides[1] is None:
            return None
        return statement(compare(sides[0], sign, sides[1]))
