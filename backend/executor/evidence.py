"""Flagged rows, whole, where the check's owner finds them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, Program, TableFile
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.outputs.flagged import write_failing_groups, write_flagged
from backend.store.atomic import replacing
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_arrow
from backend.tables.locate import locate_rows

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_MAPPED = 8
"""Tables that stay mapped: pages that one check's rows lie on are there for the next check's."""


def write_evidence(
    outcome: Outcome, program: Program, workspace: Workspace, schema: Schema, folder: Path
) -> Path:
    """Write ``flagged.csv`` into the folder and give its path.

    Raises:
        DataError: the table is no longer as it was read.
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    path = folder / "flagged.csv"
    snapshot = schema.tables[program.table]
    with replacing(path) as stream:
        if program.grain is Grain.GROUPS:
            write_failing_groups(stream, program.table, outcome.records)
        else:
            sources = locate_rows(workspace, snapshot, outcome.rows)
            cells = _mapped(table_file(workspace, snapshot))
            write_flagged(stream, program.table, cells, outcome.rows, sources)
    return path


@lru_cache(_MOST_MAPPED)
def _mapped(file: TableFile) -> pa.Table:
    """The cached table; a file of its name holds what it holds, so that one look is enough."""
    return read_arrow(file)


def let_go_of_tables() -> None:
    """Map no table any more: a file that is deleted takes its room until then."""
    _mapped.cache_clear()
