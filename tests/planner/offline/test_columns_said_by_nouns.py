"""Rules over pairs of rows and over two columns, said by the nouns of an owner."""

from __future__ import annotations

from tests.planner.offline.riding_school import SCHOOL
from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    **SCHOOL,
    "trips": (
        ("trip_no", "dep_at", "dep_city", "arr_at"),
        ("T1", "2024-01-02", "Bonn", "2024-01-03"),
        ("T2", None, "Kiel", "2024-01-03"),
        ("T3", "2024-01-06", None, "2024-01-04"),
    ),
    "sailings": (
        ("sailing_no", "dep_at", "dep_tm", "arr_at"),
        ("B1", "2024-01-02", "08:00", "2024-01-03"),
        ("B2", None, "09:00", "2024-01-03"),
    ),
    "members": (
        ("member_no", "joined_on", "ref_by"),
        ("M1", "2020-01-01", None),
        ("M2", "2019-01-01", "M1"),
    ),
    "deliveries": (
        ("parcel_no", "delivered_on", "delivery_address"),
        ("P1", "2024-01-02", "Bonn"),
        ("P2", None, "Kiel"),
        ("P3", "2024-01-06", None),
    ),
    "lines": (
        ("line_no", "order", "folder", "binder", "packer"),
        (1, "A1", "Jo", "Li", "Mo"),
        (2, "A1", "Jo", "Jo", None),
        (3, "A2", None, "Li", "Li"),
        (4, "A3", None, "Li", None),
    ),
    "casks": (
        ("cask_no", "size_l", "fill_l", "length_cm", "width_cm", "BuiltYear", "RestYr", "wood",
         "region"),
        ("K1", 200, 180, 90, 60, 2001, 2010, "oak", "Nord"),
        ("K2", 200, 220, 90, 70, 2011, 2010, "Oak", "Nord"),
        ("K3", 100, 100, 50, 40, 2012, None, "acacia", "Sued"),
        ("K4", 100, 120, None, 40, 2015, 2015, "acacia", "Sued"),
    ),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "rides": [
        (
            "common",
            "11 14",
            [
                "Flag all rides that have both the horse and the start in common with another "
                "ride.",
                "No two rides may have the horse and the start in common.",
            ],
        ),
    ],
    "orders": [
        (
            "departures",
            "A1 A4",
            ["Flag orders that have the departure time in common with another order."],
        ),
        (
            "more",
            "A2 A4",
            [
                "Show the orders in which more sheets were printed than were planned.",
                "Show orders where more sheets were printed than planned.",
                "Flag orders for which more sheets have been printed than planned.",
                "In no order may more sheets be printed than were planned.",
                "There must never be more sheets printed than planned.",
            ],
        ),
        ("fewer", "A1", ["Flag orders in which fewer sheets were printed than planned."]),
    ],
    "trips": [
        ("in-time", "T3", ["The departure must be before the arrival."]),
        ("time-there", "T2", ["The departure time must be filled."]),
        ("on-weekday", "T3", ["Every departure must be on a weekday."]),
    ],
    "members": [
        ("abbreviated", "M2", ["Flag members referred by a member who joined after them."]),
    ],
    "deliveries": [("day-there", "P2", ["The delivery date must be filled."])],
    "riders": [
        (
            "twice",
            "1 4",
            [
                "Flag riders we may have entered twice, i.e. those who have first name, last name "
                "and date of birth in common with another rider.",
                "Find riders who may have been registered twice, that is all riders who share "
                "first "
                "name and last name with another rider.",
                "Show possible duplicates, i.e. riders who have the same first name and last name "
                "as "
                "another rider.",
                "Flag all those who have first name and date of birth in common with another "
                "rider.",
            ],
        ),
        (
            "later",
            "3",
            [
                "Flag riders who were brought by a rider that joined later than they did.",
                "Flag riders who were brought (brought_by) by a rider that joined after them.",
                "No rider may be brought by a rider who joined after them.",
                "Riders must be brought by a rider who joined before them.",
            ],
        ),
        ("earlier", "2", ["Flag riders brought by a rider who joined earlier than they did."]),
    ],
    "horses": [
        (
            "another",
            "H3 H4",
            [
                "If dam_no is filled, it is the horse_no of another horse in the same table, "
                "never the "
                "row's own.",
                "If dam_no is filled, it must be the horse_no of another horse.",
                "dam_no must be the horse_no of another horse in this list, never its own.",
            ],
        ),
    ],
    "lines": [
        (
            "two-roles",
            "2 3",
            [
                "Nobody may be named in two of folder, binder and packer of a line.",
                "Is the same person ever down for two positions in one line, among folder, binder "
                "and "
                "packer? Empty ones do not count.",
                "Is anyone ever entered in more than one of folder, binder and packer in the same "
                "line?",
                "The same person must not stand in two of folder, binder and packer of one row.",
            ],
        ),
        (
            "both",
            "2",
            [
                "No one may be both folder and binder of a line.",
                "Is somebody ever listed as both folder and binder in the same line?",
            ],
        ),
    ],
    "casks": [
        (
            "sum-of-each",
            "K2",
            [
                "Length and width of a cask together may come to 150 cm at the very most.",
                "Length and width of a cask may add up to no more than 150 cm.",
                "Length and width of a cask must total at most 150 cm.",
                "Length and width of each cask together must not come to more than 150 cm.",
                "The length and the width of any cask together must come to at most 150 cm.",
            ],
        ),
        ("each-of-both", "", ["Length and width of a cask may be at most 90 cm."]),
        ("sum-of-all", "1", ["Length and width of all casks together may come to 300 at most."]),
        (
            "filled-with",
            "K2 K4",
            [
                "Report casks filled with more litres than their size allows.",
                "No cask may be filled with more than its size allows.",
            ],
        ),
        (
            "shortened",
            "K2",
            [
                "No cask can have been restored before it was built.",
                "No cask can have been restored in a year before it was built.",
                "No cask may be restored in any year before the year it was built.",
            ],
        ),
        (
            "alike",
            "K1 K2",
            [
                "All casks of a region are of the same wood. Where a region shows more than one "
                "wood, "
                "each of its casks is to be flagged.",
                "Wherever a region comes with several woods, flag all its casks.",
            ],
        ),
        ("done-alike", "", ["All casks of a region are sized alike."]),
        (
            "such-values",
            "K1 K2",
            [
                "Some woods were typed in several ways that differ in nothing but capital and "
                "small "
                "letters. Flag all casks of such woods.",
                "A few woods appear in more than one capitalisation. Flag the casks of these "
                "woods.",
            ],
        ),
    ],
}  # fmt: skip

