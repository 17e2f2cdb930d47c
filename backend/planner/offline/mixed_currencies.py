"""Amounts of several currencies in one column, which a bound in one of them does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.contracts.schema import Column
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.units import UNITS, unit_of_header
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Aggregate, Cell, Compare, Constant, Lookup, OneOf, Value
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_CODES = {"euro": "EUR", "dollar": "USD", "sterling": "GBP", "franc": "CHF", "yen": "JPY"}
_CURRENCIES = frozenset({"currency", "ccy"})


def refuse_mixed_currencies(rule: Rule, context: Context) -> None:
    """Pass a bound in a currency where another column does not tell others, row by row.

    Raises:
        Misfit: "gross must be at most 5000 EUR", of rows whose currency is EUR or USD.
    """
    for part in walk(rule):
        if not isinstance(part, Compare) or not isinstance(part.right, Constant):
            continue
        unit = UNITS.get(part.right.unit)
        code = _CODES.get(unit.kind) if unit is not None else None
        for table in _tables_of(part.left) if code else ():
            for column in _currencies(table, context):
                if {*column.values} != {code} and not _is_chosen(rule, column.name, code):
                    held = ", ".join(column.values[:3])
                    raise Misfit(
                        f"{column.name} tells of each row whether it is in {held}; write 'For rows "
                        f"where {column.name} is {code}, …', and the number alone"
                    )


def _tables_of(value: Value) -> Iterator[str]:
    """The tables of the columns that a bound is on; one that is named for a unit has that."""
    for part in walk(value):
        if isinstance(part, Cell | Lookup) and unit_of_header(part.column) is None:
            yield part.table


def _currencies(table: str, context: Context) -> Iterator[Column]:
    snapshot = context.tables.get(table)
    for column in snapshot.columns if snapshot is not None else ():
        is_code = all(re.fullmatch("[A-Z]{3}", each) for each in column.values)
        if column.values and is_code and _CURRENCIES & {*stems_of(column.name)}:
            yield column


def _is_chosen(rule: Rule, column: str, code: str | None) -> bool:
    """Whether the rule is about the rows of this currency alone."""
    for part in walk(rule):
        match part:
            case Compare(left=Cell() | Lookup() as cell, sign="==", right=Constant(value=value)):
                if cell.column == column and str(value).upper() == code:
                    return True
            case OneOf(of=Cell() | Lookup() as cell, options=(only,)):
                if cell.column == column and str(only.value).upper() == code:
                    return True
            case Aggregate(by=by) if column in by:
                return False
            case _:
                pass
    return False
