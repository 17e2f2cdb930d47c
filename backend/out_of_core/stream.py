"""A cached table in batches, as often as it is asked for.

Rules of this file: cells are lent from the mapped file, and what was lent is let go of again, so
that a table of any size takes a few megabytes of this process.

Whoever takes a stream through Arrow's scanner reads ahead of itself by up to a gibibyte. So a batch
is lent only while few others are still held: each carries a token, which dies with its last buffer.
"""

from __future__ import annotations

import mmap
import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.program import TableFile
from backend.out_of_core.size import MIB, open_mapped
from backend.rules.lowering import ROW

BATCH_ROWS = 1 << 14
BATCH_BYTES = MIB
"""A batch is of so many rows, or of fewer where rows are wide."""
MOST_HELD = 16
"""Batches."""
PATIENCE_SECONDS = 5.0
"""Whoever holds all batches for so long gets another one."""
MOST_LENT = 4 * MIB
"""Bytes after which the pages of the file are given back; who needs them again gets them again."""
TAKEN_ROWS = 64
"""Rows that are taken before the pages are given back: a lone row may bring a mebibyte of them."""
NO_CASTS: Mapping[str, pa.DataType] = MappingProxyType({})


class _Token:
    """What the buffers of one batch keep alive."""


class _Lender:
    """Lends the batches of one scan, of which only so many may be held at a time."""

    def __init__(self) -> None:
        self._held = 0
        self._closed = False
        self._changed = threading.Condition(threading.RLock())

    def lend(self) -> _Token | None:
        """Wait until few batches are held; None once nobody wants another one."""
        with self._changed:
            self._changed.wait_for(self._may_lend, PATIENCE_SECONDS)
            if self._closed:
                return None
            self._held += 1
        token = _Token()
        weakref.finalize(token, self._take_back)
        return token

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _may_lend(self) -> bool:
        return self._closed or self._held < MOST_HELD

    def _take_back(self) -> None:
        with self._changed:
            self._held -= 1
            self._changed.notify_all()


class TableStream:
    """The rows of a table, each behind its number, for everyone who takes Arrow streams."""

    def __init__(
        self,
        file: TableFile,
        columns: Sequence[str] | None = None,
        casts: Mapping[str, pa.DataType] = NO_CASTS,
    ) -> None:
        """Map the file; ``casts`` are columns of text that hold nothing but numbers.

        Raises:
            DataError: ``damaged-cache``.
        """
        self.file = file
        self.rows = file.rows
        self._lent = 0
        self._lenders: weakref.WeakSet[_Lender] = weakref.WeakSet()
        self._table = open_mapped(file, self._map)
        if columns is not None:
            self._table = self._table.select(list(columns))
        self._casts = casts
        self.step = self.rows_in(BATCH_BYTES, BATCH_ROWS)

    def rows_in(self, size: int, most: int) -> int:
        """How many rows take about so many bytes: at least one, and not above ``most``."""
        columns = self._table.columns
        whole = sum(int(column.get_total_buffer_size()) for column in columns)
        return max(1, min(most, size * self.rows // max(1, whole)))

    @property
    def column_names(self) -> list[str]:
        """The columns, without the number of the row."""
        return list(self._table.column_names)

    @property
    def schema(self) -> pa.Schema:
        """The number of the row, then the columns."""
        fields = [(f.name, self._casts.get(f.name, f.type)) for f in self._table.schema]
        return pa.schema([(ROW, pa.int64()), *fields])

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """All rows from the first one on; DuckDB asks anew for every scan."""
        reader = pa.RecordBatchReader.from_batches(self.schema, self._numbered())
        return reader.__arrow_c_stream__(requested_schema)

    def of(
        self, columns: Sequence[str] | None, casts: Mapping[str, pa.DataType] = NO_CASTS
    ) -> TableStream:
        """The same rows with some of the columns; None is all."""
        return TableStream(self.file, columns, casts)

    def close(self) -> None:
        """Give no further batch to anyone: what reads ahead of a query that has ended stops."""
        for lender in list(self._lenders):
            lender.close()

    def kind(self, column: str) -> pa.DataType:
        """The Arrow type in which a column lies in the cache."""
        return self._table.schema.field(column).type

    def parts(self, column: str) -> Iterator[pa.Table]:
        """One column, some rows at a time; at least one part, which may be empty."""
        alone = self._table.select([column])
        for start in range(0, max(1, len(alone)), self.step):
            part = alone.slice(start, self.step)
            yield part
            self._let_go(part.nbytes)

    def take(self, rows: Sequence[int]) -> pa.Table:
        """The cells of these rows, which ascend, as they lie in the cache.

        Arrow would join a table of several parts into one before it takes a row.
        """
        wanted, start, taken = np.asarray(rows, dtype=np.int64), 0, []
        for batch in self._table.to_batches():
            first, end = np.searchsorted(wanted, [start, start + len(batch)])
            for at in range(first, end, TAKEN_ROWS):
                some = wanted[at : min(at + TAKEN_ROWS, end)]
                taken.append(batch.take(pa.array(some - start)))
                self._let_go(MOST_LENT)
            start += len(batch)
        return pa.Table.from_batches(taken, self._table.schema)

    def _map(self, path: str) -> pa.Buffer:
        with Path(path).open("rb") as opened:
            self._mapped = mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)
        return pa.py_buffer(self._mapped)

    def _numbered(self) -> Iterator[pa.RecordBatch]:
        schema, number, lender = self.schema, 0, _Lender()
        self._lenders.add(lender)
        for batch in self._table.to_batches(max_chunksize=self.step):
            token = lender.lend()
            if token is None:
                return
            numbers = pa.array(np.arange(number, number + len(batch)))
            number += len(batch)
            cells = [
                pc.cast(cells, self._casts[name]) if name in self._casts else cells
                for name, cells in zip(batch.schema.names, batch.columns, strict=True)
            ]
            columns = [_tied(column, token) for column in (numbers, *cells)]
            del token, numbers, cells
            lent = pa.record_batch(columns, schema=schema)
            del columns
            yield lent
            del lent
            self._let_go(batch.nbytes)

    def _let_go(self, size: int) -> None:
        self._lent += size
        if self._lent >= MOST_LENT:
            self._lent = 0
            self._mapped.madvise(mmap.MADV_DONTNEED)


def _tied(cells: pa.Array, token: _Token) -> pa.Array:
    """The same cells in the same memory, which keep a token alive."""
    buffers = [
        buffer and pa.foreign_buffer(buffer.address, buffer.size, (token, buffer))
        for buffer in cells.buffers()
    ]
    return pa.Array.from_buffers(cells.type, len(cells), buffers, cells.null_count, cells.offset)
