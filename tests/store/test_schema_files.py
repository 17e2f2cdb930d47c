"""The snapshots come back; the columns are there for other tools."""

from __future__ import annotations

import json

import pytest

from backend.contracts.schema import (
    Column,
    ColumnType,
    FileStat,
    Schema,
    TableProblem,
    TableSnapshot,
)
from backend.contracts.workspace import Workspace
from backend.store.schema_files import read_schema, write_schema

SCHEMA = Schema(
    tables={
        name: TableSnapshot(
            table=name,
            file=f"{name}.csv",
            fingerprint="xxh3:f",
            content_hash="xxh3:c",
            stat=FileStat(size=1, mtime_ns=2**62, ctime_ns=3, inode=4, seen_ns=5),
            rows=9,
            columns=(
                Column(name="user id", type=ColumnType.INTEGER, unique=True),
                Column(
                    name="é,\n",
                    type=ColumnType.TEXT,
                    mostly=ColumnType.DATE,
                    date_format="%d",
                    values=("", "a"),
                ),
            ),
        )
        for name in ("users", "events")
    },
    problems={
        "bad": TableProblem(table="bad", file="bad.csv", code="ragged", message="bad.csv:3 …")
    },
)


def test_a_schema_comes_back_exactly(workspace: Workspace) -> None:
    write_schema(workspace, SCHEMA)
    assert read_schema(workspace) == (SCHEMA, ())


def test_columns_are_written_as_the_readme_has_them(workspace: Workspace) -> None:
    write_schema(workspace, SCHEMA)
    found = json.loads(workspace.schema_cols_file.read_bytes())
    assert found == {"users": ["user id", "é,\n"], "events": ["user id", "é,\n"]}
    assert list(found) == ["users", "events"]


def test_there_is_no_schema_at_first(workspace: Workspace) -> None:
    assert read_schema(workspace) == (Schema(), ())


@pytest.mark.parametrize("content", ["", "[]", '{"tables": {"a": 1}}', '{"other": 1}'], ids=repr)
def test_damaged_snapshots_are_moved_aside(workspace: Workspace, content: str) -> None:
    workspace.snapshots_file.write_text(content)
    kept = read_schema(workspace, holds_lock=False)
    assert workspace.snapshots_file.exists()
    read = read_schema(workspace)
    assert read.schema == kept.schema == Schema()
    assert "table_snapshots.json.damaged-1" in read.trouble[0]
    assert (workspace.memory / "table_snapshots.json.damaged-1").read_text() == content
    assert not workspace.snapshots_file.exists()
