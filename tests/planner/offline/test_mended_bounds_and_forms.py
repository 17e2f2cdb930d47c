"""A bound said once is told of one number, and a count without its noun is no value."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "jars": (
        ("jar_id", "shelf", "grams", "lid_mm", "limit_g", "code", "motto"),
        ("J1", "upper", 20, 5, 30, "AB12", "keep cool"),
        ("J2", "upper", 45, 8, 40, "AB123", "shake it well"),
        ("J3", "lower", 60, 2, 50, "123456", "open"),
        ("J4", "lower", 0, 7, 20, "ABC123", "do not drop this jar"),
        ("J5", "lower", 99, 9, 90, "12345", "no"),
    ),
}

FLAGGED = {
    "jars": [
        ("none", "J3", ["grams must be at most 50 or 99."]),
        ("zero", "", ["grams must be at least 15 or 0.", "grams is 0 or at least 15."]),
        ("said", "J2 J3 J5", [
            "grams must be at most 20 or equal to limit_g.",
            "grams must be at most 20 or the same as limit_g.",
        ]),
        ("two", "J3 J4", ["grams is at least 15 and lid_mm is at least 5."]),
        ("exact", "J1 J2 J3 J4", ["grams is at least 15 and lid_mm is exactly 9."]),
        ("rows", "J2", ["Flag jars with grams above 40 and lid_mm 8."]),
        ("both", "J1 J2 J4 J5", ["code is four digits or six digits."]),
        ("either", "J1 J2 J4", ["code is five or six digits."]),
        ("capitals", "J1 J2 J5", ["code is six digits or three capitals and three digits."]),
        ("words", "J2 J4", ["motto is at most two words and at most 12 characters."]),
        ("piece", "J2 J3 J4 J5", ["code is AB and two digits."]),
        ("or empty", "J2 J3 J4 J5", [
            "code is two capitals and two digits or empty.",
            "code is two capitals and two digits or is empty.",
        ]),
        ("even", "J2 J4 J5", ["grams must be at least 6 and divisible by 4."]),
        ("share", "0", ["No shelf may have more than three quarters of the rows."]),
        ("extremes", "1", ["The highest grams of each shelf must be at least 50."]),
    ],
}  # fmt: skip

DECLINED = [
    ("jars", sentence)
    for sentence in (
        "grams must be at most 20 or twice limit_g.",
        "grams must be at least 20 or limit_g plus 5.",
        "grams is at most 90 and half of limit_g.",
        "grams is at most 40 or 44 for upper.",
        "grams is at most 40 or exactly 44 on the upper shelf.",
        "grams is below 41 or 45 on the lower shelf.",
        "grams is at most 40 or 30.",
        "grams: max 40 or 44 for upper.",
        "grams must be up to 40 or 44 for upper.",
        "grams is above 5 and below limit_g or 10.",
        "grams is at least 6 and lid_mm 20.",
        "grams must be between 0 and 90, lid_mm 4.",
        "The mean of grams is at least 14 and median 15.",
        "The lowest grams of each shelf is at least 0 and the highest 44.",
        "grams and lid_mm are 0 or more and at most 40 together.",
        "motto is at most five words or 24 characters.",
        "motto is at least two words or ten letters.",
        "code is six digits or five.",
        "code is three capitals or two, or six digits.",
        "code is six digits or three capitals and three.",
        "code is 12 or 99 and two digits.",
        "code is either AB12 or AB and a two.",
        "code is either AB and two digits or CD and three.",
        "code is AB then two digits or none.",
        "code begins with AB, CD or a capital E and a capital F.",
        "Half of the grams must be left at the upper shelf.",
        "No shelf may have three jars within five.",
    )
]

checked, test_bounds_are_told_of_one, test_what_is_bounded_must_be_said = told_tests(
    TABLES, FLAGGED, DECLINED
)
