"""A thing told in many rows is no row, and a word that is a header is no word for values."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "clinics": (
        ("row_no", "permit", "name", "town", "measure"),
        (1, "P1", "Alder", "Kiel", "waiting"),
        (2, "P1", "Alder", "Kiel", "hygiene"),
        (3, "P1", "Aldr", "Kiel", "staff"),
        (4, "P2", "Birch", "Bonn", "waiting"),
        (5, "P2", "Birch", "Bonn", "hygiene"),
        (6, "P2", "Birch", "Bonn", "staff"),
    ),
    "cars": (
        ("car_id", "plate", "name", "town"),
        (1, "K-1", "Fox", "Kiel"),
        (2, "K-2", "Owl", "Kiel"),
        (3, "K-2", "Elk", "Bonn"),
    ),
}

FLAGGED = {
    "clinics": [
        ("names", "1 2 3", [
            "Flag all rows of a permit that comes with different names.",
            "All rows of a permit must have the same name. Flag all rows of permits with "
            "several names.",
        ]),
        ("unique", "1 2 3 4 5 6", ["permit must be unique."]),
        ("rows", "", ["Each row must have a name.", "The row number must be unique."]),
    ],
    "cars": [
        ("one", "2 3", [
            "A plate stands for exactly one car.",
            "A plate belongs to one car and never to two.",
            "No plate may belong to two cars.",
        ]),
        ("codes", "2 3", ["A plate stands for exactly one car. Flag all rows of a plate."]),
    ],
}  # fmt: skip

DECLINED = [
    ("clinics", "A permit stands for exactly one clinic."),
    ("clinics", "In every row, permit must be unique."),
    ("clinics", "No two rows may have the same row."),
    ("clinics", "No permit may belong to two clinics."),
    ("clinics", "A permit is held by one clinic only."),
    ("clinics", "permit must be unique. Flag all rows of a permit that has several names."),
    ("cars", "A plate stands for exactly one car: flag all rows of a plate with different names."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
