"""A measure of some rows against that of others: of two values, of the rest, one above another."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "rides": (
        ("ride_id", "zone", "sort", "minutes", "rainyday", "paid", "rider"),
        (1, 1, "slow", 30, 1, 1, "female"),
        (2, 1, "slow", 26, 0, 1, "female"),
        (3, 2, "fast", 20, 1, 0, "male"),
        (4, 2, "fast", 18, 0, 1, "male"),
        (5, 3, "calm", 9, 0, 0, "male"),
        (6, 3, "calm", 7, 1, 0, "female"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "rides": [
        ("value", "0", ["The mean minutes of zone 1 must be above that of zone 2."]),
        ("value-broken", "1", ["The mean minutes of zone 1 must be below that of zone 2."]),
        ("text", "0", ["The average minutes of slow must be higher than those of calm."]),
        ("rest", "0", ["The mean minutes in zone 1 must be higher than in all other zones."]),
        ("rest-broken", "1", ["The mean minutes in zone 3 must be higher than on other rides."]),
        ("again", "1", [
            "The average minutes of those with sort calm must be higher than the average minutes "
            "of those with sort fast."
        ]),
        ("three", "0", [
            "The mean minutes of zone 1 must be above that of zone 2, and that of zone 2 above "
            "that of zone 3."
        ]),
        ("flag", "1", ["The mean minutes on rainy days must be lower than on all other days."]),
        ("share", "0", ["A larger share of women than of men must have paid."]),
        ("share-broken", "1", [
            "The share of rainy days must be larger among men than among women."
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("rides", "The mean minutes in zone 1 must be higher than in all other sorts."),
    ("rides", "The mean minutes of slow must be higher than those of zone 2."),
    ("rides", "The mean zone in zone 1 must be higher than in all other zones."),
    (
        "rides",
        "The mean minutes of zone 1 must be above that of zone 2, and that of zone 3 above that "
        "of zone 1.",
    ),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
