"""What a rule says once more: keys used once, rows not later, the full scale, a summary."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "dives": (
        ("dive_no", "diver", "tag", "started", "site", "mark"),
        (1, "ann", "T1", "2024-03-01 08:00:00", "reef", 1),
        (2, "bob", "T2", "2024-03-01 09:00:00", "wreck", 2),
        (3, "ann", "T3", "2024-03-01 08:00:00", "reef", 3),
        (4, "ann", "T3", "2024-03-01 10:00:00", "cave", 6),
        (5, "cid", "T5", "2024-03-02 07:00:00", "reef", 1),
        (6, "ann", "T6", "2024-03-02 08:00:00", "reef", 2),
    ),
    "dive_days": (
        ("day", "count"),
        ("2024-03-01", 4),
        ("2024-03-02", 2),
    ),
    "pins": (
        ("pin", "dive_no", "note"),
        ("p1", 1, "see http://reef.example"),
        ("p2", 9, "http is old"),
    ),
    "copied_dives": (
        ("dive_no", "diver", "tag", "started", "site", "mark"),
        (1, "ann", "T1", "2024-03-01 08:00:00", "reef", 1),
        (2, "bob", "T2", "2024-03-01 09:00:00", "wreck", 5),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "dives": [
        (
            "own",
            "3 4",
            [
                "Every dive has its own tag, used only once.",
                "Every dive carries a tag of its own.",
                "Every dive has its own tag that no other dive has.",
            ],
        ),
        (
            "later",
            "3",
            [
                "Within one diver, started must be later than in the previous row of that diver "
                "(file order). Flag the row that is not later.",
            ],
        ),
        (
            "size",
            "2 5",
            ["Flag all dives of divers that have fewer than 2 or more than 4 dives."],
        ),
        ("many", "2 5", ["A diver with fewer than two dives is suspicious; list its dives."]),
        ("from", "0", ["There must be dives from at least 3 divers."]),
        ("numbers", "4", ["mark is one of the numbers 1 to 5."]),
        ("scale", "1", ["We use the full scale: the lowest mark must be 1 and the highest 5."]),
        (
            "used",
            "1",
            ["The full scale must be used: every mark from 1 to 6 occurs at least once."],
        ),
        (
            "found",
            "0",
            ["In the values of site we expect to find reef, wreck and cave, each once or more."],
        ),
        (
            "strange",
            "1",
            ["Among the values of site we expect to find reef, cave and lagoon."],
        ),
    ],
    "pins": [
        ("link", "p1", ["Does any note contain a link, that is http:// or https://?"]),
    ],
    "pins dives": [
        ("lost", "p2", ["Which pins are for a dive that does not exist?"]),
    ],
    "dive_days dives": [
        ("less", "0", ["dive_days is a summary and must have fewer rows than dives."]),
    ],
    "dives dive_days": [
        ("more", "1", ["dives is a summary and must have fewer rows than dive_days."]),
    ],
    "copied_dives dives": [
        ("as-many", "1", ["copied_dives holds as many rows as dives."]),
        ("same", "6", ["copied_dives and dives are identical, in any row order."]),
    ],
}

DECLINED = [
    ("dives", "mark must be at most 5, used only once."),
    (
        "dives",
        "Within one diver, started must be later than in the previous row. "
        "Flag the row that is not earlier.",
    ),
    ("dives", "mark must be at most 5 (file order)."),
    ("dives", "Among the values of site we expect to find lagoon, harbour and reef."),
    ("copied_dives dives", "mark must be at most 5, in any row order."),
    ("dives dive_days", "dives is a summary and must have fewer rows than dives."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
