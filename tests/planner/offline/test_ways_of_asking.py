"""Further ways of asking after rows: by an if, by a share, by what they are worth, by a minus."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, Tables, told_tests
from tests.planner.offline.test_second_sentences import CROSSINGS

TABLES: dict[str, Rows] = {
    "crossings": CROSSINGS,
    "tips": (
        ("tip", "given_on", "amount"),
        ("t1", "2024-01-01", 60),
        ("t2", "2024-01-02", -1),
        ("t3", "2024-01-03", 5),
    ),
    "guards": (("guard", "full_name", "gain"), ("g1", "Ann Ash", 70), ("g2", "Bo Bay", 20)),
    "crew": (
        ("badge_no", "first_name", "boss"),
        (1, "Ann", None),
        (2, "Bo", 1),
        (3, "Cy", 9),
        (4, "Di", 1),
    ),
    "songs": (("song_id", "title", "disc_id"), (1, "x", 7), (2, "y", 7), (3, "z", 1)),
    "halls": (("hall", "places"), ("h1", 1), ("h2", 2)),
    "shows": (("show_no", "hall"), ("s1", "h1"), ("s2", "h1"), ("s3", "h2")),
    "shelves": (("shelf", "spot", "euro_per_kg"), ("A1", "A1", 3), ("BB", "BB", 5)),
    "tank_levels": (("pump", "level_a", "level_b"), ("p1", 1, -3), ("p2", 2, 4)),
}

READ = {
    "crossings": [
        ("negative", "d", [
            "Flag a crossing if its fare is negative.",
            "Which crossings are there whose fare is negative?",
            "Any crossings whose fare is negative?",
            "We do not accept crossings whose fare is negative.",
            "Which crossings have a negative number in fare?",
        ]),
        ("overbooked", "b", [
            "Flag crossings with more sold than seats.",
            "No crossing may have more sold than seats.",
        ]),
        ("share-fails", "1", [
            "In at least 90% of the crossings fare must be positive.",
            "For at least 9 out of 10 crossings fare must be positive.",
            "Crossings without a pilot must not exceed a tenth of all crossings.",
            "Crossings without a pilot should be fewer than 40 percent.",
            "At most one crossing without a pilot",
            "In no more than 10% of the crossings pilot may be missing.",
            "How many crossings have no pilot? One at most.",
            "What share of the crossings got cancelled? It should be no more than 5 percent.",
        ]),
        ("share-holds", "0", [
            "In at least 40% of the crossings fare must be positive.",
            "Crossings without a pilot must make up less than half of all crossings.",
            "How many crossings have no pilot? Two at most.",
        ]),
        ("minus", "d", [
            "swell must be -1, 0, 1 or 2.",
            "The swell column may only contain -1, 0, 1 and 2.",
            "swell: -1, 0, 1, 2",
            "swell in (-1, 0, 1, 2)",
            "Flag crossings whose swell is -999 or -998.",
        ]),
        ("minus-means-missing", "", [
            "swell of -999 means missing. swell must be at least -1.",
            "Treat -999 in swell as missing; swell must be at least -1.",
        ]),
        ("one-of-a-key", "a b c d", [
            "No vessel may have two crossings with the same seats.",
            "The same vessel cannot have two crossings with the same seats.",
        ]),
        ("each", "2", ["Vessels have no more than 1 crossing each."]),
        ("breaking-vessels", "2", [
            "Each vessel must have at most 1 crossing. Flag vessels that break this rule.",
        ]),
        ("more-than-once", "1", ["Each vessel should appear more than once."]),
        ("lengths", "e", [
            "Flag crossings whose vessel is longer than 4 characters or shorter than 4.",
        ]),
        ("behind-its-noun", "d", ["Crossings delayed need a pilot."]),
    ],
    "tips": [
        ("above", "t1", [
            "Flag tips above 50.", "No tip is worth more than 50.", "No tip may be higher than 50.",
        ]),
        ("positive", "t2", ["All tips must be positive.", "No tip may be negative."]),
    ],
    "crew": [("boss", "3", [
        "Every boss must be a badge_no.", "Each boss must be an existing badge_no.",
    ])],
    "halls shows": [("capacity", "h1", [
        "No hall may have more shows than its places.", "Flag halls with more shows than places.",
    ])],
    "tank_levels": [("letter", "p1", ["Flag pumps in which tank B is below zero."])],
}  # fmt: skip

DECLINED = [
    # whose size is meant
    ("guards", "No guard may be above 60."),
    ("guards", "Flag guards above 60."),
    ("crossings", "Flag crossings above 20."),
    ("tips", "Flag tips above 30 kg."),
    # a table is no parent of its own rows
    ("songs", "Each song belongs to a disc."),
    # a letter and a digit, or both of the whole?
    ("shelves", "spot is a capital letter and a number"),
    # an example that what follows contradicts
    ("crossings", "left_on must look like 01-31-2019, two digits, two digits, four digits."),
    # all but which rows?
    ("crossings", "We want values above 3. fare must be positive."),
]


checked, test_rows_are_asked_after, test_what_is_not_plain_is_declined = told_tests(
    TABLES, READ, DECLINED
)


def test_the_amounts_of_rows_are_an_assumption(checked: dict[str, Tables]) -> None:
    plan = checked["tips"].plan("Flag tips above 50.")

    assert "The amounts of tips are its amount." in plan.assumptions
