"""The kinds that count failures: missing dates, copies, unmatched values, wrong columns."""

from __future__ import annotations

import datetime as dt
import operator
import re
from collections import Counter
from collections.abc import Callable

from backend.proof.meaning.cells import NUMERIC, as_text, converted
from backend.proof.meaning.row_kinds import cells, counted, filled, grouped
from backend.proof.meaning.unknowns import Unreadable, unknown
from backend.proof.meaning.world import Here, World, every_row
from backend.rules.language.terms import Cell
from backend.rules.language.words import Reads
from backend.rules.misnamed_columns import MisnamedColumns
from backend.rules.missing_dates import MissingDates
from backend.rules.repeated_rows import RepeatedRows
from backend.rules.unmatched_values import UnmatchedValues
from backend.rules.wrong_columns import WrongColumns

_KEEPS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, "==": operator.eq, ">=": operator.ge, ">": operator.gt,
}  # fmt: skip


def missing_dates(rule: MissingDates, world: World) -> tuple[int, int]:
    """Rows with a date, and the days, weeks, … that are missing, or dates that cannot be read."""
    kept = filled(counted(rule, world), rule.own_columns())
    failing = 0
    for rows in grouped(kept, rule.by).values():
        days = [_moment(rule, here) for here in rows]
        units = {_unit(day, rule.unit) for day in days if day is not None}
        failing += days.count(None)
        failing += len(_wanted(rule, units) - units) if units else 0
    return len(kept), failing


def _wanted(rule: MissingDates, units: set[int]) -> set[int]:
    """All from first to last, or of the year; of working days, those that are no weekend."""
    first, last = min(units), max(units)
    if rule.year is not None:
        ends = (dt.datetime(rule.year, 1, 1), dt.datetime(rule.year, 12, 31))
        first, last = (_unit(end, rule.unit) for end in ends)
    span = range(first, last + 1)
    return {unit for unit in span if not rule.working or dt.date.fromordinal(unit).weekday() < 5}


def _moment(rule: MissingDates, here: Here) -> dt.datetime | None:
    cell = here.cell(rule.column)
    reads = Reads.TIME if rule.unit == "hour" else Reads.DATE
    try:
        found = converted(cell, here.world.fact(here.table.name, rule.column), reads)
    except Unreadable:
        return None
    return found if isinstance(found, dt.datetime) else None


def _unit(day: dt.datetime, unit: str) -> int:
    """Hours, days, weeks from Monday on, months, quarters or years on one scale."""
    scales = {
        "hour": day.toordinal() * 24 + day.hour,
        "day": day.toordinal(),
        "week": (day.toordinal() - 1) // 7,
        "month": day.year * 12 + day.month,
        "quarter": day.year * 4 + (day.month - 1) // 3,
        "year": day.year,
    }
    if unit not in scales:
        raise unknown("unit of dates", unit)
    return scales[unit]


def repeated_rows(rule: RepeatedRows, world: World) -> tuple[int, int]:
    """The one measure of how many rows are alike, and whether it breaks a bound."""
    kept = counted(rule, world)
    columns = rule.columns or tuple(
        name for name in world.table(rule.table).columns if name not in rule.ignored
    )
    keys = (cells(here, columns) for here in kept)
    times = Counter(key for key in keys if not rule.columns or None not in key)
    firsts = 0 if rule.measure == "copies" else 1
    many = sum(count - firsts for count in times.values() if count > 1)
    if not kept:
        return 0, 0
    found = many / len(kept) if rule.is_share else many
    return 1, int(not all(_KEEPS[sign](found, bound) for sign, bound in rule.bounds))


def unmatched_values(rule: UnmatchedValues, world: World) -> tuple[int, int]:
    """The distinct values of both columns, and how many of them do not match."""
    mine, theirs = (_values(cell, rule, world) for cell in (rule.mine, rule.theirs))
    known = mine.keys() | theirs.keys()
    if rule.equally_often:
        return len(known), sum(mine[value] != theirs[value] for value in known)
    return len(known), sum(not (mine[value] and theirs[value]) for value in known)


def _values(cell: Cell, rule: UnmatchedValues, world: World) -> Counter[str]:
    """How often each value occurs; beside numbers, 2.0 is 2."""
    sides = (rule.mine, rule.theirs)
    has_numbers = any(world.fact(side.table, side.column).type in NUMERIC for side in sides)
    found: Counter[str] = Counter()
    for here in every_row(world, cell.table):
        value = here.cell(cell.column)
        if value is not None:
            text = as_text(value)
            found[text.removesuffix(".0") if has_numbers else text] += 1
    return found


def wrong_columns(rule: WrongColumns, world: World) -> tuple[int, int]:
    """The columns of the header, and what is wrong with it."""
    header = list(world.table(rule.table).columns)
    missing = [name for name in rule.columns if name not in header]
    surplus = [name for name in header if name not in rule.columns]
    match rule.way:
        case "has":
            failing = len(missing)
        case "lacks":
            failing = len(rule.columns) - len(missing)
        case "exactly":
            failing = len(missing) + len(surplus)
        case "ordered":
            failing = len(missing) + len(surplus) + _displaced(rule, header)
        case "count":
            few = rule.fewest is not None and len(header) < rule.fewest
            failing = int(few or (rule.most is not None and len(header) > rule.most))
        case _:
            raise unknown("way to look at a header", rule.way)
    return len(header), failing


def misnamed_columns(rule: MisnamedColumns, world: World) -> tuple[int, int]:
    """The columns of the header, and those whose names are written otherwise."""
    header = list(world.table(rule.table).columns)
    is_right: dict[str, Callable[[str], object]] = {
        "lower": lambda name: name == name.lower(),
        "upper": lambda name: name == name.upper(),
        "pattern": lambda name: re.fullmatch(rule.pattern, name),
        "unique": lambda name: sum(_same_name(rule, name, other) for other in header) == 1,
    }
    return len(header), sum(not is_right[rule.way](name) for name in header)


def _same_name(rule: MisnamedColumns, one: str, other: str) -> bool:
    return one.lower() == other.lower() if rule.ignore_case else one == other


def _displaced(rule: WrongColumns, header: list[str]) -> int:
    """Columns that stand where another should, of those that are there."""
    wanted = [name for name in rule.columns if name in header]
    found = [name for name in header if name in rule.columns]
    return sum(one != other for one, other in zip(wanted, found, strict=False))
