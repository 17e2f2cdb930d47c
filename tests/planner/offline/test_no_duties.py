"""What is asked of no row, of all rows together, or can never fail, and small words that count."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "tides": (
        ("tide", "level", "surge", "code", "gauge", "sort"),
        (1, 10, 4, "C-12", "north", "low"),
        (2, 30, 6, "C-12", "north", "high"),
        (3, 20, 5, "C-40", "south", "low"),
        (4, None, 9, "C-99", "south", None),
    ),
    "parcels": (
        ("parcel_id", "depot_id", "grams"),
        ("P1", "D1", 10),
        ("P2", "D9", 20),
        ("P3", None, 30),
    ),
    "runs": (
        ("run", "shift", "glaze", "boss_id", "run_code", "shipped_on", "ticket", "price"),
        ("R1", "day", "gloss", None, "A-1", "2024-01-01", 900, 5),
        ("R2", "night", "matt", "R1", "B 2", None, 800, 6),
        ("R3", "night", "gloss", "R2", "C", None, 700, 7),
    ),
    "steps": (
        ("step", "run"),
        (1, "R1"),
        (2, "R2"),
    ),
    "depots": (
        ("depot_id", "town"),
        ("D1", "Bern"),
        ("D2", "Genf"),
    ),
}

FLAGGED = {
    "tides": [
        ("row-before", "3", [
            "For each tide, level must not be below that of the tide before.",
        ]),
        ("if-somebody", "", ["If somebody has a level, surge must be above 0."]),
        ("answer-denies", "4", ["Is level ever missing? It must not be."]),
        ("no-doubles", "1 2", ["Are there any duplicate codes? There must not be."]),
        ("over-all-filled", "4", ["Across all tides, level must be filled."]),
        ("or-equal", "2", ["level is below 20 or is equal to 20."]),
    ],
    "runs": [
        ("neither-sign", "R1 R2", [
            "run_code: no spaces, no dashes.",
            "run_code: no dashes or spaces",
        ]),
        ("led-to", "R2", ["boss_id must be the run of somebody on the night shift."]),
    ],
    "parcels depots": [
        ("no-depot-is-fine", "P2", [
            "Flag parcels whose depot_id is not in depots. Parcels without a depot are fine.",
            "Every depot_id must exist in depots. Parcels without a depot are acceptable.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("tides", "Somebody must have a level above 20."),
    ("tides", "Nobody needs to have a level."),
    ("tides", "No tide has to have a level."),
    ("tides", "Is the code unique? It must not be."),
    ("tides", "Are all levels different? They must not be."),
    ("tides", "Is low our most common sort? It must not be."),
    ("tides", "sort is low or high; anything else is an error, blanks too."),
    ("tides", "level plus surge over all tides must be at most 30."),
    ("tides", "Tides with sort low must have a code that no other tide has."),
    ("tides", "Tides of north must not be south."),
    ("tides", "For each gauge and sort there must be at least one tide."),
    ("tides", "The average level per tide must be at most 30."),
    ("tides", "level must differ from 010."),
    ("tides", "Every working tide must have a level."),
    ("runs", "shift and glaze are never night or gloss."),
    ("runs", "min price per shift 5"),
    ("runs", "The dearest ticket must be below 850."),
    ("runs steps", "Runs that were never shipped must have a price below 7."),
    ("parcels depots", "Every parcel must have a depot. Parcels without a depot are fine."),
]

checked, test_duties_of_rows_are_read, test_what_is_no_duty_of_a_row_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