DECLINED = [
    ("trips", "The departure must be filled."),
    ("trips", "Departures must be unique."),
    ("trips", "The departure must differ from the arrival."),
    ("sailings", "The departure time must be filled."),
    ("sailings", "The departure must be filled."),
    ("members", "Flag members refused by a member who joined after them."),
    ("members", "Flag members refunded by a member who joined after them."),
    ("deliveries", "The delivery must be filled."),
    ("deliveries", "Deliveries must be unique."),
    ("rides", "Flag rides that have the horse or the rider in common with another ride."),
    ("rides", "Flag rides that do not have the horse in common with another ride."),
    ("orders", "Show the orders in which more sheets were printed than ordered."),
    ("orders", "Show the orders in which more sheets were not printed than were planned."),
    ("orders", "There must be more sheets printed than planned."),
    ("riders", "Flag riders we may have entered twice, i.e. those who have no first name."),
    (
        "riders",
        "Flag riders we may have entered twice, i.e. those who have first name or last name in "
        "common with another rider.",
    ),
    ("riders", "Flag riders who were not brought by a rider that joined later than they did."),
    ("riders", "Flag riders who brought a rider that joined later than they did."),
    ("horses", "If dam_no is filled, it is not the horse_no of another horse."),
    ("horses", "dam_no must be the horse_no of another horse, never empty."),
    ("lines", "No one may be both folder and binder."),
    ("casks", "Length and width of a cask may come to at most 150 cm."),
    ("orders", "The department must be filled."),
    ("lines", "No one may be both folder and binder of one order."),
    ("lines", "No one may be in all of folder, binder and packer of a line."),
    ("lines", "The same person must be both folder and binder of a line."),
    ("casks", "No cask can have been restored in the year before it was built."),
    ("casks", "Length and width of any region together must come to at most 150 cm."),
    ("casks", "Length and width of a cask together may come to at least 210 cm."),
    ("casks", "Length and width together may come to 150 cm at the very most."),
    ("casks", "Report casks filled with more than 100 litres than their wood allows."),
    ("casks", "Where a region shows more than one wood, each of its casks must be oak."),
    ("casks", "Where a region shows more than one wood, none of its casks is to be flagged."),
    (
        "casks",
        "All casks of a region have the same size. Where a region shows more than one wood, each "
        "of "
        "its casks is to be flagged.",
    ),
    (
        "casks",
        "Some woods were typed in several ways that differ in nothing but capital and small "
        "letters. "
        "Flag all casks of such regions.",
    ),
    ("casks", "Some woods were typed in several ways. Flag all casks of such woods."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
