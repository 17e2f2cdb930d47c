"""Words that say no more than a value or a rule beside them, and rules told through one value."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "lamps": (
        ("lamp_id", "kind", "role", "watts", "fee", "bonus", "code", "verdict", "note", "shop_no"),
        (1, "desk", "Keeper", 0, 5, 0, "AB-1-XYZ", "Fail", "dim", 7),
        (2, "wall", "Helper", 40, 0, 3, "AB-22-XYZ", "Pass", None, 7),
        (3, "wall", "Keeper", 99, 7, 4, "abc", "Fail", None, 0),
        (4, None, "Guest", 60, 0, 0, "AB-3-xyz", "Pass", "new", 0),
    ),
    "plates": (
        ("width_mm", "height_mm", "depth_mm", "grade", "tone", "hours_per_week"),
        (10, 20, 3, 1, "red", 30),
        (12, 0, 4, 2, "blue", 45),
        (14, 9, 5, 2, "red", 50),
        (14, 9, 5, 2, "red", 50),
    ),
    "tides": (
        ("noted_on", "level", "storm"),
        ("2024-03-01", 4, 0),
        ("2024-03-02", 9, 1),
        ("2024-03-03", 2, 1),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "lamps": [
        ("column", "3", ["A lamp with kind wall cannot be a Keeper in role."]),
        ("cap", "3", ["watts must be at most 98 (the cap)."]),
        ("guess", "1 3", ["Flag lamps whose watts is 0 or 99 (probably a typo)."]),
        ("no-longer", "1", ["No watts may be 0 any more."]),
        ("story", "1", ["An old tool wrote 0 for unknown watts. No watts may be 0."]),
        ("marked", "1", ["watts of 0 means it was not measured; flag these rows."]),
        ("capped", "3", ["watts of 99 is a cap, not a real value; flag all rows that have it."]),
        ("both", "3", ["Flag lamps with both a fee and a bonus (both above 0)."]),
        ("joined", "3 4", [
            "code consists of two capital letters, a number and three capital letters, "
            "joined by dashes (AB-1-XYZ).",
        ]),
        ("runs", "1 2 3 4", [
            "code is built from two capital letters and two groups of three digits, joined by "
            "dashes.",
        ]),
        ("done", "3", ["Lamps that failed need a note.", "Every failed lamp must list a note."]),
        ("other", "4", ["Flag lamps whose kind is blank or anything other than wall or desk."]),
        ("aside", "1 2", [
            "Every shop_no has one code; shop_no 0 is only a placeholder and does not count.",
        ]),
        ("only", "3", ["watts of 90 or more is only possible with role Helper or Guest."]),
        ("binary", "2 3", ["bonus is binary, coded 0 and 1."]),
        ("means", "1", ["watts of 0 means fee must be 0."]),
    ],
    "plates": [
        ("three", "12", ["All three measurements must be positive."]),
        ("any-of-three", "", ["Report rows where any of the three measurements is missing."]),
        ("hours", "12 14 14", ["Nobody with grade 2 works more than 40 hours a week."]),
        ("share", "1", ["Do at most 60% of the rows have a grade of exactly 2?"]),
        ("copies", "14 14", [
            "Are there any duplicate rows?", "Flag exact duplicates, all copies.",
        ]),
        ("gaps", "", ["There should be no missing values in any column."]),
        ("rows", "12", ["Flag flowers whose height_mm is 0."]),
        ("stops", "14 14", ["width_mm stops at 12; larger values are impossible."]),
    ],
    "tides": [
        ("days", "2024-03-02 2024-03-03", ["Flag days with storm 1."]),
        ("other-days", "2024-03-03", [
            "storm must be 1 if level is above 5, and 0 on all other days.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("lamps", "A lamp with kind wall cannot be a Keeper in note."),
    ("lamps", "code is two capital letters and three digits joined by dashes (AB-1-XYZ)."),
    ("lamps", "A lamp that faded needs a note."),
    ("plates", "All four measurements must be positive."),
    ("plates", "Someone must have a grade above 1."),
    ("tides", "There must be at most 2 days between."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
