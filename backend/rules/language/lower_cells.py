"""Cells as they were loaded, and their conversion to numbers, dates or text.

A cell that is no number or date becomes NULL; `is_doubtful` tells where one may be.
"""

from __future__ import annotations

import re

from sqlglot import exp

from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.rules.language.date_shapes import ISO8601, shape_of
from backend.rules.language.lower_place import Place
from backend.rules.language.patterns import BLANKS
from backend.rules.language.rows import NUMERIC
from backend.rules.language.sql import (
    Sql,
    among,
    as_double,
    call,
    cast,
    text,
    when,
)  # fmt: skip
from backend.rules.language.terms import Cell, Reads
from backend.rules.lowering import NotLowered

DATES = (Reads.DATE, Reads.TIME)
BLANK = f"[{BLANKS}]"
_NUMBER = r"(?i)^\s*[-+]?([\d.]+(e[-+]?\d+)?|inf(inity)?)\s*$"


def raw_cell(cell: Cell, place: Place) -> Sql:
    """The cell as it was loaded, with the rule's own markers of "missing" emptied."""
    if cell.table != place.table:
        raise NotLowered(f"{cell.table}.{cell.column} is read as a cell of {place.table}")
    fact = place.fact(cell.table, cell.column)
    return emptied(place.column(cell.column), cell.empty_if, fact)


def emptied(raw: Sql, markers: tuple[str, ...], fact: ColumnRead) -> Sql:
    """The cell, or NULL where its text is one of ``markers``."""
    if not markers:
        return raw
    if len(markers) == 1 and fact.type not in NUMERIC:
        return call("NULLIF", raw, text(markers[0]))
    is_marker = among(as_text(raw, fact), map(text, markers))
    return when(is_marker, exp.null(), raw)


def as_text(raw: Sql, fact: ColumnRead) -> Sql:
    """The cell as text."""
    return cast(raw, "TEXT") if fact.type in NUMERIC else raw


def as_number(raw: Sql, fact: ColumnRead) -> Sql:
    """The cell as a number."""
    if fact.type in NUMERIC:
        return raw
    return as_double(call("REGEXP_EXTRACT", raw, text(_NUMBER)))


def converted(raw: Sql, fact: ColumnRead, reads: Reads) -> Sql:
    """The cell as ``reads`` asks: a number, a DATE, a TIMESTAMP or a text."""
    if reads == Reads.NUMBER:
        return as_number(raw, fact)
    if reads == Reads.TEXT:
        return as_text(raw, fact)
    found = _timestamp(as_text(raw, fact), fact)
    return cast(found, "DATE") if reads == Reads.DATE else found


def is_doubtful(fact: ColumnRead, reads: Reads) -> bool:
    """Whether a filled cell may be no number or date."""
    return reads in DATES or (reads == Reads.NUMBER and fact.type not in NUMERIC)


def has_time(fact: ColumnRead) -> bool:
    """Whether the dates of a column carry a time of day."""
    return fact.date_format == ISO8601 or bool(re.search("%[HI]", fact.date_format or ""))


def _timestamp(raw: Sql, fact: ColumnRead) -> Sql:
    """The cell as a TIMESTAMP; one with an offset is moved to UTC."""
    if fact.date_format is None:
        raise NotLowered(f"{fact.table}.{fact.column} holds no dates")
    if fact.type is not ColumnType.DATE:
        raw = call("REGEXP_EXTRACT", raw, text(f"^{shape_of(fact.date_format)}$"))
    if fact.date_format != ISO8601:
        return call("TRY_STRPTIME", raw, text(fact.date_format))
    to_minutes = text(r"^(.{10}[T ]\d\d:\d\d)(Z|[-+].*)?$")
    full = call("REGEXP_REPLACE", raw, to_minutes, text(r"\1:00\2"))
    aware = exp.TryCast(this=full, to=exp.DataType.build("TIMESTAMPTZ"))
    return exp.AtTimeZone(this=aware, zone=text("UTC"))
