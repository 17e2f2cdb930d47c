"""The deeper questions of an exploration: what was asked, what came of it, and a new one."""

from __future__ import annotations

import streamlit as st

from backend.dashboard.plain import facts, heading, notice, paragraph, reveal
from backend.dashboard.snapshot_stage import Probe

ABOUT = {
    "drill_missing": "Could the empty cells be foretold from the other columns?",
    "leakage_check": "Does a column know the outcome too well?",
    "type_disambiguation": "Is a column a number, a date or a category?",
}
"""The probes that a person can ask for, each as the question that it answers."""


def draw_probes(probes: tuple[Probe, ...]) -> None:
    """Draw each question with its answer."""
    if not probes:
        return
    with st.expander(f"Deeper questions ({len(probes):,})", expanded=True):
        for probe in probes:
            _draw_probe(probe)


def ask_for_probe(columns: tuple[str, ...]) -> tuple[str, list[str]] | None:
    """Draw the form that asks for one; gives the probe and its columns once it is sent."""
    with st.popover("Request deeper EDA", icon=":material/search_insights:"):
        paragraph("The exploration runs again and answers this question first.", kind="quiet")
        with st.form("deeper", border=False):
            probe = st.selectbox("Question", list(ABOUT), format_func=_spelled, key="deeper_probe")
            chosen = st.multiselect(
                "About these columns (none: those that give cause)",
                columns,
                format_func=reveal,
                key="deeper_columns",
                placeholder="Choose columns",
            )
            asked = st.form_submit_button("Ask", type="primary")
    return (probe, chosen) if asked and probe else None


def _spelled(probe: str) -> str:
    return f"{probe}: {ABOUT[probe]}"


def _draw_probe(probe: Probe) -> None:
    heading(f"{probe.name}: {ABOUT.get(probe.name, '')}".rstrip(": "), level=4)
    facts(
        [
            ("asked because", probe.why),
            ("about", ", ".join(probe.columns[:20])),
            ("rows", f"{probe.rows:,}" if probe.rows else ""),
            ("attempts", str(probe.attempts) if probe.attempts > 1 else ""),
        ]
    )
    for failure in probe.failures:
        notice(failure, "warning")
    if probe.finding:
        notice(probe.finding, "info" if probe.outcome == "answered" else "warning")
    else:
        notice("There is no answer yet.", "quiet")
    if probe.values:
        st.code(reveal(probe.values), language="json", height=160)
