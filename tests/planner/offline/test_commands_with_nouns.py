"""Commands that name what is to be so, hold a question, or call for something."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "jobs": (
        ("job", "plumber", "state", "hours", "fee", "booked_on", "iban", "stamp"),
        ("a", "Rao", "done", 2, 80, "2024-03-04", "DE89370400440532013000", "S1"),
        ("b", "Kim", "done", 0, -5, "2024-03-05", "DE89370400440532013001", "S2"),
        ("c", "Rao", "open", None, 40, "2024-03-06", None, "S2"),
        ("d", None, "lost", None, None, "2031-01-01", "FR1420041010050500013M02606", None),
    ),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "jobs": [
        ("nouns", "b c", ["Verify the uniqueness of stamp."]),
        ("complete", "d", ["Check the completeness of plumber."]),
        ("searched", "b", ["Check all fees for negative numbers.", "Scan fee for values below 0."]),
        ("not-let", "b", ["Never let the fee be negative.", "Never allow a negative fee."]),
        ("called-for", "d", ["Require a plumber for every job."]),
        ("called-for-some", "", ["Demand a plumber for every done job."]),
        ("whether", "b", ["Check whether the fee is ever negative."]),
        ("whether-unique", "b c", ["Test whether stamp is unique."]),
        ("digits", "b", ["Are all IBANs valid, check digits included?"]),
        ("digits-verified", "b", ["Verify all IBANs including the check digits."]),
        ("columns", "1", ["How many columns does jobs have? It should be nine."]),
        ("columns-right", "0", ["How many columns does jobs have? It should be eight."]),
        ("rows", "1", ["How many rows are in jobs? At least five."]),
    ]
}

DECLINED = [
    # it may be a fault or a wish
    ("jobs", "Check fee for whole numbers."),
    ("jobs", "Check fee for positive numbers."),
    ("jobs", "Check whether the fee is negative."),
    # no standard is told
    ("jobs", "Are all stamps valid, check digits included?"),
]

checked, test_a_command_is_read, test_what_may_be_either_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
