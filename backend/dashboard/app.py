"""The dashboard's frame: the sidebar, the run button, and the views in their order."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from backend.dashboard.snapshot import Snapshot, read_snapshot
from backend.dashboard.trigger import ROOT, run_agent
from backend.dashboard.views import detail, overview


def render() -> None:
    """Draw the page, from the files as they are now."""
    st.set_page_config(page_title="Pandas Codegen Agent", layout="wide")
    st.title("Checks")
    base = _ask_base()
    if st.sidebar.button("Run Agent Workflow", type="primary"):
        _run(base)
    snapshot = read_snapshot(base)
    _tell_trouble(snapshot)
    if snapshot.lines:
        overview.render(snapshot)
        st.divider()
        detail.render(snapshot)


def _ask_base() -> Path:
    st.session_state.setdefault("base_dir", "backend/")
    written = st.sidebar.text_input(
        "Backend base dir", key="base_dir", help="A folder with checks/, data/ and cached_mem/."
    )
    return ROOT / Path(written).expanduser()


def _run(base: Path) -> None:
    with st.spinner("The agent is running."):
        finished = run_agent(base)
    show = st.info if finished.is_recorded else st.error
    show(finished.ending)
    with st.expander("What the run printed", expanded=not finished.is_recorded):
        st.code(finished.output, language=None)


def _tell_trouble(snapshot: Snapshot) -> None:
    for sentence in snapshot.trouble:
        st.error(sentence)
    for entry in snapshot.invalid:
        st.error(entry.message)
