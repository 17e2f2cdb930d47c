"""Phrases for owners that did something, told by rows elsewhere: must have bought something, have been sold."""

from __future__ import annotations

from backend.planner.offline.kin_called import OTHER
from backend.planner.offline.phrases.sentences.rows import exists
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet

phrase = Phrases()

phrase.words("_something_done", "something | anything | at least one thing | at least something")


@phrase("rowvp", "(have|has|had) _done_it _something_done", cost=0.1)
@phrase("rowvp", "(have|has) been _used [_once_or_more]", cost=0.3)
@phrase("rel", "_is_a_row_that (have|has|had) _done_it _something_done", cost=0.1)
@phrase("rel", "_is_a_row_that (have|has) been _used [_once_or_more]", cost=0.3)
def did_something() -> Predicate:
    """Must have bought something: a row of the other table is theirs."""
    return exists(RowSet(table=OTHER))
