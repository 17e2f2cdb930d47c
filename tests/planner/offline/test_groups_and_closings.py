"""Groups told first, and last sentences that say which rows of them to show."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "barrels": (
        ("barrel_no", "cellar", "grape", "role", "fill", "Bytes", "Seconds", "slug"),
        (1, "A", "Riesling", "Show Piece", 60, 5, 9, "file-1"),
        (2, "A", "Riesling", "Show Piece", 50, 9, 5, "x"),
        (3, "B", "Riesling", "Plain", 20, 9, 5, "file-2"),
        (4, "B", "Traminer", "Plain", 30, 9, 5, "a file"),
        (5, "C", "Merlot", "Plain", 40, 9, 5, "my-file"),
    ),
    "lids": (("lid_no", "barrel_no"), (1, 1), (2, 1), (3, 1), (4, 2)),
    "orders": (
        ("order_no", "buyer", "total", "paid", "voucher", "list_price"),
        (1, "A", 30, 35, None, 30),
        (2, "A", 10, 10, "V", 10),
        (3, "B", 0, 5, None, 20),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "barrels": [
        ("group-first", "3 4", [
            "In one cellar every barrel should have the same grape.",
            "Within a cellar all barrels have the same grape. Flag all barrels of cellars that mix "
            "grapes.",
            "Barrels of one cellar have the same grape. Flag all barrels of cellars with several.",
        ]),
        ("short", "5", [
            "Each cellar has at least two barrels. List the barrels of the cellars with only one.",
            "Does each cellar have at least two barrels? If not, list the barrels of the cellars "
            "with fewer.",
        ]),
        ("total", "1 2", [
            "Per cellar the fills must not add up to more than 100. Flag all barrels of a cellar "
            "where they do.",
        ]),
        ("unlike-units", "1", ["Bytes has to be larger than Seconds.", "Bytes > Seconds"]),
        ("the-word", "2", ["slug must contain the word file."]),
    ],
    "barrels lids": [
        ("taken-up", "2", [
            "Each show piece has between 2 and 4 lids; flag the pieces outside this range.",
        ]),
    ],
    "orders": [
        ("bounded", "1", ["A total above 0 must not be less than paid."]),
        ("sided", "3", ["list_price may be lower than total, but not higher."]),
        ("money", "1", ["total must not be above 25 dollars."]),
        ("lack-one", "1", ["voucher is optional, but at most 50% of the orders may lack one."]),
    ],
}  # fmt: skip

DECLINED = [
    (
        "barrels",
        "Each cellar has at least three barrels. List the barrels of the cellars with only one.",
    ),
    (
        "barrels",
        "All barrels of a cellar have a fill above 5. Flag all barrels of cellars with several.",
    ),
    ("barrels", "Bytes must be larger than seconds."),
    ("barrels lids", "Each show piece must have 2 lids; flag the pieces who do."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
