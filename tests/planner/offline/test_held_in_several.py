"""Rules about what stands, or is lacking, in some of several columns, and lists in one cell."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "boats": (
        ("boat_id", "left_at", "back_at", "remark", "extra", "crew", "title"),
        (1, "8:10 a.m.", "9:40 a.m.", "late", None, "Ann,Bo", "The Wave"),
        (2, None, "9:50 a.m.", None, "flag/torn", "Bo", "Theresa"),
        (3, None, None, "oil, low", None, "Ann,Cy,Di", "Old The"),
        (4, "8:30 a.m.", None, None, None, None, None),
        (5, "8:45 a.m.", "10:05 p.m.", "fine", "a/b", "Annie", "Gull"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "boats": [
        (
            "signs",
            "2 5",
            ["Flag boats with a slash in remark or extra."],
        ),
        ("word", "3", ["Which boats have the word 'oil' in extra or remark?"]),
        ("some", "1 2 3 5", ["Flag boats with anything filled in at remark or extra."]),
        ("both", "3", ["List boats with left_at and back_at missing."]),
        ("either", "2 3 4", ["List boats with left_at or back_at missing."]),
        (
            "again",
            "2 3 4",
            ["left_at and back_at are mandatory; report boats in which one of them is missing."],
        ),
        (
            "parts",
            "3",
            [
                "Flag boats with more than two crew (they are separated by commas).",
                "Which boats have more than 2 crew (comma-separated)?",
            ],
        ),
        ("part", "2 5", ["Ann must be among the crew, which are separated by commas."]),
        ("article", "1", ["title should not begin with the word The."]),
        ("no word", "1 2", ["title must not start with 'The'."]),
        ("clock", "", ["back_at looks like 7:10 a.m. or 12:15 p.m."]),
        ("rare", "1", ["Boats without a remark must be rarer than one in three."]),
        ("often", "0", ["Boats without a remark must be rarer than one in two."]),
    ],
}

DECLINED = [
    ("boats", "left_at or back_at is mandatory; report the boats in which one of them is missing."),
    ("boats", "Flag boats with fewer than two crew (they are separated by commas)."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
