"""Numbers and text that must not be mixed: in a column, or within each of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem
from backend.rules.language.cell_types import type_of
from backend.rules.mixed_types import MixedTypes
from backend.rules.rule import Rule

_BOTH = frozenset({"number", "text"})


def refuse_types_within_cells(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass types that a column alone can mix.

    Raises:
        Misfit: the cells of a column are codes such as A12, of which each has digits and letters;
            or a word that is also the table's name may not mean the column.
    """
    if not isinstance(rule, MixedTypes):
        return
    words = {token.low for token in tokens}
    for name in rule.columns:
        if len(rule.columns) == 1 and stem(name) == stem(rule.table) and name.lower() not in words:
            raise Misfit(f"rows of {rule.table} have no type of their own; name the column {name}")
    if not {*rule.apart} >= _BOTH:
        return
    for name in rule.columns:
        column = context.column(rule.table, name)
        if column is not None and _may_hold_codes(column):
            raise Misfit(
                f"a cell of {name} may hold digits and letters by itself; write '{name} must not "
                "have mixed types' if its cells are to be of one type"
            )


def _may_hold_codes(column: Column) -> bool:
    """Whether cells are texts of which one has digits and letters, as far as it is known."""
    if column.reads_as is not ColumnType.TEXT:
        return False
    texts = [each for each in column.values if type_of(each) == "text"]
    has_both = any(re.search("[0-9]", each) and re.search("[^\\W\\d_]", each) for each in texts)
    return has_both or not column.values
