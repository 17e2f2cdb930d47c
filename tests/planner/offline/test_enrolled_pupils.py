"""Pupils and courses: days before and after, keys of some, and rows that are there."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "pupils": (
        (
            "pupil_id",
            "name",
            "town",
            "grade",
            "tutor_id",
            "visits",
            "reported_to",
            "booked_at",
            "price",
            "fee",
            "tenant",
            "start_leg",
        ),
        (1, "Dr. Ann Bell", "Bonn", 5, None, 1, None, "2024-01-01", 5, 2, "x", 1),
        (2, "Bo", "Kiel", 3, 1, 2, 1, "2024-01-01", -1, 0, None, 2),
        (3, "Cy", "Bonn", 2, 3, 0, 1, "2024-01-02", 3, -4, "y", 3),
        (4, "Di", "Ulm", 6, 8, 0, 2, None, 4, 4, "z", 1),
    ),
    "courses": (
        ("course_id", "title", "closed", "min_grade", "price", "room", "status"),
        (10, "Art", True, 2, 9, "r1", "open"),
        (11, "Bio", False, 4, 12, "r2", "shut"),
        (12, "Zoo", False, 3, 7, "r3", "open"),
    ),
    "enrolments": (
        (
            "enrolment_id",
            "pupil_id",
            "course_id",
            "enrolled_on",
            "ended_on",
            "charged",
            "points",
            "state",
        ),
        (100, 1, 10, "2024-02-01", "2024-02-03", 9, 3, "done"),
        (101, 1, 11, "2024-02-05", "2024-02-08", 20, 4, "open"),
        (102, 2, 10, "2024-02-02", None, 5, 5, "lost"),
        (103, 3, 12, "2024-02-10", "2024-02-09", 7, 1, "done"),
        (104, 9, 11, "2024-02-11", "2024-02-12", 12, 2, "done"),
    ),
    "sent": (
        ("order_no", "label", "amount", "state"),
        ("a1", "x", 5, "new"),
        ("a2", "y", 6, "new"),
        ("a3", "z", 7, "old"),
    ),
    "received": (
        ("order_id", "label", "amount", "seen"),
        ("a1", "x", 5, "new"),
        ("a2", "q", 9, "new"),
        ("a4", "z", 7, "old"),
    ),
    "days": (
        ("day", "holiday", "workingday", "staff"),
        ("2024-01-01", 1, 0, 2),
        ("2024-01-02", 0, 1, 9),
        ("2024-01-03", 1, 1, 8),
        ("2024-01-06", 0, 0, 3),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "sent received": [
        ("reconciled-by", "3", ["Compare sent with received on order_no = order_id."]),
    ],
    "pupils enrolments": [
        (
            "far-measured",
            "1 2 3",
            ["booked_at must be within 40 days from the latest enrolled_on of its enrolments."],
        ),
        ("must-total", "3 4", ["Every pupil must have a total points of at least 5."]),
        ("so-many-wrong", "1", ["More than 1 enrolment for a pupil in Bonn is an error."]),
        (
            "far-measured",
            "1 2 3",
            [
                "booked_at must be at most 30 days before the earliest enrolled_on of its "
                "enrolments."
            ],
        ),
        (
            "so-much-worth",
            "1",
            [
                "The value of pupils must be at most 20, i.e. the sum of charged over its "
                "enrolments."
            ],
        ),
        (
            "only-such-rows-count",
            "1 2 3 4",
            [
                "grade must equal the sum of the points of their enrolments, counting only "
                "done enrolments."
            ],
        ),
        (
            "far-days-range",
            "1 2",
            [
                "booked_at must be between 33 and 40 days before the earliest enrolled_on of "
                "its enrolments."
            ],
        ),
        (
            "both-ways",
            "1 3",
            ["booked_at must be within 33 days of the latest enrolled_on of its enrolments."],
        ),
    ],
    "pupils": [
        ("none-so", "2 3", ["No negative price or fee.", "price and fee: not below 0."]),
        ("to-oneself", "3", ["No pupil may tutor themselves."]),
        ("there-must-be-none", "4", ["If town is Ulm, there must be no tenant."]),
        ("is-no-such-key", "4", ["Flag pupils whose tutor_id is not a pupil_id."]),
        ("title-within", "1", ["Flag pupils with the title 'Dr.' in their name."]),
        ("there-is", "3 4", ["Where there was a tenant, price must be above 4."]),
        (
            "led-to-that-one",
            "2 3 4",
            ["tutor_id must lead to a pupil. No pupil may report to pupil 1."],
        ),
        (
            "away-from-kin",
            "2 3",
            ["booked_at must not be before 2 days after the booked_at of the tutor."],
        ),
    ],
    "pupils courses": [
        ("key-of-any", "1 2 3 4", ["start_leg must be the course_id of any known course."]),
    ],
    "days": [
        (
            "called-by-column",
            "2024-01-03",
            ["Days listed as holiday (holiday 1) must have staff below 5."],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("enrolments courses", "Flag enrolments that do not charge the price of their course."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
