"""Ships, their voyages and the crates aboard, with skippers; the first cell labels a row."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

SHIPS: Rows = (
    ("ship_id", "ship_name", "port", "dayFee", "commissioned_on", "class"),
    ("s1", "Anna", "Kiel", 100, "2010-05-01", "open"),
    ("s2", "Bert", "Oslo", 80, "2026-04-10", "closed"),
    ("s3", "Cleo", "Kiel", 120, "2015-01-01", "open"),
)
SKIPPERS: Rows = (
    ("skipper_id", "surname", "birth_date", "patentIssued", "retired", "port"),
    ("k1", "Adler", "1980-03-01", "1999-03-01", "no", "Kiel"),
    ("k2", "Boje", "1985-06-10", "2001-06-10", "yes", "Oslo"),
    ("k3", "Carl", "1990-09-09", "2008-09-09", "no", "Kiel"),
)
VOYAGES: Rows = (
    ("voyage_id", "ship_id", "skipper_id", "port", "day_fee", "booked_on", "departed_on",
     "returned_on", "days", "rebate_share", "total_fee", "crate_count", "freight_kg"),
    ("v1", "s1", "k1", "Kiel", 100, "2026-03-02", "2026-03-04", "2026-03-07", 3, 0.1, 270, 2,
     30.5),
    ("v2", "s2", "k2", "Kiel", 90, "2026-03-10", "2026-03-08", "2026-03-06", 2, 0, 180, 1, 20),
    ("v3", "s9", "k1", "Oslo", 50, "2026-04-01", "2026-05-02", "2026-05-12", 9, 0.5, 225.01, 0,
     0),
    ("v4", "s1", "k1", "Kiel", 100, "2026-04-02", "2026-04-13", "", 4, 0.25, 310, 3, 8),
)  # fmt: skip
CRATES: Rows = (
    ("crate_id", "voyage_id", "weight", "gross", "net", "tare", "limit"),
    ("c1", "v1", 10, 10, 8, 2, 12),
    ("c2", "v1", 20.5, 20.5, 15, 5, 20),
    ("c3", "v2", 20, 20, 19.99, 0, 20),
    ("c4", "v8", 3, 3, 4, -1, 5),
    ("c5", "v4", 7, 7, 7, 0, 7),
)  # fmt: skip
HARBOUR: dict[str, Rows] = {
    "ships": SHIPS, "skippers": SKIPPERS, "voyages": VOYAGES, "crates": CRATES,
}  # fmt: skip
