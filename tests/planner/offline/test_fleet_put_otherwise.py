"""Rules on boats, their hires, crew and moorings: pairs, keys, owners and those who may."""

from __future__ import annotations

from tests.planner.offline.boatyard_tables import TABLES as BOATYARD
from tests.planner.offline.spoken import Group, told_tests

FLAGGED: dict[str, list[Group]] = {
    "boats": [
        ("1", "1", ["at least 6 boats are expected."]),
        ("10-11", "10 11", ["no two boats have the same number for second_id"]),
        (
            "10-12",
            "10 12",
            [
                "Insured boats must be none of sail, rowing.",
                "Flag boats whose harbor and kind together occur more than once.",
                "No two boats may have the same harbor and the same kind.",
                "Insured boats must belong to one of the kinds: motor, rowing.",
            ],
        ),
        (
            "11-13",
            "11 13",
            [
                "being insured must be true.",
                "Insured must be true for sail boats. For all other boats it is empty.",
                "Boats that are motor or with 0 seats must be insured.",
            ],
        ),
        ("12", "12", ["Every sail (kind) must have seats above 2."]),
        ("12-14", "12 14", ["Are there two boats with the same name?"]),
        (
            "13",
            "13",
            [
                "We rent only boats with at least 2 seats.",
                "We never sell boats with 0 seats.",
                "Boats in Emden must be insured so far.",
                "at least 1 seats are allowed.",
            ],
        ),
        (
            "13-14",
            "13 14",
            [
                "kind and harbor must be one of the pairs: sail with Kiel, motor with Husum.",
            ],
        ),
        ("14", "14", ["No one in Emden may have seats above 6."]),
    ],
    "boats crew": [
        (
            "14",
            "14",
            [
                "captain_id and second_id must each appear in crew.captain_id",
                "Where captain_id does not exist among crew, seats must be above 8.",
            ],
        ),
    ],
    "boats hires": [
        ("10-12", "10 12", ["Boats must have at most 1 hires in total."]),
        ("11", "11", ["Boats in Husum must have 2 or more hires."]),
        ("11-13", "11 13", ["Boats that have ever been hired must be insured."]),
        ("12", "12", ["Boats with 2 hires must have seats above 3."]),
    ],
    "hires boats": [
        ("none", "", ["A hire whose boat does not exist is wrong."]),
        ("10-12", "10 12", ["Boats may only handle at most 1 hires each."]),
        ("2-5", "2 5", ["Hires delivered to Kiel must be paid."]),
        (
            "4",
            "4",
            [
                "price must be at least boat's seats from boats.",
                "price must be above the boat row's seats.",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("boats", "Is there more than one boat with the same name?"),
    (
        "boats crew",
        "captain_id must be in crew. If any captain_id differs in count, the check fails.",
    ),
    ("hires boats", "boats and hires must match one to one."),
]

checked, test_flagged, test_declined = told_tests(BOATYARD, FLAGGED, DECLINED)
