"""Rows that are added, lists that are closed, patterns with one anchor, and words that are both.

What is told besides a rule widens it or closes it, and never narrows it; where it may be either,
the reason says what to write.
"""

from __future__ import annotations

import pytest

from backend.planner.offline.written_patterns import whole_pattern
from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "jobs": (
        ("job", "state", "fee", "crew", "tools", "started"),
        ("j1", "booked", 80, "A", "saw,axe", "2026-03-02"),
        ("j2", "begun", 20, None, "saw,saw", "2026-03-03"),
        ("j3", "begun", 90, "B", "axe", "2026-03-04"),
        ("j4", "billed", 30, None, "rope", "2026-03-05"),
        ("j5", "billed", 70, "A", "axe,rope", "2026-03-06"),
        ("j6", "booked", 60, None, "axe", "2026-03-07"),
    ),
    "tapes": (
        ("tape", "title", "label", "length", "grade"),
        ("t1", "Bo sings", "X-12", 3000, "good"),
        ("t2", "We are Bo", "12", 3500, "fair"),
        ("t3", "Bobby", "Y-7", 250, "good"),
        ("t4", "Bo", "Z", 4000, "poor"),
    ),
    "stalls": (
        ("stall", "leased", "standing", "fee"),
        ("s1", "true", "leased", 5),
        ("s2", "false", "free", 6),
        ("s3", "true", "free", 7),
        ("s4", "false", "leased", None),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "jobs": [
        (
            "all, also some",
            "j2 j4",
            [
                "fee must be above 50, also when state is begun.",
                "fee must be above 50 also for begun jobs.",
                "fee must be above 50, also if it is booked.",
                "No job may have a fee below 50, also when state is begun.",
                "Flag jobs with a fee below 50, also when the state is begun.",
                "fee must be above 50, also on Mondays.",
            ],
        ),
        (
            "some, also others",
            "j2 j4",
            [
                "crew must be filled when state is begun, also when state is billed.",
                "If state is begun, crew must be filled, also when state is billed.",
            ],
        ),
        ("also is said of the duty", "j2", ["crew must also be filled when state is begun."]),
        ("all are unique", "", ["job must be unique, also for begun jobs."]),
        (
            "no other columns",
            "4",
            [
                "jobs must have the columns job and state, and no others.",
                "jobs must have the columns job and state; no others.",
                "jobs must have the columns job and state. No others are allowed.",
                "jobs must have the columns job and state but no others.",
                "jobs must have the columns job and state only.",
                "jobs must have the columns job and state and nothing else.",
                "The columns job and state must exist, and no others.",
            ],
        ),
        (
            "no other values",
            "j4 j5",
            [
                "state must be booked or begun. No others are allowed.",
                "state must be booked, begun and no others.",
                "state must be booked or begun, please.",
            ],
        ),
        ("none beyond", "j2 j4", ["fee must be between 60 and 90. Other values are not allowed."]),
        (
            "a value that is still to come",
            "j4 j5",
            [
                "state must be booked, begun or cancelled.",
                "state must be one of booked, begun, cancelled.",
                "state must be booked, begun or 'mostly'.",
                "state must be one of booked, begun or weekly.",
            ],
        ),
        ("whole cells", "j3 j6", ["tools must be unique.", "The values in tools must be unique."]),
        ("items that are cells", "j4 j5", ["Every item in state must be booked or begun."]),
    ],
    "tapes": [
        (
            "tied to the start",
            "t2",
            [
                "title must match ^Bo",
                "title must match the pattern '^Bo'.",
                "Flag tapes whose title does not match ^Bo",
                "Does every title match ^Bo?",
                "Is there a title that does not match ^Bo?",
                "title must match the pattern '^(Bo|Al)'.",
                "title must match the pattern '^Bo|^Al'.",
                "title must match the pattern '^Bo.*'.",
            ],
        ),
        (
            "not tied to the start",
            "t1 t3 t4",
            ["title must not match ^Bo", "No title may match the pattern '^Bo'."],
        ),
        ("tied to the end", "t1 t3", ["title must match the pattern Bo$"]),
        ("not tied to the end", "t2 t4", ["title must not match Bo$."]),
        (
            "whole",
            "t2 t4",
            [
                "label must match [A-Z]-[0-9]+",
                "label must match ^[A-Z]-[0-9]+$.",
                "Flag tapes whose label does not match [A-Z]-[0-9]+.",
            ],
        ),
        ("not whole", "t2", ["label must not match ^[0-9]+$."]),
        ("nowhere", "t1 t2 t3", ["label must not match .*[0-9].*"]),
        (
            "whole hundreds",
            "t3",
            ["length must be in full hundreds.", "length must come in hundreds."],
        ),
        ("rounded", "t3", ["length must be rounded to the hundreds."]),
    ],
    "stalls": [
        ("by the flag", "", ["fee must be filled where leased is true."]),
        (
            "by the value",
            "s4",
            ["fee must be filled where standing is leased.", "Every stall must have a fee."],
        ),
        ("by both", "s1", ["Every leased stall must have standing 'free'."]),
        ("neither", "", ["Every free stall must have a fee."]),
        ("by a list", "s4", ["Every leased or free stall must have a fee."]),
    ],
}

