"""The numbers of a comparison in the unit of what they are compared with."""

from __future__ import annotations

from backend.contracts.contract import Contract
from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Unclear
from backend.planner.offline.resolve import Context, Misfit
from backend.planner.offline.sides import Side, side_of
from backend.planner.offline.spelling import column_of, name_of
from backend.planner.offline.units import MONEY, UNITS, converted, unit_of_header
from backend.planner.offline.unlike_units import KIND_OF
from backend.planner.offline.words import ID_WORDS, root, stems_of
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Elapsed,
    Function,
    Lookup,
    Measure,
    Previous,
    Reads,
    Shifted,
    Value,
)
from backend.rules.language.walk import walk

_WEIGHTS = frozenset({"weight", "mass"})
_SHARES = (Measure.COUNT, Measure.DISTINCT, Measure.SHARE)


def in_units_of(value: Value, other: Value, context: Context) -> Value:
    """The value, its unit settled by the other side.

    Raises:
        Misfit: the unit is not the other side's.
    """
    if not isinstance(value, Constant) or not value.unit:
        return value
    number = float(value.value)
    if value.unit == "percent":
        return _number(_percent(number, other, context))
    column = _column(other)
    if isinstance(column, Elapsed):
        return Constant(value=_elapsed(number, value.unit, column), reads=Reads.NUMBER)
    if column is None:
        raise Misfit(f"{name_of(other)} has no unit that {value.unit!r} could be held against")
    return _number(_of_column(number, value.unit, column, context))


def days_apart(atom: Compare) -> Compare | None:
    """A date that is another, moved by days, as the days between the two; None of anything else."""
    moved = atom.right
    is_of_days = isinstance(moved, Shifted) and moved.unit in ("days", "weeks")
    if not isinstance(moved, Shifted) or not is_of_days or atom.sign != "==":
        return None
    span = Elapsed(unit="days", start=moved.of, end=atom.left)
    return Compare(
        left=span, sign="==", right=_number(moved.amount * (7 if moved.unit == "weeks" else 1))
    )


def cents(value: Constant) -> Constant:
    """Hundredths of the unit of money."""
    return _number(float(value.value) / 100)


def refuse_half_given_units(term: Contract) -> None:
    """Nothing may be bounded by one number with a unit and another without, unless it is its own.

    Raises:
        Misfit: it is.
    """
    units: dict[str, set[str]] = {}
    for part in walk(term):
        if isinstance(part, Compare) and isinstance(part.right, Constant):
            number = part.right
            if number.reads == Reads.NUMBER and number.value != 0:
                unit = "" if _is_own(number.unit, part.left) else number.unit
                units.setdefault(repr(part.left), set()).add(unit)
    if any(len(found) > 1 and "" in found for found in units.values()):
        raise Misfit("one of its numbers has a unit and another has none; write both with it")


def _is_own(unit: str, value: Value) -> bool:
    """Whether a number in this unit is the number that the column holds."""
    column = _column(value)
    named = unit_of_header(column.column) if isinstance(column, Cell) else None
    return named is not None and unit in UNITS and converted(1, unit, named) == 1


def as_factor(value: Value) -> Value:
    """A percentage as the factor of a product."""
    if isinstance(value, Constant) and value.unit == "percent":
        return _number(float(value.value) / 100)
    return value


def elapsed_for(value: Value, other: Value, context: Context) -> Value:
    """A span between two dates, in hours, minutes or seconds where it is compared with such.

    Between one moment and the next of a column with times it is in hours, whatever it is compared
    with: from noon to the noon after is a day, and to the evening after it is more.
    """
    if isinstance(value, Apply) and isinstance(value.of, Elapsed):
        return value.model_copy(update={"of": elapsed_for(value.of, other, context)})
    if not isinstance(value, Elapsed) or value.unit != "days" or not isinstance(other, Constant):
        return value
    unit = UNITS.get(other.unit)
    is_time = unit is not None and unit.kind == "time"
    is_short = is_time and unit is not None and unit.size < UNITS["day"].size
    if is_time and isinstance(value.start, Previous):
        is_short = is_short or side_of(value.end, context) == Side.TIME
    if not is_short or unit is None:
        return value
    short = next((each for each in ("minute", "second") if UNITS[each].size == unit.size), "hour")
    return value.model_copy(update={"unit": f"{short}s"})


def _number(value: float) -> Constant:
    rounded = round(value, 12)
    whole = int(rounded) if rounded == int(rounded) else rounded
    return Constant(value=whole, reads=Reads.NUMBER)


def _column(value: Value) -> Cell | Lookup | Elapsed | None:
    """The column (or span) whose unit a value has."""
    match value:
        case Cell() | Lookup() | Elapsed():
            return value
        case Apply(function=Function.ABSOLUTE):
            return _column(value.of)
        case Aggregate() if value.of is not None and value.measure not in _SHARES:
            return _column(value.of)
        case Arithmetic(sign="+" | "-"):
            return _column(value.left)
        case _:
            return None


