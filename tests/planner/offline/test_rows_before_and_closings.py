"""The row before in its group, what a last sentence shows, and remarks that add nothing."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "probe_readings": (
        ("reading_id", "probe", "read_at", "seq", "depth", "mood", "calm"),
        (1, "p1", "2024-01-01 00:00:00", 1, 10.5, "LOW", "true"),
        (2, "p2", "2024-01-01 05:00:00", 1, 40.5, "LOW", "false"),
        (3, "p1", "2024-01-02 00:00:00", 2, 11.0, "HIGH", "true"),
        (4, "p2", "2024-01-03 08:00:00", 2, 40.5, "Low", "true"),
        (5, "p1", "2024-02-01 00:00:00", 3, 31.5, None, None),
    ),
    "hires": (
        ("hire_no", "member", "kit", "role", "paid_by", "start", "stop", "tag", "price", "deposit"),
        (1, "m1", "tent", "spare", "card", "2024-03-01", "2024-03-04", "101-22", 20, 20),
        (2, "m1", "tent", "main", "cash", "2024-03-05", None, "101-2", 90, 80),
        (3, "m2", "raft", "spare", "card", None, "2024-03-06", "103-24", 5, 5),
        (4, "m9", "boat", "spare", None, "2024-03-08", "2024-03-07", "104-25", 60, None),
        (5, None, "raft", "main", "cash", "2024-03-09", "2024-03-09", None, 12, 12),
    ),
    "visits": (
        ("visit_no", "day_col", "guest", "desk", "slip"),
        (1, "2024-05-01", "g1", "north", "a-g1"),
        (2, "2024-05-01", "g2", "north", "a-g2-x"),
        (3, "2024-05-02", "g1", "south", "b/g1"),
        (4, "2024-05-02", "g1", None, "g1"),
    ),
    "members": (
        ("member", "called"),
        ("m1", "Ann"),
        ("m2", "bo"),
        ("m3", "Cy"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "probe_readings": [
        (
            "by-group",
            "5",
            [
                "Flag any depth that differs by more than 10 from the previous depth of its probe.",
                "Flag each reading that differs by over 10 from the previous one of its probe.",
                "Flag rows whose depth differs by more than 10 from the previous row of its probe.",
            ],
        ),
        ("all", "2 3 4", ["Flag readings that differ by more than 10 from the reading before."]),
        (
            "same",
            "4",
            ["Flag a reading with the same depth as the previous reading of that probe."],
        ),
        ("its-row", "2 4", ["Flag rows whose seq is the same as in its preceding row."]),
        (
            "days",
            "3 4",
            ["read_at is not on 2 or 3 January 2024."],
        ),
        ("flag", "1", ["Flag LOW readings (exactly this spelling) that are calm (true)."]),
        ("stressed", "1 3 4", ["Flag readings that do have a calm of true."]),
        ("wish", "5", ["The boss wants mood to be filled."]),
    ],
    "hires": [
        ("by", "2 5", ["Flag hires paid by cash."]),
        (
            "by-share",
            "1",
            ["Less than a third of hires may be paid by cash; more fails."],
        ),
        (
            "groups",
            "4",
            ["Each kit must show exactly one main. Flag all rows of kits with none or several."],
        ),
        (
            "lacks",
            "4",
            ["Each kit must show all two roles main and spare; list rows of kits that lack one."],
        ),
        (
            "pairs",
            "1 2",
            ["member and kit must be unique together. List all rows of repeated member/kit pairs."],
        ),
        ("there", "4", ["start must be before or on stop, comparing only dates that are there."]),
        ("groups-of-digits", "2", ["tag is written in the form 101-22 (three and two digits)."]),
        ("equal", "2", ["deposit has the same value as price."]),
        ("not-so", "4", ["Flag rows where price is above 50 but deposit is not filled."]),
        ("ellipsis", "", ["Flag rows where price is above 50 but deposit is not."]),
        (
            "senseless",
            "2",
            ["A hire with a start but no stop makes no sense and has to be reported."],
        ),
        (
            "norm",
            "4",
            ["Our file should be fresh: flag hires with start after 2024-03-05 and no deposit."],
        ),
        ("dash", "2", ["tag is three digits, a dash and two digits - list those that are not."]),
        ("less", "5", ["Hires paid by cash cost at least 15. Are there any that cost less?"]),
        ("length", "2", ["tag starts with 10 and is 6 characters long altogether."]),
    ],
    "visits": [
        ("ends-it", "2", ["When a guest is filled in, it must appear at the end of the slip."]),
        ("col", "2 4", ["Flag a visit if its day is the same as the day of the row above it."]),
        (
            "copies",
            "3 4",
            ["Nobody pays two visits on the same day: guest and day_col must not repeat."],
        ),
        ("at-all", "4", ["Are there visits with no desk at all?"]),
    ],
    "hires members": [
        (
            "nowhere",
            "4",
            ["member refers to members.member; flag the hires where it points nowhere."],
        ),
        ("blank", "4 5", ["Every member must exist in members. Blank keys are flagged too."]),
    ],
    "members hires": [
        ("several", "m1", ["A member may have at most one hire; list the members with several."]),
    ],
    "members": [
        ("capital", "m2", ["Is each called written with a capital letter at the start?"]),
    ],
}

DECLINED = (
    ("visits", "Nobody pays two visits on the same day: desk must be filled."),
    ("probe_readings", "Flag every reading that differs from the previous reading of its probe."),
    ("probe_readings", "Flag low readings (exactly this spelling)."),
    ("hires", "Tent rows should be fresh: flag hires that start after 2024-03-05."),
    (
        "hires",
        "member and kit must be unique together. List all rows of repeated member and role pairs.",
    ),
    ("hires", "tag is written in the form 101-22 (two and two digits)."),
    ("members hires", "A member may have at most two hires; list the members with several."),
    ("hires", "price must be paid by cash."),
)

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
