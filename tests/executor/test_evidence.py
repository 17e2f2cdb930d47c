"""The flagged rows of a check stand in a file that names its own table, whatever shares a cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, OutcomeStatus, Program
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.evidence import let_go_of_tables, write_evidence
from backend.tables.snapshot import snapshot_tables

ROWS = "".join(f"{number},{number % 7}\n" for number in range(50))
ALIKE = {"north.csv": "id,bay\n" + ROWS, "south.csv": "id,bay\n" + ROWS}


@pytest.mark.parametrize("times", [1, 3], ids=["row by row", "spelled once"])
def test_tables_of_equal_content_keep_their_names(tmp_path: Path, times: int) -> None:
    workspace = Workspace(tmp_path)
    workspace.data.mkdir()
    for file, text in ALIKE.items():
        (workspace.data / file).write_text(text)
    schema = snapshot_tables(workspace, Schema())
    assert len({table.fingerprint for table in schema.tables.values()}) == 1

    outcome = Outcome(status=OutcomeStatus.OK, rows=[3, 4])
    try:
        for number in range(times):
            for table in ("north", "south"):
                program = Program(
                    source="", sha256="", table=table, tables=(table,), grain=Grain.ROWS
                )
                folder = tmp_path / f"{table}{number}"
                folder.mkdir()
                path = write_evidence(outcome, program, workspace, schema, folder)
                lines = path.read_text().splitlines()[1:]
                assert len(lines) == 2
                assert all(table in line for line in lines), lines
    finally:
        let_go_of_tables()
