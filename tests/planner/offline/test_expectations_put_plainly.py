"""Expectations put plainly: SQL patterns without quotes, what we keep, JSON keys, or better."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "kilns": (
        ("kiln_no", "maker", "fuel", "batch", "stars", "heat", "turns", "fired", "slip", "wood"),
        (1, "Rhode", "gas", "KX1", 5, 900, 3, "03/04/2024", '{"clay": 2, "ash": 1}', "no-5"),
        (2, "Rohde", "wood", "KY2", 4, 1000, 2.5, "31/04/2024", '{"clay": "2", "ash": 1}', "no-5"),
        (4, "Nabertherm", "peat", "12%", 3, 950, 1, "2024-04-05", '{"ash": 1}', "oak-1"),
        (3, "Nabertherm", "gas", "KX9", 2, None, None, "04/05/2024", None, "oak-1"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "kilns": [
        ("like", "2 4", ["Flag every batch that does not match the SQL pattern KX%."]),
        ("likes", "4", ["batch must match either KX% or KY%."]),
        ("date", "2 4", ["fired must match %d/%m/%Y."]),
        ("quoted", "2 4", ["fired must match the format '%d/%m/%Y'."]),
        ("deal", "4", ["We work with gas and wood; any other fuel is a mistake."]),
        ("only", "4", ["We use gas and wood only."]),
        ("keys", "2 4", ["slip must be a JSON object with the keys clay and ash, both integers."]),
        ("key", "2 4", ["slip must be a JSON object with a key clay that holds a number."]),
        ("pairs", "2", ["Allowed pairs of fuel and wood: gas/no-5, peat/oak-1, gas/oak-1."]),
        ("rows", "1", ["Between 5 and 9 kilns should be in the file."]),
        ("better", "1", ["The median stars must be 4 or better."]),
        ("nowhere", "3", ["heat is missing nowhere."]),
        ("number", "1 2 4 3", ["batch must be a number, not text."]),
        ("where", "2", ["turns is a whole number everywhere it is filled in."]),
        ("mode", "1", ["Which fuel is the most frequent? We expect peat."]),
        ("short", "4", ["fuel gas or wood"]),
        ("all", "1", ["fuel must be gas or wood, and each of the two must occur."]),
        ("each", "1", ["Gas, wood and coal all have to appear as fuel."]),
        ("columns", "1", ["How many columns does kilns have? It should be nine."]),
        ("header", "1", ["Expect a column called glaze."]),
        ("grows", "3", ["Does kiln_no always increase?"]),
        ("extreme", "1", ["The lowest heat we measured must be at least 950."]),
    ]
}

DECLINED = [
    ("kilns", "We dropped gas and wood only."),
    ("kilns", "The median heat must be 950 or better."),
    ("kilns", "The average heat we measured must be at least 950."),
    ("kilns", "heat must be above 800, not text."),
    ("kilns", "fuel must be gas or wood, and each of the three must occur."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
