"""The flagged rows of a table beyond memory, whole, some thousands at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pandas as pd

from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, Program
from backend.contracts.schema import Schema, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.executor.evidence import write_evidence
from backend.out_of_core.stream import TableStream
from backend.outputs.flagged import FlaggedPart, write_flagged_parts
from backend.store.atomic import replacing
from backend.tables.cached_tables import cached_file, table_file
from backend.tables.locate import locate_rows


def write_evidence_in_parts(
    outcome: Outcome, program: Program, workspace: Workspace, schema: Schema, folder: Path
) -> Path:
    """Write the very ``flagged.csv`` that `write_evidence` writes, and give its path.

    Raises:
        DataError: the table is no longer as it was read.
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    if program.grain is Grain.GROUPS:
        return write_evidence(outcome, program, workspace, schema, folder)
    path = folder / "flagged.csv"
    snapshot = schema.tables[program.table]
    stream = TableStream(cached_file(workspace, snapshot) or table_file(workspace, snapshot))
    with replacing(path) as file:
        parts = partial(_parts, outcome, stream, workspace, snapshot)
        write_flagged_parts(file, program.table, parts)
    return path


def _parts(
    outcome: Outcome, stream: TableStream, workspace: Workspace, snapshot: TableSnapshot
) -> Iterator[FlaggedPart]:
    for start in range(0, max(1, len(outcome.rows)), stream.step):
        rows = outcome.rows[start : start + stream.step]
        cells: pd.DataFrame = stream.take(rows).to_pandas(split_blocks=True, use_threads=False)
        yield FlaggedPart(cells, rows, locate_rows(workspace, snapshot, rows))
