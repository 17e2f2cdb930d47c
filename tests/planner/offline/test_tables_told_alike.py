"""Two tables whose groups must total alike, whose names differ, and what is in force for a key."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "shipped": (
        ("crate", "port", "ship", "weight"),
        ("c1", "Bergen", "Ida", 20),
        ("c2", "Bergen", "Una", 30),
        ("c3", "Narvik", "Ida", 10),
        ("c4", "Skagen", "Ida", 5),
        ("c5", None, "Ida", 8),
    ),
    "landed": (
        ("crate", "port", "ship", "weight"),
        ("c1", "Bergen", "Ida", 49),
        ("c2", "Bergen", "Una", 1),
        ("c3", "Narvik", "Ida", 11),
        ("c6", "Tromso", "Ida", 7),
    ),
    "notes": (("note_id", "fee"), (1, 10), (2, 20), (3, 30), (4, None)),
    "paid": (
        ("slip", "note_id", "sum_paid", "payer"),
        (91, 1, 10, "Ann"),
        (92, 2, 21, "Bo"),
        (93, 5, 8, "Cy"),
    ),
    "bills": (
        ("bill", "coin", "billed_on", "rate", "clerk"),
        ("b1", "EUR", "2024-01-10", 1.1, "Ann"),
        ("b2", "EUR", "2024-03-10", 1.1, "Bo"),
        ("b3", "USD", "2024-01-10", 1.3, "Ann"),
        ("b4", "USD", "2024-03-10", 1.1, "Bo"),
        ("b5", "SEK", "2024-03-10", 9.9, "Bo"),
        ("b6", "EUR", None, 5, "Ann"),
    ),
    "rates": (
        ("coin", "rate", "valid_from", "valid_to"),
        ("EUR", 1.1, "2024-01-01", "2024-02-29"),
        ("EUR", 1.2, "2024-03-01", None),
        ("USD", 1.3, "2024-01-01", None),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "shipped landed": [
        (
            "totals-by-port",
            "3",
            [
                "shipped and landed must have the same total weight for each port.",
                "The total weight must be the same in shipped and landed for each port.",
                "For each port, the total weight of shipped must equal the total weight of landed.",
                "The total weight per port must not differ between shipped and landed.",
                "No port may have a different total weight in shipped than in landed.",
                "Flag ports where the total weight differs between shipped and landed.",
                "Total weight by port must match between shipped and landed.",
            ],
        ),
        (
            "rows-by-port",
            "2",
            [
                "The number of rows per port must be the same in shipped and landed.",
                "shipped and landed must have the same number of rows per port.",
            ],
        ),
        (
            "totals-by-two",
            "5",
            ["For each port and ship, the total weight must be the same in shipped and landed."],
        ),
        (
            "average",
            "3",
            ["shipped and landed must have the same average weight by port."],
        ),
        ("whole", "1", ["shipped and landed must have the same total weight."]),
    ],
    "notes paid": [
        (
            "reconciled",
            "4",
            [
                "Reconcile fee of notes with sum_paid of paid by note_id.",
                "Reconcile notes.fee with paid.sum_paid by note_id.",
                "Reconcile notes with paid by note_id: fee must equal sum_paid.",
                "fee of notes must reconcile with sum_paid of paid for each note_id.",
                "Compare fee of notes with sum_paid of paid per note_id.",
            ],
        ),
        (
            "within",
            "3",
            ["Reconcile fee of notes with sum_paid of paid by note_id, with a tolerance of 1."],
        ),
    ],
    "bills rates": [
        (
            "in-force",
            "b2 b4",
            [
                "rate must be the rate valid on billed_on for the coin.",
                "rate must equal the rate in rates that is valid on billed_on for the coin.",
                "rate of each bill must be the rate of its coin in force on billed_on.",
                "rate must match rates.rate for its coin on billed_on.",
                "rate must be the rate valid on billed_on.",
                "Flag bills whose rate is not the rate valid on billed_on for the coin.",
            ],
        ),
    ],
}

DECLINED = [
    ("shipped landed", "For each port, the total weight of shipped must be at least the total "
                       "weight of landed."),
    ("shipped landed", "shipped and landed must have different total weights for each port."),
    ("shipped landed", "shipped and landed must have the same total weight for each harbour."),
    ("shipped landed", "Total weight per port: shipped = landed."),
    ("notes paid", "Reconcile fee of notes with payer of paid by note_id."),
    ("notes paid", "Reconcile fee of notes with sum_paid of paid."),
    ("notes paid", "Reconcile fee of notes with sum_paid of paid by note_id and slip."),
    ("notes paid", "Reconcile fee of notes with sum_paid of paid by slip."),
    ("bills rates", "rate must not be the rate valid on billed_on for the coin."),
    ("bills rates", "rate must be the rate valid on billed_on for the clerk."),
    ("bills rates", "rate must be the rate valid on coin for billed_on."),
    ("bills rates", "rate must be the rate valid on billed_on for the coin and bill."),
]  # fmt: skip

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
