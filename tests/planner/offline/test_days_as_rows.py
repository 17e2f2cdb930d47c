"""One row a day: days for rows, doubling from day to day, and the part of the days."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "tides": (
        ("tide_date", "height", "ships", "watch"),
        ("2024-03-01", 4.0, 10, "ok"),
        ("2024-03-02", 4.5, 25, "ok"),
        ("2024-03-03", 9.5, 20, "low"),
        ("2024-03-04", 4.1, 21, "ok"),
        ("2024-03-05", 4.2, 9, None),
    ),
    "beats": (
        ("no", "my_timestamp", "rate"),
        (1, "2024-03-01 08:00:00", 61),
        (2, "2024-03-01 09:00:00", 60),
        (3, "2024-03-01 11:00:00", 64),
    ),
    "stays": (
        ("stay", "came_date", "left_date", "nights"),
        ("s1", "2024-03-01", "2024-03-04", 3),
        ("s2", "2024-03-02", "2024-03-03", 1),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "tides": [
        (
            "whose",
            "2024-03-03",
            ["Flag days whose height is above 5.", "List days with a height above 5."],
        ),
        (
            "doubled",
            "2024-03-02",
            [
                "A day with more than twice the ships of the day before is "
                "suspicious and should be flagged.",
                "Flag days with more than twice the ships of the day before.",
                "ships may at most double from one day to the next.",
                "ships must not more than double from one day to the next. The first day is fine.",
            ],
        ),
        ("halved", "2024-03-05", ["Flag days with less than half the ships of the day before."]),
        ("share", "1", ["On four fifths of the days or more the watch has to be ok."]),
        ("met", "0", ["On half of the days or more the watch has to be ok."]),
        ("all but", "0", ["watch must be filled in all but one row."]),
        ("only", "0", ["Only one row may lack a watch."]),
    ],
    "beats": [
        (
            "moment",
            "3",
            [
                "Flag rows whose timestamp is not exactly one hour later "
                "than that of the row before."
            ],
        ),
    ],
    "stays": [("span", "s2", ["left_date must be at least 3 days after came_date."])],
}

DECLINED: list[tuple[str, str]] = [
    ("stays", "Flag days whose nights are above 2."),
    ("tides", "No day may occur twice."),
    ("tides", "ships may more than double from one day to the next."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
