"""Phrases for all rows of an owner but the last: each but the last must end, none but it is open."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.ends import Keys, picked
from backend.planner.offline.phrases.order.first_or_last_rows import only_they_lack
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Measure, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, any_of, not_

phrase = Phrases()

phrase.words("_all_but_one", "but | except | except for | other than | apart from | save | bar")
phrase.words("_one_of_theirs", "(of|in|for|within) (its|their|the|the same|each|every|a|any)")
phrase.words(
    "_open_at_end",
    "open-ended | open ended | open | unfinished | ongoing | still running | still open | unlimited | current",
)
phrase.words("_so_to_say", ", i.e. | i.e. | , that is | that is | , meaning | , so | , and so | –")

# Which rows these are -----------------------------------------------------------------------------


@phrase("all_but", "[_each|all] <noun> <end_owner> _all_but_one <end> [one|<noun>]")
@phrase(
    "all_but", "[_each|all] <noun> _any_owner (a|an|the) <keys> _all_but_one <end> [one|<noun>]"
)
def all_but(rows: RowSet, by: Keys, end: Measure, *again: RowSet) -> RowSet | None:
    """Every period of a subscription but the last."""
    is_same = all(each.table in ("", rows.table) and each.where is None for each in again)
    return picked(rows, end, by, None) if is_same and rows.where is None else None


@phrase("all_but", "all _all_but_one <end> <noun> <end_owner>")
@phrase("all_but", "all _all_but_one <end> <noun> _any_owner (a|an|the) <keys>")
@phrase("all_but", "(every|each|any) <noun> _all_but_one <end> [one] <end_owner>")
@phrase("all_but", "(every|each|any) <noun> _all_but_one <end> [one] _any_owner (a|an) <keys>")
def all_but_last(*parts: object) -> RowSet | None:
    """All but the last period of each subscription."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    by = next(part for part in parts if isinstance(part, tuple))
    end = next(part for part in parts if isinstance(part, Measure))
    return all_but(rows, by, end)


@phrase("end_place", "[the] <end> [one|row|record] _one_of_theirs <keys>")
@phrase("end_place", "[the] <end> <noun> _one_of_theirs <keys>", cost=0.05)
def end_place(end: Measure, *parts: RowSet | Keys) -> tuple[Measure, Keys] | None:
    """The last one of its subscription."""
    *rows, by = parts
    is_plain = all(isinstance(each, RowSet) and each.where is None for each in rows)
    return (end, by) if is_plain and isinstance(by, tuple) else None


# What is told of them -----------------------------------------------------------------------------


def _unless_last(told: Predicate, last: RowSet) -> Statement | None:
    return None if last.where is None else rule(any_of(told, last.where), last.table)


@phrase("stmt", "<all_but> _must <rowvp>", cost=0.02)
def all_but_must(last: RowSet, told: Predicate) -> Statement | None:
    """Every period of a subscription but the last must have an end."""
    return _unless_last(told, last)


@phrase("stmt", "<cell> _must be <adj> (in|for|on|at|of) <all_but>", cost=0.02)
@phrase("stmt", "(in|for|on|at) <all_but> [,] <cell> _must be <adj>", cost=0.02)
def filled_in_all_but(*parts: Any) -> Statement | None:
    """The end must be filled in all but the last row of each subscription."""
    last = next(part for part in parts if isinstance(part, RowSet))
    of = next(part for part in parts if isinstance(part, Cell))
    [told] = [part for part in parts if not isinstance(part, RowSet | Cell)]
    return _unless_last(about(told, of), last)


@phrase("stmt", "<rows> _must be <end_place>", cost=0.02)
@phrase("stmt", "_flag <rows> (that|which) (is|are) not <end_place>", cost=0.02)
@phrase("stmt", "no <rows> _may be other than <end_place>", cost=0.02)
def such_must_be_last(rows: RowSet, place: tuple[Measure, Keys]) -> Statement | None:
    """A period without an end must be the last of its subscription, of all that there are."""
    last = picked(RowSet(table=rows.table), place[0], place[1], None)
    if last is None or rows.where is None:
        return None
    return _unless_last(not_(rows.where), last)


@phrase("stmt", "_if <clause> [,] [then] [the|this|that|a] <noun> _must be <end_place>", cost=0.02)
def if_so_last(told: Predicate, rows: RowSet, place: tuple[Measure, Keys]) -> Statement | None:
    """If the end is empty, the period must be the last one of its subscription."""
    return None if rows.where is not None else such_must_be_last(rows.that(told), place)


# Open, that is without an end ---------------------------------------------------------------------


@phrase("stmt", "only <end_rows> (may|can) be _open_at_end _so_to_say [may] _are_without <cell>")
@phrase(
    "stmt", r"only <end_rows> (may|can) be _open_at_end \( [i.e.] [_are_without|no|empty] <cell> \)"
)
def only_they_are_open(last: RowSet, of: Value) -> Statement | None:
    """Only the last period of each subscription may be open-ended, i.e. have no end."""
    return only_they_lack(last, of)
