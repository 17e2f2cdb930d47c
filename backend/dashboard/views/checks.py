"""All checks, and what narrows them down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pyarrow as pa
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


class Prepared(NamedTuple):
    """All checks, the worst first, with their cells, and the words that each filter knows."""

    lines: tuple[CheckLine, ...]
    cells: pa.Table
    words: dict[str, list[str]]


def render(snapshot: Snapshot) -> None:
    """Draw the filters and the table."""
    st.title("Checks")
    if not snapshot.lines:
        notice(
            "There are no checks here yet. Write the first one into checks/checks.json.", "quiet"
        )
        return
    known = snapshot.memo.hold_for(
        snapshot.workspace.base, "checks", (snapshot.lines,), lambda: _prepare(snapshot.lines)
    )
    rows = _ask_filters(snapshot, known)
    if not rows:
        notice("No check fits all of these. Take a filter away.", "quiet")
        return
    st.caption(f"{len(rows):,} of {len(snapshot.lines):,} checks. A click on a row opens it.")
    cells = known.cells if len(rows) == len(known.lines) else known.cells.take(rows)
    check_table.draw_cells([known.lines[row] for row in rows], cells, key="checks", height=640)


def _prepare(lines: Iterable[CheckLine]) -> Prepared:
    ordered = check_table.worst_first(lines)
    words = {
        each.name: sorted({word for line in ordered for word in each.words(line)})
        for each in FILTERS
    }
    return Prepared(tuple(ordered), check_table.cells_of(ordered), words)


def _ask_filters(snapshot: Snapshot, known: Prepared) -> list[int]:
    """Draw the filters; gives the places of the checks that pass them all."""
    counts = snapshot.verdicts
    wanted = st.pills(
        "Verdict",
        list(counts),
        selection_mode="multi",
        key="verdicts",
        format_func=lambda verdict: f"{verdicts.label(verdict)}  {counts[verdict]:,}",
    )
    rows = [at for at, line in enumerate(known.lines) if not wanted or line.verdict in wanted]
    with st.container(horizontal=True):
        sought = st.text_input(
            "Search", key="sought", placeholder="id, name, sentence", type="search", width=230
        )
        for each in FILTERS:
            rows = _ask(each, known, rows)
    words = sought.casefold().split()
    return [row for row in rows if _holds(known.lines[row], words)] if words else rows


def _ask(each: Filter, known: Prepared, rows: list[int]) -> list[int]:
    words = known.words[each.name]
    wanted = set(
        st.multiselect(each.name, words, key=f"by {each.name}", placeholder="all", width=145)
    )
    if not wanted:
        return rows
    return [row for row in rows if not wanted.isdisjoint(each.words(known.lines[row]))]


def _holds(line: CheckLine, words: list[str]) -> bool:
    """Whether each of these words stands somewhere in the check or its result."""
    check = line.check
    summary = line.latest.summary if line.latest else ""
    text = f"{check.check_id} {check.check_name} {check.calculation_hint} {summary}".casefold()
    return all(word in text for word in words)
