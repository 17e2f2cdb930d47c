"""A rule's meaning in plain English, made from the rule and never from the sentence."""

from __future__ import annotations

from backend.rules.language.formats import format_of
from backend.rules.language.holiday_calendars import calendar_name
from backend.rules.language.simple_fractions import simple_fraction
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Elapsed,
    Exists,
    Function,
    How,
    It,
    Lookup,
    Made,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Parameter,
    Predicate,
    Previous,
    PublicHoliday,
    Reads,
    Shifted,
    Today,
    Unless,
    Value,
)

SIGNS = {
    "<": "is less than", "<=": "is at most", "==": "equals", "!=": "differs from",
    ">=": "is at least", ">": "is greater than",
}  # fmt: skip
DATE_SIGNS = SIGNS | {
    "<": "is before", "<=": "is on or before", ">=": "is on or after", ">": "is after",
}  # fmt: skip
_NEGATED = {
    "is": "is not", "equals": "does not equal", "differs": "does not differ",
    "matches": "does not match", "contains": "does not contain", "starts": "does not start",
    "ends": "does not end",
}  # fmt: skip
FUNCTIONS = {
    Function.LENGTH: "the length of {}", Function.WORDS: "the number of words in {}",
    Function.LOWER: "{} in lower case", Function.UPPER: "{} in upper case",
    Function.TITLE: "{} in title case", Function.STRIP: "{} without outer blanks",
    Function.ABSOLUTE: "the size of {}", Function.YEAR: "the year of {}",
    Function.MONTH: "the month of {}", Function.DAY: "the day of the month of {}",
    Function.WEEKDAY: "the weekday of {} (Monday is 1)", Function.HOUR: "the hour of {}",
    Function.DECIMALS: "the number of decimals of {}",
    Function.CLOCK: "the time of day of {} in hours", Function.ROUND: "{} rounded",
}  # fmt: skip
MEASURES = {
    Measure.COUNT: "the number of filled {}", Measure.DISTINCT: "the number of distinct {}",
    Measure.SUM: "the sum of {}", Measure.MEAN: "the mean of {}",
    Measure.MEDIAN: "the median of {}", Measure.MINIMUM: "the smallest {}",
    Measure.MAXIMUM: "the largest {}", Measure.DEVIATION: "the sample standard deviation of {}",
    Measure.VARIANCE: "the sample variance of {}", Measure.TOP: "the single most frequent {}",
}  # fmt: skip


def say_value(value: Value) -> str:  # noqa: C901 - a case a term
    """A value in words."""
    match value:
        case Cell():
            return value.column + _say_markers(value.empty_if)
        case Constant():
            return say_constant(value)
        case Parameter():
            return f"{{{value.name}}}"
        case Today():
            return _say_today(value)
        case Arithmetic():
            return f"{_factor(value.left)} {value.sign} {_factor(value.right)}"
        case Apply():
            return FUNCTIONS[value.function].format(_factor(value.of))
        case Elapsed():
            return f"the {value.unit} from {say_value(value.start)} to {say_value(value.end)}"
        case Shifted():
            sign = "plus" if value.amount >= 0 else "minus"
            return f"{say_value(value.of)} {sign} {abs(value.amount)} {value.unit}"
        case PublicHoliday():
            return f"whether {say_value(value.of)} is {_say_holiday(value)}"
        case Lookup():
            return f"{value.column} of the {value.table} row {_say_link(value)}"
        case Previous():
            return _say_previous(value)
        case Aggregate():
            return _say_aggregate(value)
        case It():
            return "it"


def _say_markers(markers: tuple[str, ...]) -> str:
    listed = " or ".join(f"'{marker}'" for marker in markers)
    return f" ({listed} counts as empty)" if markers else ""


def say_constant(constant: Constant) -> str:
    """A constant: texts in quotes, numbers and dates bare."""
    if constant.reads == Reads.TEXT:
        return f"'{constant.value}'"
    return say_number(constant.value)


def say_number(value: object) -> str:
    """A number: 0.25, and 2/3 where no decimal tells it."""
    found = simple_fraction(value)
    return str(value) if found is None else f"{found[0]}/{found[1]}"


def _factor(value: Value) -> str:
    said = say_value(value)
    return f"({said})" if isinstance(value, Arithmetic) else said


def _say_today(today: Today) -> str:
    if not today.shift_days:
        return "the day of the run"
    side = "after" if today.shift_days > 0 else "before"
    return f"{abs(today.shift_days)} days {side} the day of the run"


def _say_holiday(value: PublicHoliday) -> str:
    place = f"{calendar_name(value.calendar)} (calendar {value.calendar}"
    return f"a public holiday in {place}, {value.first} to {value.last})"


def _say_keys(keys: tuple[tuple[str, str], ...]) -> str:
    return " and ".join(f"whose {theirs} is this row's {mine}" for mine, theirs in keys)


def _say_link(value: Lookup) -> str:
    """Which row it is, over all the rows that lead to it."""
    if value.key_of is None:
        return _say_keys(value.keys)
    [(_, theirs)] = value.keys
    return f"whose {theirs} is the {say_value(value.key_of)}"


def _say_previous(value: Previous) -> str:
    order = f"ordered by {value.order_by}" if value.order_by else "in file order"
    within = f" within {_and(value.by)}" if value.by else ""
    return f"{say_value(value.of)} of the row before ({order}{within})"


def _and(names: tuple[str, ...]) -> str:
    return " and ".join(names)


def _say_aggregate(value: Aggregate) -> str:
    said = _say_measure(value)
    if value.keys:
        rows = "" if value.of is None else f" over the {value.table} rows"
        said += f"{rows} {_say_keys(value.keys)}"
    if value.where is not None:
        said += f" where {say(value.where)}"
    if value.by:
        said += f" within each {_and(value.by)}"
    return said


