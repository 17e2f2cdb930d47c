"""Plain rules over small tables of a harbour: bounds with remarks, short names, counts, reasons."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "raw_moorings": (
        (
            "mooring",
            "pier",
            "PierName",
            "kind",
            "depth",
            "fill_rate",
            "nickname",
            "number_of_boats",
        ),
        ("m1", "P1", "North", "buoy", 3, 0, "bo", 2),
        ("m2", "P1", "North", "berth", 4, 0.5, "  ", 0),
        ("m3", "P2", "South", "berth", -1, 1, None, 1),
        ("m4", "P2", "Sud", "buoy", 0, 1.2, "di", 0),
    ),
    "stays": (
        ("stay", "boat_id", "arrived_at", "left_at", "state", "fee", "guest", "age", "last_visit"),
        (1, "b1", "2024-05-01 08:00:00", "2024-05-01 19:00:00", "open", 5, "Dr. Ann", 40, None),
        (2, "b2", "2024-05-02 09:00:00", "2024-05-03 07:30:00", "paid", 9, "Dr. Bo", 12, "x"),
        (3, "b9", "2024-05-04 10:15:00", "2024-05-04 11:15:00", "paid", 0, "Cy", 4, None),
    ),
    "boats": (
        ("boat_id", "tow_boat_id", "BuiltYear", "hull_code", "flags"),
        ("b1", None, 1890, "12345", "red;blue"),
        ("b2", "b1", 1950, "1234", "red"),
        ("b3", "b3", 2001, "12-45", "green;red"),
        ("b4", "b9", 1899, "54321", "pink;blue"),
    ),
    "dst_stays": (("stay", "fee"), (1, 5), (2, 9), (3, 0)),
}

FLAGGED: dict[str, list[Group]] = {
    "raw_moorings": [
        (
            "ends",
            "m3 m4",
            [
                "fill_rate lies between 0 (allowed) and 1 (not allowed).",
                "fill_rate is between 0 (included) and 1 (excluded).",
                "fill_rate is from 0 (allowed) up to 1 (not allowed).",
            ],
        ),
        ("outer", "m1 m4", ["fill_rate is between 0 (excluded) and 1 (included)."]),
        (
            "bare",
            "m3",
            ["A mooring depth can be zero, but never negative.", "A mooring's depth is never < 0."],
        ),
        (
            "blank",
            "m2",
            [
                "A nickname may be left out, but one that consists only of spaces is an error.",
                "A nickname may be empty, but must not consist only of spaces.",
            ],
        ),
        (
            "short",
            "m3 m4",
            ["One pier has one PierName. Flag all rows of a pier that has more than one name."],
        ),
        ("none", "m2 m4", ["A mooring without boats must have a depth above 10."]),
        ("some", "m1 m3", ["Moorings with boats must have a depth above 3."]),
        ("zero", "m2 m4", ["Moorings with zero boats must have a depth above 10."]),
        ("per", "m1 m2", ["Each pier may have only one mooring per PierName."]),
    ],
    "stays": [
        ("reason", "1", ["Open stays are still unpaid: fee must be 0."]),
        ("age", "3", ["Children under 5 do not sail alone: fee must be above 0."]),
        ("titled", "2", ["Flag stays titled 'Dr.' in guest where age is below 18."]),
        ("scope", "1", ["On open, fee must be 0."]),
        ("comes", "", ["left_at comes on or after arrived_at."]),
        ("aged", "1 3", ["Nobody may be older than 39 or younger than 5."]),
        ("never", "", ["A negative fee is never allowed."]),
        ("seldom", "1", ["State open must have at least two stays."]),
        ("share", "2 3", ["Two stays may share a guest but not a state."]),
        ("as many", "1", ["Open stays must be at least as many as paid stays."]),
    ],
    "boats": [
        ("year", "b1 b4", ["BuiltYear must not be before 1900.", "BuiltYear must be after 1899."]),
        ("plain", "b2 b3", ["hull_code is five digits without any separators."]),
        (
            "list",
            "b4",
            [
                "flags is a semicolon-separated list in which only red, blue and green may occur.",
            ],
        ),
        ("other", "b3 b4", ["tow_boat_id must be the boat_id of some other boat."]),
        ("length", "1", ["hull_code must have the same length in every row. "]),
        ("use", "1", ["At least 5 hull_codes must be in use."]),
        ("seen", "1", ["hull_code 99999 must appear at least once."]),
    ],
    "stays dst_stays": [
        ("same", "0", ["Do stays and dst_stays have the same number of rows?"]),
        ("fewer", "1", ["Does stays have more rows than dst_stays?"]),
    ],
}

DECLINED = [
    ("stays", "A stay must end on the day it arrived."),
    ("stays", "Flag stays that left on the day they arrived."),
    ("stays", "Flag stays whose boat does not exist."),
    ("stays", "Flag stays whose boat_id does not exist."),
    ("stays", "Flag stays in state paid that have a fee."),
    ("stays", "Flag stays with a fee in state open."),
    ("stays", "Paid stays are rare: fee must be above 0."),
    ("stays", "Paid stays have been settled; fee must be above 0."),
    ("raw_moorings", "fill_rate lies between 1 (allowed) and 0 (not allowed)."),
    ("raw_moorings", "Is fill_rate above 0.5?"),
    ("raw_moorings", "A mooring with boats of a kind must have a depth above 3."),
    ("boats", "hull_code is five digits or a dash without any separators."),
    ("boats", "flags is a list in which only red, blue and green may occur."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
