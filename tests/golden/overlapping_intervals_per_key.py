"""overlapping_intervals · per key
No two bookings rows with the same room overlap from start_date to end_date; flag every row that
overlaps another. One may start where another ends; an empty end_date is open.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    bookings = tables["bookings"]
    return bookings[bookings["room"].notna() & bookings["start_date"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    bookings = scope(tables)
    start_date = pd.to_datetime(bookings["start_date"], format="%Y-%m-%d", errors="coerce")
    end_date = pd.to_datetime(bookings["end_date"], format="%Y-%m-%d", errors="coerce")
    unreadable = start_date.isna() | (end_date.isna() & bookings["end_date"].notna())
    ends = end_date.where(bookings["end_date"].notna(), pd.Timestamp("9999-12-31 23:59:59")).fillna(
        start_date
    )
    order = start_date.sort_values(kind="stable").index
    ordered_starts = start_date.loc[order]
    ordered_ends = ends.loc[order]
    latest_end_so_far = ordered_ends.groupby(bookings["room"]).cummax()
    end_before = latest_end_so_far.groupby(bookings["room"]).shift()
    next_start = ordered_starts.groupby(bookings["room"]).shift(-1)
    overlaps = (ordered_starts < end_before) | (ordered_ends > next_start)
    return bookings[overlaps.reindex(bookings.index) | unreadable]
