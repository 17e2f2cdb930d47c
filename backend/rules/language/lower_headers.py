"""Headers of tables, as the database tells them, and how two of them differ.

Each is a relation of `NAME` and `PLACE`; names are compared as written.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlglot import exp

from backend.rules.language.lower_place import Page
from backend.rules.language.sql import (
    Sql,
    all_of,
    binary,
    call,
    column,
    exists_in,
    listed_in,
    named,
    negated,
    number,
    over,
    table,
    text,
)
from backend.rules.lowering import ROW

NAME, PLACE, PROBLEM = "column", "place", "problem"


def header(of: str) -> exp.Select:
    """The columns of a table, in their order."""
    catalog = exp.Table(
        this=exp.to_identifier("columns", quoted=True),
        db=exp.to_identifier("information_schema", quoted=True),
    )
    columns = named(column("column_name"), NAME), named(column("ordinal_position"), PLACE)
    is_ours = binary(column("table_name"), "==", text(of))
    is_cell = binary(column("column_name"), "!=", text(ROW))
    return exp.select(*columns).from_(catalog).where(is_ours, is_cell)


def listed_header(names: Iterable[str]) -> exp.Select:
    """These columns, in this order."""
    rows = ((text(name), number(at)) for at, name in enumerate(names))
    return exp.select(column(NAME), column(PLACE)).from_(listed_in("listed", (NAME, PLACE), rows))


def problem(label: str, of: str, against: str, *, is_there: bool) -> exp.Select:
    """The names of one header that the other has, or has not."""
    shown = named(text(label), PROBLEM), column(NAME, of)
    known = _is_in(against, of)
    return exp.select(*shown).from_(table(of)).where(known if is_there else negated(known))


def _is_in(other: str, of: str) -> Sql:
    return exists_in(other, binary(column(NAME, other), "==", column(NAME, of)))


def displaced(label: str, of: str, against: str, page: Page) -> exp.Select:
    """Of the names that both have, those that ``of`` has at another place among them."""
    ranked = []
    for mine, theirs in ((of, against), (against, of)):
        place = over(call("ROW_NUMBER"), (), [column(PLACE, mine)])
        query = exp.select(column(NAME, mine), named(place, PLACE)).from_(table(mine))
        ranked.append(page.add(f"{mine}_in_order", query.where(_is_in(theirs, mine))))
    first, second = ranked
    same = all_of(binary(column(name, second), "==", column(name, first)) for name in (NAME, PLACE))
    shown = named(text(label), PROBLEM), column(NAME, first)
    return exp.select(*shown).from_(table(first)).where(exp.not_(exists_in(second, same)))


def together(problems: list[exp.Select], page: Page) -> exp.Select:
    """All problems below each other."""
    first, *others = problems
    if not others:
        return first
    union: exp.Query = first
    for each in others:
        union = union.union(each, distinct=False)
    return exp.select(column(PROBLEM), column(NAME)).from_(table(page.add("problems", union)))
