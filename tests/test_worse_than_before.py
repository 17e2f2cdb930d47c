"""Runs whose verdict hangs on an earlier run: ``fail_if: "> last week"``."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.agent import Report, run
from backend.request import Request
from backend.toolbox import NamedPlanner, Toolbox
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import TinyWorkspace, by_id, entry


def prices(bad: int, good: int = 10) -> str:
    rows = [f"{number},1,{-1 if number < bad else 1},\n" for number in range(bad + good)]
    return "order_id,user_id,price,day\n" + "".join(rows)


def run_on(tiny: TinyWorkspace, as_of: str) -> Report:
    named = NamedPlanner(tiny.planner.name, lambda: tiny.planner)
    toolbox = Toolbox((named,), NearSandbox, tiny.compiler)
    return run(Request(tiny.workspace, (), as_of), toolbox, tiny.watched)


def tiny_with(tmp_path: Path, **fields: object) -> TinyWorkspace:
    return TinyWorkspace(tmp_path / "w", entry("P", "price must be at least 0", **fields))


Nights = list[tuple[str, int, str]]
LAST, WEEK = "> last run", "> last week"
NIGHTS: dict[str, tuple[str, Nights]] = {
    "first run has nothing to compare with": (LAST, [("2026-11-01", 3, "WARN no-baseline")]),
    "none flagged at first": (LAST, [("2026-11-01", 0, "PASS"), ("2026-11-02", 1, "FAIL")]),
    "not worse, then worse, then better": (
        LAST,
        [
            ("2026-11-01", 3, "WARN no-baseline"),
            ("2026-11-02", 3, "PASS"),
            ("2026-11-03", 4, "FAIL"),
            ("2026-11-04", 2, "PASS"),
        ],
    ),
    "repeating a day's run does not hide its failure": (
        LAST,
        [
            ("2026-11-01", 3, "WARN no-baseline"),
            ("2026-11-02", 4, "FAIL"),
            ("2026-11-02", 4, "FAIL"),
        ],
    ),
    "other data of the same day is another run": (
        LAST,
        [
            ("2026-11-01", 3, "WARN no-baseline"),
            ("2026-11-01", 4, "FAIL"),
        ],
    ),
    "last week is the last run at least 7 days ago": (
        WEEK,
        [
            ("2026-11-01", 1, "WARN no-baseline"),
            ("2026-11-02", 5, "WARN no-baseline"),
            ("2026-11-08", 2, "FAIL"),
            ("2026-11-09", 5, "PASS"),
            ("2026-11-20", 6, "FAIL"),
        ],
    ),
    "a past day knows no later ones": (
        LAST,
        [
            ("2026-11-02", 9, "WARN no-baseline"),
            ("2026-11-01", 5, "WARN no-baseline"),
            ("2026-11-03", 6, "FAIL"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("limit", "nights"), NIGHTS.values(), ids=NIGHTS)
def test_nights(limit: str, nights: Nights, tmp_path: Path) -> None:
    tiny = tiny_with(tmp_path, fail_if=limit)
    came = []
    for as_of, bad, _ in nights:
        tiny.write_table("orders.csv", prices(bad))
        record = by_id(run_on(tiny, as_of))["P"]
        came.append(f"{record.verdict} {record.code}".strip())

    assert came == [verdict for _, _, verdict in nights]


def test_a_run_without_a_verdict_is_no_baseline(tmp_path: Path) -> None:
    tiny = tiny_with(tmp_path, fail_if="> last run")
    tiny.write_table("orders.csv", prices(3))
    run_on(tiny, "2026-11-01")
    tiny.write_table("orders.csv", "order_id,user_id,price,day\n")
    assert by_id(run_on(tiny, "2026-11-02"))["P"].verdict == "SKIPPED"
    tiny.write_table("orders.csv", prices(4))

    record = by_id(run_on(tiny, "2026-11-03"))["P"]

    assert record.summary.endswith("(fail_if '> last run': 3 of 13 on 2026-11-01)")


def test_another_rule_is_no_baseline(tmp_path: Path) -> None:
    tiny = tiny_with(tmp_path, fail_if="> last run")
    tiny.write_table("orders.csv", prices(3))
    run_on(tiny, "2026-11-01")
    tiny.change_check("P", calculation_hint="price must be at least 2")

    assert by_id(run_on(tiny, "2026-11-02"))["P"].code == "no-baseline"


def test_damaged_line_costs_itself_only(tmp_path: Path) -> None:
    tiny = tiny_with(tmp_path, fail_if="> last run")
    tiny.write_table("orders.csv", prices(3))
    run_on(tiny, "2026-11-01")
    with tiny.workspace.runs_log_file.open("a") as log:
        log.write('{"run_id": "x"}\nnot JSON\n')

    assert by_id(run_on(tiny, "2026-11-02"))["P"].verdict == "PASS"
