"""Conditions, exceptions and denials that reach less far, or farther, than they seem to."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "claims": (
        ("claim_id", "kind", "state", "claimed", "excess", "fraud", "agent", "level", "remark"),
        ("C1", "fire", "open", 100, 0, "no", "Ann", "high", "none"),
        ("C2", "water", "closed", 50, 5, "yes", "Bob", "low", "N/A"),
        ("C3", "theft", "denied", 90, "", "yes", "Ann", "high", ""),
        ("C4", "fire", "closed", 20, 10, "no", "", "low", "late"),
        ("C5", "water", "not closed", 5, 40, "yes", "Ann", "", "late"),
    ),
    "goods": (
        ("good_id", "sort", "shade", "tax", "stock", "price", "cost", "gone", "view", "rank"),
        ("G1", "fruit", "red", 7, 0, 10, 4, "no", "sea", "A"),
        ("G2", "desk", "black", 19, 3, 90, 40, "yes", "none", "B"),
        ("G3", "desk", "white", 19, 12, 80, 95, "no", "", "C"),
        ("G4", "cup", "", 7, 5, 5, 3, "yes", "sea", "A"),
    ),
}

FLAGGED = {
    "claims": [
        ("not-so", "C2 C5", [
            "Flag every claim with fraud yes that isn't denied.",
            "Flag claims with fraud yes that are not denied.",
            "Flag every claim with fraud yes that is not denied.",
            "Show claims with fraud yes not denied.",
        ]),
        ("agent", "C1 C3 C5", ["Flag any claim with agent Ann that isn't closed."]),
        ("so-that", "", ["The state must be a word, that is, not 7."]),
        ("either", "C3 C4", ["Flag claims whose remark is blank or whose agent is blank."]),
        ("shares", "C1 C2", ["claimed must be at least 0 and at most 900% of excess."]),
        ("filled", "", ["If remark is 'N/A', agent must be filled."]),
    ],
    "goods": [
        ("all-of-them", "G3", ["Shade must be red, apart from black."]),
        ("in-front", "G4", ["For cups, tax must be 19, except 0."]),
        ("granted", "G2", ["stock may be 0, otherwise it must be at least 5."]),
        ("before-all", "G3", [
            "Except for cups, shade must be red or black, and price must be above 0.",
        ]),
        ("loose", "G1 G2 G3 G4", [
            "price must equal cost * 2 and tax must equal stock + 7, give or take 1.",
        ]),
        ("same-again", "G4", [
            "Shade must be filled except for desks. Flag goods without a shade.",
        ]),
        ("signs", "", ["good_id must be G and a digit."]),
        ("whole", "", ["Rank must be A, B or C for desks."]),
        ("bounds", "G3", ["price must be at least 20 and above cost for desks."]),
        ("given", "G3", ["Flag goods where view is empty."]),
        ("or-none", "G2 G3", ["Flag goods whose view is blank or none."]),  # a value of view
    ],
}  # fmt: skip

DECLINED = [
    # a contrast beside a value of another column
    ("claims", "Flag claims with agent Ann, not closed."),
    # a condition behind an exception
    ("goods", "Tax must be 19, except 7 for fruit."),
    ("goods", "Tax must be 19, except 7 if the sort is fruit."),
    ("goods", "Shade must be red, apart from black in desks."),
    ("goods", "Tax must be 19 unless the sort is fruit for rank A."),
    # other values, or the other rows
    ("goods", "If the good is gone, stock may be 0, otherwise it must be at least 5."),
    ("goods", "For desks, stock may be 0; otherwise it must be at least 5."),
    # a share of which one number alone says that it is one
    ("goods", "price must be at least 2 and at most 300% of cost."),
    ("goods", "price must be above 2 and below 5 times cost."),
    ("goods", "price must be 150 or 200 percent of cost."),
    # empty cells that are to be flagged, and not forgiven
    # neither zero nor empty, or 'none', which may be meant by "without"
    ("claims", "Claims with an excess must have an agent."),
    ("claims", "Only open claims may have an excess."),
    ("goods", "Goods without a view must be gone."),
    ("goods", "Every good needs a view."),
    # needed, and not such
    ("claims", "Every claim needs a remark other than late."),
    ("claims", "Open claims must have a level that is not high."),
    # what remains of an amount
    ("claims", "claimed after excess must be at least 10."),
    ("claims", "claimed over excess must be at least 2."),
    # a condition of the last alone
    ("goods", "Tax must be a whole number, 7 for fruit."),
    ("goods", "Shade must be three letters, red for fruit."),
    ("goods", "Rank must be A or B, B for desks."),
    ("goods", "Rank must be A or B, and B if the sort is desk."),
    ("goods", "Rank must be A, B or C, but not C for desks."),
    ("goods", "price must be positive and at least 50 for desks."),
    ("goods", "price must not be negative, nor below 50 for desks."),
    ("goods", "shade must not be blank, and must be black if the sort is desk."),
    # a value that is of the form told before it
    ("goods", "Rank must be one capital letter, A or B."),
    ("goods", "Rank must be a capital letter, A."),
    ("goods", "Tax must be a whole number, 7 or 19."),
    ("goods", "Shade must be three letters and red."),
    # not been done, beside a state that is called so
    ("claims", "Claims that have not been closed must have an agent."),
    # an exception of the first part, and another part behind it
    ("goods", "View must be filled except for cups, and price must be above 0."),
    ("goods", "View must be filled except for cups. Price must be above 0."),
    ("goods", "View must be filled. Cups are exempt. Price must be above 0."),
    ("goods", "price must equal cost * 2, give or take 1, and tax must equal stock + 7."),
    ("goods", "Shade must be red or black ignoring case. Sort must be desk or fruit."),
    ("goods", "price must be above 5; tax above 7 for desks."),
    ("goods", "price must be above 5, tax above 7 unless gone."),
    # it may be either of two columns
    ("goods", "Shade must be filled. If the sort is desk, it must be black."),
    ("goods", "Price must be above 0. If the cost is above 50, it must be at least 100."),
    ("goods", "Price must be above 0; if the cost is above 50 it must not exceed 100."),
]

checked, test_what_is_clear_is_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
