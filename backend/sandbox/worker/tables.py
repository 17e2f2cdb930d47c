"""Maps the tables of one data scope from open files."""

from __future__ import annotations

import mmap
import os
from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.ipc


def load(names: Sequence[str], files: Sequence[int]) -> dict[str, pd.DataFrame]:
    """Frames over the mapped files, by table; closes the files.

    Raises:
        ValueError: a file is not an Arrow IPC stream.
    """
    return {name: _load_one(file) for name, file in zip(names, files, strict=True)}


def _load_one(file: int) -> pd.DataFrame:
    try:
        mapped = mmap.mmap(file, os.fstat(file).st_size, prot=mmap.PROT_READ)
    finally:
        os.close(file)
    with pyarrow.ipc.open_stream(pa.py_buffer(mapped)) as stream:
        frame: pd.DataFrame = stream.read_all().to_pandas(split_blocks=True, use_threads=False)
    frame.index = pd.RangeIndex(len(frame))
    return frame
