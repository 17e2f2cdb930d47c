"""Whose cell it is, who is counted, and what a number of things is no count of."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "bookings": (
        ("BookingId", "GuestId", "BookedOn", "City", "Fee", "Total"),
        (1, 3, "2024-01-01", "Rome", 10, 10),
        (2, 3, "2024-01-05", "", 20, 20),
        (3, 1, "2024-01-03", "Oslo", 40, 40),
        (4, 1, "2024-01-02", "Oslo", 30, 30),
        (5, 2, "2024-01-04", "Rome", 5, 5),
    ),
    "BasketItem": (
        ("BasketItemId", "BasketNumber", "SkuCode", "Price", "Place"),
        (11, 501, "SK-1", 5, 1),
        (12, 501, "SK-1", 6, 2),
        (13, 502, "SK-1", 7, 1),
        (14, 502, "SK-2", 8, 1),
    ),
    "rigs": (
        ("rig_id", "engineers", "downtime", "site", "note_typed"),
        ("R-1", 1, 2, "north", "a"),
        ("R-2", 2, 8, "north", ""),
        ("R-3", 0, 2, "south", "b"),
    ),
    "workers": (
        ("worker_id", "boss_id", "mentor_id", "grade", "depot_id"),
        (1, "", 2, 5, 2),
        (2, 1, 1, 4, 1),
        (3, 1, 2, 6, 1),
    ),
    "stays": (
        ("stay_no", "hotel_no", "nights", "extras"),
        ("S1", 7, 2, 0),
        ("S2", 7, 3, 4),
        ("S3", 8, 1, ""),
        ("S4", 9, 1, 2),
    ),
}

FLAGGED = {
    "bookings": [
        ("own", "2", [
            "The guest's City must be filled.",
            "A guest's City must not be empty.",
            "Flag bookings where the guest's City is empty.",
        ]),
        ("own-bound", "3", ["A guest's Fee must be at most 30."]),
        ("own-condition", "4", ["If the guest's City is not Rome, the Fee must be 40."]),
        ("before", "4", [
            "A guest's BookedOn must come after that of the booking before.",
            "Each booking of a guest must come later than the booking before.",
        ]),
    ],
    "BasketItem": [
        ("within", "11 12", [
            "A basket's SkuCodes must be unique.",
            "A basket's SkuCode must not be repeated.",
            "A basket's SkuCodes must differ.",
            "SkuCode must be unique within each BasketNumber.",
        ]),
        ("place", "13 14", ["A basket's Places must be unique."]),
        ("owners", "0", [
            "Exactly 2 baskets must have a Price.",
            "There must be exactly 2 baskets with a Price.",
            "At least 2 baskets have a Price above 5.",
            "No more than 1 basket has a Price below 6.",
        ]),
        ("owners-fail", "1", ["At least 3 baskets have a Price."]),
    ],
    "rigs": [
        ("value", "R-2", [
            "No rig has more than 1 engineer.",
            "Each rig has at most one engineer.",
            "A rig may have no more than one engineer.",
        ]),
        ("least", "R-3", ["Each rig has at least one engineer."]),
        ("exactly", "R-2 R-3", ["Every rig has exactly 1 engineer."]),
        ("in-no-row", "R-3", ["In no row may the site be south."]),
        ("other-cell", "R-2", [
            "If site is north, downtime must be below 5; a missing note_typed is wrong.",
        ]),
    ],
    "workers": [
        ("boss", "2 3", ["The boss's grade must be at most 4."]),
        ("mentor", "1 3", ["The mentor's grade must not be 4."]),
    ],
    "stays": [
        ("spared", "1", [
            "Each hotel has at least 2 stays, except hotel 8.",
            "Each hotel has at least 2 stays (except hotel 9).",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("bookings", "A guest's Total must be below 30."),
    ("bookings", "A guest's bookings must be at most 2."),
    ("bookings", "Total must equal the guest's Total."),
    ("BasketItem", "A basket's SkuCode must be unique."),
    ("BasketItem", "A basket's items must not be more than 3."),
    ("BasketItem", "At least 40 percent of the baskets have a Price above 5."),
    ("BasketItem", "At least 1 basket has no Price above 6."),
    ("rigs", "The average downtime per rig must not exceed 4."),
    ("rigs", "The average number of engineers per rig is 1."),
    ("rigs", "The minimum downtime per rig is 2."),
    ("rigs", "Each rig has exactly one note_typed."),
    ("rigs", "site must not be north in all rows."),
    ("rigs", "note_typed is not filled in every row."),
    ("rigs", "downtime must not be 8 everywhere."),
    ("rigs", "If site is north, note_typed must be 'a'; a missing note_typed is a violation."),
    ("rigs", "Every rig has two rigs."),
    ("workers", "The depot's grade must be filled."),
    ("stays", "Stays without extras must have 1 night."),
    ("stays", "At least 2 stays have no extras."),
]

checked, test_owners_are_told_apart_from_rows, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
