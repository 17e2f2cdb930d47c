"""A table of ready cells of which a row can be opened."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pyarrow as pa
import streamlit as st

from backend.dashboard.plain import reveal
from backend.dashboard.views import verdicts

_LONGEST, _LINES = 400, 14
_ROW_PIXELS = 31.5
_VERDICT = "verdict"


def draw(
    key: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    wide: Collection[str] = (),
) -> int | None:
    """Draw the rows as plain text and numbers; gives the one that was clicked, if one was.

    The cells of a column named ``verdict`` are labels of verdicts, and coloured.
    """
    cells = {
        name: pa.array([[cell] if name == _VERDICT else _cell(cell) for cell in values])
        for name, values in zip(columns, zip(*rows, strict=True), strict=True)
    }
    numbers = [name for name, array in cells.items() if pa.types.is_integer(array.type)]
    picked = st.dataframe(
        pa.table(cells),
        hide_index=True,
        key=key,
        height="content" if len(rows) <= _LINES else round(_ROW_PIXELS * (_LINES + 0.5)),
        on_select="rerun",
        selection_mode="single-cell",
        column_config={
            **{name: st.column_config.NumberColumn(format="localized") for name in numbers},
            **{
                name: st.column_config.TextColumn(width="large") for name in columns if name in wide
            },
            _VERDICT: verdicts.column(),
        },
        placeholder="",
    )
    chosen = picked.selection.cells
    row = int(chosen[0][0]) if chosen else None
    return row if row is not None and row < len(rows) else None


def _cell(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    return reveal(cell if len(cell) <= _LONGEST else cell[:_LONGEST] + "…")
