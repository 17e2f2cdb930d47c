"""What a deed is done in is no condition for the deed: sales must be paid in EUR."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "sales": (
        ("sale_id", "state", "currency", "fee", "paid_at"),
        ("S1", "paid", "EUR", 3, "2024-01-02"),
        ("S2", "open", "USD", 9, ""),
        ("S3", "paid", "USD", 9, "2024-01-03"),
        ("S4", "open", "EUR", 4, ""),
        ("S5", "paid", "EUR", 7, "2024-01-04"),
    ),
}

FLAGGED = {
    "sales": [
        ("of-the-rows", "S4", [
            "In EUR, sales must be paid.",
            "EUR sales must be paid.",
            "Flag EUR sales that are not paid.",
            "state must be paid for EUR.",
        ]),
        ("both", "S1", [
            "Sales paid in EUR must have a fee above 5.",
        ]),
        ("a-state", "S1 S5", ["Sales must be open in EUR."]),
        ("an-amount", "S1 S4", ["fee must be above 5 in EUR."]),
    ],
}  # fmt: skip

DECLINED = [
    ("sales", "Sales must be paid in EUR."),
    ("sales", "Each sale must be paid in EUR."),
    ("sales", "Every sale is paid in EUR."),
    ("sales", "Is every sale paid in EUR?"),
    ("sales", "Flag sales not paid in EUR."),
    ("sales", "Flag sales that are not paid in EUR."),
    ("sales", "Sales are never paid in USD."),
]

checked, test_the_rows_of_a_value_are_judged, test_what_a_deed_is_done_in_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
