"""The types of cells and of columns in SQL, as `cell_types` tells them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlglot import exp

from backend.rules.language.cell_types import DATE, NUMBER, TRUTH
from backend.rules.language.lower_cells import BLANK
from backend.rules.language.lower_headers import NAME
from backend.rules.language.lower_place import Page
from backend.rules.language.sql import (
    Sql,
    binary,
    call,
    cast,
    column,
    is_filled,
    matches,
    named,
    negated,
    number,
    quoted,
    table,
    text,
    when,
)
from backend.rules.lowering import ROW

FORMS = {"number": NUMBER, "date": DATE, "truth value": TRUTH}
TYPE = "type"
_CELL = "cell"


def type_in_sql(cell: Sql, types: Iterable[str]) -> Sql:
    """Which of these types a text is of: texts are all others; NULL of blanks and of no type."""
    tests = [
        exp.If(this=matches(cell, f"{BLANK}*({FORMS[kind]}){BLANK}*", "i"), true=text(kind))
        for kind in types
        if kind in FORMS
    ]
    if "text" in types:
        tests.append(exp.If(this=negated(matches(cell, f"{BLANK}*")), true=text("text")))
    return exp.Case(ifs=tests)


def column_types(of: str, page: Page) -> str:
    """A relation of `NAME` and `TYPE`: the columns of a table that have a value."""
    every = exp.Columns(this=exp.Star(except_=[column(ROW)]))
    texts = page.add(f"texts_of_{of}", exp.select(cast(every, "TEXT")).from_(table(of)))
    type_of_cell = named(type_in_sql(column(_CELL), (*FORMS, "text")), TYPE)
    told = exp.select(column(NAME), type_of_cell).from_(_a_row_each(texts))
    cells = page.add(f"cell_types_of_{of}", told)
    kinds = call("COUNT", exp.Distinct(expressions=[column(TYPE)]))
    shared = when(binary(kinds, "==", number(1)), call("MAX", column(TYPE)), text("text"))
    query = exp.select(column(NAME), named(shared, TYPE)).from_(table(cells))
    query = query.where(is_filled(column(TYPE))).group_by(column(NAME))
    return page.add(f"types_of_{of}", query)


def _a_row_each(texts: str) -> exp.Table:
    """One row for each filled cell, with the name of its column."""
    every = exp.In(this=quoted(NAME), expressions=[exp.Columns(this=exp.Star())])
    pivot = exp.Pivot(expressions=[quoted(_CELL)], fields=[every], unpivot=True)
    return exp.Table(this=quoted(texts), pivots=[pivot])
