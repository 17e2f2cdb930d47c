"""A clinic's visits, a harbour's berths, a water meter: tables of owners who speak freely."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

VISITS: Rows = (
    ("visit", "ward", "patient", "age", "fever", "nurse", "seen_on", "note", "urgent"),
    ("v1", "ICU", "p1", 34, 37.5, "n1", "2024-05-01", "ok", "true"),
    ("v2", "ICU", "p2", 15, 39.2, "n1", "2024-05-02", None, "false"),
    ("v3", "ER", "p3", 71, None, None, "2024-05-03", "check", "true"),
    ("v4", "ER", "p4", 8, 36.9, "n2", "2024-05-04", None, "false"),
    ("v5", "LAB", "p5", 90, 40.1, "n2", "2023-01-05", "retest", "false"),
)
BERTHS: Rows = (
    ("berth", "port", "depth", "width", "address", "code", "price"),
    ("b1", "Kiel", 10, 30, "10.1.2.3", "A-1", 20),
    ("b2", "Kiel", 8, 31, "172.20.0.1", "B-2", 20),
    ("b3", "Emden", 12, 12, "192.168.1.9", "H-3", 40),
    ("b4", "Bremen", 9, 25, "8.8.8.8", "a-4", 60),
)
METER: Rows = (
    ("hour", "inlet", "outlet"), (1, 5, 7), (2, 6, 7), (3, 9, 6), (4, 8, 8),
)  # fmt: skip
SHARED: Rows = (
    ("badge", "holder", "locker", "PIN"),
    ("g1", "Ann", "L1", "N/A"), ("g2", "Bob", "L2", "12-34"), ("g3", "ANN", "L2", "123-4"),
)  # fmt: skip
