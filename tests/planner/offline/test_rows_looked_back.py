"""Rules that look back at some rows: they are theirs, whatever is told of them in between."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "jobs": (
        ("job", "state", "fee", "paid_on", "note"),
        ("a", "open", 10, None, None),
        ("b", "open", 20, "2024-05-01", None),
        ("c", "lost", 30, "2024-05-02", "x"),
        ("d", "done", 0, None, None),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "jobs": [
        (
            "they",
            "b",
            [
                "Open jobs are still in the queue, so they must not have a paid_on.",
                "An open job is still in the queue: it must not have a paid_on.",
                "Open jobs wait in the queue, so each of them must have an empty paid_on.",
                "Jobs with state open wait in line, so no paid_on may be entered for them yet.",
            ],
        ),
        ("their", "c", ["Lost jobs are never billed. Their paid_on must be empty."]),
        # a reason that tells of all rows, and one before a command that says its own
        ("all", "a d", ["Every job is settled by cheque, so paid_on must be filled."]),
        (
            "command",
            "b c",
            [
                "The office wants to see big bills: list jobs with a fee above 15.",
                "Our van is in the garage every Monday. Flag jobs with a fee above 15.",
            ],
        ),
        ("therefore", "b", ["An open job waits in the queue and must therefore have no paid_on."]),
    ]
}

DECLINED = [
    # some of them may be meant
    ("jobs", "Open jobs from abroad wait in the queue, so they must not have a paid_on."),
    ("jobs", "Open jobs booked online are in the queue, so they must not have a paid_on."),
    ("jobs", "Open jobs usually wait in the queue, so they must not have a paid_on."),
    # it may be said of the lost jobs alone, and of all of them
    ("jobs", "If state is lost, note must be filled. Its fee must be 0."),
    # in the reason of a rule of one column
    ("jobs", "Some jobs are settled by cheque, so paid_on must be filled."),
    ("jobs", "Every new job is settled by cheque, so paid_on must be filled."),
    ("jobs", "Every job with a leak is settled by cheque, so paid_on must be filled."),
]

checked, test_the_rule_is_theirs, test_whose_rule_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
