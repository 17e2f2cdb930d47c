"""The baseline of ``checks.json`` as CSV."""

from __future__ import annotations

import csv

from backend.contracts.check import Check, Example
from backend.contracts.workspace import Workspace
from backend.store.baseline import write_baseline

PLAIN = Check(
    check_id="A", check_name="n", target_table=("events", "users"), calculation_hint="say"
)
FULL = Check(
    check_id="B",
    check_name='a "name", and\r\nmore',
    target_table=("events",),
    calculation_hint="lone\rreturn",
    tags=("x", "y"),
    enabled=False,
    params={"b": 1.5, "a": "é"},
    examples=Example(flagged=({"price": None},)),
    fail_if="> 2%",
)


def _rows(workspace: Workspace) -> list[dict[str, str]]:
    with workspace.baseline_file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_there_is_one_row_for_each_check(workspace: Workspace) -> None:
    write_baseline(workspace, [PLAIN, FULL])
    plain, full = _rows(workspace)
    assert list(plain)[:4] == ["check_id", "check_name", "target_table", "calculation_hint"]
    assert plain["target_table"] == "events,users"
    assert (plain["severity"], plain["enabled"], plain["stage"]) == ("medium", "true", "rule")
    assert {plain[name] for name in ("tags", "params", "fail_if", "examples", "target")} == {""}
    assert full["check_name"] == 'a "name", and\r\nmore'
    assert full["calculation_hint"] == "lone\rreturn"
    assert (full["tags"], full["enabled"], full["fail_if"]) == ("x,y", "false", "> 2%")
    assert full["params"] == '{"a":"é","b":1.5}'
    assert full["examples"] == '{"flagged":[{"price":null}],"not_flagged":[],"tables":{}}'


def test_the_same_checks_give_the_same_bytes(workspace: Workspace) -> None:
    write_baseline(workspace, [FULL])
    before = workspace.baseline_file.read_bytes()
    again = FULL.model_copy(update={"params": {"a": "é", "b": 1.5}})
    write_baseline(workspace, [again])
    assert workspace.baseline_file.read_bytes() == before


def test_no_checks_leave_the_header(workspace: Workspace) -> None:
    write_baseline(workspace, [])
    assert workspace.baseline_file.read_text().count("\n") == 1
