"""The cells of one table as text under named columns, before they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from backend.tables.vectors import in_one_piece, of_texts

Lines = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Grid:
    """One table as text; a null is an empty cell.

    ``lines`` holds the 1-based line (or sheet row) where each data row starts, or None where
    data row r stands on line r + 2. ``as_text`` are the positions of the columns in which a
    workbook stores text, so that they are never numbers.
    """

    names: tuple[str, ...]
    columns: tuple[pa.Array, ...]
    lines: Lines | None
    encoding: str = ""
    delimiter: str = ""
    as_text: frozenset[int] = frozenset()


def text_column(pieces: Sequence[pa.Array]) -> pa.Array:
    """One array of large strings of the given pieces, in which empty text is null."""
    cells = in_one_piece(pa.chunked_array(pieces, pa.large_string()))
    empty, null = of_texts([""])[0], pa.nulls(1, pa.large_string())[0]
    return pc.if_else(pc.equal(cells, empty), null, cells)


def uneven(lines: Lines) -> Lines | None:
    """The lines, or None where data row r stands on line r + 2 anyway."""
    even = np.arange(2, len(lines) + 2, dtype=np.int64)
    return None if np.array_equal(lines, even) else lines
