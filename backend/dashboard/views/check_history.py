"""One check through all runs."""

from __future__ import annotations

import streamlit as st

from backend.contracts.workflow import Workflow
from backend.dashboard.plain import notice
from backend.dashboard.snapshot import CheckLine, Snapshot
from backend.dashboard.snapshot_runs import Point, read_runs, whole_history_of
from backend.dashboard.views import charts, check_table, verdicts
from backend.dashboard.views.moments import minute, short

_DRAWN = 200
_JUDGED = ("PASS", "WARN", "FAIL")


def render(snapshot: Snapshot, line: CheckLine, workflow: Workflow) -> None:
    """Draw the flagged rows and their share, run by run."""
    runs = read_runs(snapshot)
    points = whole_history_of(runs, line.check.check_id)
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
    ends = (short(points[0].started_at), short(points[-1].started_at))
    flagged = [charts.Bar(_say(point), point.flagged, point.verdict) for point in points]
    parts = [charts.Bar(_say(point), _part(point)) for point in points]
    about = f"{len(points):,} runs, {points[-1].flagged:,} rows flagged in the last"
    with left:
        st.subheader("Flagged rows")
        st.html(charts.counts(flagged, about=about, ends=ends, height=180))
    with right:
        st.subheader("Share of the tested rows")
        st.html(charts.shares(parts, about=about, ends=ends, height=180))


def _say(point: Point) -> str:
    found = f"{point.flagged:,} of {point.tested:,} flagged ({_part(point):.2%})"
    return f"{minute(point.started_at)} · {verdicts.label(point.verdict)} · {found}"


def _part(point: Point) -> float:
    return point.flagged / point.tested if point.tested else 0.0


def _cells(point: Point) -> tuple[object, ...]:
    is_judged = point.verdict in _JUDGED
    return (
        point.run_id,
        minute(point.started_at),
        [verdicts.label(point.verdict)],
        point.tested if is_judged else None,
        point.flagged if is_judged else None,
        point.program[7:19],
    )
