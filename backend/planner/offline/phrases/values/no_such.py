"""Phrases for rows that may not be there at all: no job may exist where, no job exists that."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.flags import flag
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_is_there_at_all",
    "(may|must|should|can|shall) (exist|be there|occur|appear) | (may|must|should|can|shall) be "
    "(allowed|present|found|left) | exist | exists | is there | are there",
)


# Rather than that the column a row is called by is empty: the condition tells of rows.
@phrase("stmt", "no <noun> _is_there_at_all <rel>", cost=-0.4)
def no_such(found: RowSet, told: Predicate) -> Statement | None:
    """No job may exist that is urgent."""
    return None if found.where is not None else flag(found.that(told))


@phrase("stmt", "no <noun> _is_there_at_all (where|for which|in which) <clauses>", cost=-0.4)
def no_such_where(found: RowSet, told: Predicate) -> Statement | None:
    """No job may exist where urgent is true."""
    return no_such(found, told)
