"""What may change from one row to the next, told as a thing, and dates that advance by a span."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "kiln": (
        ("firing", "heat", "fired_on", "oven"),
        (1, 900, "2024-03-01", "A"),
        (2, 912, "2024-03-02", "A"),
        (3, 880, "2024-03-04", "A"),
        (5, 880, "2024-03-05", "B"),
        (6, 925, "2024-03-05", "B"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "kiln": [
        (
            "rises",
            "6",
            [
                "heat may rise by no more than 20 from one row to the next.",
                "The increase of heat over the row before must not be more than 20.",
            ],
        ),
        ("drops", "3", ["No drop of more than 20 in heat from row to row."]),
        (
            "either",
            "3 6",
            [
                "The change of heat from row to row must lie between -20 and 20.",
                "Changes of heat from row to row must stay below 21.",
                "Flag jumps in heat of more than 20 from one row to the next.",
                "A jump of more than 20 in heat compared with the preceding row is an error.",
                "heat: step from row to row at most 20 either way",
                "Is the difference between neighbouring heat values ever more than 20?",
            ],
        ),
        ("signed", "3", ["The change of heat from row to row must lie between -20 and 50."]),
        (
            "alike",
            "5",
            ["heat of consecutive firings must differ.", "The heat must change from row to row."],
        ),
        ("strictly", "3 5", ["heat must get strictly larger from row to row."]),
        ("numbers", "3", ["Read as numbers, heat must not get smaller from row to row."]),
        (
            "day",
            "3 6",
            [
                "fired_on goes up by exactly one day per row.",
                "From row to row fired_on must advance by exactly one day.",
            ],
        ),
        (
            "within",
            "3 6",
            ["For every oven the fired_on must advance by exactly one day per row."],
        ),
        ("far", "3", ["fired_on advances by at most one day from row to row."]),
        ("one", "5", ["firing: each value is one more than the previous one"]),
        (
            "consecutive",
            "5",
            ["firing must be consecutive: each number is the previous number plus one."],
        ),
    ],
}  # fmt: skip

DECLINED = [
    ("kiln", "The change of heat from row to row must be at least 2."),
    ("kiln", "Read as numbers, oven must not get smaller from row to row."),
    ("kiln", "heat must be strictly larger."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
