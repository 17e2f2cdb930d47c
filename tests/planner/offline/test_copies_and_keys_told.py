"""Copies by what they share, keys asked after, equal means equal, and nouns that are no columns."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "dog_shows": (
        (
            "show_id", "show_day", "show_type", "name", "year", "part_code", "part_name", "town",
            "result",
        ),
        (1, "2024-05-01", "open", "Rex", 2020, "p1", "head", "Ulm", "gold"),
        (2, "2024-05-02", "open", "Rex", 2020, "p1", "tail", "Ulm", "gold"),
        (3, "2024-05-03", "junior", "Rex", 2021, "p2", "paw", "Bonn", "none"),
        (4, "2024-05-04", "junior", "Ada", 2021, "p2", "paw", "Ulm", "gold"),
    ),
    "blocks": (
        ("sector", "rooms", "households"),
        ("a", 30, 10),
        ("a", 99, 11),
        ("b", 20, 10),
        ("b", 20, 12),
    ),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "dog_shows": [
        ("twice", "1 2", [
            "Flag rows that occur more than once with the same name and year.",
            "Rows with the same name and year are duplicates; flag all of them.",
            "Do any rows occur more than once with the same name and year?",
        ]),
        ("asked", "1 2", [
            "Is any part code used with more than one part name? List all rows of such codes.",
            "Every part_code is used with one part_name; list the rows of codes with more than one "
            "part_name.",
        ]),
        ("one-only", "1 2", ["A part_code has one part_name only."]),
        ("equal", "3 4", ["Same year: same town."]),
        ("within", "1 2", ["Within one town, equal years must have equal part_names."]),
        ("most", "0", [
            "Is the most frequent town Ulm?", "town 'Ulm' must be the most common one.",
        ]),
        ("occurs", "0", ["result gold occurs in more than 70% of the rows."]),
    ],
}  # fmt: skip

DECLINED = [
    (
        "dog_shows",
        "Every part_code is used with one part_name; list the rows of codes with "
        "more than one town.",
    ),
    ("dog_shows", "No more than 40% of the shows may end with gold."),
    ("blocks", "Average rooms per household must lie between 1 and 50."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
