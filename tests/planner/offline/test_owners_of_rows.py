"""What the rows of an owner total, when and for whom they are, in a firm and its travels."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, told_tests

TABLES = {
    "workers": (
        ("worker_id", "name", "dept", "manager_id", "hired_on", "wage", "is_active"),
        (1, "Ann", "HR", None, "2015-03-02", 50, "yes"),
        (2, "Bo", "IT", 1, "2018-03-01", 60, "yes"),
        (3, "Cy", "IT", 2, "2020-03-02", 40, "no"),
        (4, "Di", "XX", 9, "2021-03-01", 90, "yes"),
        (5, "Ed", "XX", 9, "2021-03-01", 90, "yes"),
    ),
    "staff": (
        ("name", "staff_no", "boss_staff_no"),
        ("Ann", 1, None), ("Bo", 2, 1), ("Cy", 3, 3), ("Cy", 3, 3), ("Di", 4, 7),
    ),
    "departments": (
        ("dept", "head_id", "budget"), ("HR", 1, 60), ("IT", 2, 70), ("PR", 7, 5),
    ),
    "trips": (
        ("trip_id", "worker_id", "booked_on", "days"),
        ("t1", 1, "2016-01-01", 3), ("t2", 2, "2017-01-01", 9), ("t3", 3, "2024-01-01", 2),
        ("t4", 8, "2024-01-01", 2), ("t5", 1, "2024-01-01", 3),
    ),
}  # fmt: skip
FLAGGED: dict[str, list[Group]] = {
    "workers": [
        (
            "against-the-manager", "2",
            [
                "No one may earn more wage than their manager.",
                "A worker's wage must not exceed their manager's wage.",
                "The wage of a worker must be at most the wage of their manager.",
            ],
        ),
        ("own-manager", "", ["Nobody may be their own manager."]),
    ],
    # A key that occurs twice is a key by its name.
    "staff": [
        ("own-boss", "Cy Cy", ["Nobody may be their own boss."]),
        ("unknown-boss", "Di", ["Every boss_staff_no must exist as a staff_no."]),
    ],
    "workers departments": [
        (
            "owner-exists", "4 5",
            [
                "Every worker's department must exist.",
                "The department of every worker must exist.",
                "Every worker's dept must exist in departments.",
            ],
        ),
    ],
    "departments workers": [
        (
            "total", "IT",
            [
                "Total wage per department must not exceed the department's budget.",
                "The sum of wage for each department must be at most its budget.",
                "The total wage of every department must not exceed its budget.",
            ],
        ),
        (
            "count", "HR PR",
            [
                "The number of workers of each department must be at least 2.",
                "The number of workers in any given department must be at least 2.",
            ],
        ),
        (
            "head", "PR",
            ["The head of a department must be a worker."],
        ),
    ],
    "trips workers": [
        (
            "after-the-owners-day", "t2",
            [
                "Trips must be booked after the worker was hired.",
                "booked_on must be after the worker was hired.",
            ],
        ),
        (
            "existing-only", "t4",
            [
                "Trips may only be booked for existing workers.",
                "Trips must only be made by known workers.",
                "Trips may be booked for existing workers only.",
            ],
        ),
        (
            "such-only", "t3 t4",
            [
                "Trips may only be booked for active workers.",
                "Trips may only be made by active workers.",
            ],
        ),
    ],
}  # fmt: skip
DECLINED = [
    # A wage says nothing of an identifier.
    ("workers", "wage must be at most manager_id."),
    ("workers", "worker_id must be less than wage."),
    # A count of trips, or their days?
    ("workers trips", "Trips of a worker must not exceed their wage."),
    # A worker has several trips: whose days?
    ("workers trips", "The days of a worker's trips must be at most 5."),
]


checked, test_rows_and_their_owners, test_what_has_no_size_or_no_owner_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
