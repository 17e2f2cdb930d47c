"""Remarks on the stays of a lodge, the trees of a park and badges, told otherwise."""

from __future__ import annotations

from tests.planner.offline.lodge_tables import TABLES as LODGE
from tests.planner.offline.spoken import Group, told_tests

FLAGGED: dict[str, list[Group]] = {
    "badges": [
        (
            "1",
            "1",
            [
                "Half of the waits badges should be 5 or longer: the median wait must be at "
                "least 5.",
                "Half of the badges must have 8 wait or more, so the median wait must be at "
                "least 8.",
            ],
        ),
        (
            "1-2-3-4",
            "1 2 3 4",
            [
                "code must be a number; a greater than sign before it is fine.",
            ],
        ),
        (
            "1-4",
            "1 4",
            [
                "All badges of one sort must have the same country. Flag badges of sorts with"
                " several of them.",
            ],
        ),
        ("4", "4", ["wait must be above 2 (except country Austrian)."]),
    ],
    "cuts": [
        (
            "4",
            "4",
            [
                "The first cut of each tree_no, i.e. lowest cut_id, must be by_hand yes.",
            ],
        ),
    ],
    "cuts trees": [
        (
            "1-3",
            "1 3",
            [
                "cost must be above height of its tree. Where the tree is not on file, the "
                "row is fine.",
            ],
        ),
    ],
    "stays": [
        ("1", "1", ["Stays with a 9-digit number in their vat must be free."]),
        ("1-3", "1 3", ["note must end with y; trailing spaces do not count."]),
        (
            "1-3-4",
            "1 3 4",
            [
                "note must be a number; a less than sign before it is fine.",
            ],
        ),
        (
            "2-3",
            "2 3",
            [
                "note must be filled (note is the text NULL).",
                "lat is a latitude, so between -90 and 90.",
                "Either both or none of opened and closed must be filled. Flag stays where "
                "exactly one of them is filled.",
            ],
        ),
        (
            "2-4",
            "2 4",
            [
                "Stays with more than 10 between their rate and their tax must be full.",
            ],
        ),
        (
            "3",
            "3",
            [
                "ip must be a private IPv4 address, i.e. 10.x.x.x, 172.16-31.x.x and 192.168.x.x",
            ],
        ),
        ("3-4", "3 4", ["tax is no negatives and no zeros"]),
        ("4", "4", ["kind single must come with a rate of under 50"]),
    ],
    "trees": [
        ("3-4", "3 4", ["colour must be filled; the entry red is a placeholder"]),
        (
            "3-4-5",
            "3 4 5",
            [
                "colour must be filled; 'grey', 'red' and 'x' count as empty.",
            ],
        ),
        ("4", "4", ["colour must be filled, but several trees may share one."]),
        (
            "5",
            "5",
            [
                "No felled date is early (felled before planted).",
                "felled must not be before planted; on the same day is possible.",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("stays", "Every stay must have a note; warn above 5%, fail above 20%."),
    ("stays", "Warn if more than 1% of the stays are lost, fail if more than 5% are."),
    ("stays", "note must be filled. Warn if more than 10% are empty."),
]

checked, test_flagged, test_declined = told_tests(LODGE, FLAGGED, DECLINED)
