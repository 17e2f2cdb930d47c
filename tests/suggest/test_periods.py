"""Since when there are dates, and which calendars are nearly whole."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.check import Check
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.planner.offline.planner import OfflinePlanner
from backend.tables.snapshot import snapshot_tables
from tests.suggest.lending import proposed

DAYS = [date(2023, 3, 1) + timedelta(days=n) for n in range(120)]
WORKDAYS = [day for day in DAYS if day.weekday() < 5]
MONTHS = [date(2022 + n // 12, n % 12 + 1, 1 + n * 7 % 28) for n in range(24)]
TABLES = {
    "every_day": DAYS,
    "one_day_lacks": [day for day in DAYS if day != date(2023, 4, 5)],
    "workdays": [day for day in WORKDAYS if day != date(2023, 4, 5)],
    "months": MONTHS,
    "now_and_then": [date(2023, 1, 1) + timedelta(days=n * n) for n in range(40)],
    "one_long_ago": [date(1903, 3, 1), *DAYS],
    "few_days": DAYS[:12],
}
NO_GAP = {
    "every_day": "No day may be missing from seen_on.",
    "one_day_lacks": "No day may be missing from seen_on.",
    "workdays": "No working day may be missing from seen_on.",
    "months": "No month may be missing from seen_on.",
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return _written(tmp_path_factory.mktemp("diary"))


def _written(folder: Path) -> Workspace:
    workspace = Workspace(folder)
    workspace.data.mkdir(parents=True)
    for name, days in TABLES.items():
        rows = [{"row_id": n, "seen_on": day.isoformat()} for n, day in enumerate(days)]
        pd.DataFrame(rows).to_csv(workspace.data / f"{name}.csv", index=False)
    return workspace


@pytest.mark.parametrize("table", TABLES)
def test_a_calendar_is_proposed_where_it_is_nearly_whole(diary: Workspace, table: str) -> None:
    found = [text for text, kind in proposed(diary, table).items() if kind == "calendar"]

    assert found == ([NO_GAP[table]] if table in NO_GAP else [])


@pytest.mark.parametrize(
    ("table", "year"),
    [("every_day", 2023), ("months", 2022), ("one_long_ago", 2023), ("few_days", None)],
)
def test_no_date_lies_before_the_first_year(diary: Workspace, table: str, year: int | None) -> None:
    found = [text for text in proposed(diary, table) if "on or after" in text]

    assert found == ([] if year is None else [f"seen_on must be on or after {year}-01-01."])


@pytest.mark.parametrize("table", NO_GAP)
def test_what_is_proposed_compiles(diary: Workspace, table: str) -> None:
    schema = snapshot_tables(diary, Schema())
    for sentence in proposed(diary, table):
        told = {
            "check_id": "C-1",
            "check_name": "C",
            "target_table": table,
            "calculation_hint": sentence,
        }
        assert OfflinePlanner().plan(Check.model_validate(told), schema).rule
