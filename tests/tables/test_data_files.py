"""The table of the files: what is in it, when it is there, and that it is never half told."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from backend.contracts.schema import ColumnType, Schema, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    found = Workspace(tmp_path / "base")
    found.data.mkdir(parents=True)
    return found


def listed(workspace: Workspace, remembered: Schema | None = None) -> TableSnapshot:
    return snapshot_tables(workspace, remembered or Schema(), asked=["files"]).tables["files"]


def rows_of(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """Each file's row; a cell that is empty is left out."""
    frame = read_frame(table_file(workspace, listed(workspace)))
    rows = frame.astype(object).to_dict("records")
    filled = [{str(name): cell for name, cell in row.items() if pd.notna(cell)} for row in rows]
    return {row["file"]: row for row in filled}


def test_it_is_there_only_where_it_is_asked_for(workspace: Workspace) -> None:
    (workspace.data / "a.csv").write_text("x\n1\n")

    assert set(snapshot_tables(workspace, Schema()).tables) == {"a"}
    assert set(snapshot_tables(workspace, Schema(), only=["a"]).tables) == {"a"}
    assert snapshot_tables(workspace, Schema(), only=["files"]).tables["files"].rows == 1


def test_its_types_do_not_hang_on_what_is_in_it(workspace: Workspace) -> None:
    empty = listed(workspace)
    (workspace.data / "2024.csv").write_text("x\n1\n")
    full = listed(workspace)

    assert (empty.rows, full.rows) == (0, 1)
    assert [(c.name, c.type, c.date_format) for c in empty.columns] == [
        (c.name, c.type, c.date_format) for c in full.columns
    ]
    assert full.columns[0].type is ColumnType.TEXT
    assert read_frame(table_file(workspace, empty)).empty


def test_what_cannot_be_read_is_told_with_its_problem(workspace: Workspace) -> None:
    (workspace.data / "torn.xlsx").write_text("no workbook")
    outside = workspace.base / "outside.csv"
    outside.write_text("x\n1\n")
    (workspace.data / "link.csv").symlink_to(outside)
    rows = rows_of(workspace)

    assert rows["torn.xlsx"].keys() == {
        "file", "format", "bytes", "modified", "content", "problem",
    }  # fmt: skip
    assert rows["torn.xlsx"]["bytes"] == 11
    assert rows["link.csv"] == {"file": "link.csv", "format": "csv", "problem": "outside-data"}


def test_two_files_of_one_table_name_are_both_told(workspace: Workspace) -> None:
    for name in ("a.csv", "a.tsv"):
        (workspace.data / name).write_text("x\n1\n")

    assert list(rows_of(workspace)) == ["a.csv", "a.tsv"]


def test_a_new_time_alone_changes_its_fingerprint(workspace: Workspace) -> None:
    (workspace.data / "a.csv").write_text("x\n1\n")
    before = snapshot_tables(workspace, Schema(), asked=["files"])
    assert listed(workspace, before) == before.tables["files"]

    os.utime(workspace.data / "a.csv", (1_000_000_000, 1_000_000_000))
    after = snapshot_tables(workspace, before, asked=["files"])
    assert after.tables["files"].fingerprint != before.tables["files"].fingerprint
    assert after.tables["a"].fingerprint == before.tables["a"].fingerprint
    assert rows_of(workspace)["a.csv"]["modified"] == "2001-09-09 01:46:40"


def test_a_damaged_cache_is_written_anew(workspace: Workspace) -> None:
    (workspace.data / "a.csv").write_text("x\n1\n")
    path = table_file(workspace, listed(workspace)).path
    path.write_bytes(b"damaged")

    assert rows_of(workspace)["a.csv"]["rows"] == 1
