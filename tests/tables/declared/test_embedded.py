"""DuckDB and SQLite files, as they are and as somebody may have left them."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from backend.contracts.schema import ColumnType, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from tests.tables.declared.conftest import Declare


@pytest.fixture(autouse=True)
def _shops(workspace: Workspace) -> None:
    with duckdb.connect(str(workspace.data / "shop.duckdb")) as shop:
        shop.execute("CREATE TABLE orders (id int, price decimal(9,2), day date, code text)")
        shop.execute(
            "INSERT INTO orders VALUES (2, 1.5, '2026-01-02', '0012'), (1, NULL, NULL, '')"
        )
    till = sqlite3.connect(workspace.data / "till.sqlite")
    till.execute("CREATE TABLE sales (id, price, day, mixed, raw)")
    rows = [(1, 2, "2026-01-02", 5, b"ab"), (2, 2.5, None, "five", None), (3, None, None, 7, None)]
    till.executemany("INSERT INTO sales VALUES (?, ?, ?, ?, ?)", rows)
    till.commit()
    till.close()


def duck(query: str = "SELECT * FROM orders", more: str = "") -> str:
    return f'duckdb = "shop.duckdb"\nquery = "{query}"\n{more}'


def lite(query: str = "SELECT * FROM sales", more: str = "") -> str:
    return f'sqlite = "till.sqlite"\nquery = "{query}"\n{more}'


def test_duckdb_types_its_columns(declare: Declare, workspace: Workspace) -> None:
    table = declare(duck(more='key = ["id"]'))

    assert isinstance(table, TableSnapshot), table
    assert [column.type for column in table.columns] == [
        *(ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.DATE, ColumnType.TEXT)
    ]
    frame = read_frame(table_file(workspace, table))
    assert frame["id"].tolist() == [1, 2]
    assert frame["code"].tolist() == ["", "0012"]


def test_sqlite_columns_are_what_their_cells_are(declare: Declare, workspace: Workspace) -> None:
    table = declare(lite())

    assert isinstance(table, TableSnapshot), table
    assert [(column.type, column.mostly) for column in table.columns] == [
        (ColumnType.INTEGER, None),
        (ColumnType.NUMBER, None),
        (ColumnType.DATE, None),
        (ColumnType.TEXT, ColumnType.INTEGER),
        (ColumnType.TEXT, ColumnType.INTEGER),
    ]
    assert read_frame(table_file(workspace, table))["mixed"].tolist() == ["5", "five", "7"]


REFUSED = {
    "duckdb, delete": (duck("DELETE FROM orders"), "query-writes"),
    "duckdb, two statements": (duck("SELECT 1 AS a; SELECT 2 AS a"), "query-writes"),
    "duckdb, a copy to a file": (duck("COPY orders TO 'out.csv'"), "query-writes"),
    "duckdb, another file": (duck("SELECT * FROM read_text('sources.toml')"), "query-failed"),
    "duckdb, a setting": (duck("SET enable_external_access = true"), "query-writes"),
    "duckdb, another database": (duck("ATTACH 'till.sqlite' AS t"), "query-writes"),
    "duckdb, no SQL": (duck("SELEC * FROM orders"), "query-failed"),
    "duckdb, no such column": (duck("SELECT nope FROM orders"), "query-failed"),
    "duckdb, too many rows": (duck(more="most_rows = 1"), "too-many-rows"),
    "duckdb, no such key": (duck(more='key = ["nope"]'), "unknown-column"),
    "duckdb, a column twice": (duck("SELECT id, id FROM orders"), "duplicate-header"),
    "sqlite, delete": (lite("DELETE FROM sales"), "query-writes"),
    "sqlite, attach": (lite("ATTACH 'other' AS o"), "query-writes"),
    "sqlite, pragma": (lite("PRAGMA journal_mode = wal"), "query-writes"),
    "sqlite, two statements": (lite("SELECT 1 AS a; DELETE FROM sales"), "query-failed"),
    "sqlite, no such table": (lite("SELECT * FROM nothing"), "query-failed"),
    "sqlite, a column twice": (lite("SELECT id, id FROM sales"), "duplicate-header"),
    "sqlite, too many rows": (lite(more="most_rows = 2"), "too-many-rows"),
    "no file": ('duckdb = "gone"\nquery = "SELECT 1 AS a"', "unreadable-source"),
    "no SQLite file": ('sqlite = "gone"\nquery = "SELECT 1 AS a"', "unreadable-source"),
    "an SQLite file as DuckDB": (
        'duckdb = "till.sqlite"\nquery = "SELECT 1 AS a"',
        "unreadable-source",
    ),
    "a DuckDB file as SQLite": (
        'sqlite = "shop.duckdb"\nquery = "SELECT 1 AS a"',
        "unreadable-source",
    ),
}


@pytest.mark.parametrize(("section", "code"), REFUSED.values(), ids=REFUSED)
def test_only_a_select_over_a_whole_file_is_a_table(
    section: str, code: str, declare: Declare, workspace: Workspace
) -> None:
    before = {path: path.read_bytes() for path in workspace.data.glob("*.[ds]*") if path.is_file()}
    found = declare(section)

    assert isinstance(found, TableProblem)
    assert found.code == code, found.message
    for path in (workspace.data / "shop.duckdb", workspace.data / "till.sqlite"):
        assert path.read_bytes() == before[path]
    assert not Path("out.csv").exists()


def test_a_database_that_is_being_written_is_waited_for_by_nobody(
    declare: Declare, workspace: Workspace
) -> None:
    script = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(flush=True); input()"
    command = [sys.executable, "-c", script, str(workspace.data / "shop.duckdb")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as writer:  # type: ignore[call-overload]
        writer.stdout.readline()
        found = declare(duck())
        writer.communicate(b"\n")

    assert isinstance(found, TableProblem)
    assert found.code == "unreadable-source"
    assert isinstance(declare(duck()), TableSnapshot)
