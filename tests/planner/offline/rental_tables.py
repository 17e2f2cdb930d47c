"""A bicycle rental's tables, for stories and questions; the first cell of a row labels it."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

RENTALS: dict[str, Rows] = {
    "rentals": (
        ("rental", "bike_no", "station", "rider_email", "started_on", "ended_on", "minutes",
         "fee", "deposit", "status", "helmet", "rating"),
        ("a", "B1", "Harbour", "a@x.org", "2026-03-02", "2026-03-02", 30, 2.5, 50, "closed",
         "yes", "5"),
        ("b", "B2", "Castle", None, "2026-03-03", "2026-03-03", 45, 3.0, 50, "open", "no", "4"),
        ("c", "B3", "Mill", "c@x.org", "2026-03-07", "2026-03-06", 700, -1.0, 20, "closed", "yes",
         "1"),
        ("d", "B1", "Dock", "d@x.org", "2026-03-08", None, 20, 16.0, 0, "open", "no", "9"),
        ("e", "B2", "Harbour", "e@x.org", "2026-03-09", "2026-03-10", 90, 5.0, 50, "cancelled",
         "yes", "N/A"),
    ),
    "bikes": (("bike_no", "model"), ("B1", "City"), ("B2", "Cargo")),
}  # fmt: skip
