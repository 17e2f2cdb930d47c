"""The day before, a formula in brackets, two kinds of one row: read as meant, or declined."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "weather": (
        ("weather_date", "temp", "rain"),
        ("2024-03-03", 5, 1),
        ("2024-03-01", 9, 0),
        ("2024-03-02", 30, 4),
        ("2024-03-04", 28, 9),
    ),
    "tides": (
        ("day", "height"),
        ("2024-03-01", 5),
        ("2024-03-02", 9),
        ("2024-03-05", 30),
        ("2024-03-06", 28),
    ),
    "reads": (
        ("read_id", "meter", "day", "units"),
        ("R1", "a", "2024-03-01", 10),
        ("R2", "b", "2024-03-01", 40),
        ("R3", "a", "2024-03-02", 25),
        ("R4", "b", "2024-03-02", 41),
    ),
    "sales": (
        ("month", "revenue"),
        ("2024-03-01", 10),
        ("2024-01-01", 20),
        ("2024-02-01", 30),
        ("2024-04-01", 90),
    ),
    "yields": (("year", "tons"), (2019, 5), (2020, 30), (2022, 100), (2021, 50)),
    "lines": (
        ("line_id", "order_id", "quantity", "price", "tax", "amount"),
        ("L1", "O1", 2, 5, 3, 9),
        ("L2", "O1", 1, 50, 10, 50),
        ("L3", "O2", 4, 25, 2, 100),
    ),
    "crates": (
        ("crate_id", "size", "color", "weight", "seal"),
        ("C1", "big", "red", 3, "x"),
        ("C2", "big", "blue", 9, ""),
        ("C3", "small", "red", 4, ""),
        ("C4", "big", "red", 5, ""),
    ),
    "shifts": (
        ("shift_id", "kind", "hours", "deputy", "guard"),
        ("S1", "night", 9, "x", ""),
        ("S2", "day", 8, "", "b"),
        ("S3", "night", 12, "", "c"),
        ("S4", "late", 5, "y", ""),
    ),
    "parcels": (
        ("parcel_id", "status", "billed", "billed_on", "sent_on"),
        ("P1", "open", 5, "2024-01-04", "2024-01-04"),
        ("P2", "paid", 9, "", "2024-07-04"),
        ("P3", "open", 0, "", "2023-07-04"),
    ),
}

FLAGGED = {
    "weather": [
        ("days", "2024-03-02 2024-03-04", [
            "The temp may at most double from one day to the next.",
            "Flag days with more than twice the temp of the day before.",
            "The temp must not exceed the temp of the previous day by more than 10.",
        ]),
        ("either-way", "2024-03-03 2024-03-02 2024-03-04", [
            "The temp must not differ from the previous day's temp by more than 10.",
        ]),
        ("rising", "2024-03-03", ["The level of rain must rise with each day."]),
        ("file", "2024-03-02", [
            "The temp must not differ from the previous row's temp by more than 10.",
        ]),
    ],
    "tides": [
        ("rows", "2024-03-05", ["The height may at most double from one row to the next."]),
    ],
    "reads": [
        ("of-each", "R3", ["Per meter the units may at most double from one day to the next."]),
    ],
    "sales": [
        ("months", "2024-04-01", [
            "The revenue must not exceed twice the revenue of the previous month.",
            "Flag months with more than twice the revenue of the month before.",
        ]),
    ],
    "yields": [
        ("years", "2020", ["The tons must not exceed twice the tons of the previous year."]),
    ],
    "lines": [
        ("of-rows", "L3", [
            "The value of a line (quantity * price) must be under 90.",
            "The order line value (quantity * price) must be under 90.",
        ]),
        ("in-a-row", "L1 L2 L3", [
            "price, tax and amount must not decrease within each row.",
        ]),
    ],
    "crates": [
        ("both", "C4", [
            "For big red crates, seal must be filled.",
            "In big red crates the seal must be filled.",
        ]),
        ("one", "C2 C4", ["For big crates, seal must be filled."]),
    ],
    "shifts": [
        ("there", "S3", ["Night shifts run long, so deputy must be filled there."]),
    ],
    "parcels": [
        ("yearly", "P2 P3", ["sent_on must not be on 4 July or 25 December."]),
    ],
}  # fmt: skip

DECLINED = [
    ("tides", "The height may at most double from one day to the next."),
    ("tides", "Flag days with more than twice the height of the day before."),
    ("reads", "The units may at most double from one day to the next."),
    ("lines", "The order value (quantity * price) must be under 90."),
    ("lines", "Every order's value (quantity * price) must be under 90."),
    ("lines", "The value of an order (quantity * price) must be under 90."),
    ("lines", "The highest order value (quantity * price) must be under 90."),
    ("lines", "price, tax and amount must not decrease."),
    ("lines", "price and amount must strictly increase."),
    ("crates", "For red crates over 3 the seal must be filled."),
    ("shifts", "For day night shifts, deputy must be filled."),
    ("shifts", "Night shifts need a guard, so deputy must be filled there."),
    ("shifts", "Night shifts have a guard; deputy must be filled there."),
    ("shifts", "Night shifts are late, so deputy must be filled there."),
    ("parcels", "Unbilled parcels must be open."),
    ("parcels", "sent_on must not be on the 4th of July or 5 July 2024."),
    ("parcels", "sent_on must not be on 5 July 2024 or 4 July."),
]

checked, test_rows_before_are_those_meant, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
