"""The tables: what they hold, how they changed, which checks that hit, and each column's values."""

from __future__ import annotations

from collections import Counter

import pyarrow as pa
import streamlit as st

from backend.contracts.schema import Column, Schema, TableSnapshot
from backend.dashboard.pages import open_check
from backend.dashboard.plain import facts, heading, notice, paragraph, reveal
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_tables import (
    Blurb,
    has_changed,
    read_blurbs,
    read_hits,
    read_seen,
    read_tables,
)
from backend.dashboard.views import column_cards, listing, verdicts
from backend.dashboard.views.moments import minute, share

_MOST_SEEN = 100
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_LINES, _PIXELS = 18, 600


def render(snapshot: Snapshot) -> None:
    """Draw the tables, the files that are none, and the table that was chosen."""
    st.title("Data")
    read = read_tables(snapshot)
    blurbs = read_blurbs(snapshot)
    for sentence in (*read.trouble, *blurbs.trouble):
        notice(sentence, "error")
    schema = read.schema
    for problem in schema.problems.values():
        notice(f"{problem.file} could not be read as a table. {problem.message}", "error")
    if not schema.tables:
        notice(
            "No table was read yet. Put CSV or Excel files into data/ and start a run; it tells "
            "here what it read.",
            "quiet",
        )
        return
    table = _choose(snapshot, schema)
    heading(table.table)
    if changed := has_changed(snapshot, table):
        notice(changed, "info")
    blurb = blurbs.tables.get(table.table)
    if blurb:
        paragraph(blurb.table)
        if blurb.by != "profile":
            paragraph(f"Summarised by {blurb.by}.", kind="quiet")
    _draw_facts(table)
    _draw_parts(snapshot, table, blurb)


def _draw_parts(snapshot: Snapshot, table: TableSnapshot, blurb: Blurb | None) -> None:
    """Draw the tabs; only the open one is worked out."""
    columns, values, history = st.tabs(
        ["Columns", "Values", "History"], key="parts of a table", on_change="rerun"
    )
    if columns.open:
        with columns:
            _draw_columns(table, blurb)
    elif values.open:
        with values:
            column_cards.draw(snapshot, table)
    elif history.open:
        with history:
            _draw_history(snapshot, table)


def _choose(snapshot: Snapshot, schema: Schema) -> TableSnapshot:
    """Draw the tables; a click on one, or the address, opens it."""
    names = list(schema.tables)
    used = Counter(name for line in snapshot.lines for name in set(line.check.target_table))
    rows = [
        (name, _place(table), table.rows, len(table.columns), used[name], _missing(table))
        for name, table in schema.tables.items()
    ]
    columns = ("table", "file", "rows", "columns", "checks about it", "cells missing")
    picked = listing.draw("tables", columns, rows)
    if picked is not None and names[picked] != st.query_params.get("table"):
        st.query_params["table"] = names[picked]
    chosen = st.query_params.get("table", "")
    return schema.tables.get(chosen, schema.tables[names[0]])


def _place(table: TableSnapshot) -> str:
    return table.file if table.sheet is None else f"{table.file}, sheet {table.sheet}"


def _missing(table: TableSnapshot) -> str:
    missing = sum(column.missing for column in table.columns)
    return share(missing, table.rows * len(table.columns))


def _draw_facts(table: TableSnapshot) -> None:
    facts(
        [
            ("file", _place(table)),
            ("rows", f"{table.rows:,}"),
            ("columns", f"{len(table.columns):,}"),
            ("encoding", table.encoding),
            ("delimiter", _DELIMITERS.get(table.delimiter, table.delimiter)),
            ("fingerprint", table.fingerprint),
        ]
    )


def _draw_columns(table: TableSnapshot, blurb: Blurb | None) -> None:
    told = blurb.columns if blurb else {}
    words = [_short(told.get(column.name, "")) for column in table.columns]
    shown = pa.table(
        {
            "column": [_short(column.name) for column in table.columns],
            "type": [_type(column) for column in table.columns],
            "missing": [column.missing for column in table.columns],
            "of rows": [share(column.missing, table.rows) for column in table.columns],
            "each value once": ["yes" if column.unique else "" for column in table.columns],
            "values": [_values(column) for column in table.columns],
            **({"in words": words} if told else {}),
        }
    )
    st.dataframe(
        shown,
        hide_index=True,
        height="content" if len(table.columns) <= _LINES else _PIXELS,
        column_config={
            "missing": st.column_config.NumberColumn(format="localized"),
            "values": st.column_config.TextColumn(width="medium"),
            "in words": st.column_config.TextColumn(width="large"),
        },
    )


def _type(column: Column) -> str:
    parts = [column.type.value]
    if column.mostly is not None:
        parts.append(f"mostly {column.mostly.value}")
    if column.date_format:
        parts.append(reveal(column.date_format))
    if column.day_or_month_first:
        parts.append("day and month cannot be told apart")
    return ", ".join(parts)


def _values(column: Column) -> str:
    if not column.values:
        return ""
    return _short(f"{len(column.values):,}: {', '.join(column.values)}")


def _draw_history(snapshot: Snapshot, table: TableSnapshot) -> None:
    seens = read_seen(snapshot, table.table)
    for sentence in seens.trouble:
        notice(sentence, "warning")
    if not seens.newest_first:
        notice("No run has left what it saw of this table yet.", "quiet")
        return
    shown = seens.newest_first[:_MOST_SEEN]
    rows = [
        (minute(seen.at), seen.rows, _delta(seen.rows, seen.rows_before), "; ".join(seen.changes))
        for seen in shown
    ]
    columns = ("seen", "rows", "more or less", "what changed")
    picked = listing.draw(f"seen {table.table}", columns, rows, wide=columns[3:])
    chosen = shown[picked if picked is not None and picked < len(shown) else 0]
    paragraph(
        f"Checks that read it in run {chosen.run_id}, {minute(chosen.at)}; those first that were "
        "compiled then. Click a row above for another run.",
        kind="quiet",
    )
    hits = read_hits(snapshot, table.table, chosen.run_id)
    if not hits:
        notice("The log of runs has no check that read it then.", "quiet")
        return
    lines = [
        (
            verdicts.label(hit.record.verdict.value),
            hit.record.check_id,
            hit.record.check_name,
            hit.record.flagged,
            hit.recompiled,
        )
        for hit in hits
    ]
    about = ("verdict", "check", "name", "flagged", "compiled because")
    picked = listing.draw(f"hits {table.table} {chosen.run_id}", about, lines)
    if picked is not None:
        open_check(hits[picked].record.check_id)


def _delta(rows: int | None, before: int | None) -> str:
    return f"{rows - before:+,}" if rows is not None and before is not None else ""


def _short(text: str) -> str:
    return reveal(text if len(text) <= 400 else text[:400] + "…")
