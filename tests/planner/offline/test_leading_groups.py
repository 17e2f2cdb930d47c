"""The group that must lead all others by a measure, and values from one listed year to the next."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "jars": (
        ("jar", "sort", "shelf", "weight"),
        ("J1", "plum", "top", 30),
        ("J2", "plum", "low", 50),
        ("J3", "pear", "top", 60),
        ("J4", "pear", "low", 20),
        ("J5", "fig", "top", 10),
        ("J6", "quince", "low", ""),
    ),
    "towns": (
        ("town", "year", "people"),
        ("Ulm", 2010, 7),
        ("Ulm", 2000, 5),
        ("Ulm", 2020, 6),
        ("Hof", 2000, 3),
        ("Hof", 2020, 4),
    ),
}

FLAGGED = {
    "jars": [
        ("tied", "J3 J4", [
            "Plum must be the sort with the highest average weight.",
            "The sort with the highest average weight must be plum.",
            "Plum must have a higher average weight than every other sort.",
            "Plum must have a higher average weight than each of the other sorts.",
        ]),
        ("as-high", "", ["No sort may have a higher average weight than plum."]),
        ("lowest", "", ["Fig must be the sort with the lowest average weight."]),
        ("none", "J1 J2 J3 J4 J5", ["Quince must be the sort with the highest average weight."]),
        ("low", "J1 J2 J5", ["The sort with the lowest average weight must be pear."]),
    ],
    "towns": [
        ("risen", "Ulm", [
            "Within a town people must rise from each listed year to the next.",
            "Within a town people must rise from one recorded year to the next.",
            "Within a town people must rise from each year to the next.",
            "Within a town people must rise every year.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("jars", "Plum must be the sort with the highest weight."),
    ("jars", "Plum must not be the sort with the highest average weight."),
    ("jars", "Plum must be the sort with the second highest average weight."),
    ("jars", "Plum or pear must be the sort with the highest average weight."),
    ("jars", "Plum must be one of the two sorts with the highest average weight."),
    ("jars", "Low must be the sort with the highest average weight."),
    ("jars", "On the top shelf, plum must be the sort with the highest average weight."),
    ("towns", "Within a town people must rise from each listed year to the last."),
    ("towns", "Within a town people must rise only from each listed year to the next."),
    ("towns", "Within a town people may rise from each listed year to the next."),
]

checked, test_groups_lead, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
