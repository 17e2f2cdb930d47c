"""Which of several compared cells may be empty: either, one or both, just one of the two."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "dives": (
        ("dive", "depth_in", "depth_out", "gross", "tare", "net"),
        (1, 3, 9, 10, 4, 6),
        (2, 9, 3, 10, 4, 5),
        (3, None, 9, None, 4, 6),
        (4, None, None, None, None, None),
        (5, 4, 4, 8, None, 8),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "dives": [
        (
            "either is wrong",
            "2 3 4 5",
            [
                "depth_out must be above depth_in; a dive where one or both of "
                "them are missing is wrong as well.",
                "depth_out must be above depth_in; a dive where either is missing is wrong.",
                "depth_out must be above depth_in, and an empty cell in either column is an error.",
                "depth_out must be above depth_in; if either is missing, that is wrong too.",
            ],
        ),
        (
            "just one is wrong",
            "1 2 3",
            [
                "depth_in must equal depth_out, a row with only one of them is wrong.",
                "depth_in must equal depth_out. Both empty is fine, one empty is not.",
                "depth_in and depth_out must be equal; if one is given and the "
                "other is not, the row is wrong.",
            ],
        ),
        (
            "left out",
            "2",
            [
                "gross minus tare must equal net; skip the row if any of the three is blank.",
                "gross minus tare must equal net where all three are present.",
                "Where none of the three is missing, gross minus tare must equal net.",
                "gross minus tare must equal net; rows with a gap in any of them are skipped.",
            ],
        ),
    ],
}

DECLINED = [
    ("dives", "depth_out must be above depth_in; a dive where one of them is missing is wrong."),
    ("dives", "depth_out must be above depth_in; a dive where both are missing is wrong."),
    ("dives", "gross minus tare must equal net; skip the row if any of the four is blank."),
    ("dives", "gross minus tare must equal net; if either is missing, that is wrong too."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
