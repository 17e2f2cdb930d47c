"""Flagged rows come to the page whole, and leave it harmless."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest

from backend.contracts.workspace import Workspace
from backend.dashboard.file_memo import FileMemo
from backend.dashboard.flagged_rows import read_flagged, write_workbook
from tests.dashboard.full_workspace import RUNS, make

PATH = f"cached_mem/artifacts/{RUNS[2]}/CHK-1/flagged.csv"


@pytest.fixture
def full(tmp_path: Path) -> Workspace:
    return make(tmp_path / "made")


def read(workspace: Workspace, path: str = PATH) -> pa.Table:
    found = read_flagged(workspace, FileMemo(), path)
    assert found.trouble == ""
    return found.rows


def test_all_rows_come_with_their_place(full: Workspace) -> None:
    rows = read(full)

    assert rows.column_names == ["_table", "_row", "_source", "order_id", "price", "note"]
    assert rows["_source"].to_pylist() == [f"orders.csv:{line}" for line in range(2, 7)]
    assert rows["price"].to_pylist() == ["-4", "-3", "-2", "-1", "0"]


def test_cells_are_text_as_the_file_spells_them(full: Workspace) -> None:
    text = '_table,_row,_source,a,a\nt,0,"f.csv:2","007\nx",\nt,1,f.csv:3,NULL,1e5\n'
    (full.base / PATH).write_text(text)

    rows = read(full)

    assert rows.column_names[3:] == ["a", "a (2)"]
    assert rows["a"].to_pylist() == ["007\nx", "NULL"]
    assert rows["a (2)"].to_pylist() == ["", "1e5"]


@pytest.mark.parametrize("content", [b"", b'a,b\n"half', b"a,b\n1,2,3\n", b"\xff\xfe\n1\n"])
def test_file_that_is_no_table_is_told(full: Workspace, content: bytes) -> None:
    (full.base / PATH).write_bytes(content)

    found = read_flagged(full, FileMemo(), PATH)

    assert PATH in found.trouble
    assert found.rows.num_rows == 0


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/passwd", "data/orders.csv", "cached_mem/../data/orders.csv"]
)
def test_only_artifacts_are_opened(full: Workspace, path: str) -> None:
    found = read_flagged(full, FileMemo(), path)

    assert "is not opened" in found.trouble
    assert found.rows.num_rows == 0


def test_missing_file_is_told(full: Workspace) -> None:
    (full.base / PATH).unlink()

    assert "is not there any more" in read_flagged(full, FileMemo(), PATH).trouble


def test_workbook_holds_every_cell_as_text(full: Workspace) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_workbook(read(full))))["flagged"]
    rows = list(sheet.iter_rows())

    assert [cell.value for cell in rows[1]] == ["orders", "0", "orders.csv:2", "0", "-4", "'=1+1"]
    assert {cell.data_type for row in rows for cell in row} == {"s"}
    assert len(rows) == 6


def test_workbook_runs_no_formula_and_takes_any_text() -> None:
    texts = ["=1+1", "@x", "a\x00b", "x" * 40_000, "", None]
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(pa.table({"=n": texts}))))
    cells = [row[0] for row in book["flagged"].iter_rows(min_row=1)]

    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert [str(cell.value)[:4] for cell in cells[:4]] == ["=n", "=1+1", "@x", "a\ufffdb"]
    assert len(str(cells[4].value)) == 32_767


def test_workbook_without_rows_has_its_header() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(pa.table({"a": pa.array([], "str")}))))

    assert book["flagged"]["A1"].value == "a"
