"""One rule in many frames: must not be there, is flagged, is asked for, must be so, if it holds."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "casks": (
        ("cask_id", "cellar", "filled_on", "emptied_on", "litres", "wood", "seal"),
        ("C1", "north", "2024-01-01", "2024-03-01", 50, "oak", "A1"),
        ("C2", "north", "2024-02-01", "2024-01-15", 70, "oak", ""),
        ("C3", "south", "2024-03-01", "", 90, "ash", "A2"),
        ("C4", "south", "2024-02-20", "2024-05-01", 20, "ash", "A2"),
        ("C5", "south", "2024-05-01", "2024-06-01", 60, "", "A3"),
    ),
    "staff": (
        ("staff_id", "name", "store", "role"),
        ("S1", "Ann", "Kiel", "manager"), ("S2", "Bob", "Kiel", "cashier"),
        ("S3", "Cid", "Bonn", "cashier"),
    ),
    "stores": (
        ("store", "manager", "opened"),
        ("Kiel", "S1", "2020-01-01"), ("Bonn", "", "2021-01-01"), ("Jena", "", "2024-01-01"),
    ),
}  # fmt: skip

FLAGGED = {
    "casks": [
        ("copies", "C3 C4", [
            "There must be no casks that have the same seal as another cask.",
            "There should not be any casks that have the same seal as another cask.",
            "Are there any casks that have the same seal as another cask?",
        ]),
        ("order", "C4", [
            "Flag rows whose filled_on is not later than the filled_on in the row above.",
            "filled_on must be later than the filled_on in the row above.",
            "Make sure that filled_on is later than the filled_on in the row above.",
        ]),
        ("ended-first", "C2", [
            "There must be no casks whose emptied_on is before their filled_on.",
            "There are no casks whose emptied_on is before their filled_on.",
            "Check that there are no casks whose emptied_on is before their filled_on.",
        ]),
        ("lacks", "C5", [
            "Flag casks that do not have a wood.",
            "There must be no cask that does not have a wood.",
            "Verify that every cask has a wood.",
        ]),
        ("if-behind", "C3", [
            "If wood is ash, litres must be below 90.",
            "litres must be below 90 if wood is ash.",
            "litres must be below 90 whenever wood is ash.",
        ]),
    ],
    "staff stores": [
        ("wish", "Bonn Jena", [
            "Every store must have a manager.",
            "Every store has to have a manager.",
            "Each store is required to have a manager.",
            "Check that every store has a manager.",
            "Ensure every store has a manager.",
            "Please make sure that every store has a manager.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("casks", "There must be no more casks."),
    ("casks", "There must be no other casks."),
    ("casks", "Flag casks that do not have a wood or a seal of their own kind."),
    ("casks", "Make sure that casks."),
    ("casks", "litres must be below 90 only if wood."),
    ("casks", "Are there any casks?"),
    ("casks", "Flag casks that do not have the same wood."),
    ("casks", "Casks must not be any."),
    ("casks", "litres must be not less than 15 or 0."),
    ("casks", "litres must be not more than 80 or empty."),
]

checked, test_each_frame_says_the_same, test_what_is_no_such_frame_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
