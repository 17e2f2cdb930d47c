"""Flagged rows, whole, where the check's owner finds them."""

from __future__ import annotations

from pathlib import Path

from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, Program
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.outputs.flagged import write_failing_groups, write_flagged
from backend.store.atomic import replacing
from backend.tables.columnar import read_arrow, table_file
from backend.tables.locate import locate_rows


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
            cells = read_arrow(table_file(workspace, snapshot))
            write_flagged(stream, program.table, cells, outcome.rows, sources)
    return path
