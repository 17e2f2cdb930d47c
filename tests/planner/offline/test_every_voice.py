"""Rules of every kind in a voice of their own: asked, listed, with a colon, put shortly."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "firings": (
        ("firing", "kiln", "began_on", "peak", "glaze", "pots", "cracked", "potter", "lid"),
        ("f1", "K1", "2024-01-01", 1200, "celadon", 20, 1, "ana", "ab"),
        ("f2", "K1", "2024-01-02", 1250, "tenmoku", 30, -1, "bo", "abc"),
        ("f3", "K2", "2024-01-03", 900, "celadon", 10, 2, "ana", None),
        ("f4", "K9", "2024-01-05", 1210, None, 5, 0.5, "cy", "zz"),
    ),
    "kilns": (("kiln", "litres"), ("K1", 80), ("K2", 90), ("K3", 70)),
    "potters": (
        ("potter_id", "country", "wheel"),
        (1, "Peru", "fast"),
        (2, "Chile", "slow"),
        (3, "Peru", None),
    ),
    "fairs": (
        ("fair", "potter_id", "fair_country", "stall"),
        ("x", 1, "Chile", 4),
        ("y", 2, "Peru", None),
        ("z", 3, "Peru", 7),
    ),
    "stamps": (("stamp", "page_no"), ("s1", 1), ("s2", 2), ("s3", 5)),
}

READ = {
    "firings": [
        ("whole", "f4", ["cracked: no decimals", "cracked: must be a whole number"]),
        ("two-bans", "f2 f4", ["cracked: no negatives, no decimals"]),
        ("at-most", "f3", ["cracked may be 1 at most", "cracked must be 1 at most."]),
        ("at-the-lowest", "f2 f4", [
            "cracked may be 1 at the lowest", "cracked is allowed to be 1 at the lowest.",
        ]),
        ("below-zero", "", ["cracked is allowed to be -1 at the lowest."]),
        ("shared", "f1 f3", [
            "glaze: no duplicates",
            "Flag firings that share a glaze with another firing.",
            "No two firings have the same value in glaze.",
        ]),
        ("only-those", "f3 f4", ["Only 20 and 30 are allowed values for pots."]),
        ("fails", "1", [
            "At least 80% of glaze = celadon",
            "firings: at least 5 rows",
            "How many firings are there? We expect 5 to 9.",
            "Celadon and tenmoku together must make up at least 80% of the firings.",
            "Celadon must make up at least 80% of the firings.",
            "Flag kilns whose pots add up to more than 40.",
            "glaze starts with cel for at most one firing",
        ]),
        ("holds", "0", [
            "At least 50% of glaze = celadon",
            "firings: at least 3 rows",
            "How many firings are there? We expect 3 to 5.",
            "Is the firings table empty? It must not be.",
            "Celadon and tenmoku together must make up at least 70% of the firings.",
            "Flag kilns whose pots add up to more than 60.",
            "glaze starts with cel for at most two firings",
        ]),
        ("a-question-has-its-mark", "f1 f2 f3 f4", [
            "Does every potter start with a letter and two digits?",
        ]),
        ("blanks-as-well", "f2 f3", [
            "Firings whose lid is not two letters long should be flagged. Blank ones as well.",
        ]),
        ("outliers", "", ["Flag peak outliers beyond 3 standard deviations."]),
        ("means", "f2", ["glaze is tenmoku means that cracked is at least 0."]),
    ],
    "firings kilns": [("orphans", "f4", [
        "kiln: must exist in kilns",
        "The kiln of every firing must exist in kilns. Report orphans.",
    ])],
    "fairs potters": [("whose-country", "1 3", [
        "Potters in Peru need at least two fairs.",
    ])],
    "stamps": [("gap", "2", ["Is there a gap in page_no?", "Does page_no have any gaps?"])],
}  # fmt: skip

DECLINED = [
    # each of them, or together?
    ("firings", "Celadon and tenmoku must make up at least 80% of the firings."),
    # the country of the fair, or of its potter?
    ("fairs potters", "Fairs in Peru need a stall."),
    ("fairs potters", "Fairs of potters in Chile need a stall."),
    # what is said of blanks?
    ("firings", "lid must be two letters long. Blanks as well."),
    ("firings", "pots of 0 are fine. Blanks as well. cracked must be positive."),
]


checked, test_it_is_read_in_this_voice, test_what_is_not_plain_is_declined = told_tests(
    TABLES, READ, DECLINED
)
