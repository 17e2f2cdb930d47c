"""Ranges and cases that meet leave open what is meant; where they are apart they are read."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests
from tests.planner.offline.test_measures_and_mappings import TABLES

ORES: Rows = (
    ("ore", "kind", "weighed in"),
    (1, "silver", "grams"),
    (2, "gold", "ounces"),
    (3, "silver", None),
    (4, "iron", None),
    (5, "iron", "grams"),
)

FLAGGED: dict[str, list[Group]] = {
    "ores": [
        (
            "some-have-none",
            "3 5",
            [
                "Silver is weighed in grams and gold in ounces, while iron has no weighed in.",
            ],
        ),
        ("nothing-of-blanks", "", ["Silver is weighed in grams and gold in ounces."]),
    ],
    "tastings": [
        ("crossed", "1 2 3 4 5", ["held must be after 2024-05-01 and before 2023-05-01."]),
        (
            "coded-apart",
            "1 2 3 4",
            [
                "half is coded 2 if mnth is below 6 and 1 if mnth is above 5.",
                "half is coded 2 if mnth is 1 to 5 and 1 if it is 6 to 12.",
                "half is coded 2 if mnth is 1 to 5 and 1 otherwise.",
            ],
        ),
    ],
    "assays": [
        (
            "given-in-scoped",
            "5",
            [
                "In lot A silver is weighed in grams and gold in ounces.",
                "Silver is weighed in grams, gold in ounces, where lot is A.",
            ],
        ),
    ],
    "lockers": [
        ("crossed", "1 2 3 4 5", ["level must be above 30 and must be below 20."]),
        ("either-range", "3", ["level must be 11 to 18 or 14 to 28."]),
        ("between", "5", ["level must be between 11 and 18, between 21 and 28 or 99."]),
        ("positive", "1", ["fee must be positive and at least 6."]),
        (
            "two-rules",
            "1 4",
            [
                "level must be at least 13. In hall B it must be at least 15.",
                "fee must be at least 6. In hall B it must be at most 8.",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    # A word of the data is none of a name; a scope behind the last case.
    ("assays", "The silver output must be above 10."),
    ("assays", "Silver is weighed in grams, but gold in ounces in lot B."),
    ("assays", "Silver is weighed in grams and gold in ounces unless purity is above 90."),
    ("assays", "Silver is weighed in grams and silver in ounces."),
    ("assays", "The mean purity must be higher for rows with lot A than for all rows."),
    # Two cases that are true of one row: the first that is true, or both?
    ("tastings", "half is coded 1 if mnth is below 7 and 2 if mnth is below 9."),
    ("tastings", "half is coded 1 if mnth is below 7, 2 if mnth is below 10 and 3 otherwise."),
    ("tastings", "half is coded 1 if mnth is 1 to 6 and 2 if it is 6 to 12."),
    (
        "tastings",
        "half must be 1 if band is low and mnth is below 7, "
        "and 2 if band is low and mnth is below 10.",
    ),
    ("tastings", "half is coded 1 if held is after 2023 and 2 if it is in June."),
    ("tastings", "half is coded 1 if held is in 2024 and 2 if held is after 2023."),
    ("tastings", "half is coded 1 if band is low or mid, 2 if it is mid or high."),
    ("tastings", "half is coded 1 if band is not low and 2 if band is not mid."),
    ("tastings", "half is coded 1 if band is mid and 2 if wday is 1."),
    ("tastings", "half is coded 1 if mnth is below 7 and 2 if it is above 6 in band low."),
    ("tastings", "If mnth is below 7, half must be 1, and if mnth is below 10, half must be 2."),
    ("tastings", "wday must fit held where 0 is Sunday and half is 1."),
    # Ranges that meet: both of them, or either? The last one's rows, or all?
    ("lockers", "level must be 11 to 18 and 15 to 28."),
    ("lockers", "level must be between 10 and 20 and between 15 and 30."),
    ("lockers", "level must be between 11 and 18 and 21 and 28."),
    ("lockers", "level must not be 10 to 20 and 15 to 30."),
    ("lockers", "A locker is wrong if its level is 10 to 20 and 15 to 30."),
    ("lockers", "Where level is 11 to 18 and 15 to 28, fee must be above 6."),
    ("lockers", "level must be at least 10 and at least 15 in hall B."),
    (
        "tastings",
        "held must lie between 2023-01-01 and 2024-06-30 and between 2024-01-01 and 2025-06-30.",
    ),
    # A question for none; each of them just once.
    ("lockers", "Do you see any phone on lockers in hall B?"),
    ("lockers", "Do we have some phone for lockers in hall B?"),
    ("lockers", "The halls that occur must be exactly A and B, each once."),
    ("lockers", "level must be above 30, below 20 and at least 10."),
]

checked, test_flagged, test_declined = told_tests(TABLES | {"ores": ORES}, FLAGGED, DECLINED)
