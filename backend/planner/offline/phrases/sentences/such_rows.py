"""Phrases for rows of a kind that must not be, or that alone may be: we only sell what is in stock."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import row_taboo, rule
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

# Rows that make no sense ----------------------------------------------------------------------


# Only such rows -------------------------------------------------------------------------------

phrase.words("_we", "we | you | they | our staff | our company | our shop | our school")
phrase.words(
    "_do_with",
    "sell | lend | book | order | use | rent | rent out | buy | ship | invoice | bill | deliver | accept | take | "
    "keep | have | allow | want | process | handle | record | enter | store | list | see",
)


@phrase(
    "stmt", "_we only [ever] _do_with <noun> <rel>", "_we _do_with only <noun> <rel>", cost=0.05
)
@phrase(
    "stmt", "only <noun> <rel> (may be|can be|are|should be|must be) [ever] _done_with", cost=0.05
)
def only_such(found: RowSet, told: Predicate) -> Statement | None:
    """We only sell items whose SKU is in products."""
    return None if found.each else rule(told, found.table, found.where)


phrase.words(
    "_done_with",
    "sold | lent | booked | ordered | rented | bought | shipped | billed | accepted | allowed | taken | kept | processed",
)


@phrase(
    "stmt",
    "_we never [ever] _do_with <noun> <rel>",
    "_we _must_not _do_with <noun> <rel>",
    cost=0.05,
)
def never_such(found: RowSet, told: Predicate) -> Statement | None:
    """We never ship orders whose gross amount is below 5."""
    return None if found.each else row_taboo(found, told)
