"""Phrases for how many rows each row of another table has: two lines are needed for every order.

The rows are counted for each owner that is meant, never over the whole table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backend.planner.offline.phrases.measures.measures import related_count
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Compare, Exists, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

phrase.words(
    "_be_there_for",
    "exist | be there | be present | be recorded | be available | be found | be listed | be on file | be given | "
    "be on record | be entered | be registered | have been recorded | be made | have been made | be stored",
)
phrase.words(
    "_called_for",
    "required | needed | necessary | mandatory | expected | obligatory | compulsory | demanded | called for | a must",
)
phrase.words("_for_owners", "for | per | on | by | of | with | in | from")


# The table is named beside its rows ---------------------------------------------------------------


@phrase("rows", "<rows> (in|from|of|within) <table>", cost=0.02)
def in_their_table(rows: RowSet, table: str) -> RowSet | None:
    """Paid orders in orders: the table of the rows, said once more."""
    return rows if rows.table == table and rows.where is not None else None


# So many of them for each owner -------------------------------------------------------------------


def _tables_counted(told: Predicate) -> Iterator[str]:
    for part in walk(told):
        if isinstance(part, Aggregate | Exists) and part.table:
            yield part.table


def _of_owners(owner: RowSet, told: Predicate) -> Statement | None:
    """The count as a rule about the owners: each of them, or those that fulfil something."""
    if not owner.table or not (owner.each or owner.where is not None):
        return None
    return None if owner.table in _tables_counted(told) else rule(told, owner.table, owner.where)


def _is_none(told: Predicate) -> bool:
    """Whether it says that there is none: that may be told of either table's rows."""
    return told.type == "not"


@phrase("stmt", "there _must be <so_many_rows> _for_owners <rows>", cost=0.05)
@phrase("stmt", "<so_many_rows> _must _be_there_for _for_owners <rows>", cost=0.05)
@phrase("stmt", "<so_many_rows> (may|can) _be_there_for _for_owners <rows>", cost=0.05)
@phrase("stmt", "<so_many_rows> (is|are) _called_for _for_owners <rows>", cost=0.05)
def so_many_for(told: Predicate, owner: RowSet) -> Statement | None:
    """At least two lines are required for every open order."""
    return None if _is_none(told) else _of_owners(owner, told)


@phrase("stmt", "<so_many_rows> _for_owners <rows> _be _wrong", cost=0.05)
def so_many_wrong(told: Predicate, owner: RowSet) -> Statement | None:
    """More than two lines for a closed order are an error."""
    return None if _is_none(told) else _of_owners(owner, not_(told))


@phrase("stmt", "<rows> : <so_many_rows>", cost=0.1)
@phrase("stmt", "(for|with|per) <rows> [,] there _must be <so_many_rows>", cost=0.05)
@phrase("stmt", "(for|with|per) <rows> [,] <so_many_rows> _must _be_there_for", cost=0.05)
@phrase("stmt", "(for|with|per) <rows> [,] <so_many_rows> (is|are) _called_for", cost=0.05)
def for_each_so_many(owner: RowSet, told: Predicate) -> Statement | None:
    """For open orders there must be at least two lines."""
    return so_many_for(told, owner)


@phrase("stmt", "there _must be <so_many_rows> per <noun>", cost=0.05)
@phrase("stmt", "<so_many_rows> _must _be_there_for per <noun>", cost=0.05)
@phrase("stmt", "<so_many_rows> (is|are) _called_for per <noun>", cost=0.05)
def so_many_per(told: Predicate, owner: RowSet) -> Statement | None:
    """There must be at least two lines per order."""
    return so_many_for(told, owner.model_copy(update={"each": True}))


@phrase(
    "stmt", "<so_many_rows> (for|per|in|on|with|by) (each|every|every single|any) <noun>", cost=0.1
)
@phrase(
    "stmt", "(for|in|with|per) (each|every|every single|any) <noun> [,|:] <so_many_rows>", cost=0.1
)
def so_many_each(*parts: Any) -> Statement | None:
    """At least two lines for every order."""
    owner = next(part for part in parts if isinstance(part, RowSet))
    told = next(part for part in parts if not isinstance(part, RowSet))
    return so_many_per(told, owner)


@phrase("rel", "(without|lacking) <so_many_rows>", cost=0.05)
def without_so_many(told: Predicate) -> Predicate | None:
    """Orders without at least two lines."""
    is_least = isinstance(told, Exists) or (isinstance(told, Compare) and told.sign == ">=")
    return not_(told) if is_least else None


# Their number -------------------------------------------------------------------------------------


@phrase("parent_measure", "<noun> 's (number|count) of <rows>", cost=0.1)
def number_of_owner(owner: RowSet, rows: RowSet) -> tuple[RowSet, Value] | None:
    """The order's number of lines."""
    value = related_count(rows)
    is_clear = owner.table and owner.table != rows.table and not rows.each and not owner.each
    return (owner, value) if is_clear and value is not None else None


@phrase("stmt", "(number|count) of <rows> <duty> (for|in|on|of|with) <rows>", cost=0.05)
def number_for(rows: RowSet, duty: Predicate, owner: RowSet) -> Statement | None:
    """The number of lines must be 0 for every cancelled order."""
    value = related_count(rows)
    return None if value is None or rows.each else _of_owners(owner, about(duty, value))


@phrase("clause", "there (is|are) <so_many_rows>", cost=0.2)
def there_are_so_many(told: Predicate) -> Predicate:
    """Cancelled orders where there is at least one line."""
    return told


# Not a single one ---------------------------------------------------------------------------------

phrase.words("_a_single", "a single | even one | even a single | one single | any single")


@phrase("stmt", "<rows> _must_not have _a_single <rows>", "no <rows> _may have _a_single <rows>")
def not_a_single(owner: RowSet, rows: RowSet) -> Statement | None:
    """A cancelled order must not have a single line."""
    return rule(not_(exists(rows)), owner.table, owner.where) if rows.table else None


# Some owners, and how many each of them may have -------------------------------------------------


@phrase(
    "stmt", "<rows> (may|can) [only|each] (have|look after|own|hold) <feature> [each]", cost=0.15
)
@phrase("stmt", "<rows> (look after|have|own|hold) <feature> each", cost=0.15)
def some_may_have(owner: RowSet, told: Predicate) -> Statement | None:
    """Field agents may have at most nine clients."""
    count = told.left if isinstance(told, Compare) and told.sign in ("<", "<=") else None
    is_count = isinstance(count, Aggregate) and bool(count.keys)
    value = owner.where.left if isinstance(owner.where, Compare) else None
    if not owner.table and isinstance(value, Cell):
        owner = owner.model_copy(update={"table": value.table})
    return _of_owners(owner, told) if is_count and owner.where is not None else None
