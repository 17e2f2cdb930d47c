"""Phrases for rows that are told as what is done: nobody may be enrolled in such a course.

Each enrolment is a time that somebody is enrolled, so that what may be said of one is said of it.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

phrase.widen("_no_soul", "nobody | no one | no-one | none")
_DONE_TO = "be <event> (in|for|to|on|at|with|by|from|into)"


def _told(table: str, owner: RowSet, *, done: bool) -> Statement | None:
    if owner.where is None or owner.each or owner.table in ("", table):
        return None
    told = exists(owner)
    return rule(told if done else not_(told), table)


@phrase("stmt", f"_no_soul _may [ever] {_DONE_TO} [a|an|any] <rows>", cost=0.1)
@phrase(
    "stmt",
    "_no_soul (is|was|has been|are) <event> (in|for|to|on|at|with|by|from|into) [a|an|any] <rows>",
    cost=0.4,
)
def nobody_done(table: str, owner: RowSet) -> Statement | None:
    """Nobody may be enrolled in a course whose least grade is above theirs."""
    return _told(table, owner, done=False)


@phrase("stmt", f"no <noun> _may [ever] {_DONE_TO} [a|an|any] <rows>", cost=0.1)
@phrase("stmt", f"<noun> _must_not [ever] {_DONE_TO} [a|an|any] <rows>", cost=0.1)
def none_done(who: RowSet, table: str, owner: RowSet) -> Statement | None:
    """No pupil may be enrolled in a course that is closed."""
    is_clear = who.where is None and who.table not in (table, owner.table)
    return _told(table, owner, done=False) if is_clear else None


@phrase("stmt", f"<noun> (may|can|must|should) only {_DONE_TO} <rows>", cost=0.1)
@phrase("stmt", f"<noun> (may|can|must|should) {_DONE_TO} <rows> only", cost=0.1)
def only_done(who: RowSet, table: str, owner: RowSet) -> Statement | None:
    """Pupils may only be enrolled in courses that are open."""
    is_clear = who.where is None and who.table not in (table, owner.table)
    return _told(table, owner, done=True) if is_clear else None
