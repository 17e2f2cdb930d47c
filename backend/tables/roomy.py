"""Arrow streams of long tables, with room behind each buffer, so that they can grow where they lie.

Such a file is one stream of one batch like any other: the batch tells where its buffers are. What
is behind them is a hole, which takes no room on the disk, and nobody reads it. The cells of a table
that has grown by an eighth at most are written there; what was there before stays as it is, so that
whoever has mapped the file goes on reading the rows that it had.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pyarrow as pa
import xxhash

from backend.tables.batch_message import (
    END_OF_STREAM,
    Batch,
    batch_message,
    message_length,
    schema_message,
)
from backend.tables.column_buffers import Pieces, buffers, is_laid_out, more_buffers, validity
from backend.tables.seals import Extent, Whole, trailer_of
from backend.tables.unquoted import LONG

_PAGE = 4096
_SHARE = 8
"""What is there has so many times the room that is behind it."""


class _Layout(NamedTuple):
    """Where the parts of a file begin: after the schema, and the batch, comes the body."""

    batch: int
    body: int
    starts: Sequence[int]
    end: int


def is_roomy(table: pa.Table) -> bool:
    """Whether a table is written with room to grow."""
    return table.num_rows >= LONG and all(is_laid_out(field.type) for field in table.schema)


def write_roomy(path: Path, table: pa.Table) -> Whole:
    """Write a table as one Arrow IPC stream of one batch, with its seal.

    Raises:
        OSError: it cannot be written.
    """
    columns = [[[validity(cells)], *buffers(cells)] for cells in table.columns]
    parts = [pieces for column in columns for pieces in column]
    layout = _plan(table, parts)
    with path.open("wb") as file:
        extents = [
            _written(file, _nothing(start), pieces)
            for start, pieces in zip(layout.starts, parts, strict=True)
        ]
        return _finished(file, table, layout, extents)


def grow_roomy(file: BinaryIO, whole: Whole, table: pa.Table) -> Whole | None:
    """Write what a table has more than its file, which is ``whole``, into the room that is there.

    Each column of ``table`` is the one of the file and a piece more. None where there is not
    enough room: then the file is as it was.

    Raises:
        OSError: it cannot be written; the file may not hold its seal any more.
    """
    layout, there = _layout_of(file, whole), whole.extents[1:]
    added = list(_added(table, there))
    ends = [*layout.starts[1:], layout.end]
    fits = (
        extent.start + extent.length + _size(pieces) <= end
        for (extent, pieces), end in zip(added, ends, strict=True)
    )
    if not all(fits) or not _head(table, layout, there):
        return None
    return _finished(file, table, layout, [_written(file, *each) for each in added])


def _plan(table: pa.Table, parts: Sequence[Pieces]) -> _Layout:
    """Where everything goes in a new file."""
    bits = (table.num_rows + 7) // 8
    schema = len(schema_message(table.schema) or b"")
    nowhere = Batch(0, [0] * table.num_columns, [(0, 0)] * len(parts), 0)
    batch = len(batch_message(table.schema, nowhere) or b"")
    sizes = [2 * schema, batch, *(max(bits, _size(each)) for each in parts)]
    _, after_schema, body, *more, end = accumulate(map(_with_room, sizes), initial=0)
    return _Layout(after_schema, body, [body, *more], end)


def _with_room(size: int) -> int:
    return (1 + -(-(size + size // _SHARE) // _PAGE)) * _PAGE


def _layout_of(file: BinaryIO, whole: Whole) -> _Layout:
    head, *others = whole.extents
    schema = message_length(os.pread(file.fileno(), 8, 0), 0)
    end = whole.end - len(END_OF_STREAM)
    return _Layout(schema, head.length, [each.start for each in others], end)


def _added(table: pa.Table, extents: Sequence[Extent]) -> Iterator[tuple[Extent, Pieces]]:
    """What is to be continued, with what is to be written there; validity is written whole."""
    left = iter(extents)
    for cells in table.columns:
        yield _nothing(next(left).start), [validity(cells)]
        is_text = pa.types.is_large_string(cells.type)
        places, *letters = [next(left) for _ in range(2 if is_text else 1)]
        there = letters[0].length if letters else 0
        more = more_buffers(cells.chunks[1:], cells.type, letters=there)
        yield from zip([places, *letters], more, strict=True)


def _finished(file: BinaryIO, table: pa.Table, layout: _Layout, extents: Sequence[Extent]) -> Whole:
    """The file with its head, which tells what was written, and the seal."""
    head = _head(table, layout, extents)
    if head is None:
        raise ValueError("the head of a stream does not fit into the room that was made for it")
    told = [_written(file, _nothing(0), [memoryview(head)]), *extents]
    file.seek(layout.end)
    file.write(END_OF_STREAM + trailer_of(told))
    return Whole(tuple(told), layout.end + len(END_OF_STREAM))


def _head(table: pa.Table, layout: _Layout, extents: Sequence[Extent]) -> bytes | None:
    """The messages before the body; None where the schema has become too long."""
    places = [(each.start - layout.body, each.length) for each in extents]
    nulls = [cells.null_count for cells in table.columns]
    batch = Batch(table.num_rows, nulls, places, layout.end - layout.body)
    first = schema_message(table.schema, layout.batch)
    second = batch_message(table.schema, batch, layout.body - layout.batch)
    return first + second if first and second else None


def _nothing(start: int) -> Extent:
    return Extent(start, 0, xxhash.xxh3_128())


def _size(pieces: Pieces) -> int:
    return sum(piece.nbytes for piece in pieces)


def _written(file: BinaryIO, extent: Extent, pieces: Pieces) -> Extent:
    """The extent with these bytes behind those that it had."""
    digest = extent.digest.copy()
    file.seek(extent.start + extent.length)
    for piece in pieces:
        digest.update(piece)
        file.write(piece)
    return Extent(extent.start, extent.length + _size(pieces), digest)
