"""Files and rows that must be there by a time of day."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.plan import Plan
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables
from tests.planner.offline.spoken import Group, Rows, told_tests

AS_OF = "2026-11-20"
IN_TIME, AT_SIX, LATE, YESTERDAY, AT_NIGHT = (
    *("2026-11-20 05:30", "2026-11-20 06:00", "2026-11-20 06:01", "2026-11-19 05:30"),
    "2026-11-20 00:00",
)

# Files ------------------------------------------------------------------------------------------

ONE_FILE = [
    "The orders file must be updated by 06:00 each day.",
    "The orders file must be there by 6 am every day.",
    "The orders file must be available daily by 06:00.",
    "The orders file must have been delivered by 06:00.",
    "The orders file must arrive by 6 am daily.",
    "orders.csv must be ready by 06:00 every day.",
    "The file 'orders.csv' must be modified by 06:00 each day.",
    "Each day by 06:00 the orders file must be updated.",
    "By 6 am each day, orders.csv must be available.",
    "Every day, the orders file must be refreshed no later than 06:00.",
    "Was the orders file updated by 06:00 today?",
    "The deadline for the orders file is 06:00 each day.",
    "The orders file is due daily by 06:00.",
    "orders.csv: due daily by 06:00.",
    "Flag the orders file if it was not updated by 06:00 today.",
    "Flag the orders file unless it was updated by 06:00 today.",
]


def judged(folder: Path, sentence: str, at: str) -> tuple[list[str], Plan]:
    """What is flagged where the orders were changed then: files, or the number of measures."""
    workspace = Workspace(folder)
    workspace.data.mkdir(exist_ok=True)
    for name, changed in {"orders.csv": at, "users.csv": YESTERDAY}.items():
        path = workspace.data / name
        path.unlink(missing_ok=True)
        if changed:
            path.write_text("a\n1\n")
            moment = datetime.fromisoformat(changed).replace(tzinfo=UTC).timestamp()
            os.utime(path, (moment, moment))
    schema = snapshot_tables(workspace, Schema(), asked=("files",))
    check = Check(
        check_id="F-1", check_name="files", target_table=("files",), calculation_hint=sentence
    )
    plan = OfflinePlanner().plan(check, schema)
    page: dict[str, object] = {}
    exec(write_program(plan, check).source, page)
    frames: dict[str, pd.DataFrame] = {
        name: read_frame(table_file(workspace, schema.tables[name])) for name in plan.tables
    }
    found = page["check"](frames, as_of=AS_OF)  # type: ignore[operator]
    return [*found["file"]] if plan.grain == "rows" else [str(len(found))], plan


@pytest.mark.parametrize("sentence", ONE_FILE)
def test_a_file_in_time_passes_and_one_that_is_late_does_not(tmp_path: Path, sentence: str) -> None:
    passed = {at: not int(judged(tmp_path, sentence, at)[0][0]) for at in (IN_TIME, AT_SIX)}
    failed = {at: bool(int(judged(tmp_path, sentence, at)[0][0])) for at in (LATE, YESTERDAY)}

    assert (*passed.values(), *failed.values()) == (True, True, True, True)


def test_a_file_that_is_not_there_fails(tmp_path: Path) -> None:
    assert judged(tmp_path, "orders.csv must be updated by 06:00 each day.", "")[0] == ["1"]


def test_before_a_time_is_not_at_it(tmp_path: Path) -> None:
    sentence = "orders.csv must be there before 06:00 each day."

    assert judged(tmp_path, sentence, AT_SIX)[0] == ["1"]
    assert judged(tmp_path, sentence, AT_NIGHT)[0] == ["0"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Every file must be updated by 06:00 each day.",
        "All files must be there by 06:00 today.",
        "Each day by 06:00, all files must be updated.",
    ],
)
def test_of_every_file_each_is_judged(tmp_path: Path, sentence: str) -> None:
    assert judged(tmp_path, sentence, IN_TIME)[0] == ["users.csv"]
    assert judged(tmp_path, sentence, LATE)[0] == ["orders.csv", "users.csv"]


def test_a_file_of_the_day_may_come_at_any_time(tmp_path: Path) -> None:
    sentence = "The orders file must be updated each day."

    assert [judged(tmp_path, sentence, at)[0] for at in (LATE, YESTERDAY)] == [["0"], ["1"]]


def test_what_is_assumed_of_times_is_told(tmp_path: Path) -> None:
    told = judged(tmp_path, ONE_FILE[0], IN_TIME)[1].assumptions

    assert any("in UTC" in each for each in told)
    assert any("last change of a file" in each for each in told)


@pytest.mark.parametrize(
    "sentence",
    [
        "The invoices file must be updated by 06:00 each day.",
        "The orders file must be updated by 06:00 on weekdays.",
        "The orders file must be updated by 06:00 Berlin time each day.",
        "The orders file must not be updated by 06:00 each day.",
        "The orders file must be updated after 06:00 each day.",
        "The orders file must be updated by 06:00 each month.",
        "The orders file must be updated by 25:00 each day.",
        "Flag the orders file if it was updated by 06:00 today.",
        "The orders file must be updated twice by 06:00 each day.",
    ],
)
def test_what_means_something_else_is_declined(tmp_path: Path, sentence: str) -> None:
    with pytest.raises(PlanError):
        judged(tmp_path, sentence, IN_TIME)


# Rows -------------------------------------------------------------------------------------------

EARLY: Rows = (
    ("order", "placed_on", "created_at", "status"),
    ("a", "2024-07-01", "2024-07-01 08:59", "open"),
    ("b", "2024-07-01", "2024-07-01 09:01", "open"),
    ("c", "2024-06-30", "2024-06-30 08:00", "done"),
)
TABLES: dict[str, Rows] = {"orders": EARLY, "late_orders": (EARLY[0], *EARLY[2:])}
FLAGGED: dict[str, list[Group]] = {
    "orders": [
        ("every row", "b c", ["created_at must be today by 09:00."]),
        (
            "one row by then",
            "0",
            [
                "There must be at least one order created today before 09:00.",
                "There must be at least one order with created_at today by 9 am.",
                "At least one order must be created today by 9 am.",
            ],
        ),
    ],
    "late_orders": [
        (
            "no row by then",
            "1",
            ["There must be at least one late order with created_at today by 9 am."],
        ),
    ],
}
DECLINED = [
    ("orders", "Today's orders must be there by 9 am."),
    ("orders", "The orders of today must be available by 09:00."),
    ("orders", "placed_on must be today by 09:00."),
    ("orders", "Every order must be delivered by 9 am."),
    ("orders", "The orders file must be updated by 06:00 each day."),
]
checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
