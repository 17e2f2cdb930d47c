"""Remarks behind a rule and beside it: what marks a gap, what is wrong as well, what is fine."""

from __future__ import annotations

from tests.planner.offline.boatyard_tables import TABLES as BOATYARD
from tests.planner.offline.spoken import Group, told_tests

FLAGGED: dict[str, list[Group]] = {
    "boats": [
        (
            "1",
            "1",
            [
                "There may only be 4 boats.",
                "boats must have a licence_no column.",
            ],
        ),
        ("11", "11", ["captain_id must not be the same person as second_id"]),
        (
            "12-14",
            "12 14",
            [
                "Each name must have one harbor only. Flag all rows of names with more than one.",
                "Each name has one harbor. Show the rows of the groups that break this.",
                "name must be unique. Flag boats whose value occurs more than once.",
            ],
        ),
        ("13", "13", ["Boats in Emden must be motor by kind."]),
    ],
    "boats crew": [
        ("14", "14", ["captain_id must exist in crew. Flag orphans."]),
    ],
    "boats hires": [
        ("14", "14", ["Every boat must have a hire. Flag boats without any."]),
    ],
    "guests": [
        (
            "100-103",
            "100 103",
            [
                "email and spare_email must agree. Flag guests where they differ.",
                "email must equal spare_email; if both are empty, the row is fine.",
            ],
        ),
        (
            "100-103-104",
            "100 103 104",
            [
                "email must equal spare_email; if only one of them is empty, the row is wrong.",
            ],
        ),
        (
            "101-104",
            "101 104",
            [
                "Either phone or licence must be filled. Flag rows where both are empty.",
            ],
        ),
        (
            "104",
            "104",
            [
                "Guests with none of phone and licence must have an age below 40",
            ],
        ),
    ],
    "hires": [
        ("1", "1", ["How many hires are lost? More than 0 is too many."]),
        ("1-3", "1 3", ["price must equal deposit, a euro more or less is fine."]),
        (
            "2",
            "2",
            [
                "payment cash must go with a price of 40 or less.",
                "Does any boat_id occur more than 1 times?",
            ],
        ),
        ("2-3-4-5", "2 3 4 5", ["note must have 5 characters; neither empty nor null"]),
        (
            "2-5",
            "2 5",
            [
                "Every hire must have a note. Flag hires whose note does not.",
                "note must be lower case, not empty and not null.",
            ],
        ),
        (
            "3",
            "3",
            [
                "price must be at most 500. Flag anything above.",
                'note must have 5 characters. "late" in note means there is no note.',
            ],
        ),
        (
            "3-4",
            "3 4",
            [
                "hours must be between 1 and 24. A hours outside this is wrong.",
                "hours must be between 1 and 24. Anything outside is wrong.",
                "price must be 100, give or take 60%.",
                "hours must be 5 give or take 3.",
            ],
        ),
        (
            "3-5",
            "3 5",
            [
                "discount must be only discount - discount must be 0 to 10.",
                "status must be open or done. Flag every other status.",
            ],
        ),
        (
            "4",
            "4",
            [
                "Hires must not be paid without having a clerk.",
                "price must be positive. This holds for all hires.",
                "Done hires must have a clerk. Void hires need not have one.",
            ],
        ),
        ("4-5-6", "4 5 6", ["price must be above the value under deposit."]),
        (
            "4-6",
            "4 6",
            [
                "booked_on must be between 2024-03-01 and 2024-05-05, both days included.",
                "Lost means a price above 100, open means an empty ended_on and done means a "
                "clerk.",
            ],
        ),
        (
            "5",
            "5",
            [
                "status must contain only the codes open, done, lost",
                "status must be open, done or lost; nothing else may occur in status.",
                "status must be an open, done or lost value",
            ],
        ),
        (
            "5-6",
            "5 6",
            [
                "discount awarded must be at most 5.",
                "booked_on may be written in any format, but it must be before 2024-05-01.",
            ],
        ),
        (
            "6",
            "6",
            [
                "Flag hires that are paid although they are open.",
                "Any status open must go with a deposit of more than 45.",
                "Done means a filled ended_on, open means no ended_on.",
            ],
        ),
    ],
    "labels": [
        (
            "1-2-3-4",
            "1 2 3 4",
            [
                "mark must begin with one letter in brackets.",
                "mark is 2 digits in brackets",
            ],
        ),
        ("1-3-4", "1 3 4", ["mark must contain a square bracket."]),
        ("2-3", "2 3", ["twin must equal code; stray blanks do no harm."]),
        (
            "2-3-4",
            "2 3 4",
            [
                "card must be a valid card number.",
                "weight must equal 5, if rounded to 0 decimal places",
            ],
        ),
        ("2-3-5", "2 3 5", ["shade must be one of RED or GREEN as spelled above"]),
        ("3", "3", ["weight must be below 10, but weight may have decimals."]),
        ("4", "4", ["weight is positive, so weight must be above 0"]),
        ("5", "5", ["mark must be filled; ? counts as empty"]),
    ],
    "moorings": [
        (
            "m2",
            "m2",
            [
                "Flag moorings where less was paid than fee",
                "paid must not fall short of fee.",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("boats", "Sail boats must be in Kiel. Any other combination is wrong."),
    ("boats", "kind sail goes with harbor Kiel; any other combination is wrong."),
    (
        "guests",
        "Exactly one of phone and licence must be filled. Flag guests where both are filled.",
    ),
    ("hires", 'note must have 5 characters; "open" in note means there is no note.'),
    (
        "hires boats",
        "price must be above seats of the boat. If its boat does not exist, flag it.",
    ),
    (
        "hires guests",
        "hours must be below the guest's age. If the guest is missing, the row is wrong.",
    ),
]

checked, test_flagged, test_declined = told_tests(BOATYARD, FLAGGED, DECLINED)
