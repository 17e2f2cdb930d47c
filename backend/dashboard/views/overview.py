"""The state of all checks at a glance: what fails, what changed, what the last run came to."""

from __future__ import annotations

import time

import streamlit as st

from backend.dashboard.plain import notice
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.views import verdicts

_ALONE_SECONDS = 0.2
"""What a browser gets together it shows together, when the code for the largest part is there; a
visitor who comes in sees the verdicts before his browser begins with the tables."""


def render(snapshot: Snapshot) -> None:
    """Draw the page; the verdicts first, which need no table and no log."""
    st.title("Overview")
    if not snapshot.lines:
        notice(
            "There are no checks here yet. Write a rule in plain English into "
            "checks/checks.json, put its tables into data/, and run the agent.",
            "quiet",
        )
        return
    verdicts.tiles(snapshot.verdicts)
    drawn = time.monotonic()
    from backend.dashboard.views import overview_runs  # it brings Arrow: slow to import

    found = overview_runs.read(snapshot)
    if not st.session_state.setdefault("has_come_in", False):
        st.session_state["has_come_in"] = True
        time.sleep(max(0.0, drawn + _ALONE_SECONDS - time.monotonic()))
    overview_runs.render(snapshot, found)
