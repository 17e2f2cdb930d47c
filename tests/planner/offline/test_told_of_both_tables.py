"""Two tables side by side: how far a value may be apart, and both tables by their names."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "sent": (
        ("code", "lot_number", "weight", "port"),
        ("a", 11.5, 4.0, "Kiel"),
        ("b", 12.5, 5.0, "Kiel"),
        ("c", 13.5, 6.0, "Ulm"),
    ),
    "got": (
        ("code", "lot_number", "weight", "port"),
        ("a", 11.5, 4.2, "Kiel"),
        ("b", 12.9, 7.0, "Kiel"),
        ("d", 14.5, 6.0, "Ulm"),
    ),
    "members": (
        ("member_id", "visits"),
        (1, 2),
        (2, 3),
        (3, None),
    ),
    "calls": (("call_id", "member_id"), (10, 1), (11, 1), (12, 2)),
}

FLAGGED: dict[str, list[Group]] = {
    "sent got": [
        (
            "apart",
            "b",
            [
                "For the same code, weight in sent and got may differ by no more than 0.5.",
                "For the same code, weight in sent and in got may not differ by more than 0.5.",
                "weight may differ between sent and got by at most 0.5 for the same code.",
            ],
        ),
        (
            "beside a number",
            "b",
            ["lot_number in sent may differ from lot_number in got by no more than 0.1."],
        ),
        ("alike", "a b", ["For the same code, weight in sent and got must be equal."]),
        (
            "no such row",
            "b c",
            [
                "Every row of sent must be found in got with the same code "
                "and lot_number. Flag the sent "
                "rows for which there is no such row.",
                "Every row of sent must be found in got with the same code "
                "and lot_number. Flag the sent "
                "rows that are not found there.",
            ],
        ),
        ("measure", "0", ["The total weight in sent and got may differ by at most 3."]),
        ("measure off", "1", ["The total weight in sent and got may differ by at most 2."]),
        (
            "that of",
            "1",
            ["The average weight in got must not differ from that in sent by more than 0.5."],
        ),
        ("both", "0", ["The number of distinct ports is the same in both tables."]),
        ("both codes", "2", ["Both tables must hold exactly the same set of codes."]),
    ],
    "members calls": [
        (
            "held",
            "2",
            [
                "visits, where given, has to be the number of rows the member has in calls.",
                "visits must be the number of times the member appears in "
                "calls; empty cells are fine.",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("sent got", "weight in sent and got may differ by more than 0.5."),
    (
        "sent got",
        "Every row of sent must be found in got with the same code. "
        "Flag the got rows for which there "
        "is no such row.",
    ),
    ("sent got", "weight in sent and got must differ by a bit."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
