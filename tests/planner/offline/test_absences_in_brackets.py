"""Who is without something, in brackets; what a value means, before a rule; times shown."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "guests": (
        ("guest", "debt", "loans", "age", "grade", "roomKey", "seat"),
        ("G1", 0, 0, 30, "a", "K1", "aisle"),
        ("G2", 5, 0, 12, "x", "K2", ""),
        ("G3", 0, 2, 9, "b", "K3", "aisle"),
        ("G4", 0, 0, 8, "", "", "window"),
        ("G5", 3, 1, 50, "a", "K5", "aisle"),
    ),
    "trips": (
        ("trip", "leaves"),
        ("T1", "7:05 a.m."),
        ("T2", "12:10 p.m."),
        ("T3", "14:40"),
        ("T4", "7:05 a.m. (late)"),
    ),
}

FLAGGED = {
    "guests": [
        ("none", "G1 G4", [
            "Flag guests who came without any obligations (debt and loans both 0).",
            "Flag guests who came alone (debt and loans both 0).",
            "Flag guests who came without obligations (debt = 0 and loans = 0).",
        ]),
        ("young", "G4", [
            "Flag guests under 13 who came without any obligations (debt and loans both 0).",
        ]),
        ("scope", "G4", [
            "Guests who came without obligations (debt and loans both 0) must have an age over 12.",
        ]),
        ("meaning", "G2 G4", ["grade 'x' means missing, and it must not be missing."]),
        ("share", "0", [
            "grade 'x' means missing, and it may be missing for at most 40% of guests.",
        ]),
        ("share-broken", "1", [
            "grade 'x' means missing, and it may be missing for at most 39% of guests.",
        ]),
        ("called", "G4", ["The key of the room (roomKey) must be filled."]),
    ],
    "trips": [
        ("dotted", "T3 T4", [
            "leaves must be a bare clock time such as 7:05 a.m. or 11:40 p.m.",
            "leaves must be a bare clock time, such as 9:10 a.m. or 1:15 p.m.",
        ]),
        ("either", "T4", ["leaves must be a bare clock time such as 7:05 a.m. or 14:40."]),
    ],
}  # fmt: skip

DECLINED = [
    ("guests", "Flag guests without any obligations (debt and loans are both 0)."),
    ("guests", "Flag guests who are not debtors (debt is 0)."),
    ("guests", "grade 'x' does not mean missing, and it must not be missing."),
    ("guests", "grade 'x' means missing, and it may be missing."),
    ("guests", "roomKey (seat) must be filled."),
    ("guests", "The room key (seat) must be filled."),
]

checked, test_brackets_are_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
