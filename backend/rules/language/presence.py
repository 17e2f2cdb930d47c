"""Whether the cells that an atom compares are there, and whether they can be read.

An empty cell makes an atom unknown. A cell that should be a number or a date and is none makes
it neither true nor false: nothing follows from it, and where it is judged the row is flagged.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.codegen.code import Code, all_of, call
from backend.rules.language.emit_cells import raw_cell
from backend.rules.language.emit_keys import is_looked_up, raw_lookup
from backend.rules.language.emit_windows import ZERO_OF_NONE, raw_previous
from backend.rules.language.rows import Rows
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Elapsed,
    Exists,
    Function,
    Lookup,
    Made,
    Matches,
    Measure,
    Not,
    OneOf,
    Predicate,
    Previous,
    PublicHoliday,
    Reads,
    Shifted,
    Value,
)
from backend.rules.language.walk import is_fixed, walk

_OF_DATES = frozenset(
    {
        Function.YEAR, Function.MONTH, Function.DAY, Function.WEEKDAY, Function.HOUR,
        Function.CLOCK,
    }
)  # fmt: skip


def unlike(codes: list[Code]) -> list[Code]:
    """Each expression once, in order."""
    return list({code.text: code for code in codes}.values())


def presence(atom: Predicate, rows: Rows) -> list[Code]:
    """The tests that every cell which an atom compares is filled."""
    match atom:
        case Compare(null_safe=False):
            found = filled(atom.left, rows) + filled(atom.right, rows)
        case OneOf() | Matches():
            found = filled(atom.of, rows)
        case Made():
            found = [code for each in (atom.of, *atom.parts) for code in filled(each, rows)]
        case Exists():
            found = [rows.column(mine).call("notna") for mine, _ in atom.keys]
        case Not():
            found = presence(atom.part, rows)
        case _:
            found = []
    return unlike(found)


def filled(value: Value, rows: Rows) -> list[Code]:
    """The tests that every cell of a value is filled."""
    match value:
        case Cell():
            return [raw_cell(value, rows).call("notna")]
        case Lookup():
            return [_is_found(value, rows)]
        case Previous():
            return [raw_previous(value, rows).call("notna")]
        case Arithmetic():
            return filled(value.left, rows) + filled(value.right, rows)
        case Apply() | Shifted() | PublicHoliday():
            return filled(value.of, rows)
        case Elapsed():
            return filled(value.start, rows) + filled(value.end, rows)
        case Aggregate():
            return _measured(value, rows)
        case _:
            return []


def _is_found(lookup: Lookup, rows: Rows) -> Code:
    """Dates are read where they stand, so that what is fetched says nothing of empty cells."""
    fact = rows.fact(lookup.table, lookup.column)
    if fact.date_format is not None and lookup.key_of is None:
        return is_looked_up(lookup, rows)
    return raw_lookup(lookup, rows).call("notna")


def _measured(value: Aggregate, rows: Rows) -> list[Code]:
    """The tests that there was something to measure; counts are 0 where there was not."""
    if value in rows.metrics:
        is_count = value.measure in (Measure.COUNT, Measure.DISTINCT)
        return [] if is_count else [rows.column(rows.metrics[value]).call("notna")]
    found = [rows.column(column).call("notna") for column, _ in value.keys]
    found += [rows.column(column).call("notna") for column in value.by]
    if value.measure in ZERO_OF_NONE:
        return found
    measure = rows.value(value, Reads.NUMBER)
    return [*found, call("pd.notna", measure) if is_fixed(value) else measure.call("notna")]


def illegible(atom: Predicate, rows: Rows) -> list[Code]:
    """The tests that a side of an atom is no number or date, where it calls for one.

    An empty side passes them as well, save in a null-safe comparison.
    """
    there: list[Code] = []
    if isinstance(atom, Compare) and atom.null_safe:
        there = unlike(filled(atom.left, rows) + filled(atom.right, rows))
    return [all_of([*there, code.call("isna")]) for code in _converted_sides(atom, rows)]


def legible(atom: Predicate, rows: Rows) -> list[Code]:
    """The tests that each side of an atom is there, and a number or date where it calls for one."""
    if isinstance(atom, Compare) and atom.null_safe:
        return [~test for test in illegible(atom, rows)]
    sides = [code.call("notna") for code in _converted_sides(atom, rows)]
    return sides or presence(atom, rows)


def _converted_sides(atom: Predicate, rows: Rows) -> Iterator[Code]:
    match atom:
        case Compare():
            sides = [atom.left, atom.right]
        case OneOf():
            sides = [atom.of]
        case _:
            return
    if atom.reads != Reads.TEXT:
        yield from (_converted(side, atom.reads, rows) for side in sides if not is_fixed(side))


def _converted(side: Value, reads: Reads, rows: Rows) -> Code:
    """A side as it is read; of a part of a date the date, which is there where its parts are."""
    if isinstance(side, Apply) and side.function in _OF_DATES:
        return rows.value(side.of, Reads.TIME)
    return rows.value(side, reads)


def computes(value: Value) -> bool:
    """Whether rounding errors of floating point may blur a value."""
    if isinstance(value, Aggregate):
        return bool(value.keys) and value.measure in (Measure.SUM, Measure.MEAN)
    return any(isinstance(part, Arithmetic) for part in walk(value))
