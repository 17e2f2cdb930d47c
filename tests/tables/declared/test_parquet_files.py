from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from backend.contracts.schema import ColumnType, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.locate import locate_rows
from tests.tables.declared.conftest import Declare

PARTS = 'parquet = "parts"'


@pytest.fixture
def parts(workspace: Workspace) -> Path:
    folder = workspace.data / "parts"
    folder.mkdir()
    pq.write_table(pa.table({"id": [3, 4], "price": [1.5, None]}), folder / "b.parquet")
    pq.write_table(pa.table({"id": [1, 2], "price": [2, 3]}), folder / "a.parquet")
    folder.joinpath("_SUCCESS").touch()
    return folder


def test_a_folder_is_one_table(parts: Path, declare: Declare, workspace: Workspace) -> None:
    table = declare(PARTS)

    assert isinstance(table, TableSnapshot), table
    assert [column.type for column in table.columns] == [ColumnType.INTEGER, ColumnType.NUMBER]
    frame = read_frame(table_file(workspace, table))
    assert frame["id"].tolist() == [1, 2, 3, 4]
    assert frame["price"].tolist()[:3] == [2.0, 3.0, 1.5]
    assert locate_rows(workspace, table, [3]) == ["t[4]"]


def test_a_single_file_is_a_table(parts: Path, declare: Declare) -> None:
    table = declare('parquet = "parts/a.parquet"')

    assert isinstance(table, TableSnapshot)
    assert table.rows == 2


def test_a_folder_per_year_is_a_column(workspace: Workspace, declare: Declare) -> None:
    for year in (2025, 2026):
        folder = workspace.data / "parts" / f"year={year}"
        folder.mkdir(parents=True)
        pq.write_table(pa.table({"id": [year * 10]}), folder / "0.parquet")
    table = declare(PARTS)

    assert isinstance(table, TableSnapshot), table
    frame = read_frame(table_file(workspace, table))
    assert frame.to_dict("list") == {"id": [20250, 20260], "year": [2025, 2026]}


def test_writing_the_same_again_changes_nothing(parts: Path, declare: Declare) -> None:
    first = declare(PARTS)
    table = pq.read_table(parts / "a.parquet")
    pq.write_table(table, parts / "a.parquet", compression="none", row_group_size=1)
    second = declare(PARTS)
    pq.write_table(pa.table({"id": [1, 2], "price": [2, 4]}), parts / "a.parquet")
    third = declare(PARTS)

    assert isinstance(first, TableSnapshot)
    assert isinstance(second, TableSnapshot)
    assert isinstance(third, TableSnapshot)
    assert first.fingerprint == second.fingerprint != third.fingerprint


def broken(parts: Path) -> None:
    parts.joinpath("c.parquet").write_bytes(b"PAR1 and no more")


def uneven(parts: Path) -> None:
    pq.write_table(pa.table({"id": [9], "cost": [1]}), parts / "c.parquet")


def unlike(parts: Path) -> None:
    pq.write_table(pa.table({"id": ["x"], "price": [1]}), parts / "c.parquet")


def empty(parts: Path) -> None:
    for path in parts.glob("*.parquet"):
        path.unlink()


@pytest.mark.parametrize(
    ("act", "section", "code"),
    [
        (broken, PARTS, "unreadable-source"),
        (uneven, PARTS, "uneven-files"),
        (unlike, PARTS, "unreadable-source"),
        (empty, PARTS, "unreadable-source"),
        (empty, 'parquet = "elsewhere"', "unreadable-source"),
        (lambda parts: None, f"{PARTS}\nmost_rows = 3", "too-many-rows"),
    ],
    ids=["a broken file", "other columns", "other types", "empty", "no folder", "too many rows"],
)
def test_what_is_not_one_whole_table_is_none(
    act: object, section: str, code: str, parts: Path, declare: Declare
) -> None:
    act(parts)  # type: ignore[operator]
    found = declare(section)

    assert isinstance(found, TableProblem)
    assert found.code == code, found.message
