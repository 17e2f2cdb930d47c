"""All checks with their latest result."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from backend.dashboard.snapshot import CheckLine, Snapshot

COLOURS = {"FAIL": "#c62828", "ERROR": "#ad1457", "WARN": "#b26a00", "PASS": "#2e7d32"}


def render(snapshot: Snapshot) -> None:
    """Draw how many checks have each verdict, and a table of all of them."""
    counts = snapshot.verdicts
    for column, (verdict, count) in zip(st.columns(len(counts)), counts.items(), strict=True):
        column.metric(verdict, count)
    table = pd.DataFrame([_cells(line) for line in snapshot.lines])
    st.dataframe(table.style.map(_colour, subset=["verdict"]), hide_index=True)


def _cells(line: CheckLine) -> dict[str, object]:
    latest = line.latest
    return {
        "check": line.check.check_id,
        "name": line.check.check_name,
        "verdict": line.verdict,
        "tested": latest.tested if latest else None,
        "flagged": latest.flagged if latest else None,
        "trend": latest.trend.value if latest else "",
        "severity": line.check.severity.value,
        "owner": line.check.owner,
        "last run": latest.last_run_at[:16].replace("T", " ") if latest else "",
    }


def _colour(verdict: object) -> str:
    return f"color: {COLOURS.get(str(verdict), '#757575')}; font-weight: 600"
