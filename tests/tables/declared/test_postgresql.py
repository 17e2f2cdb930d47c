from __future__ import annotations

import pytest

from backend.contracts.schema import ColumnType, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.locate import locate_rows
from tests.tables.declared.conftest import PASSWORD, Declare

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", PASSWORD)


def section(url: str, query: str = "SELECT * FROM orders", more: str = "") -> str:
    return f'postgresql = "{url}"\nquery = "{query}"\n{more}'


def test_a_table_is_typed_by_the_server(
    postgres: str, declare: Declare, workspace: Workspace
) -> None:
    table = declare(section(postgres, more='key = ["order_id"]'))

    assert isinstance(table, TableSnapshot), table
    kinds = {column.name: column.type for column in table.columns}
    assert kinds == {
        "order_id": ColumnType.INTEGER,
        "price": ColumnType.NUMBER,
        "day": ColumnType.DATE,
        "at": ColumnType.DATE,
        "paid": ColumnType.BOOLEAN,
        "code": ColumnType.TEXT,
        "weight": ColumnType.NUMBER,
        "tags": ColumnType.TEXT,
        "note": ColumnType.TEXT,
    }
    frame = read_frame(table_file(workspace, table))
    assert frame["order_id"].tolist() == [1, 2]
    assert frame["price"].tolist() == [-1.0, 3.5]
    assert frame.iloc[1][["day", "at", "paid", "code", "tags", "note"]].tolist() == [
        *("2026-01-02", "2026-01-02 08:00:00+00:00", "true", "0012", '["a"]', "{}")
    ]
    assert locate_rows(workspace, table, [1, 0]) == ["t[order_id=2]", "t[order_id=1]"]


def test_equal_content_is_one_fingerprint(postgres: str, declare: Declare) -> None:
    first = declare(section(postgres, more='key = ["order_id"]'))
    again = declare(
        section(postgres, "SELECT * FROM orders ORDER BY price DESC", 'key = ["order_id"]')
    )
    other = declare(section(postgres, "SELECT * FROM orders WHERE order_id = 1"))

    assert isinstance(first, TableSnapshot)
    assert isinstance(again, TableSnapshot)
    assert isinstance(other, TableSnapshot)
    assert first.fingerprint == again.fingerprint != other.fingerprint


def test_no_row_leaves_the_types(postgres: str, declare: Declare) -> None:
    table = declare(section(postgres, "SELECT * FROM orders WHERE false"))

    assert isinstance(table, TableSnapshot)
    assert table.rows == 0
    assert [column.type for column in table.columns][:5] == [
        *(ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.DATE),
        *(ColumnType.DATE, ColumnType.BOOLEAN),
    ]


FAULTS = {
    "insert": ("INSERT INTO orders (order_id) VALUES (3)", "query-writes"),
    "delete in a WITH": (
        "WITH gone AS (DELETE FROM orders RETURNING *) SELECT * FROM gone",
        "query-writes",
    ),
    "create": ("CREATE TABLE x (a int)", "query-writes"),
    "end the transaction": ("COMMIT", "query-writes"),
    "write after all": ("SET TRANSACTION READ WRITE", "query-writes"),
    "two statements": ("SELECT 1 AS a; DELETE FROM orders", "query-failed"),
    "no such table": ("SELECT * FROM nothing", "query-failed"),
    "a column twice": ("SELECT order_id, order_id FROM orders", "duplicate-header"),
    "a name that is none": ('SELECT 1 AS a, 2 AS \\" \\" ', "empty-header"),
}


@pytest.mark.parametrize(("query", "code"), FAULTS.values(), ids=FAULTS)
def test_what_is_no_select_is_refused(
    query: str, code: str, postgres: str, declare: Declare
) -> None:
    found = declare(section(postgres, query))

    assert isinstance(found, TableProblem)
    assert (found.code, found.file) == (code, "sources.toml"), found.message
    assert found.message.startswith("sources.toml, t: ")
    after = declare(section(postgres))
    assert isinstance(after, TableSnapshot)
    assert after.rows == 2


def test_too_many_rows_are_no_table(postgres: str, declare: Declare) -> None:
    found = declare(section(postgres, more="most_rows = 1"))

    assert isinstance(found, TableProblem)
    assert found.code == "too-many-rows"


def test_a_long_query_is_ended(postgres: str, declare: Declare) -> None:
    found = declare(section(postgres, "SELECT pg_sleep(60) AS a", "seconds = 0.2"))

    assert isinstance(found, TableProblem)
    assert "took longer than 0.2 s" in found.message


@pytest.mark.parametrize("whole", [False, True], ids=["a part", "the whole URL"])
def test_a_wrong_password_is_told_and_not_shown(
    whole: bool, postgres: str, declare: Declare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", "hunter2hunter2")
    if whole:
        url = postgres.replace("${SHOP_PASSWORD}", "hunter2hunter2")
        monkeypatch.setenv("SHOP_URL", url)
    found = declare(section("${SHOP_URL}" if whole else postgres))

    assert isinstance(found, TableProblem)
    assert found.code == "unreachable-source"
    assert "authentication" in found.message
    assert "hunter2" not in found.message


def test_nobody_listens(declare: Declare) -> None:
    found = declare(section("postgresql://reader@127.0.0.1:1/shop"))

    assert isinstance(found, TableProblem)
    assert found.code == "unreachable-source"
    assert "Nothing older is judged instead." in found.message


def test_a_secret_is_not_set(declare: Declare) -> None:
    found = declare(section("postgresql://reader:${SHOP_KEY}@127.0.0.1:1/shop"))

    assert isinstance(found, TableProblem)
    assert (found.code, "SHOP_KEY" in found.message) == ("no-secret", True)
