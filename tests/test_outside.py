"""Runs whose tables come from elsewhere, and that tell others: the real agent, real services."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import duckdb
import pytest

from backend.agent import main
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.store.last_runs import read_run
from backend.store.runs_log import read_records
from tests.tiny_workspace import entry

pytestmark = pytest.mark.slow

CHECK = entry("PRICE", "price must be at least 0")
SOURCES = '[orders]\nduckdb = "shop.duckdb"\nquery = "SELECT * FROM orders"\nkey = ["id"]\n'


class Night:
    """A workspace without tables of its own, and runs over it."""

    def __init__(self, base: Path, *entries: dict[str, Any]) -> None:
        self.workspace = Workspace(base)
        for folder in ("checks", "data"):
            base.joinpath(folder).mkdir(parents=True)
        self.workspace.checks_file.write_text(json.dumps(entries or [CHECK]))

    def run(self, *options: str) -> int:
        return main(["--base-dir", str(self.workspace.base), "run", "--offline", *options])

    def last(self) -> RunRecord:
        return read_run(self.workspace).records[-1]

    def flagged(self) -> list[str]:
        """The ``_source`` of each flagged row."""
        path = self.workspace.base / str(self.last().flagged_path)
        return [line.split(",")[2] for line in path.read_text().splitlines()[1:]]

    def sells(self, *prices: float | None) -> None:
        """The shop's table holds these now."""
        path = self.workspace.data / "shop.duckdb"
        with duckdb.connect(str(path)) as shop:
            shop.execute("CREATE OR REPLACE TABLE orders (id int, price double)")
            shop.executemany("INSERT INTO orders VALUES (?, ?)", [*enumerate(prices, 1)])


@pytest.fixture
def night(tmp_path: Path) -> Night:
    made = Night(tmp_path / "w")
    made.workspace.sources_file.write_text(SOURCES)
    made.sells(5, -3, None)
    return made


def test_a_query_is_a_table_like_any_other(night: Night) -> None:
    assert night.run() == 1
    record = night.last()
    assert (record.verdict, record.tested, record.flagged) == ("FAIL", 2, 1)
    assert night.flagged() == ["orders[id=2]"]


def test_equal_content_keeps_its_verdict(night: Night) -> None:
    night.run()
    first = night.last().run_id
    night.sells(5, -3, None)
    assert night.run("--changed-only") == 1
    assert night.last().unchanged_since == first
    night.sells(5, 3, None)
    assert night.run("--changed-only") == 0
    assert not night.last().unchanged_since


def test_a_source_that_is_declared_later_is_seen(night: Night) -> None:
    night.workspace.sources_file.unlink()
    night.workspace.data.joinpath("orders.csv").write_text("id,price\n1,5\n")
    for _ in range(3):
        assert night.run("--changed-only") == 0
    night.workspace.sources_file.write_text(SOURCES)
    assert night.run("--changed-only") == 3
    assert night.last().code == "name-clash"


def test_a_source_that_is_gone_is_an_error_and_nothing_old_is_judged(night: Night) -> None:
    night.run()
    (night.workspace.data / "shop.duckdb").rename(night.workspace.base / "elsewhere")
    for options in ((), ("--changed-only",), ("--no-compile",)):
        assert night.run(*options) == 3
        assert (night.last().verdict, night.last().code) == ("ERROR", "unreadable-source")


def test_a_query_that_writes_costs_its_own_checks(
    night: Night, capsys: pytest.CaptureFixture[str]
) -> None:
    writes = '[stock]\nduckdb = "shop.duckdb"\nquery = "DELETE FROM orders"\n'
    night.workspace.sources_file.write_text(SOURCES + writes)
    checks = [CHECK, entry("STOCK", "id must be filled in", "stock")]
    night.workspace.checks_file.write_text(json.dumps(checks))

    assert night.run() == 3
    told = {each.check_id: (each.verdict, each.code) for each in read_records(night.workspace)[0]}
    assert told == {"PRICE": ("FAIL", ""), "STOCK": ("ERROR", "query-writes")}


def test_split_and_export_know_that_there_is_no_file(
    night: Night, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    night.run()
    base = ["--base-dir", str(night.workspace.base)]
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    assert main([*base, "split", "orders", "--good", str(good), "--bad", str(bad)]) == 0
    assert bad.read_text().splitlines()[1].startswith("2,")
    assert len(good.read_text().splitlines()) == 3
    capsys.readouterr()
    assert main([*base, "export", "PRICE"]) == 3
    assert "orders comes from duckdb" in capsys.readouterr().err


def test_two_kinds_of_sources_are_joined(tmp_path: Path) -> None:
    known = "Every customer in orders must exist in customers.customer."
    night = Night(tmp_path / "w", entry("KNOWN", known, "orders, customers"))
    night.workspace.data.joinpath("orders.csv").write_text("id,customer\n1,ann\n2,bob\n")
    shop = sqlite3.connect(night.workspace.data / "crm.sqlite")
    shop.execute("CREATE TABLE c (customer TEXT)")
    shop.execute("INSERT INTO c VALUES ('ann')")
    shop.commit()
    shop.close()
    sources = '[customers]\nsqlite = "crm.sqlite"\nquery = "SELECT customer FROM c"\n'
    night.workspace.sources_file.write_text(sources)

    assert night.run() == 1
    assert night.flagged() == ["orders.csv:3"]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_each_run_is_told_with_its_own_id(night: Night) -> None:
    night.workspace.settings_file.write_text('[lineage]\nto = "told.jsonl"\nnamespace = "dq"\n')
    night.run()
    night.run("--changed-only")
    told = lines(night.workspace.base / "told.jsonl")

    assert [each["eventType"] for each in told] == ["START", "COMPLETE"] * 2
    assert len({each["run"]["runId"] for each in told}) == 2
    (table,) = told[1]["inputs"]
    assert (table["namespace"], table["name"]) == ("dq", "orders")
    (asserted,) = table["inputFacets"]["dataQualityAssertions"]["assertions"]
    assert (asserted["assertion"], asserted["success"]) == ("PRICE", False)


def test_a_receiver_that_is_dead_fails_no_run(
    night: Night, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = '[lineage]\nto = "http://127.0.0.1:1"\nseconds = 1\n'
    night.workspace.settings_file.write_text(settings)

    assert night.run() == 1
    told = capsys.readouterr().err
    assert "did not take the START event: no answer (ConnectionError)" in told
    assert "did not take the COMPLETE event" in told
    assert night.last().verdict == "FAIL"


def test_a_run_that_cannot_write_its_record_is_told_as_lost(
    night: Night, capsys: pytest.CaptureFixture[str]
) -> None:
    night.workspace.settings_file.write_text('[lineage]\nto = "told.jsonl"\n')
    night.workspace.runs_log_file.mkdir(parents=True)

    assert night.run() == 3
    assert lines(night.workspace.base / "told.jsonl")[-1]["eventType"] == "FAIL"
