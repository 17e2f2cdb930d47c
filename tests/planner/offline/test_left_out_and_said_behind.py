"""What owners leave out or say behind a rule: a second column, both limits, what is counted."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "tests": (
        ("test_no", "parent", "label", "note", "sign", "began_on", "done_on", "score", "lab",
         "plan_start", "real_start"),
        (1, "", "ok (2019)", "x", "Ann", "2026-01-01", "2026-01-03", 10, "North", "a", "a"),
        (2, 1, "1234 m", "y", "", "2026-01-02", "2026-01-12", 0, "North", "b", ""),
        (3, 9, "p12345", "", "Bob", "2026-01-03", "", 50, "South", "", "c"),
        (4, 3, "(a)", "", "", "2026-01-05", "2026-01-06", 60, "South", "d", "d"),
        (5, 3, "b", "z", "Cid", "2026-01-04", "", 20, "South", "e", "e"),
    ),
    "labs": (("lab", "room"), ("North", 1), ("South", 3)),
}  # fmt: skip

FLAGGED = {
    "tests": [
        ("as-well", "2", [
            "Wherever note has a value, sign must have one as well.",
            "If note has a value, sign needs one too.",
            "sign must have one wherever note has a value.",
            "Flag tests where note has a value but sign has none.",
            "Flag tests where note is filled and sign is not.",
            "There must be no test where note is given and sign is not.",
            "Wherever note is filled, so must be sign.",
            "When note is filled in, sign has to be too.",
            "note may have a value only where sign has one.",
            "If sign is empty, note must be too.",
        ]),
        ("other-way", "3", [
            "Flag tests where note is empty and sign is not.",
            "If note has no value, sign must have none either.",
        ]),
        ("one-of-both", "4", ["If the note has no value, the sign must have one."]),
        ("excluded", "2 3 4", [
            "score must be more than 0 and less than 50, both limits excluded.",
            "score must be between 0 and 50, neither limit included.",
            "score must be above 0 and below 50; the limits themselves are not allowed.",
            "score must be between 0 and 50, endpoints excluded.",
        ]),
        ("included", "4", [
            "score must be at least 0 and at most 50, both limits included.",
            "score must be between 0 and 50, the endpoints included.",
        ]),
        ("own-table", "3", [
            "Each parent has to be one of the test numbers in the same table.",
            "Each parent must be a test_no of the same table.",
            "Flag tests whose parent is not a test_no of the table itself.",
            "Is there a parent that is not among the test_no values?",
            "No parent may be missing from the test_no values.",
            "parent: one of the test_no values in the same table",
        ]),
        ("bracketed-year", "1", [
            "Flag labels that contain a four-digit year in brackets, like (2019).",
            "The label must not contain a year in parentheses.",
            "Flag labels that end with a four-digit number in brackets.",
            "No test may have a number in brackets in its label.",
        ]),
        ("bracketed", "1 4", [
            "Flag labels with something in brackets in them.",
            "No label may contain brackets.",
        ]),
        ("four-digits", "1 2", ["Flag labels that contain a four-digit number."]),
        ("in-a-row", "1 2 3", ["The label must not contain four digits in a row."]),
        ("lasts", "2", [
            "Flag tests that last more than two days (done_on minus began_on).",
            "No test may take longer than two days (from began_on to done_on).",
            "Tests must not run more than 2 days, counted from began_on to done_on.",
            "The duration of a test (done_on minus began_on) must be at most 2 days.",
            "Flag tests longer than 2 days (done_on minus began_on).",
        ]),
        ("shared-head", "2 3", [
            "Report rows where the planned or the real start is empty.",
            "The planned and the real start must be filled.",
            "Neither the planned nor the real start may be empty.",
        ]),
        ("only-the-last", "3 5", [
            "done_on may be empty only for the latest test of a lab, that is the one with the "
            "latest began_on.",
            "Only the latest test of each lab (by began_on) may have no done_on.",
            "done_on must be filled except for the test of a lab with the latest began_on.",
        ]),
        ("failing", "1", [
            "Is the mean score above 40? Otherwise the check fails.",
            "Is the mean score above 20? Then the check fails.",
            "Are there more than 5 tests? If not, the check fails.",
            "Do more than 90% of the tests have a score above 0? Otherwise the check fails.",
        ]),
        ("passing", "0", ["Do more than 70% of the tests have a score above 0? If not, fail."]),
    ],
}  # fmt: skip

DECLINED = [
    ("tests labs", "Each parent has to be one of the rooms in the same table."),
    ("tests", "Flag tests with a score above 5 (done_on minus began_on)."),
    ("tests", "score must be more than 0 and at most 50, both limits excluded."),
    ("tests", "score must be at least 0 and at most 50, both limits excluded."),
    ("tests", "score must be less than 0 or more than 50, both limits excluded."),
    ("tests", "score must be more than 0, both limits excluded."),
    ("tests", "Wherever note has a value, note must have one."),
    ("tests", "Flag tests where note has a value and sign has one."),
    ("tests", "Flag tests where lab is North and sign is not."),
    ("tests", "The parent must be greater than the test_no in the same table."),
    ("tests", "Flag labels that contain a four-digit year, like (2019)."),
    ("tests", "Flag labels that contain a four-digit year in brackets, like 2019."),
    ("tests", "Show me tests with digits."),
    ("tests", "Show me tests with a number in brackets."),
    ("tests", "done_on may be empty only for the latest test of a lab, the one with the earliest "
     "began_on."),
    ("tests", "done_on must be empty only for the latest test of each lab (by began_on)."),
    ("tests", "Is any score above 50? Otherwise the check fails."),
    ("tests", "Is there a test with a score above 50? Otherwise the check fails."),
    ("tests", "Did any test have a score above 50? If not, the check fails."),
]  # fmt: skip

checked, test_what_is_left_out_is_understood, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
