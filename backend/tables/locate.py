"""Where a person finds a row: file, sheet and line."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from backend.contracts.schema import TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_arrow, read_frame, row_lines


def locate_rows(workspace: Workspace, snapshot: TableSnapshot, rows: Sequence[int]) -> list[str]:
    """The place of each 0-based data row: ``events.csv:12``, ``book.xlsx!Sheet1:12``.

    A row that tells of a file stands for the file itself. A table that is no file has no lines: its
    rows are named by their key (``orders[order_id=17]``), or counted from 1 (``orders[3]``).

    Raises:
        DataError: the lines must be read again and the source has changed or is gone.
    """
    if not snapshot.file:
        names = read_frame(table_file(workspace, snapshot), ["file"])["file"]
        return [str(names.iloc[row]) for row in rows]
    if snapshot.origin:
        return _locate_declared(workspace, snapshot, rows)
    place = snapshot.file if snapshot.sheet is None else f"{snapshot.file}!{snapshot.sheet}"
    if snapshot.even_lines:
        return [f"{place}:{row + 2}" for row in rows]
    lines = row_lines(workspace, snapshot)
    return [f"{place}:{lines[row]}" for row in rows]


def _locate_declared(
    workspace: Workspace, snapshot: TableSnapshot, rows: Sequence[int]
) -> list[str]:
    if not snapshot.key:
        return [f"{snapshot.table}[{row + 1}]" for row in rows]
    keys = read_arrow(table_file(workspace, snapshot)).select(list(snapshot.key))
    found = keys.take(pa.array(rows, pa.int64())).to_pylist()
    return [
        f"{snapshot.table}[{', '.join(f'{name}={_say(cell)}' for name, cell in row.items())}]"
        for row in found
    ]


def _say(cell: object) -> str:
    return "" if cell is None else str(cell)
