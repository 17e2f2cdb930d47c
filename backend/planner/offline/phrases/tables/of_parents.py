"""Phrases between the rows of an owner and the owner: what they total, when and for whom they are.

A clause about the owner of a row ("before the event starts") is the owner's cell, looked up.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Measure, Value
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

# What an owner's rows total -------------------------------------------------------------------


@phrase("parent_measure", "<measure> <sum> (per|for each|for every|of each|of every) <noun>")
@phrase("parent_measure", "<measure> of <sum> (per|for each|for every|of each|of every) <noun>")
def total_of_owner(measure: Measure, of: Value, owner: RowSet) -> tuple[RowSet, Value] | None:
    """The total quantity per event, where the quantity is in another table."""
    if not owner.table or owner.where is not None:
        return None
    return owner, Aggregate(measure=measure, table="", of=of, keys=(("", ""),))


# The owner's day ------------------------------------------------------------------------------

phrase.words("_the_owner", "the | its | their | his | her | a | an | that")
phrase.words("_was", "was | were | is | are | has been | have been | had been | has | had")


@phrase("operand", "_the_owner <noun> [_was] <acting>", "<noun> _was <acting>", cost=0.05)
def day_of_owner(owner: RowSet, day: Cell) -> Value | None:
    """After the employee was hired; before the event starts."""
    if not owner.table or owner.where is not None:
        return None
    return Cell(table=owner.table, column=day.column)


# Only for such owners -------------------------------------------------------------------------

phrase.words(
    "_for_only",
    "come from | belong to | refer to | point to | go to | use | be for | be from | relate to | "
    "concern | be with | contain | reference",
)
phrase.words(
    "_done",
    "placed | made | booked | created | recorded | issued | sold | assigned | given | opened | "
    "registered | entered | shipped | sent | paid | submitted | raised | held | kept | added | "
    "allocated | linked | attached | carried | handled | delivered | charged | signed | ordered",
)


@phrase(
    "stmt",
    "<rows> (may|must|should|can) only _for_only <such_rows>",
    "<rows> (may|must|should|can) only be _done (by|for|to|from|in|on|with|at|against) <such_rows>",
    "<rows> (may|must|should|can) _for_only <such_rows> only",
    "<rows> (may|must|should|can) be _done (by|for|to|from|in|on|with|at) <such_rows> only",
    cost=0.05,
)
def only_for(found: RowSet, owner: RowSet) -> Statement | None:
    """Orders may only be placed by active users."""
    told = exists(owner)
    return None if told is None else rule(told, found.table, found.where)


@phrase("such_rows", "[an|a] (existing|known|registered|listed) <rows>", cost=0.0)
def known_rows(owner: RowSet) -> RowSet | None:
    """Existing users: those of the other table, whatever they are like."""
    return owner if owner.table and owner.where is None else None


@phrase("such_rows", "<rows>", cost=0.1)
def rows_of_a_kind(owner: RowSet) -> RowSet | None:
    """Active users."""
    return owner if owner.table and owner.where is not None else None


phrase.widen("_be_there", "exist | be known | be listed | be there | be registered | be on file")


@phrase("stmt", "[_each] <rows> 's <rows> _must _be_there", cost=0.05)
def owner_exists(found: RowSet, owner: RowSet) -> Statement | None:
    """Every employee's department must exist."""
    is_clear = owner.table and found.table != owner.table and owner.where is None
    return rule(exists(owner), found.table, found.where) if is_clear else None


@phrase("stmt", "[the] <rows> (of|on|in|for) _each <rows> _must _be_there", cost=0.05)
def owner_of_each_exists(owner: RowSet, found: RowSet) -> Statement | None:
    """The department of every employee must exist."""
    return owner_exists(found, owner)
