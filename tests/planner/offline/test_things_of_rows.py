"""Things with rows of their own: what each goes with, and whose names are columns."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "mill": (
        (
            "row",
            "mill_name",
            "owner_id",
            "owner_name",
            "grain",
            "grain_code",
            "phone",
            "kind",
            "pump",
        ),
        (1, "Upper", 7, "Orr", "oats", "oa-1", 11, "water mills", "yes"),
        (2, "Upper", 7, "Orr", "rye", "ry-1", 11, "water mills", "no"),
        (3, "Lower", 8, "Ash", "rye", "ry-2", 12, "wind mills", "no"),
        (4, "Lower", 8, "Ashe", "oats", "ry-3", 12, "wind mills", "yes"),
        (5, "Lower", 8, None, "corn", "co-1", 12, "wind mills", "yes"),
    ),
    "kilns": (
        ("kiln_id", "year", "smith", "fuel", "note"),
        (1, 1940, None, "oak", "none"),
        (2, 1960, "Orr", "ash,oak", None),
        (3, 2001, None, "ash,ash", "ok"),
        (4, 2011, "Ash", "oak", "N/A"),
    ),
    "visits": (
        ("id", "room_id", "room_name", "guide"),
        (1, 5, "Hall", "Ann"),
        (2, 5, "Hall", "Ann"),
        (3, 6, "Loft", "Bo"),
        (4, 6, "Lofts", "Cy"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "mill": [
        (
            "differ",
            "3 4 5",
            [
                "All rows of an owner_id have the same owner_name; if they differ, flag the whole "
                "owner_id.",
                "All rows of an owner_id have the same owner_name. Where they differ, flag all of "
                "them.",
            ],
        ),
        (
            "one",
            "3 4",
            [
                "For one owner_id there can only be one owner_name.",
                "No owner_id may have two versions of the owner_name.",
            ],
        ),
        ("names", "3 4", ["Flag owners whose name begins with 'Ash'."]),
        (
            "sides",
            "4",
            [
                "Rows whose grain code begins with ry belong to the grain rye, and nothing else "
                "does. Flag rows where only one of the two holds.",
            ],
        ),
        ("owned", "5", ["Flag all owners' rows where owner_name is empty."]),
        ("digits", "1 2 3 4 5", ["A phone with other than 3 digits is wrong."]),
        ("counted", "1", ["There must be at least 5 mills."]),
        ("kinds", "2", ["Water mills must have pump yes."]),
    ],
    "kilns": [
        ("before", "1", ["Kilns before 1950 need a smith.", "Kilns up to 1960 must have a smith."]),
        ("from", "3", ["Kilns from 2001 on must have a smith."]),
        ("made", "4", ["Flag kilns built after 2001."]),
        ("asked", "1", ["Check the year where it is known: it must not be below 1950."]),
        ("never", "1", ["note may be blank, but never 'none'."]),
        ("ends", "3 4", ["A kiln_id above 2 must be flagged."]),
        ("such", "1 4", ["Any fuel beginning with oak has to be reported."]),
        ("reason", "1 3", ["Every kiln needs a smith, or else we cannot sort it."]),
    ],
    "visits": [
        (
            "that",
            "3 4",
            ["Each room id has exactly one room name; otherwise flag every visit of that id."],
        ),
        ("seen", "1", ["Flag rooms visited by fewer than two guides."]),
        ("copies", "1 2", ["Flag visits that occur more than once by room_name, all copies."]),
    ],
}

DECLINED = [
    ("mill", "phone must be unique; if they differ, flag the whole owner_id."),
    (
        "mill",
        "All rows of an owner_id have the same owner_name; if they differ, flag the whole grain.",
    ),
    ("mill", "No two mills may have the same phone."),
    ("mill", "Count all owners' rows."),
    ("mill", "Every mill must be held by owner_name Orr."),
    ("kilns", "No kiln may have the note of its smith."),
    ("kilns", "No fuel may be listed twice in a cell."),
    ("kilns", "Check the smith where it is known: it must not be empty."),
    ("kilns", "Every kiln needs a smith, or else we need to have a note."),
    ("kilns", "Kilns fired before 1950 need a smith."),
    ("mill", "Owners whose name begins with 'Ash' must be fewer than 4."),
    ("mill", "pump is yes or no. Flag rows where only one of the two holds."),
    ("visits", "Each room id has exactly one room name; otherwise flag every visit of the id."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
