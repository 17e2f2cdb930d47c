"""Measures, shares, sums, series and copies, put as owners also put them."""

from __future__ import annotations

from tests.planner.offline.boatyard_tables import TABLES as BOATYARD
from tests.planner.offline.lodge_tables import TABLES as LODGE
from tests.planner.offline.spoken import Group, told_tests

FLAGGED: dict[str, list[Group]] = {
    "boats": [
        ("1", "1", ["Half of the boats must be insured."]),
        ("11", "11", ['All column names must start with "b".']),
    ],
    "boats crew": [
        ("1", "1", ["Each boat exists in crew and the other way round."]),
    ],
    "cuts": [
        (
            "1",
            "1",
            [
                "all cost values must together sum to at most 60.",
                "The total cost must not be more than 10% higher than the average cost.",
                "The cuts together must come to 66.",
            ],
        ),
    ],
    "guests": [
        ("1", "1", ["There must be any guests over 80."]),
    ],
    "hires": [
        (
            "1",
            "1",
            [
                'At least 60% of hires must be "done" in status.',
                "From 20% to 30% of hires must be lost",
                "Between 20 and 30% of hires must be open.",
                "At least 3 price values must be above 100.",
                "There must be twice as many lost hires as open hires.",
                "at least 90% of discount values must not be negative.",
                "20% of price values may be above 100.",
                "The share of lost hires must not be above 10%.",
                "total price minus total deposit must be at least 800.",
                "total deposit must be at most 25% of total price.",
                "hire_id must start at 2 and goes up by one from row to row",
                "There must be 5 or fewer hires.",
                "There may be at most 5 hires.",
                "total price >= 2000",
                "At least 1 hires per clerk must be paid.",
                "There must not be more open hires than lost hires.",
                "for price, the average must be at most 100, and the maximum at most 500.",
            ],
        ),
        ("1-2-3-4-5-6", "1 2 3 4 5 6", ["hire_id runs from 2 up without gaps."]),
        (
            "2",
            "2",
            [
                "There may be at most 1 distinct status per clerk.",
                "The shares of payment must be exactly: card 50%, cash 50%.",
            ],
        ),
        ("2-5", "2 5", ["boat_id goes up by one with each row"]),
        (
            "3",
            "3",
            [
                "price must not be an outlier by the 3 MAD rule.",
                "No clerk may occur less than thrice.",
            ],
        ),
    ],
    "lines prices orders": [
        (
            "2",
            "2",
            [
                "The amount of a line must be the amount of its good in prices valid on the "
                "ordered_on of its order.",
            ],
        ),
    ],
    "moorings": [
        (
            "m1-m2-m3-m5",
            "m1 m2 m3 m5",
            [
                "For each spot, the periods from opens to shuts must not overlap. shuts is "
                "included.",
                "For each spot, the intervals from opens to shuts must not overlap. Both "
                "opens and shuts belong to it.",
                "For each spot, periods from opens to shuts must not overlap; both ends are "
                "included.",
            ],
        ),
    ],
    "orders": [
        (
            "30",
            "30",
            [
                "No date between the first and the last ordered_on may be missing.",
                "ordered_on: every date from its first to its last must be there.",
            ],
        ),
    ],
    "shelves": [
        (
            "1",
            "1",
            [
                "All column names must only contain letters, digits and underscores.",
                "There may be at most 1 exact duplicate rows.",
            ],
        ),
    ],
    "trees": [
        ("5", "5", ["parent_no must not form cycles; no loops allowed."]),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("boats", "Exact duplicate rows must make up at most 5% of the table."),
    ("boats", "The share of duplicate boats must be at most 10%."),
    ("cuts", "cost must come to more than 60"),
]

checked, test_flagged, test_declined = told_tests({**BOATYARD, **LODGE}, FLAGGED, DECLINED)
