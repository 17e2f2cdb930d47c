"""What is counted or called in words of its own: formulas, first letters, texts, rows, steps."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "sheds": (
        ("shed_id", "bay", "label", "hens", "perches", "eggs", "spotted", "local", "heated",
         "spareshed"),
        (1, "A1", "North [old] barn", 40, 4, 10, 1, 9, 1, 0),
        (2, "B7", "South [new] barn", 10, 5, 12, 6, 3, 1, 1),
        (3, "C2", "East [old] hut", 9, 3, 8, 2, 6, 0, 0),
        (4, "A9", "West [new] hut", 66, 6, 30, 3, 1, 0, 1),
    ),
    "weighings": (
        ("no", "weighed_on", "weekday_no", "damp", "grams"),
        (1, "2023-12-31", 0, 0.2, 9999),
        (2, "2024-01-01", 1, 0, 12),
        (3, "2024-01-03", 2, 1, 30),
        (4, "2024-01-04", 4, 1.5, 9999),
    ),
    "farm_day": (
        ("nr", "on_day", "eggs"),
        (1, "2024-05-01", 5), (2, "2024-05-02", 9), (3, "2024-05-03", 4), (4, "2024-05-04", 4),
    ),
    "farm_hour": (
        ("nr", "on_day", "hh", "eggs"),
        (1, "2024-05-01", 1, 3), (2, "2024-05-01", 2, 2), (3, "2024-05-02", 1, 8),
        (4, "2024-05-03", 1, 4),
    ),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "sheds": [
        ("formula", "1 4", [
            "Flag sheds with more than 5 birds per perch (hens / perches).",
            "No shed may have more than 5 birds a perch (hens divided by perches).",
            "Every shed must have at most 5 birds per perch (hens / perches).",
        ]),
        ("letters", "1 2 4", ["Flag sheds in zone A or B (first letter of bay)."]),
        ("part", "2 4", ["Flag sheds with the mark '[new]'."]),
        ("or-with", "2 3", ["bay must start with A or with D."]),
        ("noun-counted", "2 4", ["eggs must be the sum of spotted and local cartons."]),
        ("one-of-them", "2", ["Is a spare shed ever marked as heated?"]),
        ("ie", "1", ["Flag sheds of some size, i.e. with more than 30 hens, that are heated."]),
        ("ie-bracket", "1 4", ["Flag sheds with a crowd (hens above 30)."]),
        ("more", "2", ["On heated sheds there must be fewer spotted than local cartons."]),
    ],
    "weighings": [
        ("weekday", "3", [
            "Flag weighings whose weekday_no does not fit the date in weighed_on (0 = Sunday)."
        ]),
        ("itself", "2 4", ["damp lies between 0 and 1, and 0 itself is not allowed."]),
        ("share", "4", ["damp is a fraction between 0 and 1."]),
        ("stand-in", "1 4", ["Flag weighings where grams is 9999; that figure is a stand-in."]),
        ("unbroken", "3", [
            "The days follow one another without a gap: weighed_on must be exactly one day after "
            "the one in the row above."
        ]),
        ("years", "2 3", ["weekday_no is 0 for dates in 2023 and 4 for dates in 2024."]),
        ("fails", "1", ["Does the table have fewer than 28 rows? Then it fails."]),
    ],
    "farm_day farm_hour": [
        ("by-day", "2 4", [
            "eggs must equal the sum of eggs of the farm_hour rows of the day. Flag the farm_day."
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("sheds", "Flag sheds with more than 5 heated ones per perch (hens / perches)."),
    ("sheds", "Flag sheds with the mark 'barn' or the mark 'roof'."),
    ("sheds", "bay must start with A or on B."),
    ("weighings", "Flag weighings where grams is 9999; that figure is fine for some."),
    ("weighings", "Flag weighings where grams is 9999; that figure is not an error."),
    ("weighings", "damp must be at least 0; 0 itself is not allowed."),
    ("weighings", "No day is missing: weighed_on must be after 2023."),
    ("weighings", "Does the table have fewer than 28 rows?"),
    ("weighings", "Is every damp above 0? Then it fails."),
    ("weighings", "Is the correlation of damp and grams above 0.5? Then it fails."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
