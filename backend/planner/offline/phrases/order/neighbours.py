"""Phrases for numbers of rows that follow each other: consecutive values at most 10 apart."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import NEXT
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Measure,
    Predicate,
    Previous,
    Value,
)
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()
phrase.words(
    "_one_after_other",
    "consecutive | two consecutive | any two consecutive | successive | two successive | any two "
    "successive",
)
phrase.words("_of_values", "values | readings | measurements | numbers | entries | cells")
phrase.words(
    "_differ_by",
    "differ by | be apart by | deviate from each other by | change by | vary by | lie apart by",
)
phrase.words("_apart_now", "apart | from each other | away from each other")

for _head, _sign in (("_le", "<="), ("_lt", "<"), ("_ge", ">="), ("_gt", ">")):
    phrase("steps_apart", f"be {_head} <number> _apart_now", f"lie {_head} <number> _apart_now")(
        lambda size, sign=_sign: compare(IT, sign, size)
    )
    phrase("steps_apart", f"_differ_by {_head} <number>")(
        lambda size, sign=_sign: compare(IT, sign, size)
    )


@phrase("next_to", "_one_after_other <cell> [_of_values]", "<cell> of _one_after_other _row")
@phrase("next_to", "_of_values (of|in) <cell> of _one_after_other _row", cost=0.05)
def next_cells(of: Cell) -> Cell:
    """Consecutive values."""
    return of


@phrase("next_to", "_one_after_other <noun>", cost=0.3)
def next_rows(rows: RowSet) -> Cell | None:
    """Consecutive readings: their one column of amounts."""
    is_plain = bool(rows.table) and rows.where is None and not rows.each
    return Cell(table=rows.table, column="") if is_plain else None


def _step(of: Cell, by: tuple[str, ...] = ()) -> Value:
    before = Previous(of=of, by=by, order_by=NEXT)
    return Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=of, right=before))


@phrase("stmt", "<next_to> _must <steps_apart>", "<next_to> (may|can) <steps_apart>", cost=0.03)
@phrase("stmt", "<by_group> [,] <next_to> _must <steps_apart>", cost=0.03)
def steps_bounded(*parts: Any) -> Statement | None:
    """Consecutive values must differ by at most 10: the later row is flagged."""
    return _bounded(parts, parts[-1])


@phrase("stmt", "<next_to> _must_not <steps_apart>", cost=0.03)
@phrase("stmt", "<by_group> [,] <next_to> _must_not <steps_apart>", cost=0.03)
def steps_not(*parts: Any) -> Statement | None:
    """Consecutive values must not be more than 10 apart."""
    return _bounded(parts, not_(parts[-1]))


def _bounded(parts: tuple[Any, ...], bound: Predicate) -> Statement | None:
    of = next(part for part in parts if isinstance(part, Cell))
    keys = next((part for part in parts if isinstance(part, tuple)), ())
    by = tuple(key.column for key in keys if isinstance(key, Cell))
    if len(by) < len(keys) or of.column in by:
        return None
    return rule(about(bound, _step(of, by)), of.table, subject=of)


@phrase("stmt", "<cell> [_of_values] _must_not be more than <number> apart", cost=0.1)
@phrase("stmt", "<noun> _must_not be more than <number> apart", cost=0.1)
def apart_in_turn(found: Cell | RowSet, size: Constant) -> Statement | None:
    """Values must not be more than 10 apart: each from the one before …"""
    of = next_rows(found) if isinstance(found, RowSet) else found
    return None if of is None else rule(compare(_step(of), "<=", size), of.table)


@phrase("stmt", "<cell> [_of_values] _must_not be more than <number> apart", cost=0.1)
@phrase("stmt", "<noun> _must_not be more than <number> apart", cost=0.1)
def apart_at_all(found: Cell | RowSet, size: Constant) -> Statement | None:
    """… or any of them from any other: the author has to tell."""
    of = next_rows(found) if isinstance(found, RowSet) else found
    if of is None:
        return None
    ends = [
        Aggregate(measure=kind, of=of, table=of.table)
        for kind in (Measure.MAXIMUM, Measure.MINIMUM)
    ]
    return statement(compare(Arithmetic(sign="-", left=ends[0], right=ends[1]), "<=", size))
