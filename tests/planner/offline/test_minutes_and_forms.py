"""Minutes and seconds between two moments; forms that are not said to be those of a whole text."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "calls": (
        ("call", "rung_at", "taken_at", "line", "label"),
        ("c1", "2024-03-04 08:30:00", "2024-03-04 08:30:40", "north", "a.1"),
        ("c2", "2024-03-04 08:40:00", "2024-03-04 08:50:00", "north", "b-2"),
        ("c3", "2024-03-04 10:00:00", "2024-03-04 10:01:30", "south", "c,3"),
        ("c4", "2024-03-05 09:00:00", None, "south", "d/4"),
    ),
}

FLAGGED = {
    "calls": [
        ("at-most-minutes", "c2", [
            "taken_at must be at most 5 minutes after rung_at.",
            "taken_at must not be more than 5 minutes after rung_at.",
            "taken_at must be within 5 min after rung_at.",
            "Flag calls whose taken_at is more than 5 minutes after rung_at.",
            "There must be at most 5 minutes between rung_at and taken_at.",
        ]),
        ("at-least-seconds", "c1", [
            "taken_at must be at least 60 seconds after rung_at.",
            "There must be at least 60 seconds between rung_at and taken_at.",
            "rung_at and taken_at must be at least 60 seconds apart.",
        ]),
        ("since-the-one-before", "c2", [
            "The gap between one rung_at and the next must be at least 20 minutes.",
        ]),
        ("with-sign", "c3", ["label must not contain a comma."]),
    ],
}  # fmt: skip

DECLINED = [
    ("calls", "label: a comma, a dot."),
    ("calls", "label: commas and dots."),
    ("calls", "label: at least 2 characters, a comma."),
    ("calls", "label: neither dots nor dashes."),
    ("calls", "Are there any calls without a taken_at? Otherwise it is wrong."),
    ("calls", "Any empty taken_at? If not, it fails."),
    ("calls", "label must contain at least two dots in a row."),
    ("calls", "After the second call, line must be south."),
]

checked, test_what_is_meant_is_flagged, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
