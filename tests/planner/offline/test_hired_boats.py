"""Boats, who hires them and who repairs them: rows of another table, and of the same one."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "members": (
        ("member_id", "name", "town", "joined_on", "fee", "patron_id", "spent", "active"),
        (1, "Ann", "Bonn", "2020-01-05", 50, None, 300, True),
        (2, "Bo", "Kiel", "2021-03-01", 40, 1, 80, True),
        (3, "Cy", "Bonn", "2019-07-01", 60, 1, 0, False),
        (4, "Di", "Ulm", "2022-02-02", 40, 9, 120, True),
        (5, "Ed", None, "2023-05-05", 70, 2, 40, False),
    ),
    "boats": (
        ("boat_id", "title", "harbour", "built_on", "price", "berths", "owner_id", "hire_total"),
        (10, "Gull", "North", "2015-01-01", 20, 4, 1, 300),
        (11, "Heron", "South", "2016-01-01", 30, 6, 2, 90),
        (12, "Ibis", "North", "2022-06-01", 40, 2, None, 0),
        (13, "Kite", "East", "2018-01-01", 25, 4, 8, 50),
    ),
    "hires": (
        (
            "hire_id",
            "member_id",
            "boat_id",
            "hired_on",
            "returned_on",
            "hours",
            "cost",
            "state",
            "rate",
        ),
        (100, 1, 10, "2024-02-01", "2024-02-02", 5, 100, "open", 20),
        (101, 1, 10, "2024-02-05", "2024-02-07", 10, 200, "done", 20),
        (102, 2, 11, "2024-02-09", "2024-02-08", 2, 80, "late", 30),
        (103, 4, 13, "2024-03-01", None, 4, 120, "done", 25),
        (104, 7, 14, "2024-03-03", "2024-03-04", 1, 40, "lost", 40),
    ),
    "repairs": (
        ("repair_id", "boat_id", "started_on", "ended_on", "price", "note", "part"),
        (200, 10, "2024-01-10", "2024-01-12", 70, "mast and sail of Gull", "mast"),
        (201, 10, "2024-02-01", None, 30, "mast", "sail"),
        (202, 11, "2024-02-20", "2024-02-19", 90, "keel and mast", "keel"),
        (203, 15, "2024-03-02", "2024-03-05", 10, None, "sail"),
    ),
    "payments": (
        ("payment_id", "hire_id", "member_id", "amount", "paid_on", "method"),
        (500, 100, 1, 100, "2024-02-01", "card"),
        (501, 101, 1, 150, "2024-02-09", "cash"),
        (502, 101, 1, 50, "2024-02-10", "card"),
        (503, 102, 2, 70, "2024-02-08", "cash"),
        (504, 109, 3, 20, "2024-03-08", "card"),
    ),
    "skippers": (
        ("skipper_id", "name", "level", "boss_id", "salary", "trained_on", "team"),
        (1, "Ann", 3, None, 90, "2020-01-01", "red"),
        (2, "Bo", 2, 1, 95, "2021-01-01", "red"),
        (3, "Cy", 1, 2, 50, "2019-01-01", "blue"),
        (4, "Di", 1, 7, 40, "2022-01-01", "blue"),
        (5, "Ed", 1, 5, 30, "2023-01-01", "red"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "members hires": [
        ("nobody-so-often", "1", ["Nobody may hire 2 times or more."]),
        (
            "shows-up",
            "1 2 4",
            ["Flag members that turn up in hires.", "Flag members for whom hires holds a row."],
        ),
        ("least-rows", "2 3 4 5", ["Every member must have 2 hires or more."]),
        ("none-of-rows", "1", ["Members in Bonn must have no hires at all."]),
        ("in-so-many", "1", ["No member may turn up in more than 1 hire."]),
        ("rowvp-and", "3", ["No member may be in Bonn and have no hire."]),
        ("not-without", "3 5", ["No member may be without at least one hire."]),
        ("still", "1", ["Active members must not still have an open hire."]),
    ],
    "hires boats": [
        ("kin-called", "100 101 102", ["Flag hires on the boat named 'Heron' or 'Gull'."]),
        ("single-not", "102 103", ["Flag hires whose boat is not North."]),
        (
            "whose-row-is-not-called",
            "102 103 104",
            [
                "Flag hires whose boat is not called Gull.",
                "Every hire must have a boat called 'Gull'.",
            ],
        ),
        ("whose-row-belongs", "100 101", ["Flag hires whose boat is in North harbour."]),
        ("is-of-none", "104", ["Flag hires if boat_id is the boat_id of no boat."]),
        ("row-is-not-called", "102 104", ["If the boat is not called 'Gull', state must be done."]),
        (
            "put-at",
            "100 101 102 103",
            ["Flag hires at a rate that equals the price of their boat."],
        ),
    ],
    "hires members": [
        (
            "key-there",
            "104",
            [
                "Every hire must refer to a member_id known in members.",
                "member_id must match members.",
                "Flag hires of unknown members.",
                "Flag hires whose member we do not have.",
                "member_id must be an existing member id.",
                "Every hire must have an existing member.",
                "Flag hires with members that do not exist.",
                "member_id must refer to members that exist.",
                "Flag hires with invalid member_id in members.",
                "Flag hires by members that are not in members.",
                "Flag hires if member_id does not match members.",
                "member_id must be found in members of the members table.",
                "Flag hires referring to unknown member_id that is not found in members.",
            ],
        ),
        (
            "must-not-equal-key",
            "103",
            ["member_id must not match the member_id of a member in Ulm."],
        ),
    ],
    "hires payments": [
        (
            "across-pairs",
            "1",
            [
                "payments must hold at least twice as many rows as hires.",
                "payments must have at least 2 times as many rows as there are in hires.",
            ],
        ),
    ],
    "skippers": [
        ("span-after", "3 5", ["trained_on must be at least 1 year after the boss's trained_on."]),
        ("acts-more-than-parent", "2", ["No skipper may earn more than their boss."]),
        ("whose-kin-is-there", "2 5", ["Flag skippers whose boss uses the same team."]),
        ("unlike", "3", ["No skipper may be in another team than the boss."]),
        ("has-beside", "2 5", ["Every skipper must have a lower salary than the boss."]),
        (
            "nobody-above-told",
            "1",
            ["Flag skippers who have nobody above them (that is, boss_id is empty)."],
        ),
        ("rowvp-and", "5", ["No skipper may be in team red and be their own boss."]),
    ],
    "payments hires": [
        (
            "pairwise-same",
            "501 502 503",
            ["amount and member_id are copied from the hire's cost and member_id."],
        ),
        ("not-in-table", "504", ["Flag payments that are not in hires."]),
        ("days-either", "500 503", ["paid_on must be 2 or 3 days after the hire's returned_on."]),
    ],
    "boats hires": [
        (
            "that-never-was",
            "12",
            [
                "Flag boats never chosen.",
                "Flag boats unused by hires.",
                "Each boat must be used in hires.",
                "Every boat must have a hire at least once.",
            ],
        ),
        ("each-may", "10", ["A boat may only be used by at most 1 hire."]),
        (
            "what-cells-come-to",
            "11 13",
            [
                "hire_total must equal the costs of its hires added up.",
                "Take the total of cost for each boat: it must equal hire_total.",
            ],
        ),
        (
            "counted-per",
            "10 11 12 13",
            ["For every boat, count all hires; this must equal berths."],
        ),
        (
            "is-not-their-total",
            "10 11 13",
            ["Flag boats whose hire_total deviates from the sum of the cost of done hires."],
        ),
    ],
    "hires": [
        ("so-much-in", "101 103", ["Flag hires over 100 in cost."]),
        ("done", "100 101 102 104", ["Flag hires that are already returned."]),
        ("same-ever-twice", "100 101", ["No member_id may hire the same boat_id twice."]),
        ("called-so", "102", ["Hires listed as late (state late) must have a cost above 100."]),
    ],
    "repairs": [
        ("came-by", "200", ["Flag repairs done in part mast."]),
        (
            "with-entry",
            "200 201 202",
            [
                "Flag repairs with a value in note.",
                "Flag repairs that have a note (note is filled).",
            ],
        ),
        ("has-length", "202", ["Repairs must start before they end."]),
        ("all-in-it", "202", ["Flag notes with 'mast' and 'keel' in it."]),
        (
            "one-within",
            "200 201 202",
            ["Flag repairs with 'mast' or 'keel' anywhere in their note."],
        ),
    ],
    "members": [
        ("none-shares", "2 4", ["No two members are alike in fee."]),
    ],
    "boats repairs": [
        ("contain", "12 13", ["Every boat must contain a repair."]),
        (
            "end-row-did",
            "11",
            ["built_on must be after when their last repair by started_on ended."],
        ),
    ],
    "members hires payments": [
        (
            "with-neither",
            "5",
            [
                "Flag members without a hire or a payment.",
                "Every member must have a hire or have a payment.",
            ],
        ),
    ],
    "hires members boats": [
        (
            "points-to-both",
            "104",
            [
                "Every hire must belong to a member and to a boat.",
                "Every hire must refer to a member_id known in members and to a boat_id known "
                "in boats.",
            ],
        ),
    ],
    "repairs boats": [
        (
            "not-priced-as",
            "200 201 202",
            [
                "Flag repairs not charged at the price of the boat.",
                "Flag repairs that do not charge the price of their boat.",
            ],
        ),
        (
            "takes-more",
            "200 201 202",
            ["Flag repairs that charge more than the price of their boat."],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("payments hires", "Each payment number must appear in hires."),
    ("payments", "No payment number is allowed."),
    ("repairs boats", "The boat_id of a repair must be as in boats."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
