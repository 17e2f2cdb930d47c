"""Cells that a column's part in a rule calls for, before the other cells of a row are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

from backend.contracts.check import Cell
from backend.contracts.schema import ColumnType
from backend.proof.meaning.cells import has_time, iso_moment
from backend.proof.witnesses.near_holidays import near_holidays
from backend.proof.witnesses.scenes import Setting
from backend.proof.witnesses.spelling import (
    CALENDAR,
    DAY,
    days_around,
    spell_date,
    spell_number,
    tick,
)
from backend.proof.witnesses.texts import lengths_near, of_a_length, texts_for
from backend.rules.language import terms as T
from backend.rules.language.terms import Function, Reads, Term
from backend.rules.language.walk import columns_read, walk
from backend.rules.rule import Rule

_ATOMS = T.Compare | T.OneOf | T.Missing | T.Matches | T.Made | T.Exists
_WEEK = dt.datetime(2024, 1, 1)
_CLOCK = (Function.HOUR, Function.CLOCK)


def cells_for(setting: Setting, table: str, column: str, most: int = 24) -> list[Cell]:
    """Filled cells of a column, the most telling first."""
    atoms = list(atoms_about(setting.rule, table, column))
    is_text = not setting.is_numeric(table, column)
    found: dict[Cell, None] = dict.fromkeys(of_a_length(atoms) if is_text else ())
    for atom in atoms:
        found |= dict.fromkeys(_cells(setting, table, column, atom))
    found |= dict.fromkeys(_any_cells(setting, table, column))
    return list(found)[:most]


def atoms_about(rule: Rule, table: str, column: str) -> Iterator[Term]:
    """The atoms that read a column, also inside other terms; else the measures of it."""
    for term in walk(rule):
        if isinstance(term, _ATOMS) and (table, column) in set(columns_read(term, table)):
            yield term


def _cells(setting: Setting, table: str, column: str, atom: Term) -> Iterator[str]:
    if setting.reads_numbers(table, column):
        is_whole = setting.is_whole(table, column)
        yield from (spell_number(each, is_whole=is_whole) for each in _numbers(setting, atom))
        if setting.is_numeric(table, column):
            return
    form = setting.date_format(table, column)
    if form is not None:
        yield from (spell_date(each, form) for each in near_holidays(atom, form))
        yield from (spell_date(each, form) for each in _dates(setting, atom, form))
        yield from texts_for(atom) if isinstance(atom, T.Matches) else ()
    else:
        markers = (part.empty_if for part in walk(atom) if isinstance(part, T.Cell | T.Lookup))
        yield from (marker for listed in markers for marker in listed)
        yield from texts_for(atom)
        yield from (str(v) for v in setting.params.values() if isinstance(v, str) and v)


def _numbers(setting: Setting, atom: Term) -> Iterator[Decimal]:
    given = [part.value for part in walk(atom) if isinstance(part, T.Constant)]
    given += [v for v in setting.params.values() if v is not None and not isinstance(v, bool)]
    step = Decimal(1)
    for value in given:
        if isinstance(value, int | float):
            number = Decimal(str(value))
            places = number.normalize().as_tuple().exponent
            step = Decimal(1).scaleb(places) if isinstance(places, int) and places < 0 else step
            yield from (number, number - step, number + step)
    if any(isinstance(part, T.Apply) and part.function is Function.LENGTH for part in walk(atom)):
        yield from (Decimal(10) ** (length - 1) for length in lengths_near(atom) if length)
    functions = {part.function for part in walk(atom) if isinstance(part, T.Apply)}
    if functions:
        yield from map(Decimal, ("2.5", "-2.5", "1.25", "1.125", "12"))
    if Function.DECIMALS in functions:  # as a machine spells them: 1e-07, 1.5e-07
        yield from map(Decimal, ("1E-7", "1.5E-7"))


def _dates(setting: Setting, atom: Term, form: str) -> Iterator[dt.datetime]:
    functions = {part.function for part in walk(atom) if isinstance(part, T.Apply)}
    for day in _days_named(setting, atom):
        yield from days_around(day, form)
    if functions & {Function.WEEKDAY}:
        yield from (_WEEK + each * DAY for each in range(7))
    if functions & {Function.YEAR}:
        for year in (n for n in lengths_in_years(atom)):
            yield from (dt.datetime(year, 1, 1), dt.datetime(year, 12, 31))
    if functions & {Function.MONTH, Function.DAY}:
        yield from (dt.datetime(2024, month, 1) for month in range(1, 13))
        yield from (dt.datetime(2024, 1, day) for day in (2, 14, 15, 16, 28, 29, 30, 31))
    if functions & set(_CLOCK) and has_time(form):
        yield from _hours(setting, atom, form)
    if any(isinstance(part, T.Shifted | T.Elapsed | T.Previous) for part in walk(atom)):
        yield from CALENDAR


def lengths_in_years(atom: Term) -> list[int]:
    """The years that an atom names, and those beside them."""
    numbers = [part.value for part in walk(atom) if isinstance(part, T.Constant)]
    years = [int(n) for n in numbers if isinstance(n, int | float) and 1900 <= n <= 2200]
    return sorted({each + step for each in years for step in (-1, 0, 1)}) or [2023, 2024, 2025]


def _days_of_hours(setting: Setting) -> tuple[dt.datetime, ...]:
    """The days on which times of day are tried: that of the run, where the rule asks for it."""
    asks_for_today = any(isinstance(part, T.Today) for part in walk(setting.rule))
    return (iso_moment(setting.as_of), _WEEK) if asks_for_today else (_WEEK,)


def _hours(setting: Setting, atom: Term, form: str) -> Iterator[dt.datetime]:
    for day in _days_of_hours(setting):
        yield from _hours_of(day, atom, form)


def _hours_of(day: dt.datetime, atom: Term, form: str) -> Iterator[dt.datetime]:
    numbers = [part.value for part in walk(atom) if isinstance(part, T.Constant)]
    for value in numbers:
        if isinstance(value, int | float) and 0 <= value <= 24:
            exact = day + dt.timedelta(hours=float(value))
            yield from (exact - tick(form), exact, exact + tick(form))
            yield exact + dt.timedelta(minutes=1)
    yield from (day + dt.timedelta(hours=hour) for hour in (0, 12, 23))


def _days_named(setting: Setting, atom: Term) -> Iterator[dt.datetime]:
    for part in walk(atom):
        text = ""
        if isinstance(part, T.Constant) and part.reads in (Reads.DATE, Reads.TIME):
            text = str(part.value)
        if isinstance(part, T.Today):
            text = setting.as_of
        if isinstance(part, T.Parameter):
            text = str(setting.params.get(part.name))
        try:
            moment = iso_moment(text)
        except ValueError:
            continue
        shift = part.shift_days if isinstance(part, T.Today) else 0
        yield moment + shift * DAY
        if moment.time() != dt.time():
            yield moment


def _any_cells(setting: Setting, table: str, column: str) -> Iterable[str]:
    """Cells that every column of a type may have."""
    if setting.reads_numbers(table, column):
        is_whole = setting.is_whole(table, column)
        plain = ("1", "2", "0", "-1", "3", "1000000") if is_whole else ("1.0", "2.5", "0.0", "-1.5")
        return (spell_number(Decimal(each), is_whole=is_whole) for each in plain)
    form = setting.date_format(table, column)
    if form is not None:
        return [spell_date(day, form) for day in CALENDAR]
    fact = setting.facts.get((table, column))
    if fact is not None and fact.type is ColumnType.BOOLEAN:
        return ("true", "false")
    return ("alpha", "beta", "Alpha", "gamma")
