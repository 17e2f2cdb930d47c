"""All checks, and what narrows them down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import streamlit as st

from backend.dashboard.plain import notice
from backend.dashboard.snapshot import CheckLine, Snapshot
from backend.dashboard.views import check_table, verdicts


class Filter(NamedTuple):
    """What narrows the checks: a name, and the words of a check that count for it."""

    name: str
    words: Callable[[CheckLine], Iterable[str]]


FILTERS = (
    Filter("Severity", lambda line: (line.check.severity.value,)),
    Filter("Owner", lambda line: (line.check.owner or "no owner",)),
    Filter("Tag", lambda line: line.check.tags),
    Filter("Table", lambda line: line.check.target_table),
    Filter("Stage", lambda line: (line.check.stage.value,)),
)


def render(snapshot: Snapshot) -> None:
    """Draw the filters and the table."""
    st.title("Checks")
    if not snapshot.lines:
        notice(
            "There are no checks here yet. Write the first one into checks/checks.json.", "quiet"
        )
        return
    lines = _ask_filters(snapshot)
    if not lines:
        notice("No check fits all of these. Take a filter away.", "quiet")
        return
    st.caption(f"{len(lines):,} of {len(snapshot.lines):,} checks. A click on a row opens it.")
    check_table.draw(check_table.worst_first(lines), key="checks", height=640)


def _ask_filters(snapshot: Snapshot) -> list[CheckLine]:
    counts = snapshot.verdicts
    wanted = st.pills(
        "Verdict",
        list(counts),
        selection_mode="multi",
        key="verdicts",
        format_func=lambda verdict: f"{verdicts.label(verdict)}  {counts[verdict]:,}",
    )
    lines = [line for line in snapshot.lines if not wanted or line.verdict in wanted]
    with st.container(horizontal=True):
        sought = st.text_input(
            "Search", key="sought", placeholder="id, name, sentence", type="search", width=230
        )
        for each in FILTERS:
            lines = _ask(each, snapshot.lines, lines)
    return [line for line in lines if _holds(line, sought.casefold().split())]


def _ask(each: Filter, everything: Iterable[CheckLine], lines: list[CheckLine]) -> list[CheckLine]:
    known = sorted({word for line in everything for word in each.words(line)})
    wanted = st.multiselect(each.name, known, key=f"by {each.name}", placeholder="all", width=145)
    if not wanted:
        return lines
    return [line for line in lines if not set(wanted).isdisjoint(each.words(line))]


def _holds(line: CheckLine, words: list[str]) -> bool:
    """Whether each of these words stands somewhere in the check or its result."""
    check = line.check
    summary = line.latest.summary if line.latest else ""
    text = f"{check.check_id} {check.check_name} {check.calculation_hint} {summary}".casefold()
    return all(word in text for word in words)
