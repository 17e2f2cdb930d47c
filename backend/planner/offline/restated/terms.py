"""Phrases for values as they are restated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from backend.rules.language.say import FUNCTIONS
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Elapsed,
    Function,
    Lookup,
    Previous,
    Reads,
    Shifted,
    Term,
    Today,
    Value,
)
from backend.rules.language.walk import T, rewrite
from backend.rules.phrasing import Phrases

phrase = Phrases()


@dataclass(frozen=True)
class Fields:
    """Some fields of a term or a rule, as one part of a sentence tells them."""

    told: tuple[tuple[str, object], ...]

    def __or__(self, other: Fields) -> Fields:
        """These and more."""
        return Fields(self.told + other.told)

    @property
    def named(self) -> dict[str, Any]:
        """By their names."""
        return dict(self.told)


def fields(**told: object) -> Fields:
    """Fields by their names."""
    return Fields(tuple(told.items()))


NOTHING = fields()


def united(parts: Iterable[object]) -> dict[str, Any]:
    """The fields that several parts of a sentence tell."""
    told = (part for part in parts if isinstance(part, Fields))
    return {name: value for part in told for name, value in part.told}


def in_table(told: T, table: str) -> T:
    """The term with the cells that no table was told of in this one."""

    def change(part: Term) -> Term | None:
        is_open = isinstance(part, Cell) and not part.table
        return part.model_copy(update={"table": table}) if is_open else None

    return rewrite(told, change)


# Names ----------------------------------------------------------------------------------------


@phrase("names", "<column>", "<column> and <names>")
def names(first: Cell, rest: tuple[str, ...] = ()) -> tuple[str, ...]:
    """room and night."""
    return (first.column, *rest)


@phrase("listed", "<header>", "<header> , <listed>")
def listed(first: str, rest: tuple[str, ...] = ()) -> tuple[str, ...]:
    """user_id, email: headers, which a table may lack."""
    return (first, *rest)


@phrase("texts", "<text>", "<text> or <texts>")
def texts(first: Constant, rest: tuple[str, ...] = ()) -> tuple[str, ...]:
    """'N/A' or '?'."""
    return (str(first.value), *rest)


# Plain values -----------------------------------------------------------------------------------


@phrase("factor", "<column>", "<constant>", "<parameter>")
@phrase("value", "<factor>", "<sum>")
@phrase("factor", r"\( <sum> \)")
@phrase("constant", "<text>", "<date>", "<quantity>")
@phrase("quantity", "<number>")
def itself(value: Value) -> Value:
    """A value."""
    return value


@phrase("factor", r"<column> \( <texts> counts as empty \)")
def with_markers(cell: Cell, markers: tuple[str, ...]) -> Cell:
    """email ('N/A' counts as empty)."""
    return cell.model_copy(update={"empty_if": markers})


@phrase("quantity", "- <number>")
def negative(told: Constant) -> Constant:
    """-3."""
    assert isinstance(told.value, int | float)
    return told.model_copy(update={"value": -told.value})


@phrase("quantity", "<number> / <number>")
def fraction(above: Constant, below: Constant) -> Constant | None:
    """2/3."""
    if not below.value:
        return None
    return Constant(value=float(above.value) / float(below.value), reads=Reads.NUMBER)


@phrase("factor", "the day of the run")
def today() -> Value:
    """The day of the run."""
    return Today()


@phrase("factor", "<number> days after the day of the run")
def after_today(days: Constant) -> Value:
    """30 days after the day of the run."""
    return Today(shift_days=int(days.value))


@phrase("factor", "<number> days before the day of the run")
def before_today(days: Constant) -> Value:
    """30 days before the day of the run."""
    return Today(shift_days=-int(days.value))


for _sign in "+-*/":

    @phrase("sum", f"<factor> {_sign} <factor>")
    def worked_out(left: Value, right: Value, sign: Any = _sign) -> Value:
        """equity + cash."""
        return Arithmetic(sign=sign, left=left, right=right)


for _function, _said in FUNCTIONS.items():
    _pattern = _said.replace("(", r"\(").replace(")", r"\)").format("<value>")

    @phrase("factor", _pattern)
    def applied(of: Value, function: Function = _function) -> Value:
        """The length of code."""
        return Apply(function=function, of=of)


for _unit in ("seconds", "minutes", "hours", "days", "weeks", "months", "years"):

    @phrase("factor", f"<factor> plus <number> {_unit}")
    def later(of: Value, amount: Constant, unit: Any = _unit) -> Value:
        """shipped_on plus 7 days."""
        return Shifted(of=of, amount=int(amount.value), unit=unit)

    @phrase("factor", f"<factor> minus <number> {_unit}")
    def earlier(of: Value, amount: Constant, unit: Any = _unit) -> Value:
        """shipped_on minus 7 days."""
        return Shifted(of=of, amount=-int(amount.value), unit=unit)

    if _unit in ("seconds", "minutes", "hours", "days", "years"):

        @phrase("factor", f"the {_unit} from <value> to <value>")
        def elapsed(start: Value, end: Value, unit: Any = _unit) -> Value:
            """The days from ordered_on to shipped_on."""
            return Elapsed(unit=unit, start=start, end=end)


# Other rows ---------------------------------------------------------------------------------


@phrase("key", "whose <column> is this row 's <column>")
def key(theirs: Cell, mine: Cell) -> tuple[tuple[str, str], ...]:
    """Whose user_id is this row's user_id."""
    return ((mine.column, theirs.column),)


@phrase("keys", "<key>", "<key> and <keys>")
def keys(
    first: tuple[tuple[str, str], ...], rest: tuple[tuple[str, str], ...] = ()
) -> tuple[tuple[str, str], ...]:
    """Whose order_id is this row's order_id and whose line is this row's line."""
    return first + rest


@phrase("lookup", "<column> of the <table> row <keys>")
def looked_up(cell: Cell, table: str, keys: tuple[tuple[str, str], ...]) -> Value:
    """country of the users row whose user_id is this row's user_id."""
    return Lookup(table=table, column=cell.column, keys=keys)


@phrase("lookup", "<column> of the <table> row whose <column> is the <lookup>")
def looked_up_further(cell: Cell, table: str, theirs: Cell, key_of: Lookup) -> Value:
    """name of the regions row whose id is the region_id of the users row whose …."""
    pair = ((key_of.column, theirs.column),)
    return Lookup(table=table, column=cell.column, keys=pair, key_of=key_of)


@phrase("factor", "<lookup>", "<aggregate>")
def other_rows(value: Value) -> Value:
    """A value of other rows."""
    return value


@phrase("within", "within each <names>")
def within(by: tuple[str, ...]) -> tuple[str, ...]:
    """Within each store."""
    return by


@phrase("factor", r"<factor> of the row before \( in file order \)")
@phrase("factor", r"<factor> of the row before \( in file order within <names> \)")
def previous(of: Value, by: tuple[str, ...] = ()) -> Value:
    """level of the row before (in file order within meter)."""
    return Previous(of=of, by=by)


@phrase("factor", r"<factor> of the row before \( ordered by <column> \)")
@phrase("factor", r"<factor> of the row before \( ordered by <column> within <names> \)")
def previous_ordered(of: Value, order: Cell, by: tuple[str, ...] = ()) -> Value:
    """level of the row before (ordered by read_on)."""
    return Previous(of=of, by=by, order_by=order.column)
