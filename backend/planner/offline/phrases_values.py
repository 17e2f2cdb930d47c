"""Phrases for values: columns, numbers, formulas, measures of related rows."""

from __future__ import annotations

from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Elapsed,
    Function,
    Measure,
    Parameter,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Subjects,
    number,
)

phrase = Phrases()


phrase.words("_the", "the | a | an")
phrase.words("_each", "each | every | all | any | each of | all of | all the | every single")
phrase.words("_values", "value | values | field | fields | column | entry | entries | cells")
phrase.words("_unit", "days | day | percent | characters")


# Columns -----------------------------------------------------------------------------------------


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
def cell(column: Cell) -> Value:
    """A column, however it is called."""
    return column


@phrase("cell", "<column> of [the|its|their|each|every] <table>", "<table> 's <column>")
@phrase("cell", "<column> (on|in) [the|its|their] <table>", cost=0.1)
def cell_of_table(*parts: object) -> Value | None:
    """A column whose table is named."""
    column = next(part for part in parts if isinstance(part, Cell))
    table = next(part for part in parts if isinstance(part, str))
    return column.model_copy(update={"table": table}) if column.table in ("", table) else None


@phrase("cell", "number of <column>", cost=0.25)
def number_of(column: Cell) -> Value:
    """The number of operators: a column that counts."""
    return column


@phrase("cell", "<table> . <column>")
def dotted(table: str, column: Cell) -> Value | None:
    """``orders.user_id``."""
    return column.model_copy(update={"table": table})


# Several subjects --------------------------------------------------------------------------------


@phrase("subjects", "[both] <cell> and <cell>", "<cell> , <cell> [,] and <cell>")
@phrase(
    "subjects", "all of <cell> , <cell> [,] and <cell>", "<cell> , <cell> , <cell> [,] and <cell>"
)
def subjects(*cells: Value) -> Subjects:
    """A and B and C."""
    return Subjects(items=cells)


@phrase("subjects", "[either] <cell> or <cell>", "<cell> , <cell> [,] or <cell>")
@phrase(
    "subjects", "at least one of <cell> (and|or) <cell>", "one or more of <cell> (and|or) <cell>"
)
@phrase("subjects", "at least one of <cell> , <cell> [,] (and|or) <cell>")
def any_subject(*cells: Value) -> Subjects:
    """A or B."""
    return Subjects(items=cells, mode="any")


@phrase("one_subject", "(exactly|only|just) one of <cell> (and|or) <cell>")
@phrase("one_subject", "(exactly|only|just) one of <cell> , <cell> [,] (and|or) <cell>")
def one_subject(*cells: Value) -> Subjects:
    """Exactly one of A and B."""
    return Subjects(items=cells, mode="one")


@phrase("subjects", "neither <cell> nor <cell>", "none of <cell> (and|or) <cell>")
def no_subject(*cells: Value) -> Subjects:
    """Neither A nor B."""
    return Subjects(items=cells, mode="none")


@phrase("subjects", "<one_subject>")
def exactly_one(found: Subjects) -> Subjects:
    """Exactly one of several."""
    return found


# Numbers -----------------------------------------------------------------------------------------


@phrase("amount", "<number>")
def amount(value: Constant) -> Value:
    """A number."""
    return value


@phrase("amount", "- <number>", "minus <number>", "negative <number>")
def negative(value: Constant) -> Value:
    """A number below zero."""
    return number(-_float(value))


@phrase("amount", "<number> %", "<number> percent", "<number> per cent")
def percentage(value: Constant) -> Value:
    """A percentage as a share."""
    return number(round(_float(value) / 100, 12))


@phrase("percent", "<number> %", "<number> percent", "<number> per cent")
def percent(value: Constant) -> float:
    """A percentage as a share from 0 to 1."""
    return round(_float(value) / 100, 12)


@phrase("percent", "half")
def half() -> float:
    """Half of something."""
    return 0.5


for _word, _factor in (("thousand", 10**3), ("million", 10**6), ("billion", 10**9)):
    phrase("amount", f"<number> {_word}")(
        lambda value, factor=_factor: number(_whole(_float(value) * factor))
    )


@phrase("amount", "<number> (cent|cents)")
def cents(value: Constant) -> Value:
    """Hundredths of the unit of money."""
    return number(_float(value) / 100)


@phrase(
    "amount",
    "(€|$|£) <number>",
    "<number> (€|$|£|eur|euro|euros|usd|dollar|dollars|gbp|pounds|chf)",
)
def money(value: Constant) -> Value:
    """An amount of money; the unit is not looked at."""
    return value


