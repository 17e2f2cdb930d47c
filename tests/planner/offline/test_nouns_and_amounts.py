"""What a noun stands for: an amount and no key, one of several dates, a verdict or a value."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "payments": (
        ("payment_id", "loan_id", "amount", "state"),
        (4, "L1", 10, "ok"),
        (3, "L1", 90, "wrong"),
        (2, "L2", 30, "error"),
        (1, "L2", 20, None),
    ),
    "tides": (
        ("tide_id", "gauge_id", "tide_date", "period_start", "level", "surge", "status", "valid"),
        (1, "G1", "2026-02-01", "2025-12-01", 5, 70, "ok", "yes"),
        (2, "G1", "2026-01-01", "2026-01-01", 4, None, "ok", "no"),
        (3, "G2", "2025-03-01", "2026-02-01", 3, 60, "late", "yes"),
    ),
    "trips": (
        ("trip_id", "pilot_id", "flight_date", "state", "fee"),
        ("T1", "P1", "2024-03-01", "done", 10),
        ("T2", "P2", "2024-03-02", "done", 20),
        ("T3", "P1", "2024-04-02", "open", 30),
    ),
    "pilots": (
        ("pilot_id", "hired_on", "last_flight_on", "total_fees"),
        ("P1", "2024-01-01", "2024-05-01", 10),
        ("P2", "2024-04-01", "2024-05-01", 20),
    ),
}

FLAGGED = {
    "payments": [
        ("noun-is-amount", "1", [
            "No payment may be lower than the previous one of the same loan.",
            "The payments of a loan must rise.",
        ]),
        ("noun-before", "2 1", ["A payment must not be smaller than the one before."]),
        ("noun-average", "3 2", ["Which payments are higher than the average of their loan?"]),
        ("noun-twice", "3", ["No payment may be more than twice the average payment."]),
        ("key-by-name", "3 2 1", ["payment_id must not be lower than that of the row before."]),
        ("verdict-of-all", "", ["It is an error if amount is empty."]),
        ("value-of-column", "1", ["The state must be filled."]),
    ],
    "tides": [
        ("dates-named", "3", ["tide_date must be in 2026.", "All tide dates must be in 2026."]),
        ("value-demanded", "3", ["Every status must be ok.", "The status must be ok."]),
        ("value-as-condition", "2", ["If status is ok, surge must be filled."]),
        ("rows-in-time", "2", ["No tide may be earlier than the previous one of the same gauge."]),
    ],
    "trips pilots": [
        ("deed-and-flight", "T2", ["Done trips need a pilot who was hired before the flight."]),
    ],
}  # fmt: skip

DECLINED = [
    ("payments", "Which payments are the same as the previous one?"),
    ("payments", "A payment is wrong when amount is empty."),
    ("payments", "A payment is an error if amount is empty."),
    ("tides", "Which tides are higher than the average of their gauge?"),
    ("tides", "No tide may be lower than the previous one of the same gauge."),
    ("tides", "A tide must not be smaller than the one before."),
    ("tides", "The tides of a gauge must rise."),
    ("tides", "The highest tide of each gauge is at most 20000."),
    ("tides", "No tide may be more than twice the average tide."),
    ("tides", "Which tides are the same as the previous one?"),
    ("tides", "All dates must be in 2026."),
    ("tides", "No date may be in the future."),
    ("tides", "Every date must be filled."),
    ("tides", "Dates must not be in the future."),
    ("tides", "A tide is not ok when surge is empty."),
    ("tides", "Tides without surge are not ok."),
    ("tides", "A tide is invalid when surge is empty."),
    ("trips pilots", "No trip may have a pilot whose fee is above 15."),
]  # fmt: skip

checked, test_what_a_noun_stands_for_is_flagged, test_what_it_may_stand_for_is_declined = (
    told_tests(TABLES, FLAGGED, DECLINED)
)
