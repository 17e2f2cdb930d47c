"""What alone is allowed in a column or kept out of it, masks, lengths, tolerances, closings."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "kilns": (
        ("kiln", "glaze", "shelves", "score", "fired_on", "top", "cost", "lid"),
        ("K1", "celadon", 4, 3.5, "2024-05-01", 50, 60.0, "R-401"),
        ("K2", "NN", 0, 4.0, "2024-07-02", 60, 60.0, "R-40"),
        ("K3", "raku", 10, 2.0, "2024-03-03", 70, 60.5, "S-402"),
        ("K4", None, -3, None, None, 55, 59.0, None),
    ),
    "guests": (
        ("guest", "email", "note", "size", "nights", "rate", "bill"),
        ("g1", "ann@x.org", "late", "M", 2, 40.0, 80.0),
        ("g2", "bob(at)x.org", "early bird", "XM", 3, 30.0, 90.01),
        ("g3", None, None, "L", 1, 25.0, 26.0),
        ("g4", "cy@x.org", "VIP", "S", 4, 10.0, 39.5),
    ),
}  # fmt: skip

FLAGGED = {
    "kilns": [
        ("whole", "K1", [
            "Only whole numbers are allowed in score.",
            "Only integers are allowed in the score column.",
            "score must contain only whole numbers.",
            "score: only whole numbers",
            "Fractions are not allowed in score.",
            "No fractional values are allowed in the score column.",
            "No score may have a fractional part.",
            "Flag kilns with a fractional score.",
            "List the kilns that have a non-integer score.",
            "Nothing but whole numbers is allowed in score.",
            "A score is a whole number of points. Report every kiln where it isn't.",
        ]),
        ("negative", "K4", [
            "Negative numbers are not allowed in shelves.",
            "No values below 0 are allowed in the shelves column.",
            "Only non-negative numbers are allowed in shelves.",
        ]),
        ("future", "K2", [
            "fired_on: no future dates",
            "Future dates are not allowed in fired_on.",
            "Only dates in the past are allowed in the fired_on column.",
            "Dates in fired_on must lie in the past or be today.",
        ]),
        ("blank", "K4", ["Empty values are not allowed in glaze."]),
        ("zero", "K2", [
            "Flag kilns with 0 in the shelves column.",
            "shelves: 0 not allowed",
        ]),
        ("value", "K2", [
            "Flag kilns that have NN in the glaze column.",
            "Flag kilns with 'NN' in glaze.",
            "NN and QQ are not allowed in glaze.",
            "Any glaze is fine except NN and QQ.",
            "glaze: NN and QQ not allowed",
            "List kilns that have 'NN' or 'QQ' in the glaze column.",
            "The glaze codes NN and QQ are placeholders, so they should never be used in glaze.",
        ]),
        ("alone", "K2", [
            "Nothing but celadon or raku is allowed in the glaze column.",
            "glaze: only celadon and raku are allowed.",
        ]),
        ("part", "K2", ["Flag kilns with 'N' in the glaze column."]),
        ("reach", "K2 K3", [
            "top should never reach or exceed cost.",
            "top must not reach cost.",
        ]),
        ("mask", "K2 K3", [
            "Flag kilns whose lid does not follow the pattern R-999 (9 stands for any digit).",
            "lid must have the format R-###, where # is a digit.",
            "lid must look like R-NNN (N = digit).",
            "Every lid starts with R- followed by exactly three digits and nothing else.",
        ]),
        ("letters", "K2", [
            "lid must follow the pattern A-999 (A is a capital letter, 9 is a digit).",
            "lid must follow the pattern A-999, where A is a letter and 9 is a digit.",
        ]),
        ("length", "K2", [
            "No lid may have fewer or more than 5 characters.",
            "A lid with more or less than 5 characters is wrong.",
            "List kilns that have a lid with a length other than 5.",
        ]),
        ("begins", "K3", [
            "No lid may start with anything other than R.",
            "List the kilns where the lid begins with something other than R.",
            "Are there any lids not starting with R?",
        ]),
        ("closing", "K4", [
            "The glaze should never be left blank. Please report any kiln where it is.",
            "The glaze must be filled. Report every kiln where it isn't.",
        ]),
    ],
    "guests": [
        ("email", "g2", [
            "Only valid email addresses are allowed in email.",
            "email must have the format of an email address.",
            "No guest may have an invalid e-mail address in email.",
            "Flag guests with an invalid email.",
            "Are there any guests with a malformed email?",
        ]),
        ("cent", "g3 g4", [
            "The difference between bill and nights times rate must not be more than 0.02.",
            "bill may be off by at most 0.02 from nights times rate.",
            "Does the bill match nights times rate to within two cents?",
            "The bill is calculated correctly as nights * rate, to within 0.02.",
            "bill must equal nights times rate. Rounding errors of up to 2 cents are fine.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("kilns", "Whole numbers are allowed in score."),
    ("kilns", "Not only whole numbers are allowed in score."),
    ("kilns", "Any glaze is fine except smooth."),
    ("kilns", "Flag kilns with an invalid glaze."),
    ("kilns", "The glaze must be filled. Report any kiln where it is."),
    ("kilns", "glaze must be raku. Report those that are."),
    ("kilns", "lid must follow the pattern R-99 (7 stands for any digit)."),
    ("kilns", "lid must have the format R-###."),
    ("kilns", "lid starts with one letter and nothing else."),
    ("kilns", "Letters are not allowed in lid."),
    ("guests", "Email addresses are not allowed in note."),
    ("guests", "Flag guests with M in the size column."),
    ("guests", "Does rate match bill?"),
]  # fmt: skip


checked, test_what_is_meant_is_flagged, test_what_leaves_it_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
