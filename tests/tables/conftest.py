"""A workspace with a data folder, and the shortest ways to a table in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from backend.contracts.schema import Schema, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.snapshot import snapshot_tables

NOTHING = Schema()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "data").mkdir()
    return Workspace(tmp_path)


@pytest.fixture
def put(workspace: Workspace) -> Callable[[str, str | bytes], Path]:
    """Write a file into the data folder."""

    def write(name: str, content: str | bytes) -> Path:
        path = workspace.data / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def table_of(
    workspace: Workspace, put: Callable[[str, str | bytes], Path]
) -> Callable[..., TableSnapshot]:
    """The snapshot of one file with this content."""

    def snapshot(content: str | bytes, name: str = "t.csv") -> TableSnapshot:
        put(name, content)
        schema = snapshot_tables(workspace, NOTHING)
        assert not schema.problems
        (table,) = schema.tables.values()
        return table

    return snapshot


@pytest.fixture
def problem_of(
    workspace: Workspace, put: Callable[[str, str | bytes], Path]
) -> Callable[..., TableProblem]:
    """The problem of one file with this content."""

    def trouble(content: str | bytes, name: str = "t.csv") -> TableProblem:
        put(name, content)
        schema = snapshot_tables(workspace, NOTHING)
        assert not schema.tables
        (problem,) = schema.problems.values()
        return problem

    return trouble


@pytest.fixture
def book_of(workspace: Workspace) -> Callable[..., Path]:
    """Write a workbook: sheet name to rows of cells; ``hidden`` sheets are not shown."""

    def write(
        sheets: dict[str, list[list[object]]], *, name: str = "book.xlsx", hidden: str = ""
    ) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            sheet.sheet_state = "hidden" if title == hidden else "visible"
            for row in rows:
                sheet.append(row)
        path = workspace.data / name
        book.save(path)
        return path

    return write