DECLINED = [
    ("jobs", "crew must be filled for begun jobs as well."),
    ("jobs", "crew must be filled when state is begun, too."),
    ("jobs", "Also when state is begun, crew must be filled."),
    ("jobs", "crew must not be empty, also not for begun jobs."),
    ("jobs", "If state is begun, crew must be filled, also when fee is above 50."),
    ("jobs", "The average fee must be above 50, also for begun jobs."),
    ("jobs", "job must be unique. No others are allowed."),
    ("jobs", "fee must not be 9. No others are allowed."),
    ("jobs", "crew must be filled. No others are allowed."),
    ("jobs", "jobs must not have a column called ssn, and no others."),
    ("jobs", "Every crew must have at least one job, and no others."),
    ("jobs", "state must be booked, begun, etc."),
    ("jobs", "state must be booked, begun or similar."),
    ("jobs", "state must be booked or begun, ideally."),
    ("jobs", "state must be booked, begun, usually."),
    ("jobs", "state must be booked or begun, cancelled."),
    ("jobs", "Flag jobs whose state is not booked, begun or such."),
    ("jobs", "The items in tools must be unique."),
    ("jobs", "The entries in tools must be unique."),
    ("jobs", "The tools items must be unique."),
    ("jobs", "Each item in tools must be saw, axe or rope."),
    ("tapes", "title must not match [0-9]"),
    ("tapes", "No title may match the pattern '[0-9]+'."),
    ("tapes", "Flag tapes whose label matches [0-9]."),
    ("tapes", "At most 2 labels may match [0-9]."),
    ("tapes", "title must match the pattern '^Bo|Al$'."),
    ("tapes", "Is there any title that matches [0-9]?"),
    ("tapes", "length must be in the thousands."),
    ("tapes", "length must be in hundreds."),
    ("tapes", "No length may be in the hundreds."),
    ("stalls", "Every leased stall must have a fee."),
    ("stalls", "fee must be filled unless the stall is leased."),
    ("stalls", "At least 2 stalls must be leased."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("^bob", "^bob(?s:.*)"),
        ("Lee$", "(?s:.*)Lee$"),
        (r"a\$", r"a\$"),
        (r"a\\$", r"(?s:.*)a\\$"),
        ("^a$", "^a$"),
        ("[0-9]{3}", "[0-9]{3}"),
        ("^a.*", "^a.*"),
        (".*b$", ".*b$"),
        ("^a|^b", "(?:^a|^b)(?s:.*)"),
        ("^[|]", "^[|](?s:.*)"),
        ("^[]|]", "^[]|](?s:.*)"),
        ("^a|b$", "^a|b$"),
        ("(?i)^a", "(?i)^a(?s:.*)"),
        ("(?i)a$", "(?i)(?s:.*)a$"),
    ],
)
def test_half_anchors(written: str, whole: str) -> None:
    assert whole_pattern(written) == whole
