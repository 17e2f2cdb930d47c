"""Rows linked with others: by a key, by what they are called, by who is older than whom."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "bikes": (
        ("bike_id", "kind", "owner", "price", "maker"),
        ("B1", "Road", "Ann", 900, "Volta"),
        ("B2", "Cargo", "Ben", 400, "Kite"),
        ("B3", "road", "Cid", 250, "Volta"),
        ("B4", "Tandem", "Dee", 300, "Moss"),
    ),
    "hires": (
        ("hire_id", "bike_id", "owner", "hired_on", "tariff"),
        ("H1", "B1", "Ann", "2026-03-01", "day"),
        ("H2", "B1", "Bob", "2026-03-02", "hour"),
        ("H3", "B2", "Ben", "2026-03-02", "day"),
        ("H4", "B3", "Cid", "2026-03-04", "day"),
    ),
    "kinds": (("kind", "label"), ("Road", "fast"), ("Cargo", "big"), ("City", "slow")),
    "riders": (
        ("rider_id", "full_name", "born", "coach_id", "gender", "club", "trainer", "medal"),
        ("R1", "Dr. Ann Lee", "1960-01-01", "", "f", "North", 1, 0),
        ("R2", "Mr. Drew Kay", "1950-05-05", "R1", "m", "North", 0, 1),
        ("R3", "Mrs. Eve Ray", "1990-05-05", "R1", "m", "South", 1, 1),
        ("R4", "Prof. Max Lee", "1991-02-02", "R2", "m", "South", 0, 0),
    ),
    "slots": (
        ("slot_id", "court", "hour", "plate"),
        ("S1", "A", 8, "AB123"),
        ("S2", "A", 8, "C7"),
        ("S3", "A", 9, "XY"),
        ("S4", "B", 8, "ZZ9"),
    ),
}

FLAGGED = {
    "hires bikes": [
        ("not-theirs", "H2", [
            "Flag hires where owner is not the owner of the bike being hired.",
            "Flag hires whose owner is not the owner of the bike.",
            "Flag hires whose owner differs from the owner of the bike being rented.",
            "owner must be the owner of the bike being hired.",
            "owner must not differ from the owner of the bike being hired.",
            "Is there a hire where owner is not the owner of the bike being hired?",
        ]),
        ("theirs", "H1 H3 H4", ["Flag hires where owner is the owner of the bike being hired."]),
    ],
    "bikes hires": [
        ("idle", "B4", [
            "List idle bikes (those with no rows in hires).",
            "Flag unused bikes, that is, those without any row in hires.",
            "Is there an unused bike, i.e. one with no rows in hires?",
            "Flag forgotten bikes (bikes without rows in hires).",
        ]),
        ("mixed", "B1", [
            "Flag bikes that mix several tariffs.",
            "Flag bikes whose hires have different tariffs.",
            "Flag bikes with hires of several tariffs.",
            "Flag bikes whose hires do not all have the same tariff.",
            "A bike must not mix tariffs.",
            "Each bike must have hires of only one tariff.",
            "A bike must not have hires with different tariffs.",
            "All hires of a bike must have the same tariff; flag bikes that mix several.",
            "All hires of a bike must have the same tariff. Flag bikes where this is not so.",
        ]),
        ("cheap", "", ["Flag bikes with price below 500 that mix several tariffs."]),
    ],
    "bikes kinds": [
        ("unknown", "B3 B4", [
            "The kind of each bike must appear in kinds with exactly the same name.",
            "Each bike's kind must appear in kinds, spelled exactly the same.",
            "kind must be found in kinds under exactly the same name.",
            "Flag bikes whose kind is not in kinds (same spelling).",
        ]),
    ],
    "riders": [
        ("older", "R2", [
            "Nobody may be older than the rider in coach_id.",
            "Flag riders who are older than their coach.",
            "Nobody should be older than their coach (compare born).",
            "Every rider must be no older than their coach.",
        ]),
        ("younger", "R3 R4", ["Flag riders who are younger than their coach."]),
        ("title", "R1 R4", [
            "Flag riders whose full_name has the title 'Dr.' or 'Prof.'.",
            "Flag riders whose full_name has 'Dr.' or 'Prof.' in it.",
            "Flag riders with 'Dr.' or 'Prof.' in their full_name.",
            "full_name must not have 'Dr.' or 'Prof.' in it.",
        ]),
        ("word", "R1", ["Flag riders whose full_name has the title 'Dr'."]),
        ("titled", "R3", [
            "A full_name with the title 'Mrs.' must have gender f.",
            "A rider whose full_name has the title 'Mrs.' must have gender f.",
        ]),
        ("neither", "R2 R3", ["Flag riders whose full_name has neither 'Dr.' nor 'Prof.' in it."]),
        ("both", "R3", [
            "Flag riders marked as a winner (medal 1) although trainer is 1.",
            "Flag riders with medal 1 although trainer is 1.",
            "Flag riders counted as a winner (medal 1) even though trainer is 1.",
            "Riders marked as winners (medal 1) must not be trainers (trainer 1).",
        ]),
        ("no-winner", "R1", [
            "Flag riders that are not marked as winners (medal 1) although trainer is 1.",
        ]),
        ("clubs", "R2", [
            "Flag riders whose club is the club of their coach.",
        ]),
        ("other-club", "R3 R4", ["Flag riders whose club is not the club of their coach."]),
        ("one", "R2 R3", ["Flag riders with medal 1 although trainer is 1 or gender is m."]),
    ],
    "slots": [
        ("twice", "S1 S2", [
            "court plus hour must not repeat.",
            "court together with hour must be unique.",
            "Flag slots with the same court at the same hour.",
            "Are there slots with the same hour on the same court? Show all of them.",
            "No two slots may have the same hour on the same court.",
            "Each court may be in each hour once only.",
        ]),
        ("sum", "S1 S2 S3 S4", ["hour plus hour must be above 100."]),
        ("spelt", "S2 S3", [
            "plate: two capital letters, then only digits",
            "plate: two capital letters, then digits only",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("hires bikes", "Flag hires where owner is not tariff."),
    ("bikes hires", "Flag bikes whose hires have more than one tariff."),
    ("bikes hires", "All hires of a bike must have the same tariff; flag hires that mix several."),
    ("bikes hires", "Flag bikes that have hires of only one tariff."),
    ("bikes kinds", "Flag bikes whose kind does not appear in kinds with the same maker."),
    ("bikes kinds", "kind must appear in kinds with nearly the same name."),
    ("bikes kinds", "kind must appear in kinds, not with the same name."),
    ("riders", "Nobody should be older than their coach (compare club)."),
    ("riders", "Nobody should be older than the riders who have them as coach."),
    ("riders", "Flag riders marked as a trainer (medal 1) although club is North."),
    ("riders", "Flag riders not listed as winners (medal 1) with trainer 1."),
    ("riders", "Nobody should be ten years older than their coach."),
    ("riders", "Flag riders although trainer is 1."),
    ("riders", "A full_name with the title must have gender f."),
    ("slots", "Flag slots with the same court at a different hour."),
    ("slots", "Slots with the same court at the same hour must have the same plate."),
    ("slots", "plate: two capital letters, digits only"),
]

checked, test_linked_rows_are_found, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
