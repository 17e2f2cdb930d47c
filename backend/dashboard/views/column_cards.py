"""A card for each column of a table: what is missing, and how its values are distributed."""

from __future__ import annotations

import streamlit as st

from backend.contracts.schema import Column, TableSnapshot
from backend.dashboard.column_profile import ColumnProfile, Shape, TableColumns, profile_columns
from backend.dashboard.plain import escape, heading, notice, paragraph, reveal
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.views import charts
from backend.dashboard.views.moments import share

_PER_PAGE, _PER_LINE, _HEIGHT = 12, 3, 110
_BLUE = "#2f7fd1"
_GRID = (
    "display:grid;grid-template-columns:minmax(3rem,max-content) 1fr max-content;"
    "gap:.1rem .5rem;align-items:center;font-size:.82rem"
)
_LABEL = "max-width:9rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap"
_BAR = f"height:.62rem;min-width:2px;border-radius:2px;background:{_BLUE}"


def draw(snapshot: Snapshot, table: TableSnapshot) -> None:
    """Draw a page of a table's columns."""
    columns = _page(table)
    found = _profiles(snapshot, table, columns)
    if found.trouble:
        notice(found.trouble, "warning")
        return
    if found.is_sampled:
        notice(
            f"The table is long: every n-th row was looked at, {found.looked_at:,} of "
            f"{found.rows:,}. Counts are those of the sample.",
            "info",
        )
    for start in range(0, len(found.profiles), _PER_LINE):
        places = st.columns(_PER_LINE)
        for place, profile in zip(places, found.profiles[start : start + _PER_LINE], strict=False):
            with place, st.container(border=True):
                _card(profile)


def _page(table: TableSnapshot) -> tuple[Column, ...]:
    pages = -(-len(table.columns) // _PER_PAGE)
    page = 1
    if pages > 1:
        key = f"columns_page {table.table}"
        page = int(st.number_input(f"Page of {pages}", 1, pages, key=key, width=140))
    return table.columns[(page - 1) * _PER_PAGE : page * _PER_PAGE]


def _profiles(
    snapshot: Snapshot, table: TableSnapshot, columns: tuple[Column, ...]
) -> TableColumns:
    first = columns[0].name if columns else ""
    workspace = snapshot.workspace
    return snapshot.memo.read(
        workspace.snapshots_file,
        f"profile {table.table} {table.fingerprint} {first}",
        lambda: profile_columns(workspace, table, columns),
    )


def _card(profile: ColumnProfile) -> None:
    heading(profile.name, level=4)
    paragraph(_say(profile), kind="quiet")
    if not profile.bars:
        notice("No cell is filled.", "quiet")
        return
    if profile.shape is Shape.VALUES:
        st.html(_bars(profile))
    else:
        st.html(_chart(profile))
    if profile.others:
        paragraph(f"{profile.others:,} rows have other values.", kind="quiet")


def _say(profile: ColumnProfile) -> str:
    missing = "none missing"
    if profile.missing:
        part = share(profile.missing, profile.looked_at)
        missing = f"{profile.missing:,} missing ({part})"
    said = [f"{profile.distinct:,} distinct", missing]
    if profile.odd:
        kind = "dates" if profile.shape is Shape.DAYS else "numbers"
        said.append(f"{profile.odd:,} are no {kind}")
    if profile.ends:
        low, middle, high = profile.ends
        said.append(f"{low} to {high}, median {middle}")
    return " · ".join(said)


def _chart(profile: ColumnProfile) -> str:
    """How many rows lie in each range of numbers, or on each day."""
    bars = [charts.Bar(f"{_label(bar.label)}: {bar.rows:,} rows", bar.rows) for bar in profile.bars]
    ends = profile.ends[0], profile.ends[-1]
    about = f"{profile.name}: {_say(profile)}"
    return charts.counts(bars, about=about, ends=ends, height=_HEIGHT)


def _bars(profile: ColumnProfile) -> str:
    """The most frequent values as bars with their rows, in HTML: each can be read."""
    most = max(bar.rows for bar in profile.bars)
    lines = "".join(
        f'<div style="{_LABEL}" dir="auto">{escape(_label(bar.label))}</div>'
        f'<div style="{_BAR};width:{100 * bar.rows / most:.1f}%"></div>'
        f'<div style="text-align:right">{bar.rows:,}</div>'
        for bar in profile.bars
    )
    return f'<div style="{_GRID}">{lines}</div>'


def _label(text: str) -> str:
    return reveal(text if len(text) <= 60 else text[:60] + "…")
