"""Verdicts, records and exit codes of whole runs."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.errors import WorkspaceBusy, WorkspaceError
from backend.store.lock import WorkspaceLock
from tests.tiny_workspace import (
    AS_OF,
    ORDERS,
    TinyWorkspace,
    Watched,
    by_id,
    compiled,
    entry,
    state,
    verdicts,
)

GOOD = entry("GOOD", "order_id must be filled")
BAD = entry("BAD", "price must be at least 0")
BAD_WARNS = entry("WARNS", "price must be at least 0", warn_if="> 0", fail_if="> 9")
DIRE = entry("DIRE", "price must be at least 0", severity="critical")
VAGUE = entry("VAGUE", "be nice")
NEVER = entry("EMPTY", "order_id must be filled", "none")
OFF = entry("OFF", "price must be at least 0", enabled=False)
WAITS = entry("WAITS", "order_id must be filled", depends_on=["OFF"])

CODES: dict[str, tuple[list[dict[str, Any]], str, int]] = {
    "all pass": ([GOOD], "fail", 0),
    "no checks at all": ([], "fail", 0),
    "disabled": ([GOOD, OFF], "fail", 0),
    "fail": ([GOOD, BAD, BAD_WARNS], "fail", 1),
    "warn": ([GOOD, BAD_WARNS], "fail", 2),
    "warn counts as fail": ([GOOD, BAD_WARNS], "warn", 1),
    "nothing to test": ([GOOD, NEVER], "fail", 2),
    "nothing to test counts as fail": ([GOOD, NEVER], "warn", 1),
    "nothing to test is allowed": ([GOOD, NEVER | {"allow_empty": True}], "warn", 0),
    "waiting": ([GOOD, OFF, WAITS], "fail", 2),
    "error": ([GOOD, VAGUE], "fail", 3),
    "error before fail": ([BAD, VAGUE], "fail", 3),
    "invalid entry": ([GOOD, {"check_id": "X"}], "fail", 3),
    "fail of less than the severity": ([GOOD, BAD], "high", 2),
    "fail of the severity": ([BAD], "medium", 1),
    "fail of more than the severity": ([BAD | {"severity": "critical"}], "high", 1),
    "one fail counts, another does not": ([BAD, DIRE], "critical", 1),
    "warn of the severity": ([DIRE | {"warn_if": "> 0", "fail_if": "> 9"}], "low", 2),
    "error of less than the severity": ([VAGUE | {"severity": "low"}], "critical", 3),
}


@pytest.mark.parametrize(("entries", "fail_on", "code"), CODES.values(), ids=CODES)
def test_exit_code(entries: list[dict[str, Any]], fail_on: str, code: int, tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", *entries)
    tiny.write_table("none.csv", "order_id\n")

    assert tiny.run(fail_on=fail_on).exit_code == code
    assert tiny.run(fail_on=fail_on).exit_code == code


def test_workspace_that_is_held_is_busy(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", GOOD)
    with WorkspaceLock(tiny.workspace), pytest.raises(WorkspaceBusy):
        tiny.run()
    assert tiny.run().exit_code == 0


def test_every_check_is_on_record_with_all_that_judged_it(tmp_path: Path) -> None:
    known = entry("KNOWN", "user_id must exist in users", "orders,users", owner="a@b", tags="x,y")
    tiny = TinyWorkspace(tmp_path / "w", known)
    report = tiny.run()
    (record,) = tiny.logged()
    program = tiny.workflow("KNOWN").program

    assert (record,) == report.records
    assert program is not None
    assert record.program == program.sha256
    assert record.program == f"sha256:{hashlib.sha256(program.source.encode()).hexdigest()}"
    assert sorted(record.tables) == ["orders", "users"]
    assert all(mark.startswith("xxh3:") for mark in record.tables.values())
    assert (record.verdict, record.tested, record.flagged) == ("FAIL", 2, 1)
    assert (record.as_of, record.owner, record.tags) == (AS_OF, "a@b", ("x", "y"))
    assert record.compiled
    assert record.sandbox
    path = f"cached_mem/artifacts/{report.run_id}/KNOWN/flagged.csv"
    assert record.flagged_path == path
    assert tiny.workspace.base.joinpath(path).read_text() == (
        "_table,_row,_source,order_id,user_id,price,day\norders,1,orders.csv:3,2,9,-3,2031-01-01\n"
    )


def test_failing_groups_are_exported_without_a_row(tmp_path: Path) -> None:
    sentence = "mean price must be at most 3 per user_id"
    tiny = TinyWorkspace(tmp_path / "w", entry("MEAN", sentence))
    record = by_id(tiny.run())["MEAN"]

    assert record.summary == "FAIL: 1 failing measure in orders, 2 tested"
    with tiny.workspace.base.joinpath(record.flagged_path or "").open(newline="") as stream:
        (line,) = csv.DictReader(stream)
    assert (line["_table"], line["_row"], line["_source"]) == ("orders", "", "")
    assert (line["user_id"], float(line["mean price"])) == ("1", 5.0)


def test_today_is_the_day_of_the_run(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", entry("PAST", "day must not be in the future"))

    assert by_id(tiny.run())["PAST"].flagged == 1


TORN = {"orders.csv": "order_id,price\n1\n"}
BLOCKED: dict[str, tuple[dict[str, str], dict[str, Any], str, str, str]] = {
    "no such table": (
        {},
        entry("C", "price must be filled", "ordrs"),
        "ERROR",
        "unknown-table",
        "C: data has no table 'ordrs'. Did you mean 'orders'? Tables: orders, users.",
    ),
    "torn table": (TORN, entry("C", "price must be filled"), "ERROR", "ragged-row", "line 2"),
    "disabled": ({}, entry("C", "x", enabled=False), "SKIPPED", "disabled", "checks.json"),
    "stage": ({}, entry("C", "x", stage="prep"), "SKIPPED", "wrong-stage-order", "'eda'"),
    "unknown dependency": (
        {},
        entry("C", "price must be filled", depends_on="USRES"),
        "ERROR",
        "unknown-dependency",
        "Did you mean 'USERS'?",
    ),
    "itself": (
        {},
        entry("C", "price must be filled", depends_on="C"),
        "ERROR",
        "circular-dependency",
        "depends_on",
    ),
    "waiting": (
        {},
        entry("C", "price must be filled", depends_on="USERS"),
        "SKIPPED",
        "waiting",
        "C: it waits for USERS, which was FAIL in this run.",
    ),
    "ambiguous": ({}, entry("C", "two ways"), "ERROR", "ambiguous", "two ways"),
    "parameter that is not given": (
        {},
        entry("C", "price must be at most {limit}"),
        "ERROR",
        "unknown-parameter",
        "C: the program takes the parameter 'limit'",
    ),
}


@pytest.mark.parametrize(
    ("files", "check", "verdict", "code", "words"), BLOCKED.values(), ids=BLOCKED
)
def test_what_keeps_a_check_from_running_costs_it_alone(
    files: dict[str, str],
    check: dict[str, Any],
    verdict: str,
    code: str,
    words: str,
    tmp_path: Path,
) -> None:
    tiny = TinyWorkspace(tmp_path / "w", check, entry("USERS", "email must be filled", "users"))
    for name, text in files.items():
        tiny.write_table(name, text)
    for report in (tiny.run(), tiny.run()):
        record = by_id(report)["C"]
        assert (record.verdict, record.code) == (verdict, code)
        assert words in record.reason
        assert verdicts(report)["USERS"] == "FAIL"


def test_table_that_is_mended_needs_no_compile(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BAD)
    tiny.run()
    tiny.write_table("orders.csv", "order_id,price\n1\n")
    broken = tiny.run()
    tiny.write_table("orders.csv", ORDERS)
    mended = tiny.run()

    assert verdicts(broken) == {"BAD": "ERROR"}
    assert verdicts(mended) == {"BAD": "FAIL"}
    assert tiny.planner.asked == []


def test_checks_run_after_those_they_depend_on_and_are_told_in_file_order(tmp_path: Path) -> None:
    late = entry("LATE", "order_id must be filled", depends_on="GOOD")
    tiny = TinyWorkspace(tmp_path / "w", late, GOOD)
    report = tiny.run()

    assert tiny.watched.seen == ["GOOD name of GOOD", "LATE name of LATE"]
    assert verdicts(report) == {"LATE": "PASS", "GOOD": "PASS"}
    assert [record.check_id for record in report.records] == ["LATE", "GOOD"]


@pytest.mark.parametrize(
    ("entries", "check_id", "words"),
    [
        ([GOOD, {"check_name": "no id"}], "entry 2", "checks.json, entry 2: check_id"),
        ([GOOD | {"severity": "huge"}], "GOOD", "severity: 'huge' is none of"),
        ([GOOD, GOOD], "entry 2", "entry 2 (GOOD): check_id: 'GOOD' is the id of entry 1 too"),
    ],
    ids=["no id", "bad field", "id given twice"],
)
def test_invalid_entry_is_an_error_that_names_entry_and_field(
    entries: list[dict[str, Any]], check_id: str, words: str, tmp_path: Path
) -> None:
    report = TinyWorkspace(tmp_path / "w", *entries).run()
    (record,) = [each for each in report.records if each.code == "invalid-check"]

    assert record.check_id == check_id
    assert words in record.reason
    assert len(report.records) == len(entries)


@pytest.mark.parametrize("ran_before", [False, True])
def test_file_that_is_no_json_stops_the_run_and_nothing_is_touched(
    ran_before: bool, tmp_path: Path
) -> None:
    tiny = TinyWorkspace(tmp_path / "w", GOOD)
    if ran_before:
        tiny.run()
    tiny.workspace.checks_file.write_text('[\n  {"check_id": "A",}\n]')
    before = state(tmp_path)

    with pytest.raises(
        WorkspaceError, match=r"checks/checks\.json, line 2, column \d+ is not JSON"
    ):
        tiny.run()
    assert state(tmp_path) == before


class Interrupts(Watched):
    """Somebody presses Ctrl-C when the second check begins."""

    def runs(self, name: str) -> None:
        super().runs(name)
        if len(self.seen) == 2:
            raise KeyboardInterrupt


def test_interrupted_run_remembers_what_it_did(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", BAD, GOOD)
    tiny.watched = Interrupts()
    with pytest.raises(KeyboardInterrupt):
        tiny.run()

    assert [record.check_id for record in tiny.logged()] == ["BAD"]
    assert tiny.workflow("BAD").program
    tiny.watched = Watched()
    assert compiled(tiny.run()) == {"GOOD": ("new",)}
