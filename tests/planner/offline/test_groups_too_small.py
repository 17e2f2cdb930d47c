"""Groups of so many rows: to which some are assigned, named with their fault, all rows of them."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "duties": (
        ("duty", "watch", "sailor", "mood"),
        (1, "dawn", "Abe", "good"),
        (2, "dawn", "Abe", "bad"),
        (3, "noon", "Bea", "good"),
        (4, "dusk", "Cal", "good"),
        (5, "dusk", "Dot", "good"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "duties": [
        ("assigned", "1 2 3", ["Flag all rows of a watch to which fewer "
                               "than two sailors are assigned."]),
        (
            "rows",
            "3",
            [
                "Flag all rows of a watch on which fewer than two rows exist.",
                "Flag all rows of watches that occur only once.",
                "Each watch must have at least two duties; flag all rows of smaller watches.",
            ],
        ),
        (
            "groups",
            "1",
            [
                "Watches with only one duty must be flagged.",
                "Flag watches with a single duty.",
                "Are there watches with only a single duty?",
                "Each watch should be represented by at least two duties.",
                "A watch with fewer than two duties is an error.",
            ],
        ),
        ("most", "1", ["No mood may be given by more than half of the duties."]),
    ],
}  # fmt: skip

DECLINED = [
    ("duties", "Each watch must have at least two duties; flag all rows of larger watches."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
