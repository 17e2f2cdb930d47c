"""Flagged rows, whole, where the check's owner finds them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, Program
from backend.contracts.schema import Schema, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.outputs.flagged import write_failing_groups, write_flagged
from backend.outputs.spelled_rows import SpelledRows
from backend.store.atomic import replacing
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_arrow
from backend.tables.locate import locate_rows

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_MAPPED = 8
"""Tables that stay mapped: pages that one check's rows lie on are there for the next check's."""
_MOST_SPELLED_ROWS, _MOST_SPELLED_BYTES = 100_000, 32 << 20
"""Of a table that is no larger all rows are spelled, once as much was written of it row by row."""
_ROWS_OF_A_FILE = 4_000
"""So many rows are written in the time that a file takes beside its rows."""


def write_evidence(
    outcome: Outcome, program: Program, workspace: Workspace, schema: Schema, folder: Path
) -> Path:
    """Write ``flagged.csv`` into the folder and give its path.

    Raises:
        DataError: the table is no longer as it was read.
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    path = folder / "flagged.csv"
    with replacing(path) as stream:
        if program.grain is Grain.GROUPS:
            write_failing_groups(stream, program.table, outcome.records)
        else:
            table = _mapped(workspace, schema.tables[program.table])
            table.write(stream, outcome.rows, workspace)
    return path


class _Mapped:
    """A table whose rows are written for one check after the other."""

    def __init__(self, snapshot: TableSnapshot, cells: pa.Table) -> None:
        self._snapshot = snapshot
        self._cells = cells
        self._spelled: SpelledRows | None = None
        self._rows_left: float = cells.num_rows
        if cells.num_rows > _MOST_SPELLED_ROWS or cells.nbytes > _MOST_SPELLED_BYTES:
            self._rows_left = float("inf")

    def write(self, stream: BinaryIO, rows: Sequence[int], workspace: Workspace) -> None:
        """Write these rows."""
        if self._rows_left < 0 and self._spelled is None:
            self._rows_left = float("inf")
            everything = locate_rows(workspace, self._snapshot, range(self._cells.num_rows))
            self._spelled = SpelledRows.of(self._snapshot.table, self._cells, everything)
        if self._spelled is not None and self._spelled.write(stream, rows):
            return
        self._rows_left -= len(rows) + _ROWS_OF_A_FILE
        sources = locate_rows(workspace, self._snapshot, rows)
        write_flagged(stream, self._snapshot.table, self._cells, rows, sources)


_tables: dict[tuple[str, Path], _Mapped] = {}
"""By their names, since files of equal content share one in the cache, and by that: one of such a
name holds what it holds, and one look is enough."""


def _mapped(workspace: Workspace, snapshot: TableSnapshot) -> _Mapped:
    file = table_file(workspace, snapshot)
    place = snapshot.table, file.path
    found = _tables.pop(place, None) or _Mapped(snapshot, read_arrow(file))
    if len(_tables) >= _MOST_MAPPED:
        del _tables[next(iter(_tables))]
    _tables[place] = found
    return found


def let_go_of_tables() -> None:
    """Map no table any more: a file that is deleted takes its room until then."""
    _tables.clear()
