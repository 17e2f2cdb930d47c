"""Rules over two tables, said by the nouns of an owner: never gave us an order."""

from __future__ import annotations

from tests.planner.offline.riding_school import SCHOOL
from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    **SCHOOL,
    "stns": (
        ("stn_id", "aisle", "boxes"),
        ("S1", "north", 2),
        ("S2", "north", 1),
        ("S3", "south", 4),
    ),
    "clients": (
        ("client_code", "label", "met_on"),
        ("C1", "Alba", "2024-01-10"),
        ("C2", "Brot", "2024-03-05"),
        ("C3", "Cord", "2023-04-10"),
    ),
    "mates": (
        ("mate_id", "joined_on", "reports_to", "checked_by"),
        (1, "2020-01-01", None, "S1"),
        (2, "2021-01-01", 1, "S2"),
        (3, "2019-01-01", 2, "S1"),
    ),
    "officers": (
        ("officer_id", "joined_on"),
        ("S1", "2019-06-01"),
        ("S2", "2021-06-01"),
    ),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "horses rides": [
        (
            "none-on-file",
            "H4 H5",
            [
                "List the horses for which there is not a single ride on file.",
                "Show the horses that have no rides on our books.",
                "Which horses on file have no ride?",
                "Every horse in our records must have a ride.",
            ],
        ),
        ("some-on-file", "H1 H2 H3", ["Flag horses that have a ride on record."]),
        (
            "bought",
            "10",
            [
                "No ride may start before the day we bought its horse.",
                "No ride may start before we bought the horse.",
                "Did any ride start before the day its horse was bought?",
                "No ride may start before the day its horse was bought. Rides of a horse we do not "
                "know are another matter.",
                "No ride may start before the day its horse was bought. Rides whose horse we do "
                "not "
                "know are left aside.",
            ],
        ),
        ("after", "11 12 14", ["No ride may start after the day we bought its horse."]),
        (
            "known",
            "13",
            [
                "The horse number of every ride is one that our horse list knows.",
                "Every horse_no must be one that the horses table has.",
            ],
        ),
    ],
    "clients orders": [
        (
            "never",
            "C3",
            [
                "Do we have clients on our books who never gave us an order?",
                "Are there clients that have never sent us an order?",
                "Flag clients who have not placed an order with us.",
                "Flag clients who have not given us a single order yet.",
                "Every client must have given us an order.",
            ],
        ),
        ("ever", "C1 C2", ["Flag clients who gave us an order."]),
        (
            "came",
            "A1",
            [
                "No client comes in before we met them.",
                "No order may come in before the day we met its client.",
            ],
        ),
        ("left", "A1 A4", ["No order leaves before the day we met its client."]),
    ],
    "rides riders": [
        (
            "age",
            "11 14",
            [
                "Riders have to be at least 10 years old on the day their ride starts.",
                "The rider must be 10 or older when the ride starts.",
                "No rider may be younger than 10 when their ride starts.",
                "Riders must be at least 10 years old on starts_on.",
            ],
        ),
        ("age-ends", "11 14", ["No rider may be younger than 11 on the day their ride ends."]),
        (
            "oldest",
            "10 12 13",
            ["Riders must be at most 10 years old on the day their ride starts."],
        ),
    ],
    "horses stns": [
        (
            "given-but",
            "H4",
            [
                "Flag horses whose home_stn is filled but is not the stn_id of any station.",
                "Flag horses whose home_stn is filled but is not in stns.",
                "Flag horses whose home_stn is not the stn_id of any station.",
                "home_stn must be the stn_id of some station.",
            ],
        ),
        (
            "fewer-boxes",
            "S2",
            [
                "Flag stations that have fewer boxes than horses.",
                "No station may have more horses than it has boxes.",
            ],
        ),
        (
            "explained",
            "S2",
            [
                "Flag the stations that have fewer boxes than horses that are still in, i.e. "
                "horses "
                "with a dam.",
            ],
        ),
        (
            "given-elsewhere",
            "H4",
            [
                "Flag horses whose home_stn is not the stn_id of any station in the north.",
                "Flag horses whose home_stn is not in stns in the north.",
                "Flag horses whose home_stn is not the stn_id of any station where aisle is north.",
            ],
        ),
        (
            "told-of-found",
            "H1 H2 H5",
            ["Flag horses whose home_stn is in stns and whose aisle is north."],
        ),
        ("more-boxes", "S1 S3", ["Flag stations that have more boxes than horses."]),
    ],
    "mates officers": [
        (
            "checked-later",
            "2 3",
            [
                "Flag mates who were checked by an officer who joined later than they did.",
                "No mate may be checked by an officer that joined after them.",
            ],
        ),
    ],
    "mates": [
        ("reports-later", "3", ["Flag mates who report to a mate who joined later than they did."]),
    ],
}  # fmt: skip

DECLINED = [
    ("mates officers", "Flag mates who were checked by a mate who joined later than they did."),
    ("horses rides", "Flag horses without a ride that is not on file."),
    ("horses rides", "No ride may start before we bought the stall."),
    ("horses rides", "The horse number of every ride is not one that our horse list knows."),
    ("horses rides", "The horse number of every ride is one that our ride list knows."),
    ("clients orders", "Flag clients to whom we never gave an order."),
    ("clients orders", "Do we have clients who never gave us a planned order?"),
    ("rides riders", "Riders may be at least 10 years old on the day their ride starts."),
    ("horses stns", "Flag horses whose home_stn is filled but is not the aisle of any station."),
    (
        "horses stns",
        "Flag horses whose home_stn is filled but is not the stn_id of any station in the north.",
    ),
    ("horses stns", "Flag horses whose home_stn is filled but is not in stns in the north."),
    ("horses stns", "Flag students that have no horse."),
    ("horses stns", "Every section must have a horse."),
    ("horses stns", "Every stallion must have a horse."),
    (
        "horses stns",
        "Flag the stations that have fewer boxes than horses that are still in, i.e. stations "
        "without an aisle.",
    ),
    ("horses stns", "Flag the stations that have fewer boxes than horses that are still in."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
