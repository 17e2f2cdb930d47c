"""Phrases for what one group has and another must have as well: every film of store 2 must be in store 1.

A ``one_group`` is told by the value of a column: store 2, Kiel. What both have to have is a value
of another column, and each row of the first group needs one of the second with the same value.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Missing,
    Predicate,
    Value,
)
from backend.rules.phrasing import Phrases, RowSet, Statement, all_of, compare, not_, number

phrase = Phrases()

phrase.words("_within_group", "in | of | at | for | on | by | with | from | under | within")
phrase.words(
    "_offered",
    "stocked | sold | offered | listed | used | held | kept | carried | available | found | recorded | entered | booked | "
    "present | there | given | known | taught | shown | in stock",
)
phrase.words(
    "_offers",
    "stock | stocks | sell | sells | offer | offers | list | lists | use | uses | hold | holds | keep | keeps | carry | "
    "carries | have | has | contain | contains | include | includes | show | shows | know | knows | teach | teaches",
)
phrase.words("_also_so", "also | too | as well | likewise")
phrase.words("_be_offered", "[also] (be [also] [_offered]|exist|occur|appear)")


@phrase("one_group", "<cell> <option>")
def group_by_value(of: Value, value: Value) -> Compare | None:
    """Store 2."""
    is_plain = isinstance(of, Cell) and isinstance(value, Constant) and not value.unit
    told = compare(of, "==", value) if is_plain else None
    return told if isinstance(told, Compare) else None


@phrase("one_group", "<adjective>", cost=0.05)
def group_by_name(told: Predicate) -> Compare | None:
    """Kiel."""
    is_plain = isinstance(told, Compare) and told.sign == "==" and isinstance(told.left, Cell)
    return told if is_plain and isinstance(told, Compare) else None


def _had_by_both(of: Value, mine: Compare, theirs: Compare) -> Statement | None:
    if not isinstance(of, Cell) or mine.left != theirs.left or mine.right == theirs.right:
        return None
    if of == mine.left or not isinstance(mine.left, Cell):
        return None
    there = Aggregate(measure=Measure.COUNT, table=of.table, where=theirs, by=(of.column,))
    return rule(compare(there, ">=", number(1)), of.table, all_of(mine, not_(Missing(of=of))))


@phrase(
    "stmt",
    "_each <cell> [_offered|that (is|occurs|appears) [_offered]] _within_group <one_group> _must _be_offered _within_group <one_group> [_also_so]",
    "all <cell> [_offered|that (are|occur|appear) [_offered]] _within_group <one_group> _must _be_offered _within_group <one_group> [_also_so]",
    "(every|each|all) <cell> that <one_group> _offers _must _be_offered _within_group <one_group> [_also_so]",
    cost=0.05,
)
def must_be_in_both(of: Value, mine: Compare, theirs: Compare) -> Statement | None:
    """Every film of store 2 must also be in store 1."""
    return _had_by_both(of, mine, theirs)


@phrase(
    "stmt",
    "<one_group> _must [also] _offers (every|each|all [the]|whatever|any) <cell> [that|which] <one_group> _offers [_also_so]",
    "<one_group> _must [also] _offers (every|each|all [the]) <cell> _within_group <one_group> [_also_so]",
    cost=0.05,
)
def must_have_of_other(theirs: Compare, of: Value, mine: Compare) -> Statement | None:
    """Store 1 must stock every film that store 2 stocks."""
    return _had_by_both(of, mine, theirs)


phrase.words(
    "_lacks_it_there",
    "(does|do) not (have|stock|sell|offer|list|use|hold|keep|carry|contain|include|show|know|teach)",
)
phrase.words(
    "_is_not_offered",
    "that (is|are) not [_offered] | that (does|do) not (occur|exist|appear) | not [_offered]",
)


@phrase(
    "stmt",
    "_flag [all|any] <cell> [_offered] _within_group <one_group> _is_not_offered _within_group <one_group>",
    "_flag [all|any] <cell> [_offered] _within_group <one_group> that <one_group> _lacks_it_there",
    "_flag [all|any] <cell> that <one_group> _offers but <one_group> _lacks_it_there",
    cost=0.05,
)
def flag_not_in_both(of: Value, mine: Compare, theirs: Compare) -> Statement | None:
    """Flag films in store 2 that are not in store 1."""
    return _had_by_both(of, mine, theirs)


@phrase(
    "stmt",
    "_flag [all|any] (<noun>|copies|pieces|items|entries) _within_group <one_group> (of|for|with) [a|an] <cell> that <one_group> _lacks_it_there",
    "_flag [all|any] (<noun>|copies|pieces|items|entries) _within_group <one_group> (of|for|with) [a|an] <cell> _is_not_offered _within_group <one_group>",
    "_flag [all|any] (<noun>|copies|pieces|items|entries) _within_group <one_group> whose <cell> (is not|does not occur|does not appear) [_offered] _within_group <one_group>",
    cost=0.05,
)
def flag_rows_not_in_both(*parts: object) -> Statement | None:
    """Flag the copies in store 2 of films that store 1 does not stock."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    mine, theirs = (part for part in parts if isinstance(part, Compare))
    of = next(part for part in parts if isinstance(part, Cell))
    is_plain = all(each.where is None and not each.each for each in rows)
    told = _had_by_both(of, mine, theirs) if is_plain else None
    if told is None or not rows:
        return told
    return told.model_copy(update={"rule": told.rule.model_copy(update={"table": rows[0].table})})
