"""The filled cells of a text column as bytes in a row, for judging them all at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from backend.tables.vectors import Integers

Letters = npt.NDArray[np.uint8]


class CellBytes(NamedTuple):
    """UTF-8 of all filled cells one after the other; each is never empty.

    Cell ``i`` is ``letters[starts[i]:ends[i]]``, and ``ends[i]`` is ``starts[i + 1]``.
    """

    letters: Letters
    starts: Integers
    ends: Integers

    @property
    def lengths(self) -> Integers:
        """The bytes of each cell."""
        return self.ends - self.starts

    @property
    def firsts(self) -> Letters:
        """The first byte of each cell."""
        return self.letters[self.starts]


def cell_bytes(cells: pa.Array) -> CellBytes | None:
    """The filled cells of large strings; None where there are none.

    None also where an empty text is no null, or a null holds bytes.
    """
    if len(cells) == cells.null_count or not pa.types.is_large_string(cells.type):
        return None
    offsets = np.frombuffer(cells.buffers()[1], np.int64)
    offsets = offsets[cells.offset : cells.offset + len(cells) + 1]
    letters = np.frombuffer(cells.buffers()[2], np.uint8)[offsets[0] : offsets[-1]]
    if offsets[0]:
        offsets = offsets - offsets[0]
    starts, ends = offsets[:-1], offsets[1:]
    is_filled = ends > starts
    if int(np.count_nonzero(is_filled)) != len(cells) - cells.null_count:
        return None
    if not cells.null_count:
        return CellBytes(letters, starts, ends)
    return CellBytes(letters, starts[is_filled], ends[is_filled])
