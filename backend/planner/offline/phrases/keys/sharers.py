"""Phrases for how many rows may share a value, told by what they do: no more than two votes may
come from the same booth, at most three shifts on one day.
"""

from __future__ import annotations

from backend.rules.language.terms import Compare, Constant, Predicate
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import Keys, group_count
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

phrase.words(
    "_under_one",
    "(in|at|on|for|from|by|with|to|under|within|of) (the same|one|one and the same|a single|any|any one|any single)",
)
phrase.words(
    "_come_about",
    "come | be | stem | lie | sit | stand | fall | happen | take place | be held | be made | be placed | be cast | be done | be entered | "
    "be recorded | be booked | be planned | be scheduled | be listed | be given | be sent | be kept | be stored | be handed in | "
    "be handled | be filed | be registered | be assigned | belong | go | run | start | begin | end | arrive | live | work | be taken | "
    "be signed | be written | be paid | be bought | be sold | be used | be found | exist | occur",
)
phrase.words(
    "_sharing_one", "(share|have|use|carry|hold|show|bear) (one|a|a single|one and the same)"
)


def _most(bound: Predicate, rows: RowSet, by: Keys) -> Statement | None:
    """So many rows of one key at most; "at least two" of the same one is a claim on what is there."""
    return group_count(by, bound, rows) if allows(bound) else None


@phrase("stmt", "<count_bound> <rows> (may|can) [ever] _come_about _under_one <keys>", cost=0.1)
@phrase("stmt", "<count_bound> <rows> (may|can) _sharing_one <keys>", cost=0.1)
@phrase("stmt", "<count_bound> <rows> (may|can) share [an|the same] <keys>", cost=0.1)
@phrase(
    "stmt", "there (may|can|must|should) [only] be <count_bound> <rows> _under_one <keys>", cost=0.1
)
@phrase("stmt", "<count_bound> <rows> _under_one <keys>", cost=0.15)
@phrase(
    "stmt", "<count_bound> <rows> _under_one <keys> (is|are) (allowed|permitted|accepted)", cost=0.1
)
def most_of_one(bound: Predicate, rows: RowSet, by: Keys) -> Statement | None:
    """No more than two votes may come from the same booth."""
    return _most(bound, rows, by)


@phrase("stmt", "<count_bound> _row [may|can] share [a|an|one|the same] <keys>", cost=0.1)
def most_rows_of_one(bound: Predicate, by: Keys) -> Statement | None:
    """No more than two people may share an email: the rows of one email are two at most."""
    return _most(bound, RowSet(), by)


def _too_many(bound: Predicate, rows: RowSet, by: Keys) -> Statement | None:
    is_much = isinstance(bound, Compare) and bound.sign in (">", ">=")
    return group_count(by, not_(bound), rows) if is_much else None


@phrase("stmt", "<count_bound> <rows> _must_not _come_about _under_one <keys>", cost=0.1)
@phrase("stmt", "there _must_not be <count_bound> <rows> _under_one <keys>", cost=0.1)
@phrase("stmt", "(is|are) there [ever] <count_bound> <rows> _under_one <keys> [?]", cost=0.1)
@phrase(
    "stmt",
    "(do|does|did|can) <count_bound> <rows> [ever] _come_about _under_one <keys> [?]",
    cost=0.1,
)
@phrase("stmt", "<count_bound> <rows> _under_one <keys> (is|are) (_wrong|too many)", cost=0.1)
@phrase("stmt", "never <count_bound> <rows> _under_one <keys>", cost=0.15)
@phrase(
    "stmt",
    "never (may|must|should|can) <count_bound> <rows> _come_about _under_one <keys>",
    cost=0.1,
)
def too_many_of_one(bound: Predicate, rows: RowSet, by: Keys) -> Statement | None:
    """There must not be more than two votes from the same booth."""
    return _too_many(bound, rows, by)


@phrase("stmt", "no <number> <rows> (may|can|must|should) _come_about _under_one <keys>", cost=0.1)
@phrase("stmt", "no <number> <rows> (may|can|must|should) _sharing_one <keys>", cost=0.1)
def no_so_many(total: Constant, rows: RowSet, by: Keys) -> Statement | None:
    """No three votes may come from the same booth: two at most; "no two" is told of doubles."""
    is_plain = isinstance(total.value, int) and total.value > 2
    return group_count(by, compare(IT, "<", total), rows) if is_plain else None
