"""Columns of a source to typed columns, by the source's own types.

Numbers are numbers and texts are texts, whatever they look like; a text that reads as a date is
one, as in a workbook. Dates and booleans become the text that a file would hold.
"""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import xxhash

from backend.contracts.schema import ColumnType
from backend.tables.dates import ISO8601
from backend.tables.declared.extract import SourceColumn
from backend.tables.infer import TypedColumn, type_column

_DAY = "%Y-%m-%d"
_TEXT = pa.large_string()


def type_source(column: SourceColumn) -> TypedColumn:
    """One column, typed."""
    name, cells = column.name, _whole(column.cells)
    kind = cells.type
    if pa.types.is_boolean(kind):
        return _told(name, pc.cast(cells, _TEXT), ColumnType.BOOLEAN)
    if pa.types.is_date(kind):
        return _told(name, _spell_dates(cells), ColumnType.DATE, _DAY)
    if pa.types.is_timestamp(kind):
        return _told(name, _spell_times(cells), ColumnType.DATE, ISO8601)
    if pa.types.is_integer(kind):
        return _integers(name, cells)
    if pa.types.is_floating(kind):
        return _numbers(name, cells)
    if pa.types.is_decimal(kind) or column.are_numerals:
        texts = _spell(cells)
        return _spelled_numbers(name, texts)
    return type_column(name, _spell(cells), as_text=True)


def hash_columns(columns: list[TypedColumn]) -> tuple[str, str]:
    """The hashes of a table's columns and cells, for change and for receipts.

    They are those of names, types, and which cells hold what; nothing else of the source counts.
    """
    fast, sealed = xxhash.xxh3_128(), hashlib.sha256()
    for column in columns:
        facts = column.facts
        head = json.dumps([facts.name, facts.type, facts.date_format, len(column.cells)])
        for part in (head.encode(), *_bytes(column.cells)):
            fast.update(part)
            sealed.update(part)
    return f"xxh3:{fast.hexdigest()}", f"sha256:{sealed.hexdigest()}"


def _bytes(cells: pa.Array) -> list[bytes]:
    """Which cells are there, and their values; what lies below an empty cell does not count."""
    there = np.packbits(np.asarray(pc.is_valid(cells)))
    if pa.types.is_large_string(cells.type):
        texts = pa.concat_arrays([cells.fill_null("")])
        _, offsets, data = texts.buffers()
        lengths = np.diff(np.frombuffer(offsets, np.int64)[: len(texts) + 1])
        return [there.tobytes(), lengths.tobytes(), data.to_pybytes() if data else b""]
    filled = np.asarray(cells.fill_null(0))
    return [there.tobytes(), filled.tobytes()]


def _whole(cells: pa.ChunkedArray) -> pa.Array:
    """One array, of values and not of references to them."""
    whole = cells.combine_chunks()
    whole = whole if isinstance(whole, pa.Array) else pa.concat_arrays(whole.chunks)
    if pa.types.is_dictionary(whole.type):
        whole = whole.dictionary_decode()
    if isinstance(whole, pa.ExtensionArray):
        whole = whole.storage
    return whole


def _told(
    name: str, texts: pa.Array, kind: ColumnType, date_format: str | None = None
) -> TypedColumn:
    """Text whose type the source tells."""
    read = type_column(name, texts, as_text=True)
    update = {
        "type": kind,
        "mostly": None,
        "date_format": date_format,
        "day_or_month_first": False,
    }
    return TypedColumn(read.facts.model_copy(update=update), texts, "str")


def _spell_dates(cells: pa.Array) -> pa.Array:
    return pc.strftime(cells.cast(pa.date32()), format=_DAY).cast(_TEXT)


def _spell_times(cells: pa.Array) -> pa.Array:
    """ISO 8601; in UTC where the source knows the moment, and with a fraction where one is."""
    kind = cells.type
    unit = kind.unit if kind.unit in ("us", "ns") else "us"
    moments = cells.cast(pa.timestamp(unit, kind.tz and "UTC"))
    per_second = {"us": 1_000_000, "ns": 1_000_000_000}[unit]
    has_fraction = pc.any(pc.not_equal(_rest(moments, per_second), 0)).as_py()
    kept = moments if has_fraction else moments.cast(pa.timestamp("s", moments.type.tz))
    texts = pc.strftime(kept, format="%Y-%m-%d %H:%M:%S").cast(_TEXT)
    zone = [pa.scalar(each, _TEXT) for each in ("+00:00", "")]
    return pc.binary_join_element_wise(texts, *zone) if kind.tz else texts


def _rest(moments: pa.Array, per_second: int) -> pa.Array:
    counts = moments.cast(pa.int64())
    return pc.subtract(counts, pc.multiply(pc.divide(counts, per_second), per_second))


def _integers(name: str, cells: pa.Array) -> TypedColumn:
    try:
        integers = cells.cast(pa.int64())
    except pa.ArrowInvalid:  # beyond 2**63: no program can hold it as a whole number
        return type_column(name, cells.cast(_TEXT))
    return _as_number(name, integers, ColumnType.INTEGER)


def _numbers(name: str, cells: pa.Array) -> TypedColumn:
    numbers = cells.cast(pa.float64())
    numbers = pc.if_else(pc.is_nan(numbers), pa.scalar(None, pa.float64()), numbers)
    return _as_number(name, numbers, ColumnType.NUMBER)


def _as_number(name: str, cells: pa.Array, kind: ColumnType) -> TypedColumn:
    """Facts as of the spelled cells; the type is told, not read."""
    facts = type_column(name, cells.cast(_TEXT), as_text=True).facts
    told = {"type": kind, "mostly": None, "date_format": None, "day_or_month_first": False}
    if kind is ColumnType.INTEGER:
        dtype = "Int64" if cells.null_count else "int64"
    else:
        dtype = "float64"
    return TypedColumn(facts.model_copy(update=told), cells, dtype)


def _spelled_numbers(name: str, texts: pa.Array) -> TypedColumn:
    """Decimals as a file would hold them: numbers where their digits fit, else text."""
    if texts.null_count == len(texts):
        return _as_number(name, texts.cast(pa.float64()), ColumnType.NUMBER)
    return type_column(name, texts)


def _spell(cells: pa.Array) -> pa.Array:
    kind = cells.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_decimal(kind):
        return cells.cast(_TEXT)
    return pa.array([_say(cell) for cell in cells.to_pylist()], _TEXT)


def _say(cell: object) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bytes):
        return cell.hex()
    if isinstance(cell, dict | list | tuple):
        return json.dumps(cell, ensure_ascii=False, sort_keys=True, default=str)
    return str(cell)
