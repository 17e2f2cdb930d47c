"""Rules of few words, and last sentences that say in the rule's own terms what breaks it."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "rentals": (
        ("rental", "boat", "start_on", "end_on", "share", "town", "memo", "mark"),
        ("r1", "Gull", "2024-05-01", "2024-05-04", 0.5, "Kiel", "x", "AB1"),
        ("r2", "Gull", "2024-05-04", "2024-05-06", 1.0, "Kiel", "   ", "AB12"),
        ("r3", "Gull", "2024-05-05", "2024-05-08", 0.2, "Ulm", None, "B1"),
        ("r4", "Tern", "2024-05-07", "2024-05-06", 0.1, "Bonn", "y", "AB3"),
        ("r4", "Tern", None, None, 0.3, "Ulm", "z", "AB4"),
    ),
    "feeds": (
        ("feed", "came_at", "size"),
        ("hr", "2024-06-27 04:00:00", 5),
        ("hr", "2024-06-29 04:00:00", 6),
        ("web", "2024-06-20 04:00:00", 7),
        ("crm", "2024-06-28 00:00:00", 8),
    ),
    "ticks": (
        ("label", "engine", "tick"),
        ("t1", "E1", 4),
        ("t2", "E1", 5),
        ("t3", "E1", 7),
        ("t4", "E2", 1),
        ("t5", "E2", 2),
    ),
    "people": (
        (
            "no",
            "first_visit",
            "most_recent_visit",
            "mail",
            "phone",
            "score_a",
            "score_b",
            "score_c",
        ),
        (1, "2024-01-01", "2024-02-01", "a@x.de", None, 1, 2, 3),
        (2, "2024-03-01", "2024-02-01", None, None, 2, 2, None),
        (3, "2024-01-01", None, None, "123", 4, 4, 4),
    ),
    "hues": (("no", "hue"), (1, "red"), (2, "red"), (3, "blue"), (4, "red")),
}

FLAGGED: dict[str, list[Group]] = {
    "rentals": [
        ("unique", "r4 r4", ["unique rental", "unique: rental"]),
        ("not null", "r4", ["not null: boat, start_on, end_on", "required: end_on"]),
        ("order", "r4", ["end_on on or after start_on", "start_on no later than end_on"]),
        ("strict", "r2", ["share strictly between 0 and 1"]),
        ("like", "r3", ["mark like 'AB%'"]),
        (
            "spaces",
            "r2 r3",
            [
                "memo must hold something other than spaces; a cell that is "
                "empty or only spaces is wrong.",
                "memo must not be empty or consist only of spaces.",
            ],
        ),
        ("spaces alone", "r2", ["memo must not consist of spaces only."]),
        (
            "two of them",
            "r3",
            [
                "Two rentals of the same boat must not overlap, but one may "
                "begin on the day the other "
                "ends. Flag the rental that starts later.",
                "Two rentals of one boat may touch, but they must never "
                "overlap. Flag the one that begins "
                "later.",
            ],
        ),
        ("place", "r3 r4 r4", ["List rentals located in Ulm or Bonn."]),
        ("but for", "r3 r4", ["Apart from Kiel, no town may occur more than once."]),
        ("longest", "0", ["The longest mark may have 4 characters at most."]),
        ("longest off", "1", ["The longest mark has 3 characters."]),
    ],
    "feeds": [
        (
            "recent",
            "web",
            [
                "Every feed needs at least one row on or after 28 June 2024. "
                "Flag all rows of the feeds that have none.",
                "Each feed must have a row since 2024-06-28. Flag all rows of those without one.",
            ],
        ),
        ("strictly", "2", ["Every feed must have a row after 28 June 2024."]),
    ],
    "ticks": [
        (
            "follow on",
            "t3",
            [
                "Within one engine every tick is the previous tick plus 1. "
                "Flag the rows that do not "
                "follow on from the row before.",
                "Within one engine every tick is the previous tick plus 1. "
                "Flag rows that break the sequence.",
            ],
        ),
    ],
    "people": [
        ("one", "2", ["A person's first visit can never be later than the most recent one."]),
        ("together", "2", ["mail and phone must never be empty at the same time."]),
        (
            "rising",
            "2 3",
            ["score_a, score_b and score_c must be in strictly ascending order within each row."],
        ),
        ("gaps", "0", ["mail: no more than two missing values"]),
        ("complete", "1", ["mail must be complete apart from one row."]),
        ("all equal", "3", ["In no row may score_a, score_b and score_c all be equal."]),
        (
            "rows with blanks",
            "3",
            [
                "score_a, score_b and score_c must all be different; rows "
                "with a blank are skipped.",
                "score_a, score_b and score_c must all be different; ignore "
                "rows with missing values.",
            ],
        ),
        ("blanks", "2 3", ["score_a, score_b and score_c must all be different."]),
    ],
    "hues": [
        (
            "nats",
            "0",
            [
                "The entropy of hue, computed with the natural logarithm, must be 0.5 or more.",
                "The entropy of hue must be at most 0.6 (natural logarithm).",
            ],
        ),
        ("bits", "1", ["The entropy of hue must be at most 0.6 (base 2)."]),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("hues", "The entropy of hue must be at least 0.5."),
    ("rentals", "share above 0.1; flag rows that break the sequence"),
    ("people", "score_a, score_b and score_c must be in ascending order."),
    ("ticks", "tick must be filled. Flag the rows that do not follow on from the row before."),
    (
        "feeds",
        "Every feed must have at least two rows after 2024-06-01. "
        "Flag all rows of the feeds that have none.",
    ),
    ("people", "The 3 columns mail and phone must never be empty at the same time."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
