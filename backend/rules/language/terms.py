"""Values and predicates as frozen data."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.contracts.contract import Contract
from backend.rules.language.words import Function as Function
from backend.rules.language.words import How as How
from backend.rules.language.words import Measure as Measure
from backend.rules.language.words import Reads as Reads


class Cell(Contract):
    """A cell of a row. ``empty_if`` lists texts that mean "missing" in this rule."""

    type: Literal["cell"] = "cell"
    table: str
    column: str
    empty_if: tuple[str, ...] = ()


class Constant(Contract):
    """A number, a text, or a date in ISO 8601.

    ``unquoted`` marks a word of a sentence that is still being read as a text; ``unit`` is the
    unit that the sentence gives a number, until it is held against the column's own. A finished
    rule has neither.
    """

    type: Literal["constant"] = "constant"
    value: bool | int | float | str
    reads: Reads
    unquoted: bool = False
    unit: str = ""


class Parameter(Contract):
    """A number or text that is given anew with each run (``params`` in checks.json)."""

    type: Literal["parameter"] = "parameter"
    name: str
    reads: Reads


class Today(Contract):
    """The day of the run (``as_of``), moved by some days."""

    type: Literal["today"] = "today"
    shift_days: int = 0


class Arithmetic(Contract):
    """Two numbers, added, subtracted, multiplied or divided."""

    type: Literal["arithmetic"] = "arithmetic"
    sign: Literal["+", "-", "*", "/"]
    left: Value
    right: Value


class Apply(Contract):
    """A function of one value."""

    type: Literal["apply"] = "apply"
    function: Function
    of: Value


class Elapsed(Contract):
    """Whole days or years from one date to another; hours and less with their fraction."""

    type: Literal["elapsed"] = "elapsed"
    unit: Literal["seconds", "minutes", "hours", "days", "years"]
    start: Value
    end: Value

    @property
    def seconds(self) -> int:
        """The seconds of a unit that is shorter than a day; 0 of another."""
        return {"seconds": 1, "minutes": 60, "hours": 3600}.get(self.unit, 0)


class Shifted(Contract):
    """A date moved by a number of calendar units; what is shorter than a day moves a moment."""

    type: Literal["shifted"] = "shifted"
    of: Value
    amount: int
    unit: Literal["seconds", "minutes", "hours", "days", "weeks", "months", "years"]

    @property
    def is_of_days(self) -> bool:
        """Whether it moves from day to day."""
        return self.unit not in ("seconds", "minutes", "hours")


class PublicHoliday(Contract):
    """1 where a date is a public holiday of a calendar (``DE``, ``GB-ENG``), 0 where it is none.

    Only the years from ``first`` to ``last`` are known; of a date of another year nobody can tell.
    """

    type: Literal["public-holiday"] = "public-holiday"
    of: Value
    calendar: str
    first: int
    last: int


class Aggregate(Contract):
    """A measure over the rows of ``table`` for which ``where`` is true.

    In a row's condition it is over the rows that count and share the row's ``by`` cells (over
    all of them without ``by``); in a metric it is the metric. With ``keys`` it is over the rows
    of another table whose key equals this row's: pairs of (this row's column, that table's
    column).
    """

    type: Literal["aggregate"] = "aggregate"
    measure: Measure
    table: str
    of: Value | None = None
    holds: Predicate | None = None
    where: Predicate | None = None
    by: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    quantile: float | None = None


class Lookup(Contract):
    """A cell of the one row of another table whose key equals this row's.

    Several such rows are one if this cell is the same in each; if it differs, nothing is told.
    With ``key_of`` the key is not in this row but in the row that ``key_of`` finds: its cell is
    the first column of the one pair in ``keys``, and so on over several tables.
    """

    type: Literal["lookup"] = "lookup"
    table: str
    column: str
    keys: tuple[tuple[str, str], ...]
    empty_if: tuple[str, ...] = ()
    key_of: Lookup | None = None


class Previous(Contract):
    """The value in the row before, within ``by``, ordered by ``order_by`` (else file order).

    Rows that the rule leaves out are no rows here; so are those without a place in the order, and
    those without the cell, where it is compared with the same cell of the row before.
    """

    type: Literal["previous"] = "previous"
    of: Value
    by: tuple[str, ...] = ()
    order_by: str | None = None


class It(Contract):
    """The subject of a phrase that is still being read; never part of a finished rule."""

    type: Literal["it"] = "it"


Value = Annotated[
    Cell
    | Constant
    | Parameter
    | Today
    | Arithmetic
    | Apply
    | Elapsed
    | Shifted
    | PublicHoliday
    | Aggregate
    | Lookup
    | Previous
    | It,
    Field(discriminator="type"),
]


class Compare(Contract):
    """Two values compared.

    ``tolerance`` is how far an equal number, or a bound, may be missed. ``null_safe`` makes two
    empty cells equal, and an empty cell different from a filled one.
    """

    type: Literal["compare"] = "compare"
    left: Value
    sign: Literal["<", "<=", "==", "!=", ">=", ">"]
    right: Value
    reads: Reads = Reads.TEXT
    tolerance: float = 0.0
    null_safe: bool = False
    ignore_case: bool = False


class OneOf(Contract):
    """A value is among the options."""

    type: Literal["one-of"] = "one-of"
    of: Value
    options: tuple[Constant, ...]
    reads: Reads = Reads.TEXT
    ignore_case: bool = False
    trim: bool = False


class Missing(Contract):
    """A cell is empty; with ``blanks``, or holds nothing but blanks."""

    type: Literal["missing"] = "missing"
    of: Value
    blanks: bool = True


class Matches(Contract):
    """A text has a form."""

    type: Literal["matches"] = "matches"
    of: Value
    how: How
    text: str
    ignore_case: bool = False
    says: str = ""
    """The form in words, for a pattern that was described rather than written."""


class Made(Contract):
    """A text is, or holds at a place, what several texts make, one behind the other."""

    type: Literal["made"] = "made"
    of: Value
    how: Literal["is", "starts with", "ends with", "contains"]
    parts: tuple[Value, ...]


class Exists(Contract):
    """Some row of another table (for which ``where`` is true) has this row's key."""

    type: Literal["exists"] = "exists"
    table: str
    keys: tuple[tuple[str, str], ...]
    where: Predicate | None = None


class All(Contract):
    """Every part is true."""

    type: Literal["all"] = "all"
    parts: tuple[Predicate, ...]


class Any(Contract):
    """At least one part is true."""

    type: Literal["any"] = "any"
    parts: tuple[Predicate, ...]


class Not(Contract):
    """The part is false."""

    type: Literal["not"] = "not"
    part: Predicate


class Unless(Contract):
    """The part is not certainly true: what "except" and "unless" leave."""

    type: Literal["unless"] = "unless"
    part: Predicate


Predicate = Annotated[
    Compare | OneOf | Missing | Matches | Made | Exists | All | Any | Not | Unless,
    Field(discriminator="type"),
]

for _term in (
    Arithmetic, Apply, Elapsed, Shifted, PublicHoliday, Aggregate, Lookup, Previous, Compare,
    OneOf, Missing, Matches, Made, Exists, All, Any, Not, Unless,
):  # fmt: skip
    _term.model_rebuild()

Term = Value | Predicate
