"""Phrases for the key of a row that is so: the staff_id of a buyer, one of the ids of people in Rome."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.tables.related_keys import (
    KeyOfOne,
    must_be_key,
    must_not_be_key,
)
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, any_of

phrase = Phrases()

phrase.words(
    "_any_of_them",
    "one of | any of | among | some of | one among | an element of | found among | listed among",
)


@phrase("some_of_kind", "[a|an|any|some|one] <one_noun>")
def some_of_kind(found: RowSet) -> RowSet:
    """A buyer, and not each."""
    return found.model_copy(update={"each": False})


@phrase("some_of_kind", "<some_of_kind> <rel>")
def such_of_kind(found: RowSet, told: Predicate) -> RowSet:
    """A buyer in Rome."""
    return found.that(told)


@phrase("some_of_kind", "<some_of_kind> or <some_of_kind>")
def either_kind(one: RowSet, other: RowSet) -> RowSet | None:
    """A buyer or a taster."""
    if one.where is None or other.where is None or one.table != other.table:
        return None
    return RowSet(table=one.table).that(any_of(one.where, other.where))


@phrase("key_of_some", "[any|some|one] <column> of <some_of_kind>", "<some_of_kind> 's <column>")
@phrase("key_of_some", "_any_of_them <column> [values] of <some_of_kind>")
@phrase("key_of_some", "[any|some|one] <column> of [any|some|one] <rows>", cost=0.1)
@phrase("key_of_some", "_any_of_them <column> [values] of [any|some] <rows>", cost=0.1)
@phrase("key_of_some", "<rows> 's <column>", cost=0.1)
def key_of_some(*parts: Any) -> KeyOfOne | None:
    """The staff_id of a buyer: whichever of them."""
    key = next(part for part in parts if isinstance(part, Cell))
    rows = next(part for part in parts if isinstance(part, RowSet))
    is_its_own = not rows.table or key.table in ("", rows.table)
    return (key, rows) if is_its_own and rows.where is not None and not rows.each else None


phrase("key_of_one", "<key_of_some>")(lambda found: found)

phrase.words("_equal_it", "match | equal | be equal to | be the same as | be identical to")


@phrase("stmt", "[_each] <cell> _must _equal_it [always] <key_of_some>", cost=0.02)
def must_equal_key(of: Value, found: KeyOfOne) -> Statement | None:
    """Every manager_id must match the staff_id of a buyer."""
    return must_be_key(of, found)


@phrase("stmt", "[_each|a|an] <cell> (may|can|must|should) only be <key_of_some>", cost=0.02)
@phrase("stmt", "[_each|a|an] <cell> (may|can) be only <key_of_some>", cost=0.02)
def may_only_be_key(of: Value, found: KeyOfOne) -> Statement | None:
    """A manager_id can only be the staff_id of a buyer."""
    return must_be_key(of, found)


@phrase("stmt", "[_each] <cell> _must_not _equal_it <key_of_some>", cost=0.02)
@phrase("stmt", "no <cell> _may _equal_it <key_of_some>", cost=0.02)
def must_not_equal_key(of: Value, found: KeyOfOne) -> Statement | None:
    """No manager_id may equal the staff_id of a buyer."""
    return must_not_be_key(of, found)
