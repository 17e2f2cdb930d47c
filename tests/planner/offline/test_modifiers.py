"""What is told beside a rule: case, currency, exceptions, completeness, bounds and copies."""

from __future__ import annotations

import pytest

from backend.contracts.check import Scalar
from tests.planner.offline.spoken import Group, Tables, told_tests

TABLES = {
    "slips": (
        ("slip", "gross", "net", "currency", "dept", "email", "day"),
        ("s1", 2000, 1600, "EUR", "ops", "a@x.org", "2024-01-01"),
        ("s2", 2500, 2000, "USD", "it", None, "2024-01-02"),
        ("s3", -5, 3, "EUR", "OPS", "b@x.org", "2024-01-03"),
        ("s4", 6000, 5000, "USD", "ops", "c@x.org", "2024-09-01"),
        ("s5", None, 7, "EUR", "it", "none", "2024-07-01"),
        ("s5", 100, 80, "EUR", "hr", "a@x.org", "2024-01-01"),
    ),
    "euros": (
        ("slip", "gross", "currency"), ("e1", 2000, "EUR"), ("e2", 6000, "EUR"),
    ),
    "notes": (("row", "note"), ("n1", "fine"), ("n2", "  "), ("n3", None), ("n4", "bad")),
    "stays": (
        ("stay", "lent", "due"),
        ("d1", "2024-01-01", "2024-01-22"), ("d2", "2024-01-01", "2024-01-24"),
        ("d3", "2024-01-01", "2024-01-25"), ("d4", "2024-01-01", "2024-01-01"),
        ("d5", "2024-01-01", None),
    ),
    "rough": (
        ("slip", "fee"),
        ("r1", 1), ("r2", 2), ("r3", -3), ("r4", "n/a"), ("r5", "?"), ("r6", 7), ("r7", None),
    ),
}  # fmt: skip
FLAGGED: dict[str, list[Group]] = {
    "slips": [
        (
            "case-in-measures-kept", "0",
            [
                "At least 50% of slips must have dept OPS, ignoring case.",
                "At least 3 slips must have dept 'OPS', ignoring case.",
                "The number of slips where dept is 'OPS' must be at least 3, ignoring case.",
                "Per currency, at most 80% of slips may have dept 'IT', ignoring case.",
                "dept must contain the values 'Ops', 'IT' and 'Hr', ignoring case.",
            ],
        ),
        (
            "case-in-measures-broken", "1",
            [
                "At most 2 slips may have dept 'ops', ignoring case.",
                "At most 1 slip may have dept 'IT', ignoring case.",
                "The number of slips where dept is 'OPS' must be at most 2, ignoring case.",
                "At least 50% of slips must have dept 'OPS'.",
            ],
        ),
        ("case-in-rows", "s3", ["For slips with dept OPS, ignoring case, gross must be positive."]),
        (
            "case-counts", "s1 s2 s4 s5 s5",
            [
                "dept must be OPS, case-sensitive.",
                "dept must be OPS; case matters.",
                "dept must be 'OPS', case-sensitive.",
            ],
        ),
        ("case-counts-not", "s2 s5 s5", ["dept must be OPS, ignoring case."]),
        (
            "chosen-currency", "s4",
            [
                "For slips in USD, gross must be at most 5,000 USD.",
                "If currency is USD, gross must be at most $5,000.",
                "For rows where currency is USD, gross must be at most 5000.",
            ],
        ),
        (
            "exceptions-kept", "0",
            [
                "email must be filled, allowing at most 1 exception.",
                "email must be filled; up to 2 rows may break this.",
                "email must be filled, with a tolerance of 20%.",
                "email must be filled; tolerance 20%.",
                "At most 20% of the rows may violate: email must be filled.",
                "gross must be positive, tolerating 1 exception.",
                "gross must be positive; at most 17% of the rows may fail.",
                "For slips in USD, email must be filled, allowing 50% exceptions.",
                "dept must be ops or it, with a tolerance of 34%",
            ],
        ),
        (
            "exceptions-broken", "1",
            [
                "email must be a valid e-mail address, with a tolerance of 10%.",
                "email must be filled, with a tolerance of 10%.",
                "gross must be above 1000, allowing at most 1 exception.",
                "gross must be above 1000; up to 1 row may violate this.",
                "At most 16% of the rows may break the rule: gross must be positive.",
                "For slips in USD, email must be filled, allowing 49% exceptions.",
            ],
        ),
        (
            "completeness-kept", "0",
            [
                "email must be 80% complete.",
                "email must be at least 80% filled",
                "email must not be more than 20% empty.",
                "email: at most 20% empty",
            ],
        ),
        (
            "completeness-broken", "1",
            [
                "email must be 90% complete.",
                "email must be at least 90% populated.",
                "email must not be more than 10% null.",
                "email: at least 90% filled",
            ],
        ),
        ("columns-but", "s2", ["No column except gross may be empty."]),
        ("columns-but-both", "", ["No column except gross and email may be empty."]),
        (
            "later-copies", "s5",
            [
                "Flag duplicate email except the first occurrence.",
                "slip must be unique; flag all but the first.",
            ],
        ),
        ("all-copies", "s5 s5", ["slip must be unique; flag all of them."]),
        (
            "half-open", "s3 s4",
            [
                "gross must be from 100 up to but not including 6000.",
                "gross must be from 100 to, but excluding, 6000.",
            ],
        ),
        (
            "told-values", "s2 s5",
            [
                "dept must be exactly 'ops', 'OPS' or 'hr'.",
                "dept must be precisely ops, OPS or hr.",
            ],
        ),
        ("equal-text", "s2 s5 s5", ["dept must equal 'OPS', ignoring case."]),
        ("equal-exactly", "s1 s2 s4 s5 s5", ["dept must equal 'OPS'"]),
        (
            "grouped-by", "1",
            [
                "Grouped by currency, the average gross must be at most 4000.",
                "Grouped by currency: at least 75% of emails must be filled.",
            ],
        ),
        ("both-full", "0", ["email and gross must each be at least 80% filled."]),
        ("one-not-full", "1", ["email and slip must each be at least 90% filled."]),
        ("run-date", "s4", ["day must be on or before the run date."]),
        (
            "empties-fail", "s3 s5",
            [
                "gross must be at least 0; treat nulls as failures.",
                "gross must be at least 0; treat empty values as errors.",
            ],
        ),
    ],
    "euros": [
        ("one-currency", "e2", ["gross must be at most 5,000 EUR."]),
        ("one-currency-by-sign", "e2", ["gross must be at most €5,000."]),
    ],
    "notes": [
        ("blank", "n2 n4", ["note must be 'fine'."]),
        (
            "blank-is-fine", "n4",
            [
                "note must be 'fine' or blank.",
                "note must be 'fine', blanks allowed.",
                "note must be 'fine'; empty notes are fine.",
                "note must be 'fine'; it may be empty.",
            ],
        ),
        ("blank-is-empty", "n2 n3", ["note must be filled.", "note must not be blank."]),
    ],
    "stays": [
        (
            "days-apart", "d3 d4",
            [
                "due must be 21 days after lent, give or take 2 days.",
                "due must be 3 weeks after lent, give or take 2 days.",
            ],
        ),
        ("weeks-apart", "d4", ["due must be 21 days after lent, give or take 1 week."]),
    ],
    "rough": [
        (
            "no-numbers-break-it", "1",
            [
                "fee must be positive; up to 2 rows may break this.",
                "fee must be between 1 and 5; up to 3 rows may break this.",
                "fee must be positive; at most 40% of the rows may break this.",
            ],
        ),
        (
            "no-numbers-may-break-it", "0",
            [
                "fee must be positive; up to 3 rows may break this.",
                "fee must be between 1 and 5; up to 4 rows may break this.",
                "fee must be positive; at most 43% of the rows may break this.",
            ],
        ),
    ],
}  # fmt: skip
DECLINED = [
    ("slips", "gross must be at most 5,000 EUR."),
    ("slips", "gross must be at most €5,000."),
    ("slips", "gross must be at most 5000 dollars."),
    ("slips", "The average gross must be at most 3000 USD."),
    ("slips", "gross must be at least 2000 EUR for ops."),
    ("euros", "gross must be at most 5,000 USD."),
    ("slips", "gross must be at most 5000, ignoring case."),
    ("slips", "The average gross must be at most 3000, ignoring case."),
    ("slips", "The number of distinct depts must be at most 3, ignoring case."),
    ("slips", "The most frequent dept must be OPS, ignoring case."),
    ("slips", "gross must be at most 5000, with a tolerance of 5%."),
    ("slips", "slip must be unique, allowing 2 exceptions."),
    ("slips", "gross must be higher than in the row before, allowing 2 exceptions."),
    ("slips", "email must be filled, up to 3 rows."),
    ("slips", "email must be filled with at most 2 exceptions per dept."),
    ("slips", "No column except bonus may be empty."),
    ("slips", "slip must be unique; keep the last."),
    ("slips", "dept must equal opps"),
    ("stays", "due must be 21 days after lent, give or take 2 hours."),
]
checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
ELSEWHERE = {
    "Critical: gross must be positive.": '"severity"',
    "gross must be positive (severity: high).": '"severity"',
    "gross must be positive. Owner: Anna.": '"owner"',
    "In a random sample of 10 rows, gross must be positive.": "draws no sample",
    "day must be in UTC.": "as they are written",
}


