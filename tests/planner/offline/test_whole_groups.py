"""All values of a group, what comes first in it, every month of a year, and what may be missing."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "steps": (
        ("step", "parcel_no", "state", "made_at"),
        ("s1", 7, "packed", "2024-01-01 08:00:00"),
        ("s2", 7, "sent", "2024-01-01 09:00:00"),
        ("s3", 7, "landed", "2024-01-01 10:00:00"),
        ("s4", 8, "packed", "2024-01-02 11:00:00"),
        ("s5", 8, "landed", "2024-01-02 10:00:00"),
        ("s6", 9, "landed", "2024-01-03 10:00:00"),
    ),
    "visits": (
        ("visit", "seen_on"),
        *((f"v{month}", f"2023-{month:02d}-15") for month in range(1, 12) if month != 4),
        ("w1", "2024-12-01"),
        ("w2", None),
    ),
    "members": (
        ("member", "mail", "code_no"),
        ("m1", "a@b.org", "A1"),
        ("m2", "c@d.org", None),
        ("m3", "a@b.org", "B2"),
        ("m4", None, "A3"),
        ("m5", "a@b.org", "A4"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "steps": [
        (
            "all-values",
            "2",
            [
                "Each parcel_no must have all of the values 'packed', 'sent' and 'landed' "
                "in state.",
                "Each parcel_no must have the states 'packed', 'sent' and 'landed'.",
                "No parcel_no may lack any of the states 'packed', 'sent' and 'landed'.",
                "For each parcel_no, state must contain all of 'packed', 'sent' and 'landed'.",
                "Flag parcel_nos that lack any of the state values 'packed', 'sent' and 'landed'.",
            ],
        ),
        (
            "before",
            "1",
            [
                "Within each parcel_no, packed must happen before landed.",
                "For each parcel_no, landed must come after packed.",
                "Within each parcel_no, the first packed must come before the first landed.",
            ],
        ),
    ],
    "visits": [
        (
            "months",
            "2",
            [
                "There must be at least one visit in every month of 2023.",
                "Every month of 2023 must have at least one visit.",
                "No month of 2023 may be missing from seen_on.",
                "seen_on must cover every month of 2023.",
                "In every month of 2023 there must be a visit.",
                "For each month in 2023 there must be at least 1 visit.",
            ],
        ),
        ("quarters", "0", ["There must be a visit in each quarter of 2023."]),
        ("another-year", "3", ["There must be a visit in each quarter of 2024."]),
        ("days", "355", ["Every day of 2023 must have a visit."]),
    ],
    "members": [
        (
            "later",
            "m3 m5",
            [
                "mail must be unique. Flag only the second one.",
                "mail must be unique. Flag only the later one.",
                "mail must be unique. Only flag the later rows.",
                "mail must be unique. Flag the second and every later row.",
            ],
        ),
        (
            "too-many-gaps",
            "1",
            [
                "mail must be filled. Up to 10% may be missing.",
                "mail must be filled. At most 10% of them may be empty.",
            ],
        ),
        (
            "few-gaps",
            "0",
            [
                "mail must be filled. Up to 20% may be missing.",
                "mail must be filled. At most 1 row may be empty.",
            ],
        ),
        ("codes", "m3", ["code_no must start with 'A'. Empty codes are fine."]),
    ],
}

DECLINED = [
    ("steps", "Within each parcel_no, packed must happen before packed."),
    ("steps", "Each step must have all of the values 'packed' and 'sent' in state."),
    ("steps", "Each parcel_no must have all of the values in state."),
    ("visits", "There must be at least two visits in every month of 2023."),
    ("visits", "Every week of 2023 must have a visit."),
    ("visits", "Every month of 23 must have a visit."),
    ("members", "mail must be unique. Two exceptions are fine."),
    ("members", "mail must be filled. Fewer than 2 exceptions are fine."),
    ("members", "code_no must start with 'A'. Up to 10% may be missing."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