def _say_measure(value: Aggregate) -> str:
    if value.measure == Measure.SHARE and value.holds is not None:
        return f"the share of {value.table} rows for which {say(value.holds)}"
    if value.of is None:
        return f"the number of {value.table} rows"
    if value.measure == Measure.QUANTILE:
        return f"the {100 * (value.quantile or 0):g}% quantile of {_factor(value.of)}"
    of = _factor(value.of)
    is_end = value.measure in (Measure.MINIMUM, Measure.MAXIMUM)
    return MEASURES[value.measure].format(of.removeprefix("the ") if is_end else of)


def say(predicate: Predicate) -> str:  # noqa: C901 - a case a term
    """A predicate in words."""
    match predicate:
        case Compare():
            return _say_compare(predicate)
        case OneOf():
            return f"{say_value(predicate.of)} is {_say_options(predicate)}"
        case Missing():
            return f"{say_value(predicate.of)} is empty"
        case Matches():
            return f"{say_value(predicate.of)} {_say_match(predicate)}"
        case Made():
            parts = ", then ".join(say_value(part) for part in predicate.parts)
            return f"{say_value(predicate.of)} {predicate.how} the text of {parts}"
        case Exists():
            where = f" where {say(predicate.where)}" if predicate.where is not None else ""
            return f"{predicate.table} has a row{where} {_say_keys(predicate.keys)}"
        case All():
            return " and ".join(_say_part(part, Any) for part in predicate.parts)
        case Any():
            return " or ".join(_say_part(part, All) for part in predicate.parts)
        case Not():
            return _say_not(predicate.part)
        case Unless(part=Unless(part=part)):
            return f"certainly ({say(part)})"
        case Unless():
            return f"not ({say(predicate.part)})"


def _say_part(part: Predicate, loose: type) -> str:
    return f"({say(part)})" if isinstance(part, loose) else say(part)


def _say_compare(atom: Compare) -> str:
    if atom.right == Apply(function=Function.ROUND, of=atom.left):
        whole = "is a whole number" if atom.sign == "==" else "is no whole number"
        return f"{say_value(atom.left)} {whole}"
    if isinstance(atom.left, Apply) and _tells_real_dates(atom, atom.left):
        return f"{say_value(atom.left.of)} is {'a' if atom.sign == '>=' else 'no'} real date"
    if isinstance(atom.left, Apply) and _tells_real_moments(atom, atom.left):
        return f"{say_value(atom.left.of)} is a real date with a time of day"
    if isinstance(atom.left, PublicHoliday) and atom.sign in ("==", "!="):
        verb = "is" if atom.sign == "==" else "is not"
        return f"{say_value(atom.left.of)} {verb} {_say_holiday(atom.left)}"
    signs = DATE_SIGNS if atom.reads in (Reads.DATE, Reads.TIME) else SIGNS
    said = f"{say_value(atom.left)} {signs[atom.sign]} {say_value(atom.right)}"
    if atom.tolerance:
        said += f" (give or take {atom.tolerance:g})"
    if atom.ignore_case:
        said += " (ignoring case)"
    if atom.null_safe:
        said += " (two empty cells are equal)"
    return said


def _tells_real_dates(atom: Compare, left: Apply) -> bool:
    """Whether any day of the month will do: what is none has no day."""
    is_first = atom.right == Constant(value=1, reads=Reads.NUMBER) and atom.sign in (">=", "<")
    return left.function == Function.DAY and is_first and not atom.tolerance


def _tells_real_moments(atom: Compare, left: Apply) -> bool:
    """Whether any hour will do: what is no moment has none."""
    is_first = atom.right == Constant(value=0, reads=Reads.NUMBER) and atom.sign == ">="
    return left.function == Function.HOUR and is_first and not atom.tolerance


def _say_options(atom: OneOf) -> str:
    *most, last = [say_constant(option) for option in atom.options]
    listed = f"{', '.join(most)} or {last}" if most else last
    notes = [
        note
        for note, holds in (("ignoring case", atom.ignore_case), ("trimmed", atom.trim))
        if holds
    ]
    return f"{listed} ({', '.join(notes)})" if notes else listed


def _say_match(atom: Matches) -> str:
    case = " (ignoring case)" if atom.ignore_case else ""
    if atom.how == How.FORMAT:
        return f"is {format_of(atom.text).label}"
    if atom.how == How.PATTERN:
        told = f" ({atom.says})" if atom.says else ""
        return f"matches as a whole the pattern {atom.text}{case}{told}"
    return f"{atom.how.value} '{atom.text}'{case}"


def _say_not(part: Predicate) -> str:
    said = say(part)
    if isinstance(part, Compare) and isinstance(part.left, PublicHoliday) and part.sign == "==":
        return say(part.model_copy(update={"sign": "!="}))
    if isinstance(part, Matches | Made | Compare):
        of = say_value(part.left if isinstance(part, Compare) else part.of)
        verb, _, rest = said.removeprefix(f"{of} ").partition(" ")
        told = f"{_NEGATED[verb]} {rest}"
        return f"{of} {told.replace('is not no ', 'is a ')}"
    if isinstance(part, Missing):
        return f"{say_value(part.of)} is filled"
    if isinstance(part, Exists):
        return said.replace(" has a row", " has no row", 1)
    if isinstance(part, OneOf):
        return f"{say_value(part.of)} is not {_say_options(part)}"
    if isinstance(part, All | Any):
        return f"it is not so that ({said})"
    return f"it is not so that {said}"
