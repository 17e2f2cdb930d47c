"""Days that come back each year: 1 January, the 4th of July, Christmas Day."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "rests": (
        ("rest", "rested_on"),
        ("a", "2021-01-01"),
        ("b", "2022-12-25"),
        ("c", "2022-07-04"),
        ("d", "2022-01-25"),
        ("e", None),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "rests": [
        (
            "both",
            "c d",
            [
                "rested_on may only be New Year's Day (1 January) or Christmas Day (25 December).",
                "rested_on is always the 1st of January or the 25th of December.",
                "rested_on must fall on January 1 or December 25.",
                "rested_on must be Christmas Day or New Year's Day.",
            ],
        ),
        (
            "named",
            "a b d",
            [
                "rested_on may only be Independence Day (4 July).",
                "rested_on must fall on the 4th of July of any year.",
            ],
        ),
        (
            "never",
            "b",
            [
                "rested_on must not fall on 25 December.",
                "Flag rests whose rested_on is Christmas Day (25 December).",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("rests", "rested_on may only be Christmas Day (26 December)."),
    ("rests", "rested_on may only be Independence Day."),
    ("rests", "rested_on must fall on 31 February."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
