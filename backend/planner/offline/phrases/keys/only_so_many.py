"""Phrases for groups that may have only so many rows of a kind: only one open account per owner.

"May have only one" and "only one is allowed" are bounds from above; "has only one" tells how many
there are. A group "without any" that is wrong must have at least one.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.keys.exactly_one import none_without
from backend.planner.offline.phrases.measures.group_claims import Many, holds, many, of_groups
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Cell, Constant
from backend.rules.metric_bounds import is_plain_number
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words("_only_ever", "only | just | only ever | never more than")
phrase.words("_one_or_any", "a | an | any | a single | one")

# Only so many ---------------------------------------------------------------------------------


@phrase("only_many", "_only_ever <number> <rows>", "_only_ever <number> single <rows>")
def only_many(total: Constant, rows: RowSet) -> Many | None:
    """Only one open account."""
    return many(compare(IT, "<=", total), rows) if is_plain_number(total) else None


@phrase("stmt", "<each_group> (may|can) _has_many <only_many>", cost=0.05)
@phrase("stmt", "<keys> (may|can) _has_many <only_many>", cost=0.1)
@phrase("stmt", "<only_many> <by_group> (is|are|may be) (allowed|permitted|accepted)", cost=0.05)
@phrase("stmt", "there (may|can) be <only_many> <by_group>", cost=0.05)
@phrase("stmt", "<by_group> [,] there (may|can) be <only_many>", cost=0.05)
@phrase(
    "stmt", "<by_group> [,] <only_many> (is|are|may be) (allowed|permitted|accepted)", cost=0.05
)
def may_have_only(*parts: Any) -> Statement | None:
    """Each owner may have only one open account."""
    told = next(part for part in parts if isinstance(part, Many))
    claim = holds(told)
    by = next(part for part in parts if part is not told)
    return None if claim is None else of_groups(by, claim)


@phrase("stmt", "<each_group> (may|can) only _has_many <number> <rows>", cost=0.05)
@phrase("stmt", "<keys> (may|can) only _has_many <number> <rows>", cost=0.1)
def may_only_have(by: Keys, total: Constant, rows: RowSet) -> Statement | None:
    """Each owner can only have one open account."""
    told = only_many(total, rows)
    return None if told is None else may_have_only(told, by)


@phrase("stmt", "<each_group> [_must] _has_many <only_many>", cost=0.05)
@phrase("stmt", "<keys> _must _has_many <only_many>", cost=0.1)
def has_only(by: Keys, told: Many) -> Statement | None:
    """Each owner has only one open account: that one, and no other."""
    bound = told.bound.model_copy(update={"sign": "=="})
    return may_have_only(told._replace(bound=bound), by)


# None of a kind -------------------------------------------------------------------------------


@phrase("stmt", "<keys> without [_one_or_any] <rows> (_be _wrong|_not_tolerated)", cost=0.2)
@phrase("stmt", "<keys> with no <rows> (_be _wrong|_not_tolerated)", cost=0.2)
@phrase("stmt", "(a|any|every|each) <keys> without [_one_or_any] <rows> _be _wrong", cost=0.2)
def without_is_wrong(by: Keys, rows: RowSet) -> Statement | None:
    """Owners without an open account are wrong."""
    return none_without(by, rows)


# Alone of their kind --------------------------------------------------------------------------


@phrase("stmt", "<rows> (_must be|_be) unique <by_group>", cost=0.05)
def unique_in_group(rows: RowSet, by: Keys) -> Statement | None:
    """Open accounts must be unique per owner: an owner has no two of them."""
    names = [key.column for key in by if isinstance(key, Cell) and key.table in ("", rows.table)]
    if rows.where is None or rows.each or len(names) < len(by):
        return None
    return Statement(rule=Duplicates(table=rows.table, where=rows.where, columns=tuple(names)))
