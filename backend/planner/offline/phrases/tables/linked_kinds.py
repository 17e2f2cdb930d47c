"""Phrases for owners whose rows in another table differ: flag albums that mix several media types.

What is flagged are the rows of the owner: each has so many different values among its own rows.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.keys import is_key
from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, compare, not_, number

phrase = Phrases()

phrase.words(
    "_unlike_kinds",
    "several different | different | more than one different | various | differing | two different | more than one kind of",
)
phrase.words("_some_of_them", "several | more than one | multiple | _unlike_kinds")
phrase.words("_mixes_kinds", "mix | mixes | mixed | mix up | combine | combines")
phrase.words("_shown_by", "have | has | carry | show | use | share")
phrase.words("_fall_into", "come in | are in | are of | belong to | are from | mix | fall into")
phrase.words("_made_with", "of | in | from")


def _varied(of: Cell, rows: RowSet | None = None) -> Predicate:
    """Among the rows of an owner, more than one value."""
    found = rows or RowSet()
    counted = Aggregate(
        measure=Measure.DISTINCT, table=found.table, of=of, where=found.where, keys=OWN_KEY
    )
    return compare(counted, ">", number(1))


# Owners that have them ----------------------------------------------------------------------------


@phrase("rel", "(that|which|who) _mixes_kinds [_some_of_them] <cell> [values]", cost=0.05)
@phrase("rowvp", "_mixes_kinds [_some_of_them] <cell> [values]", cost=0.05)
def mixing(of: Cell) -> Predicate:
    """Albums that mix several media types."""
    return _varied(of)


@phrase(
    "rel",
    "whose <rows> _shown_by _unlike_kinds <cell> [values]",
    "whose <rows> _shown_by _some_of_them <cell> values",
    "whose <rows> _fall_into _some_of_them <cell> [values]",
    "whose <rows> (do|are) not all (_shown_by|_fall_into|in|of|from|on) the same <cell>",
    "(with|having|that have|that has) <rows> _made_with _some_of_them <cell> [values]",
    "(with|having|that have|that has) <rows> (with|having|on) _unlike_kinds <cell> [values]",
    cost=0.05,
)
@phrase("rowvp", "(have|has) <rows> _made_with _some_of_them <cell> [values]", cost=0.05)
@phrase("rowvp", "(have|has) <rows> (with|having|on) _unlike_kinds <cell> [values]", cost=0.05)
def with_unlike_rows(rows: RowSet, of: Cell) -> Predicate | None:
    """Albums whose tracks have different media types."""
    return _varied(of, rows) if rows.table and not rows.each else None


@phrase("rel", "whose <rows> _shown_by _some_of_them <cell>", cost=0.05)
@phrase("rowvp", "(have|has) <rows> (with|having|on) _some_of_them <cell>", cost=0.05)
def with_several(rows: RowSet, of: Cell) -> Predicate | None:
    """Whose tracks have more than one genre id: "more than one point" may be how many points."""
    return with_unlike_rows(rows, of) if is_key(of.column) else None


phrase.words(
    "_one_kind_alone",
    "only one | just one | a single | one and the same | no more than one | at most one",
)


@phrase(
    "stmt", "<rows> _must have [only] <rows> (of|in|from|with) _one_kind_alone <cell>", cost=0.05
)
def with_rows_alike(owners: RowSet, rows: RowSet, of: Cell) -> Statement | None:
    """Each album must have tracks of only one media type; without tracks, it has none of two."""
    told = with_unlike_rows(rows, of)
    return None if told is None else rule(not_(told), owners.table, owners.where)


# One value for all, told with what is flagged -----------------------------------------------------


class OneForAll(NamedTuple):
    """The rows of an owner, and the column in which they agree."""

    rows: RowSet
    owner: RowSet
    of: Cell


phrase.words(
    "_the_same_kind",
    "the same | one and the same | one | only one | a single | just one | exactly one",
)
phrase.words(
    "_that_do_not",
    "(that|which|who) _mixes_kinds (several|them|two|different ones|more than one|these) | (that|which|who) do not | where this is not so | "
    "where that is not so | for which this is not so | (that|which|who) (have|has) (several|more than one|different ones) | "
    "with (several|more than one|different ones) | where they differ | where (it|this) differs | "
    "where (it|this|that) is not the case | where (this|that|it) does not hold",
)
phrase.words("_then_flag", "; | . | : | , | and | ; please | . please")


@phrase(
    "one_for_all",
    "[all] <rows> (of|in|on|from) (a|an|each|every|any|one|the same) <noun> _must [all] (_shown_by|_fall_into|be in|be of|be from) _the_same_kind <cell>",
)
@phrase(
    "one_for_all",
    "[all] <rows> (of|in|on|from) (a|an|each|every|any|one|the same) <noun> [all] (_shown_by|_fall_into|be in|be of|be from) _the_same_kind <cell>",
)
def one_for_all(rows: RowSet, owner: RowSet, of: Cell) -> OneForAll | None:
    """All tracks of an album must have the same media type."""
    is_plain = owner.where is None and bool(rows.table) and bool(owner.table)
    return OneForAll(rows, owner, of) if is_plain and rows.table != owner.table else None


@phrase(
    "stmt", "<one_for_all> _then_flag _flag [any|all|every|each] <noun> _that_do_not", cost=0.05
)
def owners_flagged(told: OneForAll, flagged: RowSet) -> Statement | None:
    """All tracks of an album must have the same media type; flag albums that mix several."""
    is_owner = flagged.table == told.owner.table and flagged.where is None
    rows = told.rows.model_copy(update={"each": False})
    return rule(not_(_varied(told.of, rows)), flagged.table) if is_owner else None
