"""One column held against others of its row, and against a measure of another table."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "halls": (
        ("hall", "chairs", "guests", "tables", "street", "zip", "opened_on"),
        ("h1", 40, 35, 10, "Elm 1", 10115, "2024-01-01"),
        ("h2", 30, 33, 7, None, None, "2024-01-08"),
        ("h3", 24, 0, 6, "Oak 3", None, "2024-01-09"),
        ("h4", 24, -2, None, None, 20095, None),
    ),
    "new_rates": (("item", "rate"), ("oak", 12), ("elm", 30), ("fir", 3)),
    "old_rates": (("item", "rate"), ("oak", 10), ("elm", 20), ("fir", 5)),
    "rentals": (
        ("rental", "lent_on", "returned_on"),
        (1, "2024-01-01", "2024-01-20"),
        (2, "2024-01-01", "2024-04-01"),
        (3, "2024-02-01", None),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "halls": [
        (
            "multiple",
            "h2",
            [
                "chairs is a multiple of tables.",
                "chairs must be divisible by tables.",
                "Flag halls whose chairs are not a multiple of the tables.",
                "chairs divided by tables must be a whole number.",
            ],
        ),
        ("more", "h2", ["No hall may have more "
                        "guests than chairs.", "Flag halls with more guests than chairs."]),
        ("zero", "h4", ["guests may be zero but not negative."]),
        (
            "some",
            "h2",
            ["We want to find a way to every hall: at least one of street and zip must be filled."],
        ),
        (
            "together",
            "h3 h4",
            [
                "street and zip go together: either both are there or neither.",
                "If one of street and zip is filled, the other must be filled as well.",
                "Flag halls where only one of street and zip is filled.",
            ],
        ),
    ],
    "new_rates old_rates": [
        (
            "highest",
            "elm",
            [
                "Flag new rates that are higher than the highest rate of the old rates.",
                "No rate in new_rates may be higher than the highest rate in old_rates.",
            ],
        ),
        ("lowest", "fir", ["Flag new rates that are below the lowest rate in old_rates."]),
    ],
    "rentals": [
        (
            "back",
            "2",
            [
                "A rental comes back no later than 60 days after lent_on; an "
                "empty returned_on is a rental still out and fine.",
                "returned_on must be no later than 60 days after lent_on; a "
                "blank returned_on is a rental that is still out.",
            ],
        ),
    ],
}  # fmt: skip

DECLINED = [
    ("new_rates old_rates", "rate must not exceed the highest rate."),
    ("halls", "If one of street and zip is filled, the other two must be empty."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
