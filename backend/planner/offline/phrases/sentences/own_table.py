"""Phrases for a column that names rows of its own table: one of the codes in the same table."""

from __future__ import annotations

from backend.planner.offline.phrases.keys.keys import refers_within
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Exists, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, not_

phrase = Phrases()

phrase.words("_a_table", "table | file | list | sheet | data | dataset | data set | register")
phrase.words(
    "_of_own_table",
    "(of|in|from|within) (the same|this|this same|this very|the very same|its own|our own|one and the same) _a_table [itself] | "
    "(of|in|from|within) the _a_table itself",
)


@phrase(
    "own_values",
    "[one of|any of|an existing|any existing|existing|any] <cell> [values|value|entries] _of_own_table",
    "[all|one of|any of] <cell> (values|entries|numbers) [_of_own_table]",
    "(values|entries) [of|in] <cell> [column] [_of_own_table]",
)
def own_values(key: Value) -> Cell | None:
    """One of the codes in the same table."""
    return key if isinstance(key, Cell) else None


def _there(of: Value, key: Cell) -> Predicate | None:
    if not isinstance(of, Cell) or of == key or {of.table, key.table} > {"", of.table}:
        return None
    return Exists(table=key.table or of.table, keys=((of.column, key.column),))


@phrase("stmt", "[_each] <cell> _must (_exists_in|be|also be) <own_values>", cost=0.02)
@phrase(
    "stmt", "[_each] <cell> _must (occur|appear|exist|be found|be there) [also] as <own_values>"
)
def among_own(of: Value, key: Cell) -> Statement | None:
    """Each successor has to be one of the codes in the same table."""
    return refers_within(of, key)


@phrase("clause", "<cell> [_be] _exists_in <own_values>", "<cell> _be <own_values>", cost=0.02)
def is_among_own(of: Value, key: Cell) -> Predicate | None:
    """The parent is one of the samples in the same table."""
    return _there(of, key)


@phrase(
    "clause", "<cell> [_be] _missing_from <own_values>", "<cell> _be not <own_values>", cost=0.02
)
@phrase("clause", "<cell> _do not (_exists_in|lead to) <own_values>", cost=0.02)
@phrase("clause", "<cell> _do not (occur|appear|exist|turn up) as <own_values>", cost=0.02)
def is_not_among_own(of: Value, key: Cell) -> Predicate | None:
    """The parent is not among the sample numbers of the table itself."""
    there = _there(of, key)
    return None if there is None else not_(there)


phrase.words(
    "_not_a_row_of",
    "(is|are) _missing_from | (is|are) not | (do|does) not _exists_in | (do|does) not (occur|appear|exist|turn up) as",
)


@phrase("stmt", "<cell> : <own_values>", cost=0.1)
def titled(of: Value, key: Cell) -> Statement | None:
    """Parent: one of the codes in the same table."""
    return refers_within(of, key)


@phrase("stmt", "<cell> _must_not (_exists_in|be|occur as|appear as) <own_values>", cost=0.02)
@phrase("stmt", "no <cell> _may (_exists_in|be|occur as|appear as) <own_values>", cost=0.02)
def none_inside(of: Value, key: Cell) -> Statement | None:
    """No parent may be one of the sample numbers in the same table."""
    there = _there(of, key)
    return None if there is None else rule(not_(there))


@phrase("rel", "(with|having) <cell> _that _not_a_row_of <own_values>", cost=0.02)
def with_none(of: Value, key: Cell) -> Predicate | None:
    """With a parent that is not a sample number of the same table."""
    return is_not_among_own(of, key)


@phrase("stmt", "(is|are) there [any|a|an] <cell> _that _not_a_row_of <own_values> [?]", cost=0.02)
@phrase(
    "stmt", "_flag [any|a|an|all|every|each] <cell> _that _not_a_row_of <own_values>", cost=0.02
)
@phrase("stmt", "no <cell> _may be _missing_from <own_values>", cost=0.02)
def none_outside(of: Value, key: Cell) -> Statement | None:
    """Is there a parent that is not among the sample numbers?"""
    return refers_within(of, key)