@phrase("amount", "<parameter>")
def parameter(value: Parameter) -> Value:
    """A number that each run is given."""
    return value


def _float(value: Constant) -> float:
    return float(value.value)


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


# Formulas ----------------------------------------------------------------------------------------


@phrase("expr", "it", cost=0.05)
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


@phrase("term", "<percent> of <factor>")
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


@phrase("sum", "<sum> + <term>", "<sum> plus <term>")
def plus(left: Value, right: Value) -> Value:
    """A sum."""
    return Arithmetic(sign="+", left=left, right=right)


@phrase("sum", "(sum|total) of <cell> and <cell>")
@phrase("sum", "(sum|total) of <cell> , <cell> [,] and <cell>")
@phrase("added", "<cell> and <cell>", "<cell> , <cell> [,] and <cell>")
def added(*cells: Value) -> Value:
    """The sum of several columns of one row."""
    total = cells[0]
    for item in cells[1:]:
        total = Arithmetic(sign="+", left=total, right=item)
    return total


@phrase("sum", "<sum> - <term>", "<sum> minus <term>", "<sum> – <term>", "<sum> less <term>")
def minus(left: Value, right: Value) -> Value:
    """A difference."""
    return Arithmetic(sign="-", left=left, right=right)


@phrase("factor", r"\( <sum> \)", cost=0.01)
def bracketed(inner: Value) -> Value:
    """A formula in brackets; the tokens are the sentence's own."""
    return inner


@phrase("formula", "<sum>")
def formula(value: Value) -> Value | None:
    """A formula worth the name: it computes."""
    return value if isinstance(value, Arithmetic) else None


@phrase("sum", "[absolute] difference (between|of) <cell> and <cell>")
def difference(left: Value, right: Value) -> Value:
    """The size of a difference."""
    return Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=left, right=right))


# Functions ---------------------------------------------------------------------------------------

_FUNCTIONS = {
    Function.LENGTH: ("length of <cell>", "<cell> length", "number of characters (in|of) <cell>"),
    Function.WORDS: ("number of words (in|of) <cell>",),
    Function.YEAR: ("year of <cell>", "<cell> year"),
    Function.MONTH: ("month of <cell>",),
    Function.DAY: ("day of month of <cell>",),
    Function.HOUR: ("hour of <cell>",),
    Function.ABSOLUTE: ("absolute value of <cell>", "absolute <cell>", "size of <cell>"),
}
for _function, _patterns in _FUNCTIONS.items():
    phrase("function", *_patterns)(lambda of, function=_function: Apply(function=function, of=of))


@phrase("function", "(days|time) (between|from) <cell> (and|to) <cell>")
@phrase("function", "number of days (between|from) <cell> (and|to) <cell>")
def days_between(start: Value, end: Value) -> Value:
    """Whole days from one date to another."""
    return Elapsed(unit="days", start=start, end=end)


# Measures over related rows ----------------------------------------------------------------------

MEASURES = {
    Measure.SUM: ("sum", "total", "total sum", "combined"),
    Measure.MEAN: ("mean", "average", "avg", "arithmetic mean"),
    Measure.MEDIAN: ("median",),
    Measure.MINIMUM: ("minimum", "smallest", "lowest", "min", "earliest"),
    Measure.MAXIMUM: ("maximum", "largest", "highest", "max", "latest", "newest"),
    Measure.DEVIATION: ("standard deviation", "sample standard deviation", "std"),
    Measure.VARIANCE: ("variance",),
}
for _measure, _names in MEASURES.items():
    phrase("measure", *_names)(lambda measure=_measure: measure)


@phrase("related", "<measure> of <sum> over (its|their|the|all its) <rows>")
@phrase("related", "<measure> of <sum> (of|in|for|across) (its|their|all its) <rows>")
@phrase("related", "<measure> <sum> (of|over|in) (its|their|all its) <rows>")
def related(measure: Measure, of: Value, rows: RowSet) -> Value | None:
    """A measure over the rows of another table that belong to this row."""
    if not rows.table:
        return None
    return Aggregate(measure=measure, table=rows.table, of=of, where=rows.where, keys=(("", ""),))


@phrase("related", "number of (its|their) <rows>", "count of (its|their) <rows>")
@phrase("related", "number of <rows> (it has|they have|of its|of their)")
def related_count(rows: RowSet) -> Value | None:
    """How many rows of another table belong to this row."""
    if not rows.table:
        return None
    return Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where, keys=(("", ""),))
