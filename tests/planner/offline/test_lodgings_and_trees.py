"""Rules on the stays of a lodge and the trees of a park, by cases, in brackets and put tersely."""

from __future__ import annotations

from tests.planner.offline.lodge_tables import TABLES as LODGE
from tests.planner.offline.spoken import Group, told_tests

FLAGGED: dict[str, list[Group]] = {
    "badges": [
        (
            "1-4",
            "1 4",
            [
                "For guests, country must have exactly 2 letters; if sort is staff exactly 3 "
                "letters.",
            ],
        ),
        (
            "3",
            "3",
            [
                "German zips must have 5 digits, Austrian ones start with 1.",
                'A code that starts with "AT" must have 8 characters; one that starts with '
                '"DE" contains "7".',
                "No badge may be without its columns.",
            ],
        ),
        (
            "3-4",
            "3 4",
            [
                "If sort is guest, pin must have 6 characters; if sort is staff, exactly 4 "
                "characters",
                "For guests, pin must have exactly 6 digits; if sort is staff exactly 4 digits.",
            ],
        ),
    ],
    "cuts": [
        ("1-2", "1 2", ["We have never two cuts of one tree_no."]),
    ],
    "spans": [
        (
            "1",
            "1",
            [
                "Spans must last at least 5 days.",
                "Spans must last between 5 and 60 days.",
            ],
        ),
    ],
    "stays": [
        (
            "1",
            "1",
            [
                "The total stays nights must be at most 20.",
                "Do any rooms take more than 1 stay?",
            ],
        ),
        (
            "1-2",
            "1 2",
            [
                "Full stays must be paid by cash, free stays card.",
                "All stays of a room must have the same grade. Flag all stays of rooms with "
                "another number.",
                "Only lost stays have a fee; for all others it is empty.",
            ],
        ),
        (
            "1-2-3",
            "1 2 3",
            [
                "Full stays must not have a note; stays with any other state need one.",
                "vat has the form 999-99-9999",
            ],
        ),
        ("1-3-4", "1 3 4", ["note = IPv4 address"]),
        (
            "2",
            "2",
            [
                "Stays that have anything in closed must have a note",
                "Stays must be over 1 m (i.e. 100 in height_cm).",
                "nights is 2 minimum.",
                "Full stays must have a rate below 50; stays with any other state must be "
                "below 60.",
                "height_cm in cm must be at least 100.",
                "Full stays must have a note. The others must be paid by card.",
                "Full stays must have a note. All others must not have a guest.",
                "paid_by must be card, not anything else",
                "Take stays with no note. All of them must have an opened.",
                "Stays without a filled note must be full",
            ],
        ),
        ("2-3", "2 3", ["note: NULL counts as missing; it must be filled."]),
        (
            "3",
            "3",
            [
                "The rate sinks below 50 only if kind is single",
                "Full stays must be paid at a rate above 10.",
                "Look at full stays. Their note must be ok.",
                "rate > 0 and no decimals",
                "If score_a and score_b are both or none 1, fee must be filled.",
                "opened is filled means that closed is filled",
                "Look at full stays: for these, closed must be filled.",
                "The spread (rate - tax) must be above 30.",
            ],
        ),
        (
            "4",
            "4",
            [
                "closed filled if no opened",
                "Full stays need an opened; the rest require a closed.",
                "Stays need a closed if they have no opened.",
                "City tax (tax) must not be negative.",
                "no opened -> closed required",
                "Every stay has a booker (guest is filled).",
            ],
        ),
    ],
    "trees": [
        ("1-2", "1 2", ["kin and plot together identify one tree."]),
        ("2", "2", ["Trees are never planted or felled in 2020."]),
        (
            "3",
            "3",
            [
                "If parent_no is one of the tree_nos in the same table, height must be above 1.",
                "Elm trees must not become red.",
                "Some trees are elm. They must not be red.",
            ],
        ),
        (
            "4",
            "4",
            [
                "Flag trees with a parent_no that does not exist in tree_no of this table",
            ],
        ),
    ],
    "trees cuts": [
        ("3-4", "3 4", ["Trees in the south for which exist no cuts must be kept"]),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("cuts", "There is only one cut per tree_no."),
    ("stays", "Half of the nights stays must be at least 3."),
    ("stays", "vat = IBAN"),
]

checked, test_flagged, test_declined = told_tests(LODGE, FLAGGED, DECLINED)
