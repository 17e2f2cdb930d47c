"""Sentences beside a rule that say it again or tell why it is, and those that do more."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "kiosks": (
        ("kiosk_id", "town", "opened_on", "fee", "keeper"),
        ("K1", "Bern", "2021-03-01", 900, "Ada"),
        ("K2", "Genf", "2021-03-07", 1500, ""),
        ("K3", "Chur", "2022-05-02", 40, "Leo"),
        ("K4", "Bern", "2022-06-05", 99999, ""),
        ("K5", "Zug", "2023-01-02", 800, "Mia"),
    ),
    "trams": (
        ("tram", "low_load", "peak_load"),
        ("1", 20, 90),
        ("2", 70, 60),
        ("3", 10, ""),
    ),
    "slots": (
        ("slot_no", "week", "hall", "cups"),
        ("S1", "2024-W01", "north", 5),
        ("S2", "2024-W01", "south", 9),
        ("S3", "2024-W01", "north", 2),
        ("S4", "2024-W02", "north", 9),
        ("S5", "2024-W03", "north", 9),
    ),
    "guides": (("guide_id", "name"), ("G1", "Ada"), ("G2", "Leo")),
    "guests": (
        ("guest_id", "guide_id"),
        ("U1", "G1"),
        ("U2", "G1"),
        ("U3", "G1"),
        ("U4", "G2"),
    ),
}

FLAGGED = {
    "kiosks": [
        ("bern", "K1 K4", [
            "Flag kiosks in Bern. We have given up that town.",
            "Flag kiosks in Bern. We no longer deliver there.",
            "Flag kiosks in Bern. We closed both kiosks years ago.",
        ]),
        ("towns", "K1 K3 K4", ["Flag kiosks in Bern or Chur. We have given up both towns."]),
        ("sunday", "K2 K4", [
            "Flag kiosks opened on a Sunday. Nobody works on that day.",
            "opened_on must not fall on a Sunday. We are closed on that day.",
            "No kiosk may be opened on a Sunday. The law forbids it.",
            "Flag kiosks opened on a Sunday. That is against the law.",
        ]),
        ("filler", "K4", [
            "Flag kiosks with a fee of 99999; this is a filler and not a real amount.",
            "Flag kiosks with a fee of 99999. These must be typing errors.",
            "fee must not be 99999; it is a placeholder.",
            "fee must be at most 2000. Flag kiosks above that.",
            "fee must be at most 2000. Higher fees are errors.",
            "fee must be at most 2000. A fee above that is a mistake.",
            "fee must be at most 2000. Nobody pays more than that.",
            "Very dear kiosks are usually typing errors: flag a fee above 2000.",
            "Our auditors asked for a list of kiosks whose fee is above 2000.",
        ]),
        ("keeper", "K2 K4", [
            "Is there a kiosk without a keeper? Each of them needs one.",
            "Is there a kiosk without a keeper? Every kiosk needs one.",
            "Every kiosk needs a keeper. None may be without.",
            "Every kiosk needs a keeper. Flag those that lack one.",
            "Every kiosk needs a keeper. There are no exceptions.",
            "Every kiosk needs a keeper. Otherwise nobody can be reached.",
            "keeper must be filled. Without it we cannot call anyone.",
            "keeper must be filled. It is printed on the receipt.",
            "keeper must be filled. The law says so.",
            "Head office wants to know which kiosks have no keeper.",
        ]),
        ("range", "K3 K4", [
            "fee must be between 100 and 2000. Flag what falls outside.",
            "fee must be between 100 and 2000. Flag kiosks outside this range.",
        ]),
        ("own", "", [
            "kiosk_id must be unique. Each kiosk has its own.",
            "kiosk_id must be unique. No two kiosks may share one.",
        ]),
    ],
    "trams": [
        ("loads", "2", [
            "We never run a tram empty: where there is a peak load, it may not be below low_load.",
            "where there is a peak load, it may not be below the low load.",
        ]),
    ],
    "slots": [
        ("doubled", "S1 S3", [
            "There may be only one row per week and hall. Show all rows of a doubled pair.",
            "There can be only one slot per week and hall. List both rows of a pair.",
        ]),
        ("common", "0", [
            "Is north our most common hall? It has to be.",
            "north must be the most common hall. If it is not, fail.",
            "Does slots have a column called cups? It needs one.",
        ]),
        ("weeks", "1", [
            "No more than 2 slots per week. Flag weeks with more.",
            "Our policy allows 2 slots per week. Flag weeks that have more than 2.",
        ]),
        ("nine", "0", ["At least one slot must have 9 in cups. If none has, fail."]),
    ],
    "guides guests": [
        ("guests", "G1", [
            "Our friends were promised 2 guests at the most. List guides who have more than 2.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("kiosks", "Kiosks in Bern must have a keeper. Only open ones count."),
    ("kiosks", "Kiosks in Bern must have a keeper. Closed shops are fine."),
    ("kiosks", "Kiosks in Bern must have a keeper. This applies from 2020 on."),
    ("kiosks", "Kiosks in Bern must have a keeper. This goes for every kiosk."),
    ("kiosks", "Flag kiosks in Bern or Chur. We closed those in Chur."),
    ("kiosks", "Flag kiosks with a fee above 2000. We know some of those."),
    ("kiosks", "Flag kiosks with a fee above 2000. These are allowed."),
    ("kiosks", "Flag kiosks with a fee above 2000. These are not wrong."),
    ("kiosks", "fee must be at most 2000. We pay it by the month."),
    ("kiosks", "fee must be at most 2000. We pay it after the discount."),
    ("kiosks", "fee must be at most 2000. Lower fees are errors."),
    ("kiosks", "fee must be at most 2000. Flag those below that."),
    ("kiosks", "fee must be at most 2000. Flag kiosks outside this range."),
    ("kiosks", "fee must be at most 2000. None may be without."),
    ("kiosks", "keeper must be filled. We do not need it for the website."),
    ("kiosks", "keeper must be filled. We need it for the big ones."),
    ("kiosks", "kiosk_id must be unique. Each kiosk has its own keeper."),
    ("kiosks", "Is there a kiosk without a keeper? There must be one."),
    ("kiosks", "Is there a kiosk without a keeper? Each of the paid ones needs one."),
    ("kiosks", "Is the fee ever below 100? It must be."),
    ("kiosks", "Bern kiosks want a list of fees above 2000."),
    ("kiosks", "Very dear kiosks in Bern are usually mistakes: flag a fee above 2000."),
    ("slots", "Is north not the most common hall? It has to be."),
    ("kiosks", "If the town is Bern, fee must be at most 2000. If not, fail."),
    ("kiosks", "fee must be at most 2000. Flag keepers above that."),
    ("slots", "No slot may have 9 in cups. If nobody did, fail."),
]

checked, test_what_adds_nothing_is_passed_over, test_what_may_change_the_rule_is_declined = (
    told_tests(TABLES, FLAGGED, DECLINED)
)
