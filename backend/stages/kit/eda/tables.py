"""The one table that a step explores."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from backend.stages.kit.eda.plain import listed


def only_table(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The table, its columns named by text and its rows numbered from 0.

    Raises:
        ValueError: there is not one table, it has no column, or two of one name.
    """
    if len(tables) != 1:
        raise ValueError(f"explore: {len(tables)} tables were given. Explore one table at a time.")
    name, frame = next(iter(tables.items()))
    names = [str(column) for column in frame.columns]
    repeated = sorted({column for column in names if names.count(column) > 1})
    if repeated:
        raise ValueError(
            f"{name}: two columns are named {listed(repeated)}. Give each a name of its own."
        )
    if not names:
        raise ValueError(f"{name}: the table has no column. Give it a header and at least one.")
    return frame.set_axis(names, axis=1).reset_index(drop=True)
