"""Walks, visits and bills: over time, after the one before, the one amount, and who leads where."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "visits": (
        ("visit_id", "doctor_id", "site", "seen_on", "fee"),
        (1, 10, "Rome", "2024-01-01", 5),
        (2, 11, "Rome", "2024-01-03", 7),
        (3, 19, "Oslo", "2024-01-02", 9),
        (4, 12, "Oslo", "2024-01-09", 4),
    ),
    "staff": (
        ("staff_id", "name", "town", "left_on", "grade", "chief_id"),
        (10, "Ann", "Rome", None, 3, None),
        (11, "Bo", "Oslo", "2019-05-01", 2, 10),
        (12, "Cy", "Oslo", "2023-01-01", 5, 10),
    ),
    "bills": (
        ("bill_id", "visit_id", "amount"),
        (100, 1, 5),
        (101, 1, 9),
        (102, 2, 7),
        (103, 4, 30),
    ),
    "walks": (
        ("walk_id", "dog", "day", "length", "pace"),
        (1, "Rex", "2024-01-01", 4, 2),
        (2, "Rex", "2024-01-03", 6, 3),
        (3, "Ace", "2024-01-02", 5, 5),
        (4, "Ace", "2024-01-09", 3, 9),
        (5, "Rex", "2024-01-10", 2, 1),
    ),
    "enrolments": (
        ("enrolment_id", "pupil", "course_id", "day"),
        (1, "Ann", 10, "2024-01-01"),
        (2, "Ann", 11, "2024-01-01"),
        (3, "Bo", 10, "2024-01-05"),
    ),
    "courses": (
        ("course_id", "title", "closed", "min_grade"),
        (10, "Art", True, 2),
        (11, "Bio", False, 4),
    ),
    "sent": (
        ("order_no", "label", "amount"),
        ("a1", "x", 5),
        ("a2", "y", 6),
        ("a3", "z", 7),
    ),
    "received": (
        ("order_id", "label", "amount"),
        ("a1", "x", 5),
        ("a2", "q", 9),
        ("a4", "z", 7),
    ),
    "counted": (
        ("sku", "town", "quantity"),
        ("a", "Rome", 5),
        ("b", "Rome", 6),
        ("c", "Oslo", 7),
    ),
    "booked": (
        ("sku", "town", "quantity"),
        ("a", "Rome", 5),
        ("b", "Oslo", 9),
        ("c", "Oslo", 7),
    ),
    "guides": (
        ("guide_id", "name", "grade", "mentor"),
        (10, "Ann", 3, None),
        (11, "Bo", 2, 10),
        (12, "Cy", 5, 10),
    ),
    "lockers": (
        ("locker_id", "hall", "state"),
        (1, "h1", "free"),
        (2, "h1", "reserved"),
        (3, "h2", "free"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "guides": [
        (
            "mentor",
            "12",
            [
                "No guide may have a higher grade than their mentor.",
                "Nobody may have a higher grade than their own mentor.",
            ],
        )
    ],
    "visits staff": [
        ("none-with", "2 4", ["No visit may have a doctor whose town is Oslo."]),
        ("must-have-such", "2", ["Visits in Rome must have a doctor whose town is Rome."]),
        ("not-known", "3", ["Flag visits whose doctor we do not know."]),
    ],
    "visits bills": [
        (
            "rows-total",
            "1 4",
            [
                "Flag visits whose bills come to more than 10 in total.",
                "Flag visits with bills worth more than 10.",
            ],
        ),
        (
            "total-bills",
            "1 3 4",
            ["fee must equal total bills.", "fee must equal the sum of its bills."],
        ),
    ],
    "bills": [
        (
            "together",
            "1",
            [
                "All bills together must come to at most 40.",
                "All our bills must add up to at most 40.",
            ],
        ),
        ("something", "1", ["All bills summed up must come to something below 40."]),
    ],
    "sent received": [
        ("as-there", "1", ["The total amount in sent must equal that in received."]),
        (
            "key-of-each",
            "3",
            ["Compare sent with received by order_no of sent and order_id of received."],
        ),
    ],
    "counted booked": [
        ("as-there", "2", ["The total quantity in counted must equal that in booked per town."]),
    ],
    "walks": [
        ("over-time", "4 5", ["length must increase over time."]),
        ("never", "2 5", ["pace must never shrink over time."]),
        ("each", "5", ["For each dog, over time, pace never declines."]),
        ("rows-come", "2 3 5", ["Every walk must come at least 2 days after the previous one."]),
        (
            "after-first",
            "4",
            ["Every walk after the first must follow at most 3 days after the previous one."],
        ),
        (
            "of-a-dog",
            "4 5",
            [
                "Each walk of a dog must come at most 3 days after the previous one of the "
                "same dog.",
                "Each walk after a dog's first must come at most 3 days after the previous one "
                "of the same dog.",
            ],
        ),
    ],
    "enrolments courses": [
        ("nobody", "1 3", ["Nobody may be enrolled in a closed course."]),
        ("nobody-above", "2", ["Nobody is enrolled in a course whose min_grade is above 3."]),
    ],
    "lockers": [
        ("many-none", "1", ["No hall may have no reserved lockers."]),
        ("none-at-all", "1", ["Each hall must have no reserved locker."]),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("visits staff", "No visit may have a doctor who lives in Oslo."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
