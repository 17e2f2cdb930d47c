"""Times of day in a column of text (07:45), held against times of the sentence.

Such a comparison becomes a pattern of the times that fulfil it, so that a cell which is no time
of day breaks a rule that calls for one. A denial is turned into the opposite comparison first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import (
    All,
    Any,
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    How,
    Matches,
    Not,
    Predicate,
    Term,
)
from backend.rules.language.walk import T, rewrite, walk
from backend.rules.phrasing import all_of, any_of, not_

_CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
_DURATION = re.compile(r"\d{1,3}:[0-5]\d(:[0-5]\d)?([.,]\d+)?")
_NAMES = frozenset({"time", "clock", "hour"})
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_SAID = {"<": "before", "<=": "not after", ">": "after", ">=": "not before"}
_SECONDS = "(:[0-5][0-9])?"


def with_clock_patterns(term: T, context: Context) -> T:
    """The term with each comparison of a text's time of day as a pattern.

    Raises:
        Misfit: the time of day of a text is compared with something else than a time, or how
            long times are, that are kept as text, with each other.
    """
    refuse_lengths_of_times(term, context)
    if not any(_is_clock_text(part, context) for part in walk(term)):
        return term
    fresh = rewrite(term, lambda part: _changed(part, context))
    if any(_is_clock_text(part, context) for part in walk(fresh)):
        raise Misfit("times of day that are kept as text are compared with a time like 08:30 alone")
    return fresh


def _is_clock_text(part: Term, context: Context) -> bool:
    if not isinstance(part, Apply) or part.function != Function.CLOCK:
        return False
    column = context.column(part.of.table, part.of.column) if isinstance(part.of, Cell) else None
    return column is not None and holds_clocks(column)


def holds_clocks(column: Column) -> bool:
    """Whether a text column holds times of day, or is called a time where it has many values."""
    if column.reads_as != ColumnType.TEXT or column.date_format is not None:
        return False
    if not column.values:
        return bool(_NAMES & set(stems_of(column.name)))
    return 2 * sum(_CLOCK.fullmatch(value) is not None for value in column.values) >= len(
        column.values
    )


def refuse_lengths_of_times(term: T, context: Context) -> None:
    """Pass a rule on how many characters times have.

    Raises:
        Misfit: "the split is shorter than the net time" was read of the signs of 1:24:34.
    """
    for part in walk(term):
        if not isinstance(part, Compare):
            continue
        cells = [_measured(side) for side in (part.left, part.right)]
        columns = [context.column(cell.table, cell.column) for cell in cells if cell is not None]
        if len(columns) == 2 and all(each is not None and _holds_times(each) for each in columns):
            names = " and ".join(each.name for each in columns if each is not None)
            raise Misfit(f"{names} hold times as text, which have no order; keep them as numbers")


def _measured(side: Term) -> Cell | None:
    is_length = isinstance(side, Apply) and side.function == Function.LENGTH
    return side.of if is_length and isinstance(side, Apply) and isinstance(side.of, Cell) else None


def _holds_times(column: Column) -> bool:
    """Whether half of a text column's values are times or durations: 1:24:34."""
    times = [value for value in column.values if _DURATION.fullmatch(value.strip())]
    return bool(times) and 2 * len(times) >= len(column.values)


def _changed(part: Term, context: Context) -> Term | None:
    if isinstance(part, Not) and any(_is_clock_text(each, context) for each in walk(part)):
        return with_clock_patterns(denied(part.part), context)
    if isinstance(part, Compare) and _is_clock_text(part.left, context):
        return _pattern(part)
    return None


def denied(part: Predicate) -> Predicate:
    """What is so where a condition is not: of its comparisons the opposite ones."""
    match part:
        case All():
            return any_of(*map(denied, part.parts))
        case Any():
            return all_of(*map(denied, part.parts))
        case Compare():
            return part.model_copy(update={"sign": _OPPOSITE[part.sign]})
        case _:
            return not_(part)


def _pattern(part: Compare) -> Predicate | None:
    if not isinstance(part.left, Apply) or not isinstance(part.right, Constant):
        return None
    seconds = round(float(part.right.value) * 3600)
    if part.sign in ("==", "!="):
        return _equal(part, seconds)
    choices = [each for each in _choices(part.sign, seconds) if each]
    if not choices:
        raise Misfit(f"no time of day is {_SAID[part.sign]} {_spelled(seconds)}")
    says = f"a time of day {_SAID[part.sign]} {_spelled(seconds)}"
    return Matches(of=part.left.of, how=How.PATTERN, text="|".join(choices), says=says)


def _equal(part: Compare, seconds: int) -> Predicate:
    bounds = (part.model_copy(update={"sign": sign}) for sign in ("<=", ">="))
    if part.sign == "==":
        return all_of(*(found for each in bounds if (found := _pattern(each))))
    signs = [sign for sign in ("<", ">") if any(_choices(sign, seconds))]
    apart = (_pattern(part.model_copy(update={"sign": sign})) for sign in signs)
    return any_of(*(found for found in apart if found))


def _spelled(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{rest:02}" if rest else text


def _choices(sign: str, seconds: int) -> Iterator[str]:
    """Times of other hours, of other minutes of the hour, and of the minute itself."""
    hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60
    here, minutes = _two(hour, hour, hours=True), _two(minute, minute)
    if sign in (">", ">="):
        is_whole = sign == ">=" and second == 0
        yield _joined(_two(hour + 1, 23, hours=True), _two(0, 59), _SECONDS)
        yield _joined(here, _two(minute + (not is_whole), 59), _SECONDS)
        rest = "" if is_whole else _two(second + (sign == ">"), 59)
        yield _joined(here, minutes, rest and f":{rest}")
        return
    yield _joined(_two(0, hour - 1, hours=True), _two(0, 59), _SECONDS)
    yield _joined(here, _two(0, minute - 1), _SECONDS)
    rest = _two(0, second - (sign == "<"))
    yield _joined(here, minutes, rest and f"(:{rest})?")


def _joined(hour: str, minute: str, second: str) -> str:
    return f"{hour}:{minute}{second}" if hour and minute and second else ""


def _two(low: int, high: int, *, hours: bool = False) -> str:
    """Numbers of two digits from low to high; an hour may leave out its zero."""
    if low > high:
        return ""
    parts: list[str] = []
    while low <= high:
        ten, first = divmod(low, 10)
        last = min(9, high - 10 * ten)
        most = ten
        while first == 0 and last == 9 and 10 * most + 19 <= high and not (hours and ten == 0):
            most += 1
        lead = "0?" if hours and ten == 0 else f"{ten}" if most == ten else f"[{ten}-{most}]"
        parts.append(f"{lead}{first}" if first == last else f"{lead}[{first}-{last}]")
        low = 10 * (most + 1)
    return parts[0] if len(parts) == 1 else f"({'|'.join(parts)})"
