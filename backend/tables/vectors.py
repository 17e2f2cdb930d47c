"""Arrow's arrays as NumPy's and back, by their buffers.

What pyarrow itself offers for this imports pandas first, which takes longer than most tables do.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Mask = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]
_NUMBERS = {
    pa.int8(): np.int8, pa.int16(): np.int16, pa.int32(): np.int32, pa.int64(): np.int64,
    pa.float64(): np.float64,
}  # fmt: skip


def in_one_piece(cells: pa.ChunkedArray) -> pa.Array:
    """The only piece of a column as it lies there, or several joined."""
    # Arrow's own ``combine_chunks`` copies an only piece, too.
    return cells.chunk(0) if cells.num_chunks == 1 else cells.combine_chunks()


def as_mask(truths: pa.BooleanArray) -> Mask:
    """The truths of an array without nulls."""
    bits = np.frombuffer(truths.buffers()[1], np.uint8) if len(truths) else np.empty(0, np.uint8)
    end = truths.offset + len(truths)
    found = np.unpackbits(bits[: (end + 7) // 8], count=end, bitorder="little")
    return found[truths.offset :].view(np.bool_)


def of_mask(mask: Mask) -> pa.BooleanArray:
    """A mask for Arrow's ``filter``."""
    bits = pa.py_buffer(np.packbits(mask, bitorder="little"))
    return pa.Array.from_buffers(pa.bool_(), len(mask), [None, bits])


def as_numbers(numbers: pa.Array) -> npt.NDArray[np.generic]:
    """The machine numbers of an array, not copied; what stands under a null is anything."""
    dtype = _NUMBERS[numbers.type]
    if not len(numbers):
        return np.empty(0, dtype)
    whole = np.frombuffer(numbers.buffers()[1], dtype)
    return whole[numbers.offset : numbers.offset + len(numbers)]


def as_integers(numbers: pa.Array) -> Integers:
    """The integers of an array as int64; what stands under a null is anything."""
    return as_numbers(numbers).astype(np.int64, copy=False)


def of_integers(numbers: Integers) -> pa.Int64Array:
    """Integers without a null."""
    return pa.Array.from_buffers(pa.int64(), len(numbers), [None, pa.py_buffer(numbers)])


def of_texts(texts: Sequence[str]) -> pa.LargeStringArray:
    """Texts without a null."""
    encoded = [text.encode() for text in texts]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.large_string(), len(texts), buffers)
