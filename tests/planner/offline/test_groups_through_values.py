"""Groups with a row for each of several values, their rows, and shares of groups without rows."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "owls": (
        ("owl", "kind", "wood", "year", "ringed", "weight", "sex"),
        ("O1", "tawny", "north", 2019, 1, 400, "female"),
        ("O2", "tawny", "south", 2020, 0, 430, "female"),
        ("O3", "tawny", "north", 2021, 1, 450, "male"),
        ("O4", "barn", "north", 2019, 1, 300, "male"),
        ("O5", "barn", "north", 2021, 0, 320, "female"),
        ("O6", "eagle", "south", 2020, 1, 2100, "female"),
    ),
    "reports": (
        ("report", "desk", "train", "leaves", "comes"),
        ("R1", "web", "T1", "8:10", "9:00"),
        ("R2", "hall", "T1", "8:15", "9:00"),
        ("R3", "web", "T2", "9:20", "9:50"),
        ("R4", "hall", "T2", "9:20", ""),
        ("R5", "app", "T1", "", "9:00"),
    ),
}

FLAGGED = {
    "owls": [
        ("years", "2", [
            "Each kind must have been observed in 2019, 2020 and 2021.",
            "Each kind must be seen in each of the years 2019, 2020 and 2021.",
            "Each kind must have a row for 2019, 2020 and 2021.",
        ]),
        ("in-one", "3", ["Each kind must have been observed in 2019, 2020 and 2021 in the north."]),
        ("two-years", "1", ["Each kind must have been recorded in 2019 and in 2021."]),
        ("woods", "2", [
            "Each kind must occur in the woods north and south.",
            "Every kind must be found in north and south.",
        ]),
        ("rows", "O4 O5 O6", [
            "Each kind must have been observed in 2019, 2020 and 2021; flag all rows of a kind "
            "that lacks one of these years.",
            "Each kind must have been seen in 2019, 2020 and 2021. List all rows of a kind that "
            "was not seen in one of these years.",
        ]),
        ("few", "O6", [
            "Each kind must have at least two rows. Flag all rows of a kind that delivers fewer.",
        ]),
        ("no-males", "0", [
            "Where wood is south, a larger share of women than of men must be ringed.",
        ]),
    ],
    "reports": [
        ("apart", "R1 R2 R5", [
            "List all rows of trains for which the desks name different leaves.",
            "Flag all rows of trains for which the desks disagree on leaves.",
            "Flag every row of a train for which several leaves are given.",
        ]),
        ("told", "R1 R2", ["Flag trains for which the desks give different leaves."]),
    ],
}  # fmt: skip

DECLINED = [
    ("owls", "Each kind must have been observed in 2019 or 2020."),
    ("owls", "Each kind must have been observed in 2020."),
    ("owls", "Each kind must have been observed only in 2019 and 2020."),
    ("owls", "Each kind must not have been observed in 2019 and 2020."),
    ("owls", "Each kind must have been observed in 2019 and in the north."),
    (
        "owls",
        "Each kind must have been observed in 2019 and 2020. Flag all rows of a kind that was not "
        "observed in any of these years.",
    ),
    (
        "owls",
        "Each kind must have been observed in 2019 and 2020. Flag all rows of a kind that lacks "
        "one of these woods.",
    ),
    (
        "owls",
        "Each kind must have been observed in 2019 and 2020. Flag all rows of a wood that lacks "
        "one of these years.",
    ),
    (
        "owls",
        "Each kind must have at most two rows. Flag all rows of a kind that delivers fewer.",
    ),
    ("reports", "Flag all rows of trains for which the desks do not name different leaves."),
    (
        "reports",
        "Flag all rows of trains for which only the desks web and hall name different leaves.",
    ),
    ("reports", "Flag all rows of trains for which at least three desks name different leaves."),
    ("reports", "Flag all rows of trains for which the desk names different leaves."),
    ("reports", "Flag all rows of trains for which the desks name different trains."),
    ("reports", "Flag all web rows of trains for which the desks name different leaves."),
]

checked, test_groups_are_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
