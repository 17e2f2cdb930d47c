"""Measures of another table in a row's condition, told with that table before their column."""

from __future__ import annotations

from backend.rules.language.terms import Aggregate, Cell, Predicate, Term
from backend.rules.language.walk import rewrite


def with_tables_told(must: Predicate, table: str) -> Predicate:
    """What rows of ``table`` must fulfil, with the table before what is measured of another one."""

    def named(part: Term) -> Term | None:
        is_other = isinstance(part, Aggregate) and not part.keys and part.table != table
        if not is_other or not isinstance(part, Aggregate) or not isinstance(part.of, Cell):
            return None
        column = f"{part.table}.{part.of.column}"
        return part.model_copy(update={"of": part.of.model_copy(update={"column": column})})

    return rewrite(must, named)
