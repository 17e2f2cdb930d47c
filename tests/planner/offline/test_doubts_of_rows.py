"""What is told of one of two columns, of all rows together, of a set, of a part of a text."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "crates": (
        ("crate_id", "depot", "driver", "height", "width", "packed_on", "sent_on", "note", "seal"),
        ("C1", "Lyon", "Ida", 10, 70, "2024-01-05", "2024-01-06", "see https://a.org", "AB1"),
        ("C2", "Lyon", "Jon", 80, None, "2024-01-05", None, "fragile", "ab"),
        ("C3", "Metz", "Ida", None, 20, "2024-02-01", "2024-02-09", "dented 2", "A-9"),
        ("C4", "Metz", "Ida", 5, 6, None, "2024-02-11", "URL", "12"),
        ("C5", "Nice", "Kay", None, None, "2024-03-01", None, "x", "7 f"),
    ),
    "trips": (
        ("trip_id", "driver_no", "went_on"),
        ("T1", "D1", "2024-01-01"), ("T2", "D1", "2024-02-01"), ("T3", "D2", "2024-01-10"),
    ),
    "wages": (
        ("wage_id", "driver_no", "trip_id", "paid_on"),
        ("W1", "D1", "T2", "2024-01-20"), ("W2", "D1", "T1", "2024-03-02"),
        ("W3", "D2", "T3", "2024-01-11"),
    ),
}  # fmt: skip

FLAGGED = {
    "crates": [
        ("either", "C1 C2", [
            "Flag crates whose height or width is above 60.",
            "Flag crates with a height above 60 or a width above 60.",
        ]),
        ("other-kind", "C1 C3 C4", ["Flag crates with a sent_on or a width above 75."]),
        ("each-named", "C1", ["Flag crates whose height is filled and whose width is above 60."]),
        ("none", "C2", [
            "height must not be 80 for crates in Lyon.",
            "For all crates in Lyon, height must not be 80.",
            "For every crate in Lyon, height must not be 80.",
            "height must be below 80 for all crates in Lyon.",
            "No crate in Lyon may have a height of 80.",
        ]),
        ("one-each", "C1 C2", [
            "Every depot must have the same driver.",
            "Crates with the same depot must have the same driver.",
            "All crates of a depot must have the same drivers.",
        ]),
        ("sign", "C3", ["Flag crates with a digit in their note and a height that is empty."]),
        ("word", "C4", ["Flag crates whose note contains 'URL'."]),
    ],
}  # fmt: skip

DECLINED = [
    ("crates", "Flag crates with a height or width above 60."),
    ("crates", "Flag crates with a height or a width above 60."),
    ("crates", "Crates with a height and width above 60 must be in Lyon."),
    ("crates", "Crates that have a height or width of 20 must be in Metz."),
    ("crates", "Crates with a packed_on or sent_on after 2024-02-05 must be in Metz."),
    ("crates", "Crates without a height or width above 60 must be in Lyon."),
    ("crates", "Crates must have a height and a width of at least 10."),
    ("crates", "height must not be 80 for all crates in Lyon."),
    ("crates", "height must not be above 70 for every crate."),
    ("crates", "sent_on must not be filled for everybody."),
    ("crates", "depot must not be Lyon for all crates packed in 2024."),
    ("crates", "Every depot must have the same drivers."),
    ("crates", "Each depot has the same drivers."),
    ("crates", "Depots must have the same drivers."),
    ("crates", "Every driver must have the same depot values."),
    ("crates", "Crates with a URL in note must be in Lyon."),
    ("crates", "No crate may have a link in its note."),
    ("crates", "Crates with a number in note must be in Metz."),
    ("crates", "No crate may have an IP in note."),
    ("crates", "packed_on must be in the last 30 days of the table."),
    ("crates", "seal: neither digits nor small letters."),
    ("crates", "seal: neither digits nor blanks, at least 2 letters."),
    ("crates", "seal: at most 4 characters, a blank."),
    ("crates", "seal: not longer than 4 characters, one letter, no dashes."),
    ("crates", "note must not have fewer than 2 characters and no @."),
    ("crates", "note must have at least three words in a row."),
    ("crates", "Every note must be written in one letter case."),
    ("trips wages", "A driver's first trip must not be after the driver's first wage."),
]

checked, test_what_is_clear_is_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