def _of_column(number: float, unit: str, column: Cell | Lookup, context: Context) -> float:
    named = unit_of_header(column.column)
    if unit == "pound":
        unit = _pound_of(column, named)
    if unit == "cent" and (named is None or UNITS[named].kind in MONEY):
        return number / 100
    if named is None:
        if UNITS[unit].kind in MONEY:
            return number
        if unit == "year" and stems_of(column.column)[-1:] == ("age",):
            context.assume(f"{column.column} is in years.")
            return number
        raise Misfit(
            f"{column.column} does not say that it is in {unit!r}; write the number alone, as "
            "the column has it"
        )
    found = converted(number, unit, named)
    if found is None:
        raise Misfit(f"{column.column} is in {named!r}, and the sentence says {unit!r}")
    if found != number:
        context.assume(f"{number:g} {unit} is read as {found:.15g} {named}.")
    return found


def _pound_of(column: Cell | Lookup, named: str | None) -> str:
    """Pounds as the column has them: of weight where it is one, else of money."""
    if named is not None and UNITS[named].kind in ("mass", "pound"):
        return "lb" if UNITS[named].kind == "mass" else named
    if named is None and _WEIGHTS & {*stems_of(column.column)}:
        raise Unclear(
            f"{column.column} does not say that it is in pounds; write the number alone, as the "
            "column has it"
        )
    return "gbp"


def _elapsed(number: float, unit: str, span: Elapsed) -> float:
    found = converted(number, unit, span.unit.removesuffix("s"))
    if found is None:
        raise Misfit(f"a span in {span.unit} cannot be held against {unit!r}")
    return found


def _percent(number: float, other: Value, context: Context) -> float:
    """Percents as a column has them: as 25 or as 0.25; where both may be, neither is guessed."""
    if isinstance(other, Arithmetic) and other.sign == "/":
        return number / 100
    if isinstance(other, Aggregate) and other.measure == Measure.SHARE:
        return number / 100
    column = _column(other)
    if not isinstance(column, Cell | Lookup):
        raise Misfit(f"it is not clear of what {number:g} percent is meant")
    are_shares = _hold_shares(column, context)
    named = unit_of_header(column.column)
    says_percent = named is not None and UNITS[named].kind == "percent"
    if not says_percent and column_of(column, context).type == ColumnType.INTEGER:
        if named is None and number in (0, 100) and _hold_percents(column, context):
            context.assume(f"{column.column} is in percent: {number:g}% is {number:g}.")
            return number
        raise Misfit(f"{column.column} holds whole numbers, and {number:g} percent is a share")
    if are_shares is None or are_shares == says_percent:
        if says_percent and are_shares is None:
            return number
        return _as_it_stands(number, column, context)
    return number / 100 if are_shares else number


def _as_it_stands(number: float, column: Cell | Lookup, context: Context) -> float:
    """Percents of a column that does not say it is in percent, but holds numbers of their size."""
    if unit_of_header(column.column) is None and _is_among(number, column, context):
        context.assume(f"{column.column} is in percent: {number:g}% is {number:g}.")
        return number
    raise Misfit(
        f"it is not clear whether {column.column} writes {number:g} percent as {number:g} "
        f"or as {number / 100:g}; write the number alone, as the column has it"
    )


def _hold_shares(column: Cell | Lookup, context: Context) -> bool | None:
    """Whether every known value lies from -1 to 1; None where the values are not known."""
    found = column_of(column, context).values
    numbers = [float(text) for text in found if _is_number(text)]
    return all(-1 <= number <= 1 for number in numbers) if numbers else None


_PLAINLY_PERCENT = 3
"""Around 1, a number may be a factor: 1.08 is 8 percent more."""
_FAR = 3
_SUMS = frozenset({
    "tip", "tax", "bonus", "commission", "amount", "fare", "total", "balance", "deposit", "rebate",
    "surcharge", "payment", "turnover", "profit", "loss", "budget", "expense", "charge", "premium",
    "toll", "fine", "sale", "income", "credit", "debit", "value", "quantity",
})  # fmt: skip
"""What may be a sum of money, of which so many percent of something else are meant."""


def _is_among(number: float, column: Cell | Lookup, context: Context) -> bool:
    """Whether a column holds numbers as percents are, and this one is of their size."""
    found = column_of(column, context).values
    numbers = sorted(float(text) for text in found if _is_number(text))
    median = numbers[len(numbers) // 2] if numbers else 0.0
    is_other = bool({*map(root, stems_of(column.column))} & ({*KIND_OF} | _SUMS))
    is_plain = _PLAINLY_PERCENT <= median <= 100 and _hold_percents(column, context)
    is_plain = is_plain and not is_other
    return is_plain and median / _FAR <= number <= max(median * _FAR, 100.0)


def _hold_percents(column: Cell | Lookup, context: Context) -> bool:
    """Whether whole numbers are as percents are: most from 0 to 100, and some above 1."""
    numbers = [float(text) for text in column_of(column, context).values if _is_number(text)]
    within = sum(0 <= number <= 100 for number in numbers)
    if ID_WORDS & {*stems_of(column.column)}:
        return False
    return any(number > 1 for number in numbers) and within > 0.5 * len(numbers)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
