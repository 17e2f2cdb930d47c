"""Words that weigh nothing where they stand, and what is had in the place of what is."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "scores": (
        ("sheet", "first", "second", "third", "day", "due"),
        ("a", 3, 3, 3, "2024-01-05", "2024-01-06"),
        ("b", 4, 2, 9, "2024-01-09", "2024-01-06"),
        ("c", 1, 5, 1, "2024-02-01", "2024-02-01"),
        ("d", None, 6, 6, "2024-02-03", None),
    ),
    "tags": (("tag", "maker"), ("x1", "Ann"), ("22", "Bo"), ("9x", "Cy"), ("zz", None)),
}

FLAGGED: dict[str, list[Group]] = {
    "scores": [
        (
            "smaller",
            "b",
            [
                "Flag sheets in which second has a smaller number than first.",
                "second may not have a lower value than first.",
                "second never shows a lower figure than first",
            ],
        ),
        (
            "later",
            "b",
            ["Flag sheets whose day has a later date than due."],
        ),
        ("alike", "b c", ["first, second and third all the same"]),
        ("unlike", "a c d", ["first, second and third all different"]),
    ],
    "tags": [
        (
            "of",
            "22 9x",
            [
                "Do any of the tags begin with a digit?",
                "None of the tags may begin with a digit.",
                "All of the tags must begin with a letter.",
            ],
        ),
        (
            "single",
            "22",
            ["Flag tags without a single letter.", "Flag tags without a single letter in them."],
        ),
    ],
}

DECLINED = [
    ("scores", "first has a smaller number of digits than second"),
    ("scores", "All of the first 2 sheets must have a third"),
    ("tags", "Flag tags with a single letter more"),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
