"""broken_rows · over two keys
In every artists row, the sum of the number of tracks rows whose album_id is this row's album_id
over the albums rows whose artist_id is this row's artist_id is at least 2.
artists and albums are matched by artist_id = artist_id.
albums and tracks are matched by album_id = album_id.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    artists = tables["artists"]
    return artists[artists["artist_id"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    artists = scope(tables)
    albums = tables["albums"]
    tracks = tables["tracks"]
    count_by_album_id = pd.to_numeric(tracks["album_id"], errors="coerce").value_counts()
    tracks_count = (
        pd.to_numeric(albums["album_id"], errors="coerce").map(count_by_album_id).fillna(0)
    )
    sum_by_artist_id = tracks_count.groupby(
        pd.to_numeric(albums["artist_id"], errors="coerce")
    ).sum()
    albums_sum = (
        pd.to_numeric(artists["artist_id"], errors="coerce").map(sum_by_artist_id).fillna(0)
    )
    return artists[~((albums_sum - 2).round(6) >= 0)]
