"""Whether two rules flag the same rows, whichever way they look at a row's parents.

Payments of customers in France are those whose customer's country is France, and those for which a
customer in France exists: over unique keys both are one row, and what is true of its looked-up cell
is true of the row that exists. That holds for what a flagged row is, and not for what it must be.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from backend.contracts.schema import ColumnType, TableSnapshot
from backend.planner.offline.canonical import likeness
from backend.planner.offline.equivalence import same_rows
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.emit_predicates import simplified
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Reads,
    Term,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import all_of, compare, not_, number
from backend.rules.rule import Rule

_Hops = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


class _Found(NamedTuple):
    """A row at the end of a way of unique keys, and what is true of it."""

    hops: _Hops
    told: tuple[Predicate, ...]
    may_lack: bool = False
    """It would be as true where there is no such row."""


def is_alike(one: Rule, other: Rule, tables: dict[str, TableSnapshot]) -> bool:
    """Whether two readings are one: the same rule, or conditions that are true together."""
    if likeness(one) == likeness(other) or same_rows(one, other):
        return True
    if likeness(as_ranges(one, tables)) == likeness(as_ranges(other, tables)):
        return True
    return flag_alike(one, other, tables) or ties_alike(one, other) or ties_alike(other, one)


def ties_alike(rows: Rule, groups: Rule) -> bool:
    """Whether rows of a key agree in a column of which each key's group has one value at most."""
    if not isinstance(rows, InconsistentValues) or not isinstance(groups, FailingMetrics):
        return False
    must = simplified(groups.must)
    match must:
        case Compare(left=Aggregate() as told, sign="<=" | "==" | "<", right=Constant() as most):
            is_one = most.value == (2 if must.sign == "<" else 1)
            is_count = told.measure == Measure.DISTINCT and told.holds is None
            same = isinstance(told.of, Cell) and rows.values == (told.of.column,)
            plain = told.where is None and not (told.by or told.keys or groups.per)
            of_rows = (rows.table, rows.key, rows.where) == (groups.table, groups.by, groups.where)
            return is_one and is_count and same and plain and of_rows
        case _:
            return False


def as_ranges(rule: Rule, tables: dict[str, TableSnapshot]) -> Rule:
    """1, 2, 3 or 4 of a column of whole numbers as the range from 1 to 4."""

    def change(part: Term) -> Predicate | None:
        if not isinstance(part, OneOf) or not isinstance(part.of, Cell) or len(part.options) < 3:
            return None
        table = tables.get(part.of.table)
        column = None if table is None else table.column(part.of.column)
        numbers = [each.value for each in part.options]
        low = numbers[0]
        if column is None or column.type != ColumnType.INTEGER or not isinstance(low, int):
            return None
        high = low + len(numbers) - 1
        if numbers != list(range(low, high + 1)):
            return None
        ends = (compare(part.of, ">=", number(low)), compare(part.of, "<=", number(high)))
        return all_of(*(each.model_copy(update={"reads": Reads.NUMBER}) for each in ends))

    return rewrite(rule, change)


def is_plainer(one: Rule, other: Rule) -> bool:
    """Whether the first says of what exists what the second says of a looked-up cell besides.

    Rows that disagree tell more than their groups.
    """
    if ties_alike(one, other):
        return True
    if not isinstance(one, BrokenRows) or not isinstance(other, BrokenRows):
        return False
    if other.where is None or one.where is not None or not isinstance(other.must, Not):
        return False
    return any(isinstance(part, Lookup) for part in walk(other.where))


def flag_alike(one: Rule, other: Rule, tables: dict[str, TableSnapshot]) -> bool:
    """Whether both rules flag the rows that are so, looked up or found to exist."""
    if not isinstance(one, BrokenRows) or not isinstance(other, BrokenRows):
        return False
    if one.table != other.table:
        return False
    first, second = (_flagged(rule, tables) for rule in (one, other))
    return first is not None and first == second


def _flagged(rule: BrokenRows, tables: dict[str, TableSnapshot]) -> frozenset[str] | None:
    """What is true of each flagged row, in one spelling; None where no row is looked for."""
    told = not_(rule.must) if rule.where is None else all_of(rule.where, not_(rule.must))
    told = simplified(told)
    found: list[_Found] = []
    rest: list[Predicate] = []
    for part in told.parts if isinstance(told, All) else (told,):
        row = _found(part)
        if row is not None and _are_unique(row.hops, tables):
            found.append(row)
        else:
            rest.append(part)
    implied = {hops for part in rest for hops in _compared(part)}
    known = {row.hops[:end] for row in found if not row.may_lack for end in range(9)}
    if not all(row.hops in known | implied for row in found):
        return None
    return frozenset((*map(repr, rest), *_spelled(found))) - {*map(repr, implied)}


def _compared(part: Predicate) -> Iterable[_Hops]:
    """The ways to the rows whose cells a comparison reads: where it is true, they exist."""
    if not isinstance(part, Compare) or part.null_safe:
        return
    for side in (part.left, part.right):
        if isinstance(side, Lookup):
            hops = _way_to(side)
            yield from (hops[: end + 1] for end in range(len(hops)))


def _spelled(found: Iterable[_Found]) -> Iterable[str]:
    """Each row that exists, and each thing that is true of it; what is on the way exists too."""
    for row in found:
        yield from (repr(row.hops[: end + 1]) for end in range(len(row.hops)))
        yield from (repr((row.hops, told)) for told in row.told)


def _found(part: Predicate) -> _Found | None:
    if isinstance(part, Exists):
        return _existing(part)
    told = part.part if isinstance(part, Not) else part
    match told:
        case Missing(of=Lookup() as cell):
            return _Found(_way_to(cell), (_of_row(part),), may_lack=told is part)
        case Compare(left=Lookup() as cell, right=Constant(), null_safe=False):
            return _Found(_way_to(cell), (_of_row(part),), may_lack=told is not part)
        case OneOf(of=Lookup() as cell):
            return _Found(_way_to(cell), (_of_row(part),), may_lack=told is not part)
        case _:
            return None


def _existing(exists: Exists) -> _Found:
    hop = (exists.table, exists.keys)
    where = None if exists.where is None else simplified(exists.where)
    if isinstance(where, Exists):
        further = _existing(where)
        return further._replace(hops=(hop, *further.hops))
    told = where.parts if isinstance(where, All) else () if where is None else (where,)
    return _Found((hop,), tuple(told))


def _way_to(cell: Lookup) -> _Hops:
    before = () if cell.key_of is None else _way_to(cell.key_of)
    return (*before, (cell.table, cell.keys))


def _of_row(part: Predicate) -> Predicate:
    def change(term: Term) -> Term | None:
        if not isinstance(term, Lookup):
            return None
        return Cell(table=term.table, column=term.column, empty_if=term.empty_if)

    return rewrite(part, change)


def _are_unique(hops: _Hops, tables: dict[str, TableSnapshot]) -> bool:
    """Whether each hop leads to one row at most."""
    for name, keys in hops:
        table = tables.get(name)
        columns = [table.column(theirs) for _, theirs in keys] if table is not None else []
        if not any(column is not None and column.unique for column in columns):
            return False
    return True
