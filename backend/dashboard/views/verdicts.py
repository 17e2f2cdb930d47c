"""How a verdict looks, everywhere alike: a word, a sign and a colour."""

from __future__ import annotations

from typing import Any

import streamlit as st

from backend.dashboard.plain import escape
from backend.dashboard.snapshot import NOT_RUN, WORST_FIRST

SIGNS = {"PASS": "✓", "WARN": "▲", "FAIL": "✕", "ERROR": "!", "SKIPPED": "⊘", NOT_RUN: "○"}
COLOURS = {
    "PASS": "#1b7f4d",
    "WARN": "#b06a00",
    "FAIL": "#c8323f",
    "ERROR": "#8b3fc7",
    "SKIPPED": "#6b7280",
    NOT_RUN: "#6b7280",
}


def label(verdict: str) -> str:
    """The verdict with its sign, as plain text."""
    return f"{SIGNS.get(verdict, '?')} {verdict}"


def badge(verdict: str) -> str:
    """The verdict on its colour, as HTML."""
    return f'<span class="pa-verdict {_style(verdict)}">{escape(label(verdict))}</span>'


def tiles(counts: dict[str, int]) -> None:
    """A tile for each verdict with its number of checks, the worst first."""
    total = sum(counts.values()) or 1
    drawn = "".join(
        f'<div class="pa-tile {_style(verdict)}"><span>{escape(label(verdict))}</span>'
        f"<b>{counts[verdict]:,}</b><small>{counts[verdict] / total:.0%} of all</small></div>"
        for verdict in WORST_FIRST
        if verdict in counts
    )
    st.html(f'<div class="pa-tiles">{drawn}</div>')


def column(title: str = "verdict") -> Any:
    """A column of a table whose cells are lists of one `label`."""
    return st.column_config.MultiselectColumn(
        title,
        options=[label(verdict) for verdict in WORST_FIRST],
        color=[COLOURS[verdict] for verdict in WORST_FIRST],
        width="small",
    )


def _style(verdict: str) -> str:
    return f"pa-{verdict}" if verdict in COLOURS and verdict != NOT_RUN else "pa-NONE"
