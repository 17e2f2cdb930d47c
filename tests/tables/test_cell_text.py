"""Workbook cells as text."""

from __future__ import annotations

import datetime as dt

import pytest

from backend.tables.cell_text import Cell, cells_as_text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param("007", "007", id="text"),
        pytest.param("", "", id="empty"),
        pytest.param(5.0, "5", id="whole float"),
        pytest.param(-0.5, "-0.5", id="fraction"),
        pytest.param(0.1 + 0.2, "0.30000000000000004", id="every digit"),
        pytest.param(1e300, "1e+300", id="large"),
        pytest.param(2.0**53, "9007199254740992", id="last exact integer"),
        pytest.param(2.0**54, "1.8014398509481984e+16", id="beyond it"),
        pytest.param(12345678901234567, "12345678901234567", id="integer"),
        pytest.param(True, "true", id="true"),
        pytest.param(False, "false", id="false"),
        pytest.param(dt.date(2024, 1, 5), "2024-01-05", id="date"),
        pytest.param(dt.datetime(2024, 1, 5), "2024-01-05", id="midnight"),
        pytest.param(dt.datetime(2024, 1, 5, 10, 30), "2024-01-05 10:30:00", id="date-time"),
        pytest.param(
            dt.datetime(2024, 1, 5, 10, 30, 0, 120000), "2024-01-05 10:30:00.12", id="fraction of s"
        ),
        pytest.param(dt.time(9, 5), "09:05:00", id="time"),
        pytest.param(dt.timedelta(hours=30, seconds=5), "30:00:05", id="beyond a day"),
        pytest.param(dt.timedelta(hours=-1), "-1:00:00", id="negative span"),
        pytest.param(dt.timedelta(milliseconds=1500), "0:00:01.5", id="fraction of a span"),
    ],
)
def test_text(cell: Cell, text: str) -> None:
    assert cells_as_text([cell]) == [text]
