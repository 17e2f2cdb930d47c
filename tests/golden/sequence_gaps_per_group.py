"""sequence_gaps · per group
line_no of lines starts at 1 and runs up by 1 without gaps or repeats within each order_id; flag all
rows of a run that does not.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    lines = tables["lines"]
    return lines[lines["line_no"].notna() & lines["order_id"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    lines = scope(tables)
    line_no = pd.to_numeric(lines["line_no"], errors="coerce")
    runs = line_no.groupby(lines["order_id"])
    size = runs.transform("size")
    distinct = runs.transform("nunique")
    first = runs.transform("min")
    last = runs.transform("max")
    return lines[~((first == 1) & (last == first + size - 1) & (distinct == size))]
