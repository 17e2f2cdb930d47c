"""A botanic garden: its plots, the visits to them, what was sown, and the fees of its guests."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

TABLES: dict[str, Rows] = {
    "plots": (
        ("plot", "bed", "planted_on", "checked_on", "keeper_mail", "tag", "height_cm", "leaves",
         "dead_leaves", "water_l", "extra_l", "total_l", "soil_ph", "light"),
        ("p1", "A-01", "2024-01-02", "2024-01-04", "ann@g.org", "#T1!", 10, 8, 2, 1.5, 0.5, 2.0,
         6.5, "sun"),
        ("p2", "A-02", "2024-01-03", "2024-01-10", "bo@g", "T2", 12, 9, 1, 2.0, None, 2.0,
         7.0, "shade"),
        ("p3", "B-1", "2024-02-01", "2024-01-31", None, "T 3", 11, 5, 5, 1.0, 1.0, 2.5,
         8.1, "sun"),
        ("p4", "B-02", "2024-02-05", "2024-02-07", "di@g.org", "t4", 40, None, None, 3.0, 1.0, 4.0,
         5.0, "dark"),
        ("p5", "C-05", "2024-03-01", "2024-03-02", "ed@g.org", "T5", 20, 10, 3, 2.0, None, 3.0,
         6.0, "shade"),
    ),
    "visits": (
        ("visit", "plot", "made_on", "length_min"),
        ("v1", "p1", "2024-01-01", 5), ("v2", "p2", "2024-01-05", 7), ("v3", "p9", "2024-02-02", 6),
    ),
    "sowings": (
        ("sowing", "bed", "seed", "day", "grams"),
        ("s1", "A", "x", 1, 5), ("s2", "A", "x", 1, 6), ("s3", "A", "x", 2, 5),
        ("s4", "B", "x", 1, 5),
    ),
    "slips": (
        ("slip", "printed_at", "number", "fine", "paid_on"),
        ("n1", "2024-01-05T08:57:03Z", "GA-17", "0.00", "2024-01-01"),
        ("n2", "2024-01-05 08:57:03", "GA-1", "1.50", "2024-01-02"),
        ("n3", "2024-02-30T08:57:03Z", "ga-17", "0.00", "2024-01-03"),
    ),
}  # fmt: skip
