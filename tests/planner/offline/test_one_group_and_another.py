"""What one of a column has once, what two groups both have, values that all occur, and turns."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, Tables, told_tests

TABLES: dict[str, Rows] = {
    "casts": (
        ("row_no", "dancer_id", "show_id", "part"),
        ("1", "D1", "S1", "lead"),
        ("2", "D1", "S2", "lead"),
        ("3", "D2", "S1", "chorus"),
        ("4", "D2", "S1", "solo"),
        ("5", "D3", "S3", "lead"),
    ),
    "stock": (
        ("no", "item", "shop", "size", "pieces"),
        ("1", "pen", "Kiel", "S", 3),
        ("2", "pen", "Bonn", "S", 4),
        ("3", "cup", "Kiel", "M", 1),
        ("4", "bag", "Bonn", "L", 9),
        ("5", "", "Kiel", "S", 1),
        ("6", "cup", "Ulm", "S", 7),
    ),
    "hires": (
        ("no", "bike_id", "starts_on", "ends_on"),
        ("1", "B1", "2024-01-01", "2024-01-05"),
        ("2", "B1", "2024-01-04", "2024-01-08"),
        ("3", "B2", "2024-01-02", "2024-01-03"),
        ("4", "B2", "2024-01-05", ""),
        ("5", "B2", "2024-02-01", "2024-02-03"),
    ),
    "badges": (
        ("no", "badge", "holder"),
        ("1", "B", "Ann"),
        ("2", "B", "Bo"),
        ("3", "P", "Cy"),
        ("4", "Q", "Cy"),
        ("5", "R", "Di"),
    ),
    "now": (
        ("id", "mail", "tier"),
        ("1", "a@x.org", "gold"),
        ("2", "b@x.org", "iron"),
        ("3", "c@x.org", "gold"),
        ("4", "d@x.org", "iron"),
    ),
    "then": (
        ("id", "mail", "tier"),
        ("1", "a@x.org", "iron"),
        ("2", "b@x.org", "iron"),
        ("3", "c@x.com", "gold"),
    ),
    "gaps": (("id", "mail", "tier"), ("1", "a@x.org", "gold"), ("2", "", "iron")),
}

FLAGGED = {
    "casts": [
        ("once", "3 4", [
            "Is any dancer credited twice for the same show?",
            "No dancer is credited more than once for the same show.",
            "Flag dancers credited twice for the same show.",
            "A dancer is cast at most once in each show.",
            "A show lists each dancer at most once.",
            "No show has the same dancer twice.",
        ]),
        ("part", "1 2", [
            "A dancer plays each part at most once.",
            "Does any dancer play the same part more than once?",
        ]),
    ],
    "stock": [
        ("both", "3", [
            "Every item in Kiel must also be in Bonn.",
            "Every item sold in Kiel must be sold in Bonn as well.",
            "Bonn must stock every item that Kiel stocks.",
            "Flag items in Kiel that are not in Bonn.",
            "Flag items that Kiel stocks but Bonn does not have.",
            "Flag the copies in Kiel of items that Bonn does not stock.",
        ]),
        ("named-before", "6", [
            "Nobody shops in Ulm, so every row of that shop must have at most 5 pieces.",
            "Ulm has no cellar. Every row of that shop must have at most 5 pieces.",
        ]),
        ("other-column", "3", ["Every item in Kiel must be in size S."]),
        ("occur", "1", [
            "Each of S and XL occurs at least once as size.",
            "S and XL both occur as size at least once.",
        ]),
        ("occurring", "0", ["Each of S and M occurs at least once as size."]),
    ],
    "now then": [
        ("identical", "1 3 4", [
            "Flag rows of now for which then has no identical row.",
            "Flag rows of now that have no identical row in then.",
            "Every row of now must have an identical row in then.",
            "Every row of now must occur unchanged in then.",
        ]),
        ("of-some", "1 3", ["Every row of now with tier gold must have an identical row in then."]),
    ],
    "hires": [
        ("turns", "2 5", [
            "No hire of a cycle (bike_id) may start before the last hire of that cycle has ended.",
            "Flag hires of a bike_id that start before the previous one was returned.",
            "A hire of a bike (bike_id) must not start before the previous one was returned.",
        ]),
    ],
    "badges": [
        ("both-ways", "1 2 3 4", [
            "Each badge belongs to exactly one holder, and each holder to exactly one badge.",
            "A badge goes with one holder and a holder with one badge. Flag all rows of a badge or "
            "holder that breaks this.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("casts", "A dancer plays each part at most twice."),
    ("casts", "A dancer does not play each part at most once."),
    ("casts", "Is no dancer credited twice for the same show?"),
    ("casts", "A lead dancer appears in each show at most once."),
    ("stock", "Every item in Kiel must not be in Bonn."),
    ("stock", "Only items in Kiel must be in Bonn."),
    ("stock", "Each of S and M does not occur in size."),
    ("stock", "Each of S and M occurs once in size."),
    ("stock", "Each of S or M occurs at least once as size."),
    ("stock", "Ulm and Kiel have no cellar, so every row of that shop must have at most 5 pieces."),
    ("stock", "Only Ulm has a cellar, so every row of that shop must have at most 5 pieces."),
    ("stock", "Nobody shops in Ulm, so every row of that size must have at most 5 pieces."),
    ("now gaps", "Flag rows of now for which gaps has no identical row."),
    ("now then", "Flag rows of now for which then has an identical row."),
    ("now then", "Flag rows of now for which then has no identical mail."),
    ("hires", "Flag hires of a bike_id that start after the previous one was returned."),
    ("badges", "A badge has one holder. Flag all rows of a badge or holder that breaks this."),
    ("badges", "A badge goes with just one holder or a holder with just one badge."),
]  # fmt: skip

checked, test_one_group_and_another, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)


def test_a_cell_that_comes_to_be_empty_is_no_identical_row(checked: dict[str, Tables]) -> None:
    sentence = "Every row of now must have an identical row in then."
    plan = checked["now then"].plan(sentence, "now", "then")

    columns = TABLES["now"][0]
    assert all(f"{column} is filled" in plan.restatement for column in columns)
    assert "are matched by all columns" in plan.assumptions[0]
