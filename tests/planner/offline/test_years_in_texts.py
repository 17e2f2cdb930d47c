"""Years that a column tells among other words, and pairs of whom one has more and less."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "coins": (
        ("coin", "struck", "year", "worth"),
        ("C1", "8 May 1960 (Rome)", 1960, 9),
        ("C2", "July 1953", 1953, 2),
        ("C3", "1 June 1976 (Bern)", 1967, 9),
        ("C4", "", 1980, 4),
        ("C5", "about 1948", 1948, 7),
    ),
    "odd": (
        ("coin", "struck", "year", "note"),
        ("D1", "8 May 1960 (1961)", 1960, "x"),
        ("D2", "July 1953", 1953, "y"),
    ),
    "crew": (
        ("name", "port", "wage", "bonus"),
        ("Ann", "Kiel", 50, 3),
        ("Bo", "Kiel", 40, 5),
        ("Cy", "Kiel", 30, 2),
        ("Di", "Bonn", 90, 1),
    ),
}

FLAGGED = {
    "coins": [
        ("same", "C3", [
            "The year in struck must agree with year.",
            "year must be the year of struck.",
            "The year of struck must not differ from year.",
        ]),
        ("since", "C5", [
            "The year in struck must be at least 1950.",
            "The year of struck must not be before 1950.",
        ]),
        ("if", "C2", ["If the year in struck is after 1950, worth must be at least 5."]),
    ],
    "crew": [
        ("above", "Ann", [
            "Within a port nobody may have a higher wage but a lower bonus than somebody else.",
        ]),
        ("both", "Ann Bo", [
            "Within one port nobody may have a higher wage but a lower bonus than somebody else; "
            "flag both people of every such pair.",
            "In each port nobody may have a higher wage but a lower bonus than another person. "
            "Flag both people.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("odd", "The year in struck must agree with year."),
    ("odd", "The year in struck must be at least 1950."),
    ("coins", "The month in struck must be 5."),
    ("coins", "The year in struck must be at most one year after year."),
    ("crew", "In one port nobody may have a higher wage and a higher bonus than somebody else."),
    ("crew", "In one port somebody may have a higher wage but a lower bonus than another person."),
    ("crew", "wage must be filled; flag both people of every such pair."),
]

checked, test_years_and_pairs_are_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
