"""parent_cycles · circles
Following parent_id to the parts row with that part_id, and so on, never leads back to the same row;
flag each row of a circle, and each row that leads to itself.
parent_id leads to the parts row with that part_id.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    parts = tables["parts"]
    return parts[parts["parent_id"].notna() & parts["part_id"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    parts = scope(tables)
    key = parts["part_id"]
    step = parts["parent_id"].set_axis(key)
    for _ in range(len(parts).bit_length()):
        step = step.map(step)
    return parts[key.isin(step.dropna())]
