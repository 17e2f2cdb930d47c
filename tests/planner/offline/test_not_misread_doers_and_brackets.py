"""Who did it and by when, lists in brackets, open endings, and words that are held elsewhere."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "loans": (
        ("loan_id", "reader", "librarian", "channel", "weekday", "origin", "price", "fine"),
        (1, "Ann", "Sue", "web", "Friday", "Rome", 4, 0),
        (2, "Bob", "Tom", "app", "Monday", "Paris", 5, 2),
        (3, "Ann", "Sue", "app", "Friday", "Bonn", 0, 8),
    ),
    "cities": (
        ("city_id", "city", "capital", "status", "code"),
        ("c1", "Rome", "primary", "open", "tt0111161"),
        ("c2", "Milan", "admin", "closed", "tt01111612"),
        ("c3", "Paris", "primary", "closed", "x0111163"),
        ("c4", "Lyon", None, "lost", "tt011"),
    ),
    "wines": (
        ("wine_id", "region", "grape", "tags", "alcohol", "sugar", "acid"),
        ("w1", "Lazio", "Merlot", "dry oak", 12, 3, 1),
        ("w2", "Baden", "Riesling", "sweet", 0, 9, 2),
        ("w3", "Lazio", "Pinot", "dry", 11, 0, 0),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "loans": [
        ("who took it", "3", [
            "Loans by Ann must have a price above 3.",
            "Loans made by Ann must have a price above 3.",
            "Loans returned by Ann must have a price above 3.",
        ]),
        ("who gave it", "3", ["Loans recorded by Sue must have a price above 3."]),
        ("way", "2 3", ["Flag loans made via the app.", "Flag loans by app."]),
    ],
    "cities": [
        ("of the name", "c2 c3", ["In big cities (Milan, Paris) the status must be open."]),
        ("of the kind", "c2 c3", ["In capital cities (primary, admin) the status must be open."]),
        ("no end", "c3 c4", ["The code starts with tt followed by at least seven digits.",
                                   "The code starts with tt followed by seven digits."]),
        ("end", "c2 c3 c4", [
            "The code starts with tt followed by exactly seven digits and nothing else.",
        ]),
    ],
    "wines": [
        ("quoted", "w1 w2 w3", ["Each region must contain 'Merlot'."]),
        ("own text", "w2", ["The tags must contain dry."]),
        ("of three", "w2 w3", ["Flag wines with alcohol, sugar or acid of 0."]),
        ("of two", "w2 w3", ["Flag wines with alcohol or sugar of 0."]),
    ],
}  # fmt: skip

DECLINED = [
    ("loans", "Loans recorded by Ann must have a price above 3."),
    ("loans", "Loans returned by Sue must have a price above 3."),
    ("loans", "Flag loans delivered by Ann."),
    ("loans", "Flag loans delivered by Friday."),
    ("loans", "Loans must be delivered by Monday."),
    ("loans", "Flag loans via Bonn."),
    ("loans", "Flag loans shipped through Bonn."),
    ("loans", "Flag loans with a fine or a price of 0."),
    ("loans", "Flag loans with either a fine or a price above 3."),
    ("loans", "Every loan must be staffed."),
    ("cities", "In capital cities (Rome, Paris) the status must be open."),
    ("cities", "The code starts with tt followed by exactly seven digits."),
    ("cities", "The code starts with tt followed by three to seven digits."),
    ("cities", "The status must contain the words open and lost."),
    ("wines", "Each region must contain Merlot."),
    ("wines", "The tags must contain the words dry and sweet."),
]

checked, test_others_are_not_taken_for_doers, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
