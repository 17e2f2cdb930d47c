"""Values of a file as the column at hand holds them: numbers, texts, days or points in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from backend.contracts.schema import Column, ColumnType
from backend.importers.draft import Refusal, Subject
from backend.importers.duties import Bounds
from backend.importers.english import constant
from backend.rules.language.terms import Constant, Reads

_NUMERIC = (ColumnType.INTEGER, ColumnType.NUMBER)


def read_options(subject: Subject, column: str, values: Sequence[object]) -> list[Constant]:
    """The values of a list, each as text or number, whichever the column holds.

    An empty text and null are left out: such cells are empty in a table, and not judged.

    Raises:
        Refusal: a value is no scalar, or none is left.
    """
    facts = subject.facts(column)
    kept = [value for value in values if value is not None and value != ""]
    options = list(dict.fromkeys(_option(facts, value) for value in kept))
    if not options:
        raise Refusal("its list of values is empty")
    return options


def _option(facts: Column | None, value: object) -> Constant:
    if isinstance(value, bool):
        return _flag(facts, value)
    if isinstance(value, date):  # YAML reads dates as dates
        value = value.isoformat()
    if not isinstance(value, int | float | str):
        raise Refusal(f"{value!r} is neither a number nor a text")
    if facts is not None and facts.reads_as in _NUMERIC:
        return _number(value)
    if facts is None and not isinstance(value, str):
        return constant(value)
    return Constant(value=str(value), reads=Reads.TEXT)


def _number(value: float | str) -> Constant:
    """A number, also where the file quotes it."""
    if not isinstance(value, str):
        return constant(value)
    try:
        return constant(float(value) if "." in value else int(value))
    except ValueError:
        raise Refusal(f"{value!r} is no number, and the column holds numbers") from None


def _flag(facts: Column | None, value: bool) -> Constant:
    """True or false as the table writes it."""
    known = facts.values if facts is not None else ()
    spelled = [text for text in known if text.lower() == str(value).lower()]
    if facts is not None and len(spelled) != 1:
        fact = f"the column does not spell {str(value).lower()!r} in one way"
        raise Refusal(fact, "Put the value in quotes if it is meant as a text.")
    return Constant(value=spelled[0] if spelled else str(value).lower(), reads=Reads.TEXT)


def fit_bounds(subject: Subject, column: str, bounds: Bounds) -> Bounds:
    """Bounds of which a day is midnight where the column tells times.

    Raises:
        Refusal: a bound tells a time, and the column none.
    """
    facts = subject.facts(column)
    fitted = (
        None if bound is None else fit_moment(facts, bound) for bound in (bounds.low, bounds.high)
    )
    low, high = fitted
    return bounds._replace(low=low, high=high)


def fit_moment(facts: Column | None, value: Constant) -> Constant:
    """A date as other tools compare it with this column: to them a day is its midnight.

    Raises:
        Refusal: it tells a time, and the column none.
    """
    if facts is None or value.reads not in (Reads.DATE, Reads.TIME):
        return value
    day, _, time = str(value.value).partition("T")
    if tells_time(facts):
        return Constant(value=f"{day}T{time or '00:00'}", reads=Reads.TIME)
    if time.strip("0:"):
        raise Refusal(f"{value.value} tells a time, and {facts.name} holds days")
    return Constant(value=day, reads=Reads.DATE)


def tells_time(facts: Column) -> bool:
    """Whether a column of dates tells times as well."""
    layout = facts.date_format or ""
    return layout == "ISO8601" or "%H" in layout or "%I" in layout


def refuse_mixed(left: Column | None, right: Column | None) -> None:
    """Days and points in time are compared by day here, and by midnight elsewhere.

    Raises:
        Refusal: one column holds days, the other times.
    """
    if left is None or right is None or not (left.date_format and right.date_format):
        return
    if tells_time(left) != tells_time(right):
        raise Refusal(f"one of {left.name} and {right.name} holds days, the other tells times")
