"""Ages that must follow from a date of birth: today, or on another day."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Rows, Tables, told_tests

PUPILS: Rows = (
    ("pupil", "birth_date", "age", "joined_on", "grade", "country"),
    ("right", "2010-07-01", 14, "2022-09-01", 8, "US"),
    ("early", "2010-07-02", 14, "2022-09-01", 8, "US"),
    ("then", "2010-07-01", 12, "2022-09-01", 12, "DE"),
    ("far", "2010-07-01", 41, "2022-09-01", 8, "DE"),
    ("open", None, 14, "2022-09-01", 8, "US"),
    ("none", "2010-07-01", None, "2022-09-01", 8, "US"),
)
MEMBERS: Rows = (
    ("member", "birth_date", "joined_on", "fee"),
    ("m1", "1990-05-04", "2010-06-01", 20),
    ("m2", "2007-01-31", "2021-01-30", 20),
)
STAFF: Rows = (
    ("person", "dob", "age", "started_on"),
    ("s1", "1994-07-01", 30, "2020-01-01"),
    ("s2", "1994-07-02", 30, "2020-01-01"),
)
TABLES = {"pupils": PUPILS, "members": MEMBERS, "staff": STAFF}
FLAGGED: dict[str, list[Group]] = {
    "pupils": [
        (
            "on the day of the run",
            "early then far",
            [
                "age must be the age in years computed from birth_date.",
                "age must be the age in full years derived from birth_date.",
                "age must match birth_date.",
                "The age must agree with the birth date.",
                "age must be consistent with birth_date.",
                "age must be computed from birth_date.",
                "The age of every pupil must be calculated from the birth date.",
                "age must equal the years between birth_date and today.",
                "age must be the number of completed years since birth_date.",
                "age must follow from birth_date.",
                "birth_date must match age.",
                "The birth date must be consistent with the age.",
                "age and birth_date must match.",
                "birth_date and age must agree.",
                "Flag pupils whose age does not match birth_date.",
                "Is age consistent with birth_date?",
                "Does age match birth_date?",
                "No pupil's age may differ from the age computed from birth_date.",
            ],
        ),
        (
            "on the day of a column",
            "right early far",
            [
                "age must agree with birth_date as of joined_on.",
                "age must be the age in years computed from birth_date as of joined_on.",
                "age must be the age on joined_on computed from birth_date.",
                "age must equal the years between birth_date and joined_on.",
                "age must be derived from birth_date as of joined_on.",
                "birth_date and age must match as of joined_on.",
            ],
        ),
        (
            "on a day that is told",
            "right early then far",
            ["age must match birth_date as of 2024-06-30."],
        ),
        (
            "give or take a year",
            "then far",
            [
                "age must match birth_date within 1 year.",
                "age must match birth_date, give or take 1.",
                "age must be consistent with birth_date to within one year.",
            ],
        ),
        (
            "of some rows",
            "early",
            [
                "For pupils from the US, age must match birth_date.",
                "If country is US, age must be the age in years computed from birth_date.",
            ],
        ),
    ],
    "members": [
        ("bounds on the day of the run", "m2", ["Members must be at least 18 years old."]),
        (
            "bounds on another day",
            "m2",
            ["Members must be at least 18 years old on joined_on.",
             "Members must have been at least 18 years old when they joined."],
        ),
    ],
    "staff": [("a date of birth by its letters", "s2", ["age must match dob."])],
}  # fmt: skip
DECLINED = [
    ("pupils", "age must match joined_on."),
    ("pupils", "grade must match birth_date."),
    ("pupils", "grade must be consistent with birth_date."),
    ("pupils", "age must match birth_date by month."),
    ("pupils", "age must match birth_date when they joined."),
    ("members", "fee must match birth_date."),
    ("members", "fee and birth_date must match."),
]
checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)


@pytest.fixture(scope="module")
def pupils(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("pupils"), {"pupils": PUPILS})


def test_with_both_columns_a_bound_is_asked_about(pupils: Tables) -> None:
    answer = pupils.answer("Pupils must be at least 12 years old.")

    assert answer.code == "ambiguous"
    assert "birth_date" in answer.reason and "age is at least 12" in answer.reason


def test_what_is_counted_is_told(pupils: Tables) -> None:
    told = pupils.plan("age must match birth_date.").assumptions

    assert "An age is the number of completed years." in told
    assert "Today is the day of the run (as_of)." in told
