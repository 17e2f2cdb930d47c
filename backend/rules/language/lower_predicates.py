"""Predicates to SQL, under three-valued logic and unreadable cells.

`holds` is true where a predicate is certainly true; `breaks` where it is certainly false, or
where a cell that should be a number or a date is none; `judged` where a cell that it compares is
filled. A NULL is as good as false in each of them.
"""

from __future__ import annotations

from backend.rules.language.lower_atoms import Claim, claim
from backend.rules.language.lower_measures import prepared
from backend.rules.language.lower_place import Page, Place
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    is_not_false,
    is_not_true,
    is_true,
    negated,
    unlike,
)
from backend.rules.language.terms import All, Any, Not, Predicate, Unless
from backend.rules.lowering import NotLowered


def open_page(tables: tuple[str, ...]) -> Page:
    """An empty page over these tables.

    Raises:
        NotLowered: DuckDB cannot tell two of them apart.
    """
    taken = {table.lower() for table in tables}
    if len(taken) < len(set(tables)):
        raise NotLowered("names of tables that differ in case only are one name in SQL")
    return Page(taken)


def over(page: Page, table: str, facts: Facts, columns: tuple[str, ...]) -> Place:
    """All rows of a table, with the columns that the rule reads."""
    return Place(page, table, table, facts, columns, condition=_condition)


def _condition(predicate: Predicate, place: Place) -> Sql:
    """A condition that filters the rows of a SELECT inside a statement."""
    if prepared(place, predicate) is not place:
        raise NotLowered("the filter of another table's rows compares them with other rows")
    return holds(predicate, place)


def counted(place: Place, where: Predicate | None) -> Place:
    """The rows that count."""
    if where is None:
        return place
    place = prepared(place, where)
    return place.filtered(holds(where, place))


def holds(predicate: Predicate, place: Place, *, denied: bool = False) -> Sql:
    """Where the predicate, or its denial, is true."""
    match predicate:
        case Not(part=part):
            return holds(part, place, denied=not denied)
        case Unless(part=part):
            return is_true(holds(part, place)) if denied else is_not_true(holds(part, place))
        case All(parts=parts) | Any(parts=parts):
            join = all_of if isinstance(predicate, All) is not denied else any_of
            return join(holds(part, place, denied=denied) for part in parts)
        case atom:
            return _is_false(claim(atom, place), place) if denied else claim(atom, place).true


def breaks(predicate: Predicate, place: Place, *, denied: bool = False) -> Sql:
    """Where the predicate, or its denial, is false or cannot be told of an unreadable cell."""
    match predicate:
        case Not(part=part):
            return breaks(part, place, denied=not denied)
        case Unless(part=part):
            return is_not_true(holds(part, place)) if denied else is_true(holds(part, place))
        case All(parts=parts) | Any(parts=parts):
            join = any_of if isinstance(predicate, All) is not denied else all_of
            return join(breaks(part, place, denied=denied) for part in parts)
        case atom:
            return _is_broken(claim(atom, place), place, denied)


def _is_false(found: Claim, place: Place) -> Sql:
    guards = _unknown(found.filled, place) if found.is_blind else []
    return all_of([*guards, negated(found.true)])


def _is_broken(found: Claim, place: Place, denied: bool) -> Sql:
    if found.is_doubtful:
        untold = is_not_false(found.true) if denied else is_not_true(found.true)
        return all_of([*_unknown(found.filled, place), untold])
    return found.true if denied else _is_false(found, place)


def _unknown(tests: list[Sql], place: Place) -> list[Sql]:
    return [test for test in tests if test.sql("duckdb") not in place.known]


def judged(predicate: Predicate, place: Place, *, denied: bool = False) -> Sql | None:
    """Where there is something to judge; None where there always is.

    Of parts that must all be true one is enough; of parts of which one is enough, all are asked.
    """
    match predicate:
        case Not(part=part):
            return judged(part, place, denied=not denied)
        case Unless():
            return None
        case All(parts=parts) | Any(parts=parts):
            found = [judged(part, place, denied=denied) for part in parts]
            known = unlike(each for each in found if each is not None)
            if isinstance(predicate, All) is not denied:
                return any_of(known) if len(found) == sum(f is not None for f in found) else None
            return all_of(known) if known else None
        case atom:
            guards = claim(atom, place).filled
            return all_of(guards) if guards else None
