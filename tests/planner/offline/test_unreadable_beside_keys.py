"""A cell that is no number is wrong beside a looked-up number, also where some keys are empty."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "lines": (
        ("line", "track_id", "price"),
        ("l1", 1, "0.99"), ("l2", 2, "abc"), ("l3", None, "0.99"), ("l4", 2, "1.49"),
        ("l5", 1, "0.5"), ("l6", 1, "0.99"), ("l7", 2, "1.49"),
    ),
    "tracks": (("track_id", "price"), (1, 0.99), (2, 1.49)),
}  # fmt: skip

FLAGGED = {
    "lines tracks": [
        ("as-of-parent", "l2 l5", ["price must be the same as the price of its track."]),
        ("at-least-of-parent", "l2 l5", ["price must be at least the price of its track."]),
    ],
}

DECLINED = [("lines tracks", "price must be that of another track.")]

checked, test_what_is_wrong_is_flagged, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
