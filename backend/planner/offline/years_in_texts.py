"""The year that a column of text tells with whatever else: 8 September 1960 (USA), July 1953.

Where every value of such a column holds one number of four digits that may be a year, and no other,
a comparison with it becomes one of its text, so that a cell of another form breaks a rule.
"""

from __future__ import annotations

import re

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context
from backend.planner.offline.digits_in_groups import spans
from backend.rules.language.terms import (
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    How,
    Made,
    Matches,
    Predicate,
    Term,
    Value,
)
from backend.rules.language.walk import T, rewrite
from backend.rules.phrasing import all_of, compare, not_, number

_SHORT = "([^0-9]|[0-9]{1,3}[^0-9])*"
"""Signs, and numbers of three digits at the most, with a sign behind each."""
ONE_YEAR = "one year"
"""What is said of a text that tells a single year, which a column of years is held against."""
_FIRST, _LAST = 1800, 2199
_OPPOSITE = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def with_years_in_texts(rule: T, context: Context) -> T:
    """The rule with each comparison of a text's year as one of the text that holds it."""

    def change(part: Term) -> Term | None:
        if not isinstance(part, Compare):
            return None
        for year, sign, other in (
            (part.left, part.sign, part.right),
            (part.right, _OPPOSITE[part.sign], part.left),
        ):
            of = _text_with_year(year, context)
            if of is not None:
                return _compared(of, sign, other, context)
        return None

    return rewrite(rule, change)


def _text_with_year(value: Value, context: Context) -> Cell | None:
    """The column of text whose year is asked for, where each of its values tells one."""
    if not isinstance(value, Apply) or value.function != Function.YEAR:
        return None
    of = value.of
    column = context.column(of.table, of.column) if isinstance(of, Cell) else None
    return of if isinstance(of, Cell) and column is not None and _tells_years(column) else None


def _tells_years(column: Column) -> bool:
    values = [value for value in column.values if value.strip()]
    is_text = column.reads_as == ColumnType.TEXT and column.date_format is None
    return is_text and bool(values) and all(map(_tells_one_year, values))


def _tells_one_year(value: str) -> bool:
    long = [group for group in re.findall("[0-9]+", value) if len(group) > 3]
    return len(long) == 1 and len(long[0]) == 4 and _FIRST <= int(long[0]) <= _LAST


def _compared(of: Cell, sign: str, other: Value, context: Context) -> Predicate | None:
    if isinstance(other, Constant) and isinstance(other.value, int) and not other.unit:
        return _bounded(of, sign, other.value)
    column = context.column(other.table, other.column) if isinstance(other, Cell) else None
    if sign not in ("==", "!=") or column is None or column.type != ColumnType.INTEGER:
        return None
    same = all_of(
        Made(of=of, how="contains", parts=(other,)),
        _with_year(of, "[0-9]{4}", ONE_YEAR),
        compare(other, ">=", number(1000)),
    )
    return same if sign == "==" else not_(same)


def _bounded(of: Cell, sign: str, year: int) -> Predicate | None:
    """The text tells one of the years on that side."""
    low = {">": year + 1, ">=": year, "==": year, "!=": year}.get(sign, 1000)
    high = {"<": year - 1, "<=": year, "==": year, "!=": year}.get(sign, 9999)
    if not 1000 <= low <= high <= 9999:
        return None
    years = f"({'|'.join(spans(str(low), str(high)))})"
    told = _with_year(of, years, f"a year from {low} to {high}")
    return not_(told) if sign == "!=" else told


def _with_year(of: Cell, years: str, says: str) -> Matches:
    """One number of four digits, and none of more."""
    text = f"(?s:{_SHORT}{years}([^0-9]{_SHORT}([0-9]{{1,3}})?)?)"
    return Matches(of=of, how=How.PATTERN, text=text, says=says)
