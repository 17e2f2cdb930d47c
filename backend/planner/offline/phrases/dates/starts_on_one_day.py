"""Phrases for rows of one owner that start or end on one day, which no two of them may."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import DAY_OF
from backend.planner.offline.phrases.tables.occasions import one_a_day
from backend.rules.language.terms import Cell, Value
from backend.rules.overlapping_intervals import END, START
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_just_one_day",
    "on [exactly] (the same|the very same|one|one and the same|a single) (day|date)",
)
phrase.words("_other_days", "on (different|separate|distinct|unlike) (days|dates)")

_ENDS = (
    ("(start|starts|begin|begins|started|began|open|opens)", "(starting|beginning|opening)", START),
    ("(end|ends|stop|stops|finish|finishes|ended|stopped)", "(ending|stopping|finishing)", END),
)
for _verbs, _acting, _name in _ENDS:
    _column = DAY_OF + _name
    phrase("starts_so", _verbs)(lambda column=_column: column)
    phrase(
        "day_of_both",
        f"(that|which) [both|all] {_verbs} _just_one_day",
        f"[both|all] {_acting} _just_one_day",
    )(lambda column=_column: column)


@phrase("day_of_both", "(that|which) _be <cell> _just_one_day", cost=0.05)
def done_on_one_day(of: Cell) -> str:
    """That were booked on the same day."""
    return DAY_OF + of.column


@phrase(
    "stmt", "_flag [_each|all|any] <keys> (with|that have|having) _several_of <rows> <day_of_both>"
)
@phrase("stmt", "(is|are) there [any|a|an] <keys> (with|that has|that have) _several_of <rows> "
        "<day_of_both> [?]")  # fmt: skip
@phrase("stmt", "(does|do|has|have) any <keys> [have] _several_of <rows> <day_of_both> [?]")
def none_on_one_day(keys: tuple[Value, ...], rows: RowSet, day: str) -> Statement | None:
    """Flag members with two trials that start on the same day."""
    return one_a_day(keys, rows, day)


def _of_one(rows: RowSet, shared: tuple[Any, ...], column: str) -> Statement | None:
    cells = tuple(cell for cell in shared if isinstance(cell, Cell))
    return one_a_day(cells, rows, column) if cells else None


@phrase("stmt", "_flag [all|any|every] <rows> <shared_all> <day_of_both>", cost=0.05)
def of_one_on_one_day(rows: RowSet, shared: tuple[Any, ...], day: str) -> Statement | None:
    """Flag trials of one member that start on the same day."""
    return None if rows.where is not None else _of_one(rows, shared[1:], day)


@phrase("stmt", "no two <rows> <shared_all> _may <starts_so> _just_one_day", cost=0.05)
@phrase("stmt", "two <rows> <shared_all> _must_not <starts_so> _just_one_day", cost=0.05)
@phrase("stmt", "_flag [any] two <rows> <shared_all> (that|which) <starts_so> _just_one_day")
def no_two_start(rows: RowSet, shared: tuple[Any, ...], column: str) -> Statement | None:
    """No two trials of one member may start on the same day."""
    return _of_one(rows, shared, column)


@phrase("stmt", "<rows> <shared_all> _must [all] <starts_so> _other_days", cost=0.05)
@phrase("stmt", "<rows> <shared_all> _must_not [all] <starts_so> _just_one_day", cost=0.1)
def start_apart(rows: RowSet, shared: tuple[Any, ...], column: str) -> Statement | None:
    """The trials of a member must start on different days."""
    return _of_one(rows, shared, column)
