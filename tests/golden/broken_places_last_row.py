"""broken_places · last row
In the last row of lines, kind equals 'total'; rows are counted from 1 in file order, without the
header. It fails where that row is not there, or does not tell.
An empty cell at that place fails as well.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The place, and whether its row is so."""
    lines = tables["lines"]
    place = lines.iloc[-1:]
    return pd.DataFrame(
        {
            "place": ["the last row"],
            "rows there": [len(place)],
            "rows as told": [len(place[place["kind"] == "total"])],
        }
    ).join(place[["kind"]].reset_index(drop=True))


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    places = scope(tables)
    return places[places["rows as told"] == 0]
