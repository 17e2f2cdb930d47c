"""Values that must not be, trends, pairs, years, what repeats itself: as owners plainly say it."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "kilns": (
        ("firing", "heat", "glaze", "clay", "opened", "closed", "result", "mark"),
        ("F1", 900, "matt", "red", "1994-02-01", "1994-02-01", "kept", "KN-1"),
        ("F2", 950, "gloss", "red", "1995-03-01", "1995-03-04", "cracked", "KN-2"),
        ("F3", 950, "matt", "white", "1996-04-01", "1996-03-30", "kept", "kn-3"),
        ("F4", 1300, "salt", "white", "2003-05-01", "2003-05-02", "cracked", "KX-4"),
        ("F5", 880, "gloss", "white", None, "2004-06-02", None, "KN-5"),
    ),
    "desks": (
        ("slip", "hall", "chair", "term", "reader", "note"),
        ("S1", "A", 1, "May", "Ann", "s-y"),
        ("S2", "A", 1, "June", None, "sty"),
        ("S3", "A", 1, "May", "Cid", "sky"),
        ("S4", "B", None, "May", "Dot", "say"),
        ("S5", "B", 2, "May", "Eve", "toy"),
    ),
    "crew": (
        ("member", "age", "land", "desk", "phone", "bunks", "mates", "mclass", "code"),
        ("M1", 9, "Canada", 5, 7, 0, 0, 1, "AB"),
        ("M2", 9, "Canada", 9, 1, 0, 2, 1, "ABCD"),
        ("M3", 44, "France", 2, 2, 0, 0, 2, "8"),
        ("M4", 61, "USA", 3, None, 1, 1, 3, "ABCDE"),
        ("M5", 30, "USA", 4, 4, 2, 1, 3, None),
    ),
    "fees": (
        ("no", "net", "tax", "gross"),
        ("A", 10, 2, 12.01),
        ("B", 10, 2, 12.02),
        ("C", 5, 1, 6),
    ),
    "tests": (
        ("probe", "strain", "checked", "scheme", "number"),
        ("T1", "GATTACA", "yes", "snake_case", "P-1"),
        ("T2", "CCGA", "yes", "kebab", "Q-2"),
        ("T3", "CXGA", None, "snake_case", "P-3"),
    ),
}  # fmt: skip

FLAGGED = {
    "kilns": [
        ("too-hot", "F4", [
            "No heat of 1200 or more is allowed.",
            "There must be no heat of 1200 or more.",
            "Is there any heat of 1200 or more?",
            "Was a heat of at least 1200 ever recorded?",
            "Was there ever a heat above 1200?",
            "Flag any heat of more than 1200.",
            "Every heat above 1200 is wrong.",
            "No heat above 1200 may ever be noted.",
        ]),
        ("without-dash", "F2 F5", ["Flag every glaze that starts with g."]),
        ("rising", "F5", [
            "Going down the list, heat must never fall.",
            "From the top down, heat must never fall; equal values in a row are fine.",
        ]),
        ("strictly", "F3 F5", [
            "heat strictly increasing",
            "Is heat strictly increasing?",
            "heat is strictly ascending",
            "Each heat must be higher than the one noted right before it.",
        ]),
        ("pairs", "F3 F5", [
            "Only these pairs of glaze and clay are allowed: matt red, gloss red, salt white.",
            "glaze and clay must be matt red, gloss red or salt white.",
            "Flag firings whose glaze and clay are not one of these pairs: matt red, gloss red, "
            "salt white.",
            "Allowed combinations of glaze and clay: (matt, red), (gloss, red), (salt, white).",
        ]),
        ("no-pairs", "F3 F4", [
            "These pairs of glaze and clay are not allowed: matt white, salt white.",
        ]),
        ("years", "F4", [
            "opened must be in the years 1990 to 1999.",
            "An opened outside the years 1990 to 1999 is wrong.",
            "Flag firings opened outside the years 1990 to 1999.",
        ]),
        ("same-day", "F3", [
            "closed must not be before opened; a firing may open and close on the same day.",
            "closed must not be before opened. Both may be on the same day.",
        ]),
        ("other-glaze", "F4", [
            "Only matt and gloss are glazes we use.",
            "Only matt and gloss are valid glazes.",
            "Any other glaze than matt and gloss is wrong.",
        ]),
        ("whoever", "F4", [
            "Whoever cracked must have a heat below 1200.",
            "Flag those who cracked with a heat above 1200.",
        ]),
        ("clay-mode", "0", ["The clay with the most firings must be white."]),
        ("lacking", "F5", [
            "Does any firing lack an opened or a result?",
            "Flag firings that lack opened or result.",
        ]),
        ("capitals", "F3 F4", [
            "mark must start with KN-, in capitals.",
            "mark has to begin with 'KN', all in capitals.",
        ]),
        ("glossed", "F5", [
            "Flag firings that nobody has lit yet, i.e. those with an empty opened.",
            "Are there firings that were never lit, i.e. with an empty opened?",
        ]),
        ("answered", "F4", [
            "Wherever opened is recorded, the entry must be before 2000-01-01.",
        ]),
    ],
    "crew": [
        ("children", "M1", [
            "No child under 10 may have bunks and mates both 0.",
            "Flag children under 10 with bunks and mates both 0.",
        ]),
        ("land", "M4", [
            "US members must have a phone.",
            "American members need a phone.",
        ]),
        ("land-2", "M1", ["Canadian members must have a code of four letters."]),
        ("class", "M4 M5", [
            "Flag members in third class with a desk below 5.",
            "In third class, desk must be at least 5.",
            "desk must be at least 5 in third class.",
        ]),
        ("lengths", "M3 M4", [
            "Flag members whose code is neither 2 nor 4 characters long.",
            "code must be 2 or 4 characters long.",
        ]),
        ("together", "M1 M2", ["age must not be lower than desk and phone together."]),
        ("agree", "M1 M2", [
            "desk and phone must be equal unless one of them is empty.",
            "desk and phone must agree, except where either is blank.",
        ]),
        ("mean", "0", ["On average, age must be above desk."]),
        ("no-row", "M1", ["For no member may phone be above desk."]),
        ("it", "M1", ["If a member has a phone, it must be at most 5."]),
    ],
    "tests": [
        ("held", "T2", ["scheme must be snake_case.", "scheme must be 'snake_case'."]),
        ("told", "", ["scheme must be valid snake_case."]),
        ("own-number", "T2", ["Every probe number must begin with 'P'."]),
    ],
    "fees": [
        ("cent", "B", [
            "gross must be net plus tax, give or take a cent.",
            "gross must be net plus tax; a cent of difference is fine.",
        ]),
    ],
    "desks": [
        ("seat-once", "S1 S3", [
            "A seat (hall and chair together) can be booked only once per term. Skip slips "
            "without a chair.",
            "A seat (hall, chair) may be sold only once per term. Slips without a chair are "
            "ignored.",
        ]),
        ("both", "S2", ["Each slip needs both a hall and a reader. Flag it if either is missing."]),
        ("not-both-ends", "S5", [
            "Flag slips whose note does not both start with s and end with y.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    # Not the one and the other, or not the two together?
    ("desks", "Flag slips whose note does not start with 's' and end with 'y'."),
    # Whether the empty ones of a flag say no.
    ("kilns", "Only matt and gloss, and sometimes salt, are glazes we use."),
    # The adjunct says more than the rule.
    ("kilns", "mark must start with 'kn-', in capitals."),
    ("kilns", "heat must be at least 900 every day."),
    ("kilns", "Going down the list, heat must be at least 900."),
    ("kilns", "closed must be after opened; a firing may open and close on the same day."),
    ("desks", "Each slip needs a hall. Flag it if either is missing."),
    ("kilns", "glaze and clay must be matt red, gloss red or matt red."),
    ("kilns", "The clay with the most red firings must be white."),
    ("kilns", "Flag firings that nobody lit or checked, i.e. those with an empty opened."),
    ("crew", "age must be above desk on average."),
    ("crew", "Children must have a phone."),
    ("desks", "note must be written with dashes."),
    # Letters of a text, or texts of one letter?
    ("tests", "strain: one of A, C, G or T"),
]  # fmt: skip


checked, test_what_is_plainly_said_is_flagged, test_what_says_more_or_two_things_is_declined = (
    told_tests(TABLES, FLAGGED, DECLINED)
)
