"""Phrases for values: columns, numbers, formulas, measures of related rows."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import is_key
from backend.planner.offline.words import is_share
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Elapsed,
    Function,
    Value,
)
from backend.rules.phrasing import IT, Phrases, Subjects, number

phrase = Phrases()


phrase.words("_each", "each | every | all | any | each of | all of | all the | every single")


# Columns --------------------------------------------------------------------------------------


@phrase("cell", "<column>")
@phrase(
    "cell", "(value|values|entries|content|contents) (of|in|for) [column|field] <column>", cost=0.01
)
@phrase(
    "cell",
    "(column|field) <column>",
    "<column> (column|field|value|values|entries|cells|entry)",
    cost=0.01,
)
@phrase(
    "cell",
    "<column> (type|types|kind|kinds|code|codes|name|names|label|labels|score|scores|level|levels|figure|figures)",
    cost=0.5,
)
def cell(column: Cell) -> Value:
    """A column, however it is called."""
    return column


@phrase("cell", "<column> of [the|its|their|each|every] <table>", "<table> 's <column>")
@phrase("cell", "<column> (on|in) [the|its|their] <table>", cost=0.1)
def cell_of_table(*parts: Any) -> Value | None:
    """A column whose table is named."""
    column = next(part for part in parts if isinstance(part, Cell))
    table = next(part for part in parts if isinstance(part, str))
    return column.model_copy(update={"table": table}) if column.table in ("", table) else None


@phrase("cell", "number of <column>", cost=0.25)
def number_of(column: Cell) -> Value | None:
    """The number of operators: a column that counts, which a key does not."""
    return None if is_key(column.column) else column


@phrase("cell", "<table> . <column>")
def dotted(table: str, column: Cell) -> Value | None:
    """``orders.user_id``."""
    return column.model_copy(update={"table": table})


# Formulas -------------------------------------------------------------------------------------


phrase.words(
    "_much",
    "as much | as high | as large | as big | as long | as heavy | as many | as old | as great",
)


@phrase(
    "expr",
    "it",
    "(each|every|every single) one",
    "(each|all|every one) of them",
    "they all",
    cost=0.05,
)
def it() -> Value:
    """What was spoken of before."""
    return IT


@phrase("expr", "<cell>")
@phrase("expr", "<function>")
@phrase("expr", "<related>")
@phrase("factor", "<cell>", "<amount>", "<function>")
@phrase("term", "<factor>")
@phrase("sum", "<term>")
def same(value: Value) -> Value:
    """One value is a formula by itself."""
    return value


@phrase("term", "<term> * <factor>", "<term> × <factor>", "<term> times <factor>")
@phrase("term", "<term> multiplied (by|with) <factor>", "<term> x <factor>")
@phrase("term", "product of <factor> and <factor>")
def product(left: Value, right: Value) -> Value:
    """A product."""
    return Arithmetic(sign="*", left=left, right=right)


@phrase("term", "<percent> of <factor>", cost=0.4)
def share_of(share: float, right: Value) -> Value:
    """A percentage of a value."""
    return Arithmetic(sign="*", left=number(share), right=right)


@phrase("term", "twice <factor>", "double <factor>")
def twice(value: Value) -> Value:
    """Two times a value."""
    return Arithmetic(sign="*", left=number(2), right=value)


@phrase("term", "<term> / <factor>", "<term> ÷ <factor>", "<term> divided by <factor>")
def quotient(left: Value, right: Value) -> Value:
    """A quotient."""
    return Arithmetic(sign="/", left=left, right=right)


@phrase("term", "half [of] <factor>")
def half_of(value: Value) -> Value:
    """Half of a value."""
    return Arithmetic(sign="/", left=value, right=number(2))


@phrase("term", "(twice|double) _much as <factor>")
def twice_as_much(value: Value) -> Value:
    """Twice as high as a value."""
    return twice(value)


@phrase("term", "<number> times [_much as] <cell>")
def times_as_much(factor: Value, value: Value) -> Value:
    """Three times as high as a value."""
    return Arithmetic(sign="*", left=factor, right=value)


@phrase("sum", "<sum> + <term>", "<sum> plus <term>")
def plus(left: Value, right: Value) -> Value | None:
    """A sum."""
    return _computed(left, "+", right)


def _computed(left: Value, sign: str, right: Value) -> Value | None:
    """Two numbers are not calculated with: 10 - 20 is rather a range."""
    if isinstance(left, Constant) and isinstance(right, Constant):
        return None
    return Arithmetic.model_validate({"sign": sign, "left": left, "right": right})


@phrase("sum", "<sum> (plus|+) <percent>")
def plus_share(left: Value, share: float) -> Value:
    """A value and so many percent of it."""
    return Arithmetic(sign="*", left=left, right=number(round(1 + share, 12)))


@phrase("sum", "<sum> (minus|-|less) <percent>")
def minus_share(left: Value, share: float) -> Value:
    """A value without so many percent of it."""
    return Arithmetic(sign="*", left=left, right=number(round(1 - share, 12)))


@phrase("sum", "(sum|total) of <and_cells>")
@phrase("added", "<and_cells>")
def added(cells: Subjects) -> Value:
    """The sum of several columns of one row."""
    total = cells.items[0]
    for item in cells.items[1:]:
        total = Arithmetic(sign="+", left=total, right=item)
    return total


@phrase("sum", "<sum> - <term>", "<sum> – <term>")
def minus(left: Value, right: Value) -> Value | None:
    """A difference."""
    return _computed(left, "-", right)


@phrase("sum", "<sum> minus <term>", "<sum> less <term>")
def less(left: Value, right: Value) -> Value | None:
    """A difference in words; a share is taken off as that part of a computed amount."""
    is_part = isinstance(right, Cell) and is_share(right.column)
    is_of_parts = isinstance(left, Constant) or (isinstance(left, Cell) and is_share(left.column))
    return None if is_part and not is_of_parts else minus(left, right)


@phrase("factor", r"\( <sum> \)", cost=0.01)
def bracketed(inner: Value) -> Value:
    """A formula in brackets; the tokens are the sentence's own."""
    return inner


@phrase("formula", "<sum>")
def formula(value: Value) -> Value | None:
    """A formula worth the name: it computes."""
    return value if isinstance(value, Arithmetic | Apply | Elapsed) else None


@phrase("sum", "(average|mean) of <and_cells>", cost=0.1)
def mean_of(cells: Subjects) -> Value:
    """The mean of several columns of one row."""
    return Arithmetic(sign="/", left=added(cells), right=number(len(cells.items)))


@phrase("sum", "(gap|distance|deviation) between <cell> and <cell>")
@phrase("sum", "[absolute] difference (between|of) <cell> and <cell>")
def difference(left: Value, right: Value) -> Value:
    """The size of a difference."""
    return Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=left, right=right))


@phrase("sum", "ratio of <cell> to <cell>", "ratio [of] <cell> / <cell>")
@phrase("sum", "quotient of <cell> (and|by) <cell>")
def ratio(left: Value, right: Value) -> Value:
    """A quotient of two columns."""
    return Arithmetic(sign="/", left=left, right=right)
