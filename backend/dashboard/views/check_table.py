"""Checks as a table in which each row opens its check."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from backend.contracts.check import Severity
from backend.dashboard.pages import open_check
from backend.dashboard.plain import reveal
from backend.dashboard.snapshot import WORST_FIRST, CheckLine
from backend.dashboard.views import verdicts
from backend.dashboard.views.moments import minute

_HEAVIEST_FIRST = tuple(reversed(Severity))
_LONGEST = 400
_TREND = {"up": "↑", "down": "↓", "same": "=", "new": "new", "": ""}


def worst_first(lines: Iterable[CheckLine]) -> list[CheckLine]:
    """By verdict, then by severity, then by flagged rows."""
    return sorted(lines, key=_weight)


def draw(
    lines: Sequence[CheckLine],
    *,
    key: str,
    height: int | str = "auto",
    without: Collection[str] = (),
) -> None:
    """Draw the checks, some columns left out; a click on a row opens its check."""
    draw_cells(lines, cells_of(lines).drop_columns(list(without)), key=key, height=height)


def draw_cells(
    lines: Sequence[CheckLine], cells: pa.Table, *, key: str, height: int | str = "auto"
) -> None:
    """Draw cells that are ready, a row for each of the checks; a click opens its check."""
    picked = st.dataframe(
        cells,
        hide_index=True,
        height=height,
        key=key,
        on_select="rerun",
        selection_mode="single-cell",
        column_config={
            "verdict": verdicts.column(),
            "tested": st.column_config.NumberColumn(format="localized"),
            "flagged": st.column_config.NumberColumn(format="localized"),
            "name": st.column_config.TextColumn(width="medium"),
            "sentence": st.column_config.TextColumn(width="medium"),
            "no verdict because": st.column_config.TextColumn(width="large"),
        },
        placeholder="",
    )
    row = _picked_row(picked)
    if row is not None and row < len(lines):
        open_check(lines[row].check.check_id)


def still(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table of ready cells in which a click does nothing."""
    st.dataframe(
        _table(columns, rows),
        hide_index=True,
        placeholder="",
        column_config=_looks(rows, columns),
    )


def plain(key: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> int | None:
    """A table of ready cells; gives the row that was clicked, if one was."""
    picked = st.dataframe(
        _table(columns, rows),
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="single-cell",
        column_config=_looks(rows, columns),
        placeholder="",
    )
    return _picked_row(picked)


def _looks(rows: Sequence[Sequence[object]], columns: Sequence[str]) -> dict[str, Any]:
    """How whole numbers and verdicts (lists of a label) look, for the columns that hold them."""
    cells = list(zip(columns, zip(*rows, strict=True), strict=True))
    whole = st.column_config.NumberColumn(format="localized")
    numbers = {name: whole for name, column in cells if any(type(cell) is int for cell in column)}
    labels = [name for name, column in cells if any(isinstance(cell, list) for cell in column)]
    return {**numbers, **{name: verdicts.column(name) for name in labels}}


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> pa.Table:
    return pa.table(
        {
            name: pa.array([reveal(cell) if isinstance(cell, str) else cell for cell in values])
            for name, values in zip(columns, zip(*rows, strict=True), strict=True)
        }
    )


def _picked_row(picked: Any) -> int | None:
    cells = picked.selection.cells
    return int(cells[0][0]) if cells else None


def _weight(line: CheckLine) -> tuple[int, int, int]:
    flagged = line.latest.flagged if line.latest else 0
    return (
        WORST_FIRST.index(line.verdict),
        _HEAVIEST_FIRST.index(line.check.severity),
        -flagged,
    )


def cells_of(lines: Sequence[CheckLine]) -> pa.Table:
    """The cells of a row for each check, as plain text and numbers."""
    judged = [line.latest if line.verdict in ("PASS", "WARN", "FAIL") else None for line in lines]
    return pa.table(
        {
            "verdict": pa.array(
                [[verdicts.label(line.verdict)] for line in lines], pa.list_(pa.string())
            ),
            "check": [_short(line.check.check_id) for line in lines],
            "name": [_short(line.check.check_name) for line in lines],
            "tested": pa.array([row.tested if row else None for row in judged], pa.int64()),
            "flagged": pa.array([row.flagged if row else None for row in judged], pa.int64()),
            "trend": [_TREND.get(line.latest.trend, "") if line.latest else "" for line in lines],
            "severity": [line.check.severity.value for line in lines],
            "owner": [_short(line.check.owner) for line in lines],
            "tables": [_short(", ".join(line.check.target_table)) for line in lines],
            "sentence": [_short(line.check.calculation_hint) for line in lines],
            "last run": [minute(line.latest.last_run_at) if line.latest else "" for line in lines],
            "no verdict because": [_short(line.reason) for line in lines],
        }
    )


def _short(text: str) -> str:
    return reveal(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
