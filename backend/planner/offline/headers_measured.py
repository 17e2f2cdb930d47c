"""A column that is measured by its header, and must not be taken for what the rows are called."""

from __future__ import annotations

from itertools import pairwise

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import tokenize
from backend.planner.offline.words import stem

_MEASURES = frozenset({
    "average", "mean", "median", "total", "summed", "highest", "lowest", "largest", "smallest",
    "maximum", "minimum", "typical",
})  # fmt: skip


def refuse_headers_as_rows(table: str, taken: str, context: Context) -> None:
    """Pass a measure of rows that is taken of a column, where no other is named in their place.

    Raises:
        Misfit: "the average weight" was read of the amounts of owls, whose weight is a text.
    """
    columns = context.tables[table].columns if table in context.tables else ()
    rows = {table.lower(), stem(table.lower()), taken.lower()}
    headers = {column.name.lower() for column in columns[1:]} - rows
    tokens = tokenize(context.check.calculation_hint)
    for one, two in pairwise(tokens):
        if one.low in _MEASURES and two.low in headers:
            raise Misfit(f"{two.text} holds no numbers that could be measured")