@pytest.mark.parametrize("sentence", ELSEWHERE)
def test_what_is_told_elsewhere_is_said_to_be(checked: dict[str, Tables], sentence: str) -> None:
    answer = checked["slips"].answer(sentence, "slips")

    assert answer.code == "not-understood"
    assert ELSEWHERE[sentence] in answer.reason


def test_what_may_be_broken_is_told_in_words_that_are_read_back(checked: dict[str, Tables]) -> None:
    sentence = "fee must be between 1 and 5; up to 3 rows may break this."
    told = checked["rough"].plan(sentence, "rough")

    assert checked["rough"].plan(told.restatement, "rough").rule == told.rule


GIVEN: dict[str, Scalar] = {
    "since": "2024-01-02", "until": "2024-07-31", "most": 2500, "code": "EUR", "number": 20240102,
}  # fmt: skip
OF_PARAMETERS = {
    "day must be on or after {since}": "s1 s5",
    "day must be between {since} and {until}": "s1 s4 s5",
    "For slips with day before {since}, gross must be at most 100.": "s1",
    "gross must be at most {most}": "s4",
    "currency must be {code}": "s2 s4",
}


@pytest.mark.parametrize("sentence", OF_PARAMETERS)
def test_values_that_a_check_gives(checked: dict[str, Tables], sentence: str) -> None:
    answer = checked["slips"].answer(sentence, "slips", params=GIVEN)

    assert (answer.reason, answer.flagged) == ("", OF_PARAMETERS[sentence])


@pytest.mark.parametrize("name", ["code", "number", "most"])
def test_what_is_given_and_is_no_day_is_not_compared_with_days(
    checked: dict[str, Tables], name: str
) -> None:
    answer = checked["slips"].answer(f"day must be after {{{name}}}", "slips", params=GIVEN)

    assert answer.code == "not-understood"
