"""Rows, columns and codes in everyday words: what rows are called, what is said again behind."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "boats": (
        ("length", "draft_depth", "draft_weight", "masts", "kind", "boat name", "cabins", "fee"),
        (7.5, 1.5, 900, 1, "sloop", "Anna", 2, 0),
        (7.75, 1.25, 1900, 2, "ketch", "Bella", 4, 120),
        (12.5, 2.5, 700, 2, "ketch", "Cara", 0, 80),
        (14.25, 0.5, 100, 3, "brig", "Dora", 9, 60),
    ),
    "soil_probes": (
        ("acid", "sand", "clay", "moisture", "field", "grade"),
        (6.5, 20, 30, 12.5, "north", 7),
        (6.5, 20, 30, 12.5, "north", 7),
        (4.5, 0, 10, 40.5, "south", 3),
        (7.25, 55, 0, 22.25, "north", 5),
    ),
    "loans": (
        ("ID", "paid_may", "paid_june", "billed_may", "billed_june", "rank", "left", "age"),
        (1, 10, -5, 30, 30, 1, 0, 40),
        (2, 0, 0, 0, 20, 0, 2, 17),
        (3, 50, 10, 20, 10, 4, 1, 30),
        (4, 70, 60, 80, 10, 9, 0, 55),
        (4, 70, 60, 80, 10, 2, 0, 50),
        (5, 0, 0, 0, 0, 3, 0, 60),
    ),
    "till_lines": (
        ("line", "SlipNo", "SlipDate", "buyer", "amount"),
        (1, "C100", "2024-01-02", "Ann", 5),
        (2, "C100", "2024-01-02", "Bo", -5),
        (3, "D101", "2024-01-02", "Cy", 0),
        (4, "D102", "2024-01-03", "Di", 7),
    ),
    "gulls": (
        ("tag", "coast", "sort", "bill_length", "bill_depth", "wing", "seen_on", "sex"),
        (1, "west", "herring", 50.5, 16, 420, 2019, "m"),
        (2, "east", "common", 33.5, 11, 350, 2020, None),
        (3, "east", "herring", 61.5, 20, 440, 2021, "x"),
        (4, "west", "common", None, 12, None, 2020, "f"),
        (5, "west", "common", None, None, None, 2019, "f"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "boats": [
        ("called", "14.25", ["Flag boats whose kind is not sloop or ketch."]),
        ("masts", "12.5", ["Two-mast boats must have at least 3 cabins."]),
        ("none", "7.5", ["Boats with a fee of 0 were given away; list them."]),
        ("then", "12.5", ["Boats with 2 masts are cruisers, so their cabins must be at least 3."]),
        ("side", "12.5 14.25", ["Flag boats whose draft is lighter than 800."]),
        (
            "trend",
            "0",
            ["Longer boats need more: length and cabins must be positively correlated."],
        ),
        ("rare", "14.25", ["A length above 14 is unusual; list these boats."]),
        (
            "name",
            "7.75",
            ["The fee must be under 100; anything higher scares us and has to be flagged."],
        ),
    ],
    "soil_probes": [
        ("whole", "6.5 6.5", ["No probe may be entered twice (all six columns equal)."]),
        ("mean", "0", ["On average the probes must have a clay of at most 20."]),
        ("percent", "4.5", ["moisture should be between 10 and 30 percent."]),
        ("either", "4.5 7.25", ["Flag probes with sand, clay or acid of 0."]),
        ("meant", "4.5", ["Flag sour probes, that is acid below 5."]),
        ("scale", "4.5", ["moisture is given in percent and can be neither below 5 nor above 30."]),
        ("better", "7.25", ["Probes of grade 5 or more should contain at least 10 clay."]),
    ],
    "loans": [
        ("fault", "1", ["Flag clients whose paid_june is below 0."]),
        ("list", "1", ["A payment can't be negative (paid_may, paid_june)."]),
        ("codes", "2 4", ["rank has only the documented codes 1 to 4."]),
        ("unknown", "2", ["rank 0 is undocumented; flag every client who has it."]),
        ("more", "3", ["List clients that paid more in paid_may than was billed in billed_may."]),
        ("all", "4", ["Flag clients with paid_may, paid_june and age all above 54."]),
        ("years", "2", ["The age must be at least 18 years."]),
    ],
    "till_lines": [
        ("things", "0", ["There must be at least 3 slips."]),
        ("owner", "1 2", ["All lines of a slip have the same buyer."]),
        ("code", "1", ["Slips starting with C must have a negative amount."]),
        ("so", "1", ["Slips starting with C are refunds, so their amount must be negative."]),
    ],
    "gulls": [
        ("place", "3", ["Herring gulls are found on no coast other than west."]),
        (
            "others",
            "4",
            ["A gull without bill_length has none of the other measurements (bill_depth, wing)."],
        ),
        ("blank", "3", ["sex must be m or f; an unknown sex is left blank."]),
        ("part", "3", ["Flag gulls whose bill is longer than 60."]),
        ("aside", "3", ["bill_length must be under 55. Leave out gulls where wing is 420."]),
    ],
}

DECLINED = [
    ("boats", "Flag cheap boats in the harbour, i.e. fee below 50."),
    ("boats", "Flag boats in the harbour that leak, that is fee below 50."),
    ("boats", "length takes the values 7 to 14."),
    ("boats", "Boats must be heavier than 1000."),
    ("soil_probes", "No probe may be entered twice (all five columns equal)."),
    ("soil_probes", "The sand must be under 50; anything higher may stay and has to be flagged."),
    ("loans", "No client may be entered twice."),
    ("loans", "rank 0 is undocumented."),
    ("loans", "rank must be filled; flag every client who has it."),
    ("boats", "Larger ketch boats need more: length and cabins must be correlated positively."),
    ("till_lines", "At least half of the slips must have an amount above 0."),
    ("till_lines", "Slips starting with C are D101, so their amount must be negative."),
    ("gulls", "wing is recorded in capital letters and must be above 300."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
