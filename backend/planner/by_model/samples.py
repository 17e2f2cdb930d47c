"""The first rows of a table, for settings that let them leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from backend.contracts.check import Cell
from backend.contracts.schema import TableSnapshot
from backend.contracts.workspace import Workspace
from backend.planner.by_model.privacy import Rows
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame

if TYPE_CHECKING:
    import pandas as pd


def sampler(workspace: Workspace) -> Callable[[TableSnapshot, int], Rows]:
    """A reader of first rows, for `privacy.Known.sample`; it raises DataError where none are."""
    return lambda table, count: first_rows(read_frame(table_file(workspace, table)), count)


def first_rows(frame: pd.DataFrame, count: int) -> Rows:
    """The first rows as JSON scalars; an empty cell is None."""
    records = frame.head(count).to_dict(orient="records")
    return tuple({str(name): _plain(cell) for name, cell in row.items()} for row in records)


def _plain(cell: Any) -> Cell:
    import pandas as pd  # a run that asks no model is spared the import

    if pd.isna(cell):
        return None
    found = cell.item() if hasattr(cell, "item") else cell
    return found if isinstance(found, bool | int | float) else str(found)
