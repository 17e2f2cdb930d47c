"""A database is lent again as it was, and only if it still answers."""

from __future__ import annotations

import duckdb
import pytest

from backend.proof.lent_duckdb import lend_duckdb
from backend.rules.lowering import FORMAT_TEST


def test_the_same_database_is_lent_again_and_never_to_two() -> None:
    with lend_duckdb() as first, lend_duckdb() as second:
        assert first is not second
    with lend_duckdb() as third:
        assert third in (first, second)


def test_a_database_that_is_closed_is_not_lent_again() -> None:
    with lend_duckdb() as first:
        first.close()
    with lend_duckdb() as second:
        assert second is not first
        assert second.execute("SELECT 1").fetchone() == (1,)


def test_a_fault_of_a_statement_costs_that_statement_only() -> None:
    with pytest.raises(duckdb.Error), lend_duckdb() as first:
        first.execute("SELECT no_such_column")
    with lend_duckdb() as second:
        assert second is first
        assert second.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize(
    "statement",
    ["SELECT * FROM read_csv('/etc/passwd')", "INSTALL httpfs", "SET threads = 8"],
    ids=["file", "extension", "setting"],
)
def test_what_is_lent_reaches_nothing(statement: str) -> None:
    for _ in range(2):
        with lend_duckdb() as connection, pytest.raises(duckdb.Error):
            connection.execute(statement)


def test_formats_are_known_to_what_is_lent() -> None:
    with lend_duckdb() as connection:
        found = connection.execute(f"SELECT {FORMAT_TEST}('a@example.com', 'email')").fetchone()
    assert found == (True,)
