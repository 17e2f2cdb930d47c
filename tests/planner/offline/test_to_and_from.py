"""Values behind "to" and "from": of the column that fits the word, or of none."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "flights": (
        ("flight", "origin", "destination", "seats", "gate"),
        ("F1", "Oslo", "Bergen", 90, ""),
        ("F2", "Lima", "Cusco", 40, "G2"),
        ("F3", "Oslo", "Bodo", 20, "G1"),
    ),
    "parcels": (
        ("parcel", "ship_country", "weight", "form"),
        ("P1", "Peru", 3, "C22"),
        ("P2", "Peru", 1, ""),
        ("P3", "Chad", 2, ""),
    ),
}

FLAGGED = {
    "flights": [
        ("from", "F1", ["Flights from Oslo need a gate.", "Flag flights from Oslo with no gate."]),
        ("to", "F2", ["Flights to Cusco must have at least 50 seats."]),
    ],
    "parcels": [
        ("to", "P2", [
            "Parcels to Peru need a form.",
            "The form is required for parcels to Peru.",
            "Flag parcels to Peru without a form.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("flights", "Flights to Oslo need a gate."),
    ("flights", "Flights from Bergen need a gate."),
    ("flights", "Flag flights to Lima with no gate."),
]

checked, test_the_fitting_column_is_read, test_the_other_column_is_not = told_tests(
    TABLES, FLAGGED, DECLINED
)
