"""Counts, lengths, blanks and kinds of characters are no values; what may be meant is asked."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "parcels": (
        ("parcel_id", "label", "title", "pass_code", "mail", "locker_row", "locker_no", "day_no"),
        ("P1", "ab12", "ab12", "12345", "ann@x.org", 1, 1, 1),
        ("P2", "AB12", "a box", "01234", "b2b@x.org", 1, 2, 1),
        ("P3", "ab-c", "a jar", "123456", "cy@x2y.org", 2, 1, 2),
        ("P4", "abcd", "a tin", "12", "2d@y.org", 2, 2, 2),
        ("P5", "4455", "a long box", "1234", "ed@4.org", 3, 1, 3),
    ),
}

FLAGGED = {
    "parcels": [
        ("digits", "P2 P4 P5", [
            "pass_code is 5 or 6 digits without leading zeros.",
            "pass_code is 5 or 6 digits, with no leading zero.",
        ]),
        ("counts", "P4 P5", ["pass_code is 5 or 6 digits."]),
        ("a-value", "P2 P3 P5", ["pass_code must be 12 or 12345."]),
        ("before", "P2 P4", [
            "mail must not contain digits before the @.",
            "mail must not contain a digit before the @.",
            "No mail may contain digits before the @.",
            "Flag mail wherever it contains digits before the @.",
        ]),
        ("after", "P3 P5", [
            "mail must not contain digits after the @.",
            "No mail may have a digit after the @.",
        ]),
        ("needed", "P1 P3 P5", ["mail must contain digits before the @."]),
        ("letters", "", ["mail must have letters after the @."]),
        ("made-of", "P2 P3", ["label must be lower case letters and digits only."]),
        ("longer", "P5", ["title must not be longer than 5 characters."]),
        ("as-long", "P2 P3 P4 P5", ["title must be as long as label."]),
        ("other-length", "P1 P5", ["title must not be shorter or longer than 5 characters."]),
        ("named", "", ["No two parcels have the same locker_row and locker_no."]),
        ("by-number", "P1 P2 P3 P4 P5", ["No two parcels have the same locker_no."]),
    ],
}  # fmt: skip

DECLINED = [
    ("parcels", sentence)
    for sentence in (
        "title must not be longer or shorter than label.",
        "title must be either shorter or longer than label.",
        "Flag titles that are longer or shorter than label.",
        "label must be higher or lower than title.",
        "label is two or four numbers separated by dots without leading zeros.",
        "pass_code is 5 or 6 to 8 digits.",
        "pass_code is digits, without leading zeros or spaces.",
        "label is 2 or 4 capitals or digits.",
        "label must be all lower case and digits.",
        "No label may be all capitals and digits.",
        "label must not be all small letters and dashes.",
        "label is wrong wherever it is not lower case or empty.",
        "Flag parcels whose day_no is not positive or empty.",
        "title has at most 4 characters, blanks not counted.",
        "title must be longer than label, blanks not counted.",
        "title must be unique, blanks not counted.",
        "pass_code is 5 or 6 characters, without blanks.",
        "There must be a blank in title.",
        "Following the drop, day_no must rise.",
        "After the start, day_no must be above 0.",
        "No locker may be used twice.",
        "distinct locker_no values over all rows must be at most 0.3.",
        "day_no must be above 0, locker_row one must not.",
    )
]

checked, test_signs_are_told_from_values, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
