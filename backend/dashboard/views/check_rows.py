"""All flagged rows of the last run: to look through, to find one, to take along."""

from __future__ import annotations

from functools import partial

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from backend.contracts.plan import Grain
from backend.contracts.workflow import Workflow
from backend.dashboard.flagged_rows import Flagged, read_flagged, write_workbook
from backend.dashboard.plain import notice, reveal
from backend.dashboard.snapshot import CheckLine, Snapshot

PAGE = 200
_SOURCE = "_source"
_PLACES = ("_table", "_row")
_LONGEST = 2_000
_LINES, _PIXELS = 18, 620


def render(snapshot: Snapshot, line: CheckLine, workflow: Workflow) -> None:
    """Draw the rows with their file and line."""
    execution = workflow.execution
    if execution is None or not execution.flagged_path:
        notice("No row is flagged." if execution else "This check has not run yet.", "quiet")
        return
    found = read_flagged(snapshot.workspace, snapshot.memo, execution.flagged_path)
    if found.trouble:
        notice(found.trouble, "error")
        return
    rows = _ask_search(found, line.check.check_id)
    shown = _ask_page(rows, line.check.check_id)
    _draw(shown, workflow)


def _ask_search(found: Flagged, check_id: str) -> pa.Table:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        sought = st.text_input(
            "Find in these rows", key=f"find in {check_id}", type="search", width=260
        )
        name = f"{check_id} flagged"
        st.download_button(
            "CSV",
            partial(_read_bytes, found),
            f"{name}.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            "Excel",
            partial(write_workbook, found.rows),
            f"{name}.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            icon=":material/download:",
            on_click="ignore",
        )
    return _holding(found.rows, sought) if sought else found.rows


def _read_bytes(found: Flagged) -> bytes:
    return found.path.read_bytes()


def _holding(rows: pa.Table, sought: str) -> pa.Table:
    """The rows of which some cell holds this text, in capitals or not."""
    keep = pa.array([False] * rows.num_rows)
    for column in rows.columns:
        found = pc.match_substring(column, sought, ignore_case=True).combine_chunks()
        keep = pc.or_(keep, pc.fill_null(found, False))
    return rows.filter(keep)


def _ask_page(rows: pa.Table, check_id: str) -> pa.Table:
    pages = max(1, -(-rows.num_rows // PAGE))
    if pages == 1:
        st.caption(f"{rows.num_rows:,} rows")
        return rows
    page = int(
        st.number_input(f"Page, of {pages:,}", 1, pages, key=f"page of {check_id}", width=160)
    )
    start = (page - 1) * PAGE
    shown = rows.slice(start, PAGE)
    st.caption(f"Rows {start + 1:,} to {start + shown.num_rows:,} of {rows.num_rows:,}")
    return shown


def _draw(rows: pa.Table, workflow: Workflow) -> None:
    plan = workflow.plan
    judged = (
        {each.column for each in plan.columns_read if each.table == plan.table} if plan else set()
    )
    names = [name for name in rows.column_names if name not in (*_PLACES, _SOURCE)]
    first = [name for name in names if name in judged]
    others = [name for name in names if name not in judged]
    is_rows = plan is None or plan.grain is Grain.ROWS
    order = [*([_SOURCE] if is_rows else []), *first, *others]
    cells = {reveal(name): [_short(cell) for cell in rows[name].to_pylist()] for name in order}
    st.dataframe(
        pa.table(cells),
        hide_index=True,
        height="content" if rows.num_rows <= _LINES else _PIXELS,
        column_config={
            _SOURCE: st.column_config.TextColumn("file and line", pinned=True),
            **{reveal(name): st.column_config.TextColumn(f"{reveal(name)} ◂") for name in first},
        },
    )
    if first and others:
        st.caption("◂ marks the columns that the rule reads.")


def _short(text: str | None) -> str:
    text = text or ""
    return reveal(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
