"""Flagged rows as CSV: all of them, with where each one stands in its source.

Rules of this file: it writes to a stream and touches no disk (the caller makes the file whole or
not at all); a cell's text is kept to the byte, but for one case: text that a spreadsheet would run
as a formula (it begins with = + - @, also as full-width signs, or with a tab or line break, and is
no plain number) gets a leading apostrophe, as do names of columns; a missing cell is empty; rows
end with a line feed. Text is quoted only in files that need it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv
from pydantic import JsonValue

from backend.outputs.arrow_cells import as_written, integers, scalar, texts
from backend.outputs.legal_text import FORMULA, PLAIN_NUMBER

if TYPE_CHECKING:
    import pandas as pd

LEADING = ("_table", "_row", "_source")
"""The columns that open every file of flagged rows."""

_STRUCTURAL = r'[",\r\n]'
_FORMULA = f"^{FORMULA}"
_PLAIN_NUMBER = f"^{PLAIN_NUMBER}$"


def write_flagged(
    stream: BinaryIO,
    table: str,
    frame: pd.DataFrame | pa.Table,
    rows: Sequence[int],
    sources: Sequence[str],
) -> None:
    """Write the rows of a table at these 0-based positions, with all their columns.

    ``sources`` tells for each of ``rows`` where a person finds it (``events.csv:12``). A column
    that is called like one of `LEADING` gets a suffix.

    Raises:
        ValueError: there are not as many sources as rows, or a position is before the first row.
        IndexError: a position is after the last row.
    """
    positions = np.asarray(rows, dtype=np.int64)
    if len(positions) != len(sources) or (positions < 0).any():
        raise ValueError(f"{table}: {len(rows)} rows and {len(sources)} sources do not belong")
    found = frame.take(integers(positions) if isinstance(frame, pa.Table) else positions)
    part = FlaggedPart(found, rows, sources)
    _write(stream, _names(part), _columns(table, part))


class FlaggedPart(NamedTuple):
    """Some flagged rows: their cells alone, their 0-based positions, and where they stand."""

    cells: pd.DataFrame | pa.Table
    rows: Sequence[int]
    sources: Sequence[str]


def write_flagged_parts(
    stream: BinaryIO, table: str, parts: Callable[[], Iterable[FlaggedPart]]
) -> None:
    """Write what `write_flagged` writes of all parts together, with one part at a time in memory.

    ``parts`` gives them, at least one, each time that it is called: once to see whether a text
    needs quotes, and once to write.
    """
    contents = (content_of(table, part) for part in parts())
    style = "needed" if any(any(map(_needs_quotes, each)) for each in contents) else "none"
    for number, part in enumerate(parts()):
        if number == 0:
            stream.write(header_of(part))
        write_rows(stream, content_of(table, part), style)


def header_of(part: FlaggedPart) -> bytes:
    """The line with the names of the columns."""
    return _header(_disarm(texts(_names(part))).to_pylist())


def content_of(table: str, part: FlaggedPart) -> list[pa.ChunkedArray]:
    """The columns of flagged rows as they are written, those that open the file before them."""
    return _content(_columns(table, part))


def _names(part: FlaggedPart) -> list[str]:
    cells = part.cells
    names = cells.column_names if isinstance(cells, pa.Table) else map(str, cells.columns)
    return [*LEADING, *_rename(names)]


def _columns(table: str, part: FlaggedPart) -> list[pa.Array]:
    opening = [
        pa.repeat(scalar(table, pa.string()), len(part.rows)),
        integers(part.rows),
        texts(part.sources),
    ]
    return [*opening, *_cells(part.cells)]


def _cells(cells: pd.DataFrame | pa.Table) -> list[pa.Array]:
    if not isinstance(cells, pa.Table):
        return [_to_arrow(cells.iloc[:, number]) for number in range(cells.shape[1])]
    columns = [as_written(column) for column in cells.columns]
    if any(column is None for column in columns):
        return _cells(cells.to_pandas(split_blocks=True, use_threads=False))
    return columns


def write_failing_groups(
    stream: BinaryIO, table: str, records: Sequence[Mapping[str, JsonValue]]
) -> None:
    """Write failing groups or metrics, one line each; they stand in no row of the source.

    The columns are the fields of all records, in the order in which they first occur.
    """
    fields = list(dict.fromkeys(name for record in records for name in record))
    columns = [_texts(record.get(name) for record in records) for name in fields]
    nowhere = pa.nulls(len(records), pa.string())
    opening = [pa.repeat(scalar(table, pa.string()), len(records)), nowhere, nowhere]
    _write(stream, [*LEADING, *_rename(fields)], [*opening, *columns])


def write_part(
    stream: BinaryIO, frame: pd.DataFrame, rows: Sequence[int], more: Mapping[str, Sequence[str]]
) -> None:
    """Write the rows of a table at these 0-based positions, then ``more`` columns of texts.

    Raises:
        IndexError: a position is after the last row.
    """
    part = frame.take(np.asarray(rows, dtype=np.int64))
    columns = [_to_arrow(part.iloc[:, number]) for number in range(part.shape[1])]
    columns += [texts(each) for each in more.values()]
    _write(stream, [*map(str, frame.columns), *more], columns)


def _rename(names: Iterable[str]) -> list[str]:
    """Give the names that clash with `LEADING` the first suffix that is free."""
    found = list(names)
    taken = {*LEADING, *found}
    renamed = []
    for name in found:
        free = name
        number = 2
        while name in LEADING and free in taken:
            free, number = f"{name}_{number}", number + 1
        taken.add(free)
        renamed.append(free)
    return renamed


def _to_arrow(column: pd.Series) -> pa.Array:
    import pandas as pd

    kind = column.dtype
    is_number = pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind)
    if is_number or isinstance(kind, pd.StringDtype):
        return pa.array(column, from_pandas=True)
    missing = column.isna()
    return _texts(None if gone else cell for cell, gone in zip(column, missing, strict=True))


def _texts(cells: Iterable[object]) -> pa.Array:
    return texts(map(_text, cells))


def _text(cell: object) -> str | None:
    match cell:
        case None:
            return None
        case str():
            return cell.encode("utf-8", errors="replace").decode()
        case bool() | list() | dict():
            return json.dumps(cell, ensure_ascii=False)
    return str(cell)


def _write(stream: BinaryIO, names: Sequence[str], columns: Sequence[pa.Array]) -> None:
    stream.write(_header(_disarm(texts(names)).to_pylist()))
    content = _content(columns)
    write_rows(stream, content, "needed" if any(map(_needs_quotes, content)) else "none")


def _content(columns: Sequence[pa.Array]) -> list[pa.ChunkedArray]:
    keys = [str(number) for number in range(len(columns))]
    found: list[pa.ChunkedArray] = pa.table(
        dict(zip(keys, map(_disarm, columns), strict=True))
    ).columns
    return found


def write_rows(stream: BinaryIO, columns: Sequence[pa.ChunkedArray], style: str) -> None:
    """Write columns as they are, with quotes where the ``style`` says so: ``none``, ``needed``."""
    content = pa.table(columns, names=[str(number) for number in range(len(columns))])
    options = arrow_csv.WriteOptions(include_header=False, quoting_style=style)
    arrow_csv.write_csv(content, stream, options)


def _disarm(column: pa.Array) -> pa.Array:
    """The texts, with an apostrophe before those that a spreadsheet would run."""
    if not _is_text(column.type):
        return column
    starts = pc.match_substring_regex(column, _FORMULA)
    runs = pc.and_not(starts, pc.match_substring_regex(column, _PLAIN_NUMBER))
    if not pc.any(runs).as_py():
        return column
    return pc.if_else(
        runs,
        pc.binary_join_element_wise(scalar("'", column.type), column, scalar("", column.type)),
        column,
    )


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _header(names: Sequence[str]) -> bytes:
    quoted = (f'"{name.replace(chr(34), chr(34) * 2)}"' for name in names)
    plain = any(set(name) & set('",\r\n') for name in names)
    return (",".join(quoted if plain else names) + "\n").encode()


def find_structural(column: pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    """Which cells of a column make the file that they stand in quoted."""
    flags = np.zeros(len(column), dtype=np.bool_)
    if _needs_quotes(column):
        found = pc.indices_nonzero(pc.match_substring_regex(column, _STRUCTURAL))
        flags[np.frombuffer(found.buffers()[1], dtype=np.uint64, count=len(found))] = True
    return flags


def _needs_quotes(column: pa.ChunkedArray) -> bool:
    return _is_text(column.type) and bool(
        pc.any(pc.match_substring_regex(column, _STRUCTURAL)).as_py()
    )
