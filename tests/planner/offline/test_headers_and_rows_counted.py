"""How many rows and columns there are, which headers, and tables that are called by their month."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "kites_jul": (
        ("kite", "beach", "line_m", "flown_on", "price", "kind"),
        ("K1", "Sand", 40, "2024-07-01", 9, "delta"),
        ("K2", "Cove", None, "2024-07-09", 8, "box"),
        ("K3", "Sand", 60, "2024-08-02", 7, "box"),
    ),
    "kites_aug": (
        ("kite", "beach", "line_m", "flown_on", "price", "kind"),
        ("K1", "Sand", 40, "2024-08-03", 9, "delta"),
        ("K2", "Cove", 55, "2024-08-04", 8, "box"),
        ("K3", "Sand", 60, "2024-08-04", 8, "box"),
        ("K7", "Reef", 20, "2024-08-05", 8, "sled"),
    ),
    "moths_may": (("moth", "wing"), ("M1", 3), ("M2", None)),
}

FLAGGED: dict[str, list[Group]] = {
    "kites_jul": [
        (
            "rows",
            "0",
            ["The July kite list should contain three rows.", "Does kites_jul have 3 rows?"],
        ),
        ("other rows", "1", ["kites_jul: 4 rows", "At least four kites are expected."]),
        ("columns", "0", ["The table needs at least five columns but not more than seven."]),
        ("fewer columns", "1", ["The table needs at least two columns but not more than five."]),
        ("a column", "0", ["kites_jul must have a column beach."]),
        ("no such column", "1", ["kites_jul must have a column 'tail'."]),
        (
            "any order",
            "0",
            [
                "The columns kite, price and beach have to be there, in any order.",
                "kites_jul must have the columns price and kite, others are allowed.",
            ],
        ),
        (
            "just these",
            "1",
            [
                "The columns must be exactly kite, beach, line_m, price, "
                "flown_on; order does not matter."
            ],
        ),
        ("gaps", "0", ["line_m must not be missing in more than 1 row."]),
        ("no gaps", "1", ["line_m must not be missing in more than 0 rows."]),
        ("share", "1", ["line_m not null for 80% of rows"]),
        ("parts", "1", ["3 quarters of the kites should have a line_m."]),
        (
            "days",
            "K3",
            [
                "flown_on must lie between 1 and 31 July 2024.",
                "flown_on must lie between 1 June and 31 July 2024.",
            ],
        ),
        ("asked", "0", ["Which kind has the most kites? It should be box."]),
        ("asked of another", "1", ["Which kind has the most kites? It should be delta."]),
        ("of the filled", "0", ["At least 100% of the recorded line_m must be above 39."]),
        (
            "ends",
            "K1 K3",
            ["line_m has to be above 60 and below 90; exactly 60 or exactly 90 is wrong."],
        ),
        ("a date", "", ["Every flown_on must parse as a date."]),
        ("names", "K1", ["kind must be box, sled or phone."]),
    ],
    "kites_aug kites_jul": [
        (
            "unknown there",
            "K7",
            [
                "Flag August kites that do not appear in the July table.",
                "Flag kites of August that are not in the July list.",
            ],
        ),
        ("more rows", "1", ["kites_aug must not have more rows than kites_jul."]),
        ("as many", "1", ["The August list must have as many rows as the July list."]),
        ("twice", "1", ["The number of rows in kites_aug has to be twice that of kites_jul."]),
    ],
}

DECLINED = [
    ("kites_jul", "line_m has to be above 40 and below 90; exactly 50 or exactly 90 is wrong."),
    ("kites_jul", "line_m has to be at least 40 and below 90; exactly 40 or exactly 90 is wrong."),
    ("moths_may", "wing may be empty."),
    ("kites_jul", "flown_on must lie between 31 and 1 July 2024."),
    ("kites_jul", "flown_on must lie between 1 and 32 July 2024."),
    ("kites_jul", "The May kite list should contain three rows."),
    ("kites_aug kites_jul", "Flag September kites that do not appear in the July table."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
