"""broken_places · first row
In row 1 of orders, order_id equals 1; rows are counted from 1 in file order, without the header. It
fails where that row is not there, or does not tell.
An empty cell at that place fails as well.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The place, and whether its row is so."""
    orders = tables["orders"]
    place = orders.iloc[0:1]
    order_id = pd.to_numeric(place["order_id"], errors="coerce")
    return pd.DataFrame(
        {
            "place": ["row 1"],
            "rows there": [len(place)],
            "rows as told": [len(place[order_id == 1])],
        }
    ).join(place[["order_id"]].reset_index(drop=True))


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    places = scope(tables)
    return places[places["rows as told"] == 0]
