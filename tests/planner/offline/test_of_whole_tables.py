"""What holds of a whole table or of some rows, told shortly, asked and scoped."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "ferries": (
        ("ferry", "harbour", "deck", "cars", "crew_code", "sails_on", "manifest"),
        ("F1", "Kiel", "upper", 10, "1AB", "2026-03-01", '{"port": "Oslo", "tons": 4}'),
        ("F2", "Kiel", "lower", 12, "AB2", "2026-03-02", '{"port": "Riga", "tons": 2.5}'),
        ("F3", "Kiel", "upper", 12, "3C4", "2026-03-02", '{"port": 7, "tons": 3}'),
        ("F4", "Turku", "lower", 11, "ABC", "2026-03-05", '{"port": "Oslo"}'),
        ("F5", "Turku", "upper", 30, "9", "2026-03-04", ""),
    ),
    "berths": (
        ("berth_no", "pier", "tide", "skipper", "boat"),
        (1, "east", "morning", "Ann", "Elsa"),
        (2, "east", "morning", "Ann", "Mona"),
        (3, "east", "evening", "Bo", "Elsa"),
        (4, "west", "morning", "Cid", "Elsa"),
        (5, "west", "morning", "Ann", "Elsa"),
    ),
}

FLAGGED = {
    "ferries": [
        ("columns", "0", [
            "exactly 7 columns",
            "7 columns",
            "seven columns, no more and no fewer",
            "column count: 7",
            "The number of columns must be 7.",
            "Are there exactly seven columns?",
            "The table should be seven columns wide.",
            "between 5 and 7 columns",
            "There may be at most 7 columns.",
            "Is there a column called deck?",
            "Does the table have the columns deck and cars?",
        ]),
        ("no-columns", "1", [
            "at most 6 columns",
            "columns: exactly 8",
        ]),
        ("other-columns", "4", [
            "The columns must come in the order ferry, deck, cars.",
            "columns: ferry, deck, cars (in this order)",
            "columns: ferry, deck and cars, nothing else",
        ]),
        ("rows", "0", [
            "exactly 5 rows",
            "at least 2 rows on the upper deck",
            "6 rows, give or take 2",
            "We expect roughly 6 ferries, plus or minus 1.",
            "The table should be about 6 rows: between 4 and 8.",
        ]),
        ("no-rows", "1", ["at least 6 ferries", "30 rows, plus or minus 20"]),
        ("most", "0", [
            "Is Kiel the harbour with the most ferries?",
            "Kiel must be the harbour with the most ferries.",
            "The harbour with the most rows must be Kiel.",
            "Is upper the deck used most?",
            "Is Kiel still the most common harbour?",
            "Does Kiel have the most ferries of all harbours?",
            "Is harbour Kiel the most common harbour?",
        ]),
        ("not-most", "1", ["The harbour with the most answers must be Turku."]),
        ("kinds", "0", ["exactly two harbours", "Are there at least two harbours?"]),
        ("too-few-kinds", "1", ["There should be at least three decks."]),
        ("still", "0", [
            "Is the highest cars still no more than 30?",
            "Is the average of cars still under 20?",
            "Does the total of cars stay below 80?",
            "Has the highest cars remained under 31?",
            "Do the cars add up to 75?",
            "cars in total: at most 75",
        ]),
        ("not-still", "1", ["Does the largest cars stay below 30?"]),
        ("scoped", "0", [
            "Looking only at Kiel, the average of cars must not exceed 12.",
            "For Kiel alone, the average of cars must be at most 12.",
            "Kiel's average cars must not exceed 12.",
            "Kiel must have at least two ferries.",
        ]),
        ("among", "F2 F3", [
            "Among the Kiel ferries, flag those with a cars above 10.",
            "Of the Kiel ferries, show me any with cars above 10.",
            "Among the Kiel ferries, there must be none with a cars above 10.",
            "Among the Kiel ferries, are there any with cars above 10?",
        ]),
        ("ends", "F4", [
            "A crew code must start with a digit, end with one, or both.",
            "crew_code must begin or end with a digit.",
            "crew_code must start with a digit or must end with a digit.",
            "Flag ferries whose crew_code neither starts nor ends with a digit.",
            "Either the first or the last character of crew_code must be a digit.",
        ]),
        ("both-ends", "F1 F2 F4", ["crew_code must start and end with a digit."]),
        ("level", "F4", [
            "cars may stand still but must not go down.",
            "The cars may stay the same, but they may never fall from one row to the next.",
            "cars may go up or stay the same, but never down.",
            "cars may only go up or stay where it is.",
        ]),
        ("type", "F2 F4", [
            'A manifest, if there is one, must be a JSON object with a whole-number field "tons".',
            'The field "tons" in the manifest must be a whole number.',
            'Every manifest must be a JSON object. Its field "tons" must be a whole number.',
            'manifest must be a JSON object whose field "tons" is a whole number of at most 4.',
        ]),
        ("type-denied", "F4", [
            'Flag manifests whose field "tons" is not a number.',
            'No manifest may lack the field "tons".',
        ]),
        ("types", "F3 F4", [
            'manifest must be a JSON object with a text field "port" and a number field "tons".',
        ]),
        ("shares", "0", [
            "cars must lie between 10 and 12 in 80% of the rows.",
            "The cars of 80% of the ferries must lie between 10 and 12.",
            "At least 80% of the cars values must be distinct.",
            "Does deck contain upper and lower?",
            "None of upper and lower may be missing from deck.",
        ]),
    ],
    "berths": [
        ("once", "4 5", [
            "Per pier and tide, each boat may appear only once.",
            "Within one pier and tide no boat may occur twice.",
        ]),
        ("groups", "1", [
            "Flag tides with fewer than two boats.",
            "In each pier: at least 3 rows",
        ]),
        ("one-boat", "1 2 5", [
            "A skipper can be in only one boat per tide.",
            "On any one tide, a skipper may be in only one boat.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("ferries", "not 7 columns"),
    ("ferries", "There may be at least 5 columns."),
    ("ferries", "Is there no column deck?"),
    ("ferries", "columns: ferry, deck"),
    ("ferries", "The table should be about 30 rows: between 4 and 8."),
    ("ferries", "The table should have roughly 6 rows."),
    ("ferries", "Is Kiel not the harbour with the most ferries?"),
    ("ferries", "Is Kiel the harbour with the most upper ferries?"),
    ("ferries", "No harbour may have more ferries than Kiel."),
    ("ferries", "Is harbour upper the most common deck?"),
    ("ferries", "at most 12 cars"),
    ("ferries", "There must be at least 3 cars."),
    ("ferries", "The number of decks must be two."),
    ("ferries", "Is the highest cars still above 10?"),
    ("ferries", "Is the highest cars above 10?"),
    ("ferries", "Did the largest cars not stay below 30?"),
    ("ferries", "Not only for Kiel, the average of cars must be at most 12."),
    ("ferries", "Everybody in Kiel must have at most 30 cars on average."),
    ("ferries", "Among the Kiel ferries, only flag those with a cars above 10."),
    ("ferries", "Among the Kiel ferries, flag all but those with a cars above 10."),
    ("ferries", "crew_code must start with a digit, end with one, but not both."),
    ("ferries", "cars may stand still but must rise."),
    ("ferries", "cars may go up or down, but not stand still."),
    ("ferries", 'Every manifest must be a JSON object. Its field "tons" may be a whole number.'),
    ("ferries", 'manifest must be a JSON object whose field "tons" is not a whole number.'),
    ("ferries", 'Every crew_code must be a JSON object with a whole-number field "tons".'),
    ("ferries", 'manifest must be a JSON object whose field "tons" is a number or empty.'),
    ("ferries", 'manifest must be a JSON object with a text field "port", if there is one.'),
    ("ferries", 'manifest must be a JSON object. Its field "tons", if given, must be a number.'),
    ("ferries", "In every harbour there must be at least two cars."),
    ("ferries", "Flag harbours with more than 20 cars."),
    ("ferries", "cars may be above 12 in 5% of the rows."),
    ("ferries", "At least 80% of the cars values must be unique."),
    ("ferries", "Does deck contain upper or lower?"),
    ("berths", "Not per pier, each boat must be unique."),
    ("berths", "A skipper can be in only two boats per tide."),
]

checked, test_the_whole_is_judged, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
