"""One check through all runs."""

from __future__ import annotations

import streamlit as st

from backend.contracts.workflow import Workflow
from backend.dashboard.plain import notice
from backend.dashboard.snapshot import CheckLine, Snapshot
from backend.dashboard.snapshot_runs import Point, history_of, read_runs
from backend.dashboard.views import charts, check_table, verdicts
from backend.dashboard.views.moments import minute, short

_DRAWN = 200
_JUDGED = ("PASS", "WARN", "FAIL")


def render(snapshot: Snapshot, line: CheckLine, workflow: Workflow) -> None:
    """Draw the flagged rows and their share, run by run."""
    runs = read_runs(snapshot)
    points = history_of(runs, line.check.check_id)
    if not points:
        notice("No run of this check is on record.", "quiet")
        return
    judged = [point for point in points[-_DRAWN:] if point.verdict in _JUDGED]
    if judged:
        _draw_charts(judged)
    more = "" if runs.is_complete else " Older runs are still being read."
    st.caption(f"{len(points):,} runs of this check.{more}")
    columns = ("run", "began", "verdict", "tested", "flagged", "program")
    check_table.still(columns, [_cells(point) for point in reversed(points)])


def _draw_charts(points: list[Point]) -> None:
    left, right = st.container(key="pair-history").columns(2)
    drawn = [_drawn(point) for point in points]
    with left:
        st.subheader("Flagged rows")
        charts.flagged_over_runs(drawn, height=180)
    with right:
        st.subheader("Share of the tested rows")
        charts.share_over_runs(drawn, "flagged rate", "flagged", height=180)


def _drawn(point: Point) -> dict[str, object]:
    return {
        "run": f"{short(point.started_at)} · {point.run_id[-4:]}",
        "verdict": point.verdict,
        "flagged": point.flagged,
        "tested": point.tested,
        "flagged rate": point.flagged / point.tested if point.tested else 0.0,
        "program": point.program[7:15],
    }


def _cells(point: Point) -> tuple[object, ...]:
    is_judged = point.verdict in _JUDGED
    return (
        point.run_id,
        minute(point.started_at),
        verdicts.label(point.verdict),
        point.tested if is_judged else None,
        point.flagged if is_judged else None,
        point.program[7:19],
    )
