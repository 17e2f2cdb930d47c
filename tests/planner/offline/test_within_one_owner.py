"""Rows of an owner are compared with each other within each owner, whoever else has the value."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "dives": (
        ("dive_id", "boat_id", "dive_date", "depth", "seat", "starts", "ends"),
        ("V1", "B1", "2026-03-01", 10, 1, "2026-03-01", "2026-03-04"),
        ("V2", "B1", "2026-03-01", 12, 2, "2026-03-03", "2026-03-05"),
        ("V3", "B2", "2026-03-01", 30, 1, "2026-03-01", "2026-03-02"),
        ("V4", "B3", "2026-03-02", 20, 1, "2026-03-07", "2026-03-08"),
        ("V5", "B3", "2026-03-02", 20, 1, "2026-03-09", "2026-03-10"),
    ),
    "boats": (
        ("boat_id", "harbour", "active"),
        ("B1", "North", "yes"),
        ("B2", "North", "yes"),
        ("B3", "South", "no"),
    ),
}

FLAGGED = {
    "dives boats": [
        ("shared", "V1 V2 V4 V5", [
            "No two dives of a boat have the same dive_date.",
            "No two dives of one boat may have the same dive_date.",
            "No two dives of the same boat have the same dive_date.",
            "Flag dives of a boat with the same dive_date.",
            "dive_date must be unique among the dives of a boat.",
            "dive_date must be unique for the dives of a boat.",
        ]),
        ("kind", "V1 V2", ["No two dives of an active boat have the same dive_date."]),
        ("over-all", "V1 V2 V3", ["No two dives of active boats have the same dive_date."]),
        ("seat", "V4 V5", ["The seat must be unique for the dives of a boat."]),
        ("rows", "", ["Dives of a boat must have a seat."]),
        ("spans", "V1 V2", ["Dive periods (starts to ends) of a boat must not overlap."]),
    ],
    "dives": [
        ("shared", "V1 V2 V4 V5", [
            "No two dives of a boat have the same dive_date.",
            "No two dives of any boat may have the same dive_date.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("dives", "The seat must be unique for the dives of a boat."),
    ("dives boats", "The depth must not decrease over the dives of a boat."),
    ("dives boats", "The depth must be unique."),
    ("dives boats", "No two dives have the same dive_date."),
]

checked, test_rows_of_an_owner_are_compared, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
