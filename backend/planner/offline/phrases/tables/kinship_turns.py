"""Phrases for one thing after another of the same key: not lent again before it came back."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Previous
from backend.rules.metric_groups import Keys
from backend.rules.overlapping_intervals import OverlappingIntervals, no_overlap
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words(
    "_lent_out",
    "rented | rented out | lent | lent out | loaned | loaned out | hired out | let | let out | issued | checked out | handed out | "
    "borrowed | given out",
)
phrase.words("_the_one_before", "(its|the|their) (previous|preceding|last|earlier|prior)")
phrase.words(
    "_came_back",
    "(was|were|has been|have been|is|are|had been) (returned|brought back|given back|over|finished|ended|closed|back|completed) | "
    "(has|have|had) (ended|finished|come back) | ended | finished | came back | ends",
)
phrase.words("_once_more", "again | anew | once more | a second time | to someone else")


def _in_turn(keys: Keys, rows: RowSet) -> Statement | None:
    names = tuple(key.column for key in keys if isinstance(key, Cell))
    if len(names) < len(keys) or rows.where is not None or rows.each:
        return None
    return no_overlap(("key", *names), rows, flag="later")


@phrase(
    "stmt",
    "[any] <keys> _must_not be _lent_out [_once_more] before _the_one_before <noun> _came_back",
    "no <keys> _may be _lent_out [_once_more] before _the_one_before <noun> _came_back",
    "[any] <keys> (may|can) only be _lent_out [_once_more] (after|once) _the_one_before <noun> _came_back",
    cost=0.05,
)
def not_before_it_came_back(keys: Keys, rows: RowSet) -> Statement | None:
    """A boat must not be rented out before its previous rental was returned."""
    return _in_turn(keys, rows)


@phrase(
    "stmt",
    "[any] <keys> _must_not be _lent_out _once_more before it _came_back",
    "no <keys> _may be _lent_out _once_more before it _came_back",
    cost=0.05,
)
def not_again_before(keys: Keys) -> Statement | None:
    """A boat must not be lent again before it was returned."""
    return _in_turn(keys, RowSet())


# On the very day --------------------------------------------------------------------------------

phrase.words("_on_that_day", "day | date | moment | time")
phrase.words("_coming_back", "return | end | handover | changeover")
phrase.words("_as_well_itself", "itself | too | as well | also")


@phrase(
    "remark",
    "[on] _on_that_day of [the] _coming_back [_as_well_itself] _be _fine",
    "[on] same _on_that_day as [the] _coming_back _be _fine",
    cost=0.02,
)
def that_day_is_fine() -> Modifier:
    """The day of the return itself is fine."""
    return Modifier(kind="open-ended")


@phrase("hint", "<hint> _stop _do_show [_all_the] (later|second|next) <noun> [.]", cost=0.1)
def later_one(statement: Statement, found: RowSet) -> Statement | None:
    """Flag the later rental."""
    told = statement.rule
    is_later = isinstance(told, OverlappingIntervals) and told.flag == "later"
    return statement if is_later and found.where is None else None


# Where the one before ended ---------------------------------------------------------------------

phrase.words(
    "_of_any",
    "of a | of an | of any | of each | of every | of the same | of one | for each | for a | per",
)
phrase.widen("_in_order_of", "in order of | ordered by | sorted by | in the order of")
phrase.words("_of_one_before", "of (its|the|their) (previous|preceding|last|prior)")
_AFTER = "(be on or after|not be before|not be earlier than|not lie before)"
_SAME = "(be|equal|be the same as|be equal to|match)"


def _beside_the_last(
    of: Cell, sign: str, last: Cell, keys: Keys, order: str, rows: RowSet
) -> Statement | None:
    names = tuple(key.column for key in keys if isinstance(key, Cell))
    if len(names) < len(keys) or {of.column, last.column} & {*names} or rows.where is not None:
        return None
    before = Previous(of=last, by=names, order_by=order)
    return rule(compare(of, sign, before), rows.table)


@phrase(
    "stmt",
    f"<cell> _of_any <keys> _must {_AFTER} <cell> _of_one_before <noun>",
    f"<cell> _of_any <noun> _of_any <keys> _must {_AFTER} <cell> _of_one_before <noun>",
    cost=-0.1,
)
def not_before_the_last(*parts: Any) -> Statement | None:
    """The start of a boat's trip must not be before the end of its previous trip."""
    of, last = (part for part in parts if isinstance(part, Cell))
    keys = next(part for part in parts if isinstance(part, tuple))
    rows = [part for part in parts if isinstance(part, RowSet)]
    is_one = len({each.table for each in rows}) == 1 and of != last
    return _beside_the_last(of, ">=", last, keys, of.column, rows[0]) if is_one else None


@phrase(
    "stmt",
    f"_in_order_of <cell> [,] <cell> _of_any <noun> _of_any <keys> _must {_SAME} <cell> _of_one_before <noun>",
    f"_in_order_of <cell> [,] <cell> _of_any <keys> _must {_SAME} <cell> _of_one_before <noun>",
    cost=-0.1,
)
def as_the_last(order: Cell, *parts: Any) -> Statement | None:
    """In order of start, the origin of each trip of a boat must be the goal of its previous trip."""
    of, last = (part for part in parts if isinstance(part, Cell))
    keys = next(part for part in parts if isinstance(part, tuple))
    rows = [part for part in parts if isinstance(part, RowSet)]
    is_one = len({each.table for each in rows}) == 1 and order not in (of, last)
    return _beside_the_last(of, "==", last, keys, order.column, rows[0]) if is_one else None
