"""What says a rule again: different ones that are counted, a pace, both or neither, a condition."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "growers": (
        ("grower_id", "valley", "phone", "mobile", "is_organic", "born", "joined"),
        ("G1", "north", "11", "", 1, "1980-01-01", "2001-05-01"),
        ("G2", "north", "", "22", 0, "1970-01-01", "2001-05-01"),
        ("G3", "south", "33", "34", 0, "1990-01-01", "2001-05-01"),
        ("G4", "south", "", "", 1, "1960-01-01", "2001-05-01"),
    ),
    "apples": (
        ("apple_id", "grower_id", "sort", "price"),
        ("A1", "G1", "Gala", 2), ("A2", "G1", "Fuji", 3), ("A3", "G1", "Gala", 4),
        ("A4", "G2", "Fuji", 2), ("A5", "G4", "Gala", 0),
    ),
    "crates": (
        ("crate_id", "grower_id", "apple_id"),
        ("C1", "G1", "A1"), ("C2", "G1", "A1"), ("C3", "G2", "A4"),
    ),
    "pings": (
        ("ping_id", "buoy", "sent_at", "bay"),
        ("P1", "b", "2024-05-01 10:00:00", "east"), ("P2", "b", "2024-05-01 10:15:00", "east"),
        ("P3", "b", "2024-05-01 10:45:00", "west"), ("P4", "b", "2024-05-01 11:00:00", "west"),
    ),
}  # fmt: skip

FLAGGED = {
    "growers apples": [
        ("different-rows", "G1", [
            "Flag growers with more than two different apples.",
            "No grower may have more than 2 distinct apples.",
            "Growers must not have more than two separate apples.",
        ]),
        ("none-on-record", "G3", [
            "List growers for which no apple is recorded.",
            "List all growers for whom no apple is listed in apples.",
            "Flag growers for which not a single apple exists in the apples table.",
        ]),
    ],
    "apples growers": [
        ("somewhere", "", [
            "Each grower_id of apples must occur somewhere in growers.",
            "The grower_id of an apple has to exist somewhere in growers.",
        ]),
    ],
    "growers": [
        ("one-alone", "G3 G4", [
            "Exactly one of phone and mobile is filled in. Flag growers that have both or neither.",
            "Exactly one of phone and mobile must be given; list rows with both or none.",
            "Exactly one of phone and mobile is filled. Show growers where both or neither are "
            "filled.",
        ]),
        ("in-brackets", "G2", [
            "Growers who are not organic (is_organic = 0) must be in the south.",
            "For growers that are not organic (is_organic = 0), valley must be south.",
        ]),
        ("not-yet", "G3", [
            "Flag growers who were not yet 20 years old on the day they joined.",
            "Flag growers who were not even 20 years old when they joined.",
        ]),
    ],
    "pings": [
        ("pace", "P3", [
            "The pings come every 15 minutes. Flag rows that are not exactly 15 minutes after the "
                "row before.",
            "Pings arrive every 15 minutes: each ping is exactly 15 minutes after the ping "
            "before it.",
        ]),
        ("only-there", "P1 P2", [
            "Pings are only seen in the west bay.",
            "Pings were only observed in bay west.",
            "Pings were never spotted in bay east.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("growers crates", "Flag growers with more than one different apple."),
    ("growers", "Exactly one of phone and mobile is filled in. Flag growers that have both."),
    ("growers", "phone and mobile must both be filled. Flag growers that have both or neither."),
    ("growers", "Growers who are organic (is_organic = 0) must be in the south."),
    ("pings", "Pings come every 10 minutes. Flag each ping that is not exactly 15 minutes after "
     "the one before it."),
    ("pings", "East pings come every 15 minutes. Each ping is exactly 15 minutes after the one "
     "before it."),
    ("pings", "Pings were not only observed in bay east."),
]  # fmt: skip

checked, test_what_says_it_again_is_left_out, test_what_says_more_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
