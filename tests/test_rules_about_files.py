"""Whole runs of checks about the files of the data folder, over real folders."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from backend.agent import run
from backend.contracts.errors import WorkspaceError
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.describe import export_check
from backend.explaining import explain_sentence
from backend.planner.offline.planner import OfflinePlanner
from backend.request import Report, Request
from backend.store.schema_files import read_schema
from backend.suggesting import suggest_checks
from backend.toolbox import NamedPlanner, Toolbox
from backend.verifying import Repeat, verify_run
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import Watched, by_id, entry, state

AS_OF = "2026-11-20"
TODAY = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
LAST_WEEK = datetime(2026, 11, 13, 6, 30, tzinfo=UTC)
CHECKS = {
    "FRESH": "Every file must have been modified within the last 2 days.",
    "SIZE": "bytes must be between 20 and 100000.",
    "ROWS": "rows must be between 1 and 1000000.",
    "COUNT": "There must be at least 2 files.",
    "NAME": r"file must match the pattern ^[a-z_]+\.(csv|xlsx)$.",
    "SET": "file must contain the values 'orders.csv' and 'users.csv'.",
    "TWIN": "No two files may have the same content.",
    "WHOLE": "problem must be empty.",
}


class Folder:
    """A workspace with two tables, the checks about its files, and a run over it."""

    def __init__(self, base: Path, checks: dict[str, str] | None = None) -> None:
        self.workspace = Workspace(base)
        self.workspace.data.mkdir(parents=True)
        self.workspace.checks_file.parent.mkdir()
        entries = [entry(name, text, "files") for name, text in (checks or CHECKS).items()]
        self.workspace.checks_file.write_text(json.dumps(entries))
        planner = NamedPlanner("offline@test", OfflinePlanner)
        self.toolbox = Toolbox((planner,), NearSandbox, "pandas@test")
        self.put("orders.csv", "order_id,price\n1,5.00\n2,3.50\n")
        self.put("users.csv", "user_id,email\n1,ann@example.org\n")

    def put(self, file: str, text: str, at: datetime = TODAY) -> None:
        self.workspace.data.joinpath(file).write_text(text)
        self.touch(file, at)

    def touch(self, file: str, at: datetime) -> None:
        os.utime(self.workspace.data / file, (at.timestamp(), at.timestamp()))

    def run(self, *, changed_only: bool = False, as_of: str = AS_OF) -> Report:
        request = Request(self.workspace, as_of=as_of, changed_only=changed_only)
        return run(request, self.toolbox, Watched())

    def flagged(self, record: RunRecord) -> list[dict[str, str]]:
        if record.flagged_path is None:
            return []
        with (self.workspace.base / record.flagged_path).open(newline="") as stream:
            return list(csv.DictReader(stream))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "folder")


def told(report: Report) -> dict[str, str]:
    return {name: str(record.verdict) for name, record in by_id(report).items()}


def judged_anew(report: Report) -> set[str]:
    return {record.check_id for record in report.records if not record.unchanged_since}


def failing(report: Report) -> set[str]:
    assert set(told(report).values()) <= {"PASS", "FAIL"}, by_id(report)
    return {name for name, verdict in told(report).items() if verdict == "FAIL"}


def test_a_good_folder_passes_every_check(folder: Folder) -> None:
    assert failing(folder.run()) == set()


def _old(folder: Folder) -> None:
    folder.touch("orders.csv", LAST_WEEK)


def _small(folder: Folder) -> None:
    folder.put("tiny.csv", "a\n1\n")


def _no_rows(folder: Folder) -> None:
    folder.put("bare.csv", "order_id,price,customer,day\n")


def _few(folder: Folder) -> None:
    (folder.workspace.data / "users.csv").unlink()


def _odd_name(folder: Folder) -> None:
    folder.put("Orders (1).csv", "order_id,price\n7,5.00\n8,3.50\n")


def _copy(folder: Folder) -> None:
    shutil.copy2(folder.workspace.data / "orders.csv", folder.workspace.data / "again.csv")


def _broken(folder: Folder) -> None:
    folder.put("torn.xlsx", "this is no workbook at all")


@pytest.mark.parametrize(
    ("spoil", "fails", "files"),
    [
        pytest.param(_old, {"FRESH"}, {"orders.csv"}, id="an old file"),
        pytest.param(_small, {"SIZE"}, {"tiny.csv"}, id="a small file"),
        pytest.param(_no_rows, {"ROWS"}, {"bare.csv"}, id="a file without rows"),
        pytest.param(_few, {"COUNT", "SET"}, set(), id="a file is missing"),
        pytest.param(_odd_name, {"NAME"}, {"Orders (1).csv"}, id="an odd name"),
        pytest.param(_copy, {"TWIN"}, {"again.csv", "orders.csv"}, id="a copy"),
        pytest.param(_broken, {"WHOLE"}, {"torn.xlsx"}, id="a file that cannot be read"),
    ],
)
def test_what_each_check_finds(
    folder: Folder, spoil: Callable[[Folder], None], fails: set[str], files: set[str]
) -> None:
    assert failing(folder.run()) == set()
    spoil(folder)
    report = folder.run()

    assert failing(report) == fails
    if files:
        [name] = fails
        rows = folder.flagged(by_id(report)[name])
        assert {row["_source"] for row in rows} == {row["file"] for row in rows} == files


def test_what_is_told_of_a_file(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "folder", {"ALL": "bytes must be at most 1."})
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    prices = book.create_sheet("Prices")
    prices.append(["sku", "price"])
    prices.append(["a", 1])
    prices.append(["b", "#REF!"])
    prices.append(["#N/A", "none"])
    prices.merge_cells("A3:A4")
    prices.row_dimensions[2].hidden = True
    book.create_sheet("Old").append(["sku"])
    book.create_sheet("Gone").sheet_state = "hidden"
    book.save(folder.workspace.data / "list.xlsx")
    rows = {row["file"]: row for row in folder.flagged(by_id(folder.run())["ALL"])}

    orders, workbook = rows["orders.csv"], rows["list.xlsx"]
    assert (orders["format"], orders["bytes"], orders["rows"]) == ("csv", "29", "2")
    assert (orders["modified"], orders["columns"]) == ("2026-11-20 06:30:00", "2")
    assert (workbook["sheets"], workbook["rows"], workbook["columns"]) == ("Prices, Old", "3", "3")
    assert (orders["formula_errors"], workbook["formula_errors"]) == ("", "1")
    layout = ("merged_cells", "hidden_rows", "hidden_columns", "hidden_sheets")
    assert [workbook[name] for name in layout] == ["1", "1", "0", "1"]
    assert {orders[name] for name in layout} == {""}


def test_a_changed_file_compiles_nothing_and_is_looked_at_again(folder: Folder) -> None:
    first = folder.run()
    assert all(record.compiled for record in first.records)
    quiet = state(folder.workspace.tables)
    assert not any(record.compiled for record in folder.run().records)
    assert state(folder.workspace.tables) == quiet

    folder.put("orders.csv", "order_id,price\n")
    report = folder.run(changed_only=True)
    assert not any(record.compiled for record in report.records)
    assert failing(report) == {"SIZE", "ROWS"}


def test_only_changed_files_are_judged_anew(folder: Folder) -> None:
    folder.run()
    assert judged_anew(folder.run(changed_only=True)) == set()
    assert judged_anew(folder.run(changed_only=True, as_of="2026-11-21")) == {"FRESH"}

    folder.touch("orders.csv", LAST_WEEK)
    assert failing(folder.run(changed_only=True)) == {"FRESH"}


def test_a_control_file_tells_how_many_rows_were_sent(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "folder", {"ANY": "bytes must be at least 1."})
    sent = [
        entry("SENT", "Every file of control must exist in file of files.", "control, files"),
        entry(
            "TOTAL", "control and files must have the same rows for each file.", "control, files"
        ),
    ]
    folder.workspace.checks_file.write_text(json.dumps(sent))
    folder.put("control.csv", "file,rows\norders.csv,2\nusers.csv,1\n")
    assert failing(folder.run()) == set()

    folder.put("control.csv", "file,rows\norders.csv,5\nusers.csv,1\n")
    assert failing(folder.run()) == {"TOTAL"}
    folder.put("control.csv", "file,rows\norders.csv,2\nusers.csv,1\nreturns.csv,4\n")
    assert failing(folder.run()) == {"SENT"}


def test_a_table_of_that_name_wins(folder: Folder) -> None:
    folder.put("files.csv", "file,bytes\nx,1\ny,50\n")
    record = by_id(folder.run())["SIZE"]

    assert (str(record.verdict), record.tested) == ("FAIL", 2)
    assert [row["_source"] for row in folder.flagged(record)] == ["files.csv:2"]


def test_the_list_is_no_table_of_its_own(folder: Folder) -> None:
    folder.run()
    names = {"orders", "users"}

    assert set(json.loads(folder.workspace.schema_cols_file.read_text())) == names
    assert set(read_schema(folder.workspace).schema.tables) == names
    assert not any(
        "files" in proposed.check.target_table
        for proposed in suggest_checks(folder.workspace, "orders", folder.toolbox)
    )


def test_a_run_can_be_repeated_until_a_file_changes(folder: Folder) -> None:
    run_id = folder.run().run_id
    assert _repeated(folder, run_id) == {Repeat.SAME}
    folder.touch("orders.csv", LAST_WEEK)
    assert _repeated(folder, run_id) == {Repeat.NOT_REPEATED}


def _repeated(folder: Folder, run_id: str) -> set[Repeat]:
    return {each.came for each in verify_run(folder.workspace, run_id, folder.toolbox)}


@pytest.mark.parametrize("sentence", [CHECKS["TWIN"], "No two files may be identical."])
def test_a_sentence_is_explained_before_there_is_a_check(tmp_path: Path, sentence: str) -> None:
    folder = Folder(tmp_path / "folder", {"ANY": "bytes must be at least 1."})
    explained = explain_sentence(folder.workspace, sentence, ["files"])

    assert explained.is_understood
    assert "No two files rows are equal in content" in explained.lines[2]


def test_such_a_check_stays_with_the_agent(folder: Folder) -> None:
    folder.run()
    with pytest.raises(WorkspaceError, match="list of the data folder's files"):
        export_check(folder.workspace, "SIZE")
