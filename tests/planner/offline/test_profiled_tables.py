"""Rules of tables as one profiles them: sizes compared, codes explained, shapes and balance."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "shelves": (
        (
            "no",
            "shelf_length_cm",
            "shelf_width_cm",
            "wood",
            "sealed",
            "dock",
            "tag",
            "east",
            "west",
        ),
        (1, 90, 40, "o", 0, "Ost", "A1", 1, 1),
        (2, 30, 50, "b", 1, "West", "B2", None, 2),
        (3, 70, 70, "o", 2, "Ost", "LOOSE", None, None),
        (4, 80, 20, "x", 1, "West", "C9", 3, 3),
    ),
    "sailors": (
        ("label", "name", "sex", "age", "cabin", "deck", "kin", "friends", "asked", "grade"),
        ("a", "Ash, Dr. Eve", "f", 28, "C1", 2, 0, 0, 4, "?"),
        ("b", "Bly, Mr. Tom", "m", 8, "C1", 3, 0, 0, -1, "B"),
        ("c", "Cox, Miss. Pia", "f", 6, "C2", 1, 2, 0, -1, "C"),
        ("d", "Dow, Dr. Max", "m", 61, "C3", 1, 0, 1, 2, None),
    ),
    "weather": (
        ("station", "month", "day", "rain", "wind", "hours"),
        ("s", 5, 1, None, None, 1),
        ("t", 5, 2, 3, None, 1),
        ("u", 5, 3, 4, 7, 1),
        ("v", 5, 3, 4, 7, 30),
    ),
    "towns": (
        ("town", "code", "year", "score"),
        ("Ulm", "U", 2020, 3),
        ("Ulm", "U", 2020, 7),
        ("Bonn", "B", 2020, 11),
        ("Kiel", "B", 2021, 2),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "shelves": [
        (
            "sizes",
            "2",
            ["No shelf may be wider than it is long.", "Is a shelf ever wider than long?"],
        ),
        (
            "codes",
            "3",
            ["sealed is coded 0 (open) or 1 (shut).", "sealed is a 0/1 flag."],
        ),
        ("short", "4", ["wood: o = oak, b = beech", "wood is o for oak or b for beech."]),
        ("shown", "3", ["'LOOSE' is no real tag number: every tag has at least one digit in it."]),
        (
            "some",
            "2",
            ["east and west are both filled or both empty. Flag rows with only some of them."],
        ),
        ("place", "3", ["Shelves from the dock of Ost must have sealed 0."]),
    ],
    "sailors": [
        ("titled", "a", ["Anyone called 'Dr.' in name must be over 30 years of age."]),
        ("one", "a b", ["People in one cabin travel in one deck."]),
        (
            "alone",
            "b",
            ["Flag children under 10 who sail without relatives, i.e. kin and friends are both 0."],
        ),
        (
            "means",
            "c",
            ["asked of -1 means never seen before, so then kin must be 0 and friends must be 0."],
        ),
        ("sign", "a", ["List the sailors whose grade is unknown (written as a question mark)."]),
        ("kin", "c", ["Nobody travels with kin above 1."]),
        ("both", "a", ["An age below 30 with a deck above 1 is wrong if asked is 4."]),
    ],
    "weather": [
        ("neither", "s", ["Flag days on which neither rain nor wind was measured."]),
        ("scale", "v", ["hours is numbered 0 to 24.", "hours has no values above 24."]),
    ],
    "towns": [
        ("yearly", "Ulm Ulm", ["Each town has one row per year."]),
        ("ways", "Bonn Kiel", ["Each town always has the same code and vice versa."]),
        ("often", "2", ["Each town appears 2 times."]),
        ("skewed", "1", ["score should be skewed to the right (skewness above 3)."]),
        ("even", "1", ["town should be balanced: no value covers more than 40% of the rows."]),
        ("near", "1", ["year and score should be positively correlated (above 0.9)."]),
    ],
}

DECLINED = [
    ("shelves", "No shelf may be deeper than it is long."),
    ("shelves", "sealed is 0 (girls) or 1 (boys)."),
    ("shelves", "sealed is 10 for members or 20 for guests."),
    ("shelves", "sealed is at most 1 (rental)."),
    ("shelves", "'A1' is no real tag number: every tag has at least one digit in it."),
    ("sailors", "Anyone called 'Tom' in name must be over 30 years of age."),
    ("sailors", "asked of -1 means deck is empty, so then kin must be 0."),
    ("towns", "score should be skewed to the right (skewness below 3)."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
