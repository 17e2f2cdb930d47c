"""Names of columns, types of values, several patterns, parts of a text, what stands in one."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "sheet": (("Code", "code", "size mm"), (1, 2, 3)),
    "shop": (
        ("id", "coupon", "tags", "notes", "title", "score", "seen_at", "born", "opens", "zone"),
        ("a", "SAVE10", "red,home", "call me", "Ink", 5, "2026-01-02 10:00:00", "2026-01-02",
         "8:30", "Europe/Berlin"),
        ("b", "XSAVE", "red, blue", "ask bob@x.com", "ink", "x", "2026-13-02 10:00:00",
         "2026-02-30", "25:30", "Nowhere/City"),
        ("c", "FREE", "green,,red", "see www.x.com", "Caf\u00c3\u00a9", 7.5, "2026-01-05 10:00:00",
         "2026-03-01", "12:00", "UTC"),
        ("d", None, None, None, "Caf\u00e9", None, None, None, None, None),
    ),
    "people": (
        ("id", "name", "mail", "moist", "weight_kg", "weight", "price", "lang", "part", "vat"),
        ("a", "Ann", "a@x.com", 40, 19, 40, 44, "de", "DE-BY", "DE136695976"),
        ("b", "Bob", "b@x.com", 101, 20, 50, 45, "xx", "DE-ZZ", "DE136695978"),
        ("c", "Ann", "c@x.com", 55, 19.9, 50, 40, "eng", "US-CA", "ATU13585627"),
        ("d", "Cy", "b@x.com", 99, 10, 41, 10, None, None, None),
    ),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "sheet": [
        (
            "pattern",
            "2",
            [
                "All column names must match ^[a-z_]+$.",
                "Every column name must follow the pattern '[a-z]+'.",
                "Column names match the regex ^[a-z_]+$",
                "Flag columns whose name does not match ^[a-z_]+$.",
                "All columns must have names that match ^[a-z]+$.",
            ],
        ),
        ("half", "1", ["All column names must match '^[Cc]od'."]),
        (
            "unique",
            "2",
            [
                "Column names must be unique, ignoring case.",
                "No two columns may have the same name, ignoring case.",
                "Flag duplicate column names, ignoring case.",
                "All headers must be different regardless of case.",
            ],
        ),
    ],
    "shop": [
        (
            "types",
            "b c",
            [
                "score must be of type integer.",
                "score must be an integer column.",
                "The type of score must be integer.",
                "Flag rows where score is not of type integer.",
                "score must hold integers.",
            ],
        ),
        ("numbers", "b", ["score must be a numeric column.", "score must be of type decimal."]),
        ("days", "b", ["born must be of type date.", "born must be an ISO date."]),
        (
            "moments",
            "b",
            ["seen_at must be a valid timestamp.", "seen_at must be of type datetime."],
        ),
        ("clock", "b", ["opens must be a valid time of day.", "opens must be a valid time."]),
        ("zones", "b", ["zone must be a valid time zone.", "zone must be a valid timezone."]),
        (
            "patterns",
            "b",
            [
                "coupon must match at least one of the patterns '^SAVE' and '^FREE'.",
                "coupon must match '^SAVE' or '^FREE'.",
                "coupon must match any of '^SAVE', '^FREE' and '^GIFT'.",
                "Flag rows where coupon does not match any of the patterns '^SAVE' or '^FREE'.",
            ],
        ),
        ("none", "a c", ["coupon must match none of the patterns '^SAVE' and '^FREE'."]),
        ("both", "b c", ["coupon must match both of the patterns '^SAVE' and '0$'."]),
        (
            "parts",
            "c",
            [
                "Each part of tags, split by commas, must be red, home or blue.",
                "Each comma-separated part of tags must be 'red', 'home' or 'blue'.",
                "All parts of tags, separated by ',', must be one of 'red', 'home' and 'blue'.",
                "Flag rows where a part of tags, split by commas, is not 'red', 'home' or 'blue'.",
            ],
        ),
        (
            "no part",
            "b",
            [
                "Each part of tags, split by commas, must not be 'blue'.",
                "No part of tags, split by commas, may be blue.",
            ],
        ),
        (
            "mail",
            "b",
            [
                "notes must not contain an e-mail address.",
                "notes must be free of email addresses.",
                "Flag rows whose notes contain an email address.",
            ],
        ),
        ("web", "c", ["notes must not contain any URL."]),
        (
            "casing",
            "a b",
            [
                "The casing of title must be consistent.",
                "title must have consistent casing.",
                "Flag inconsistent casing in title.",
                "No two titles may differ only in case.",
            ],
        ),
        (
            "misread",
            "c",
            [
                "title must be free of mojibake.",
                "title must not contain mojibake.",
                "Flag rows with encoding errors in title.",
            ],
        ),
        ("dates", "d", ["All date columns must be filled.", "No date column may be empty."]),
        ("no dates", "b", ["No date column may be after 2027-01-01."]),
    ],
    "people": [
        (
            "each",
            "a b c d",
            [
                "Both name and mail must be unique.",
                "name and mail must each be unique.",
                "Each of name and mail must be unique.",
            ],
        ),
        (
            "later",
            "d",
            [
                "mail must be unique. Flag only the later duplicates.",
                "mail must be unique. Flag every later duplicate.",
            ],
        ),
        ("percent", "b", ["moist must be at most 100%.", "moist must be between 0% and 100%."]),
        ("pounds", "b", ["weight_kg must be at most 44 pounds.", "weight_kg is at most 44 lbs."]),
        ("money", "b", ["price must be at most 44 pounds."]),
        ("language", "b", ["lang must be a valid ISO 639 language code."]),
        ("division", "b", ["part must be a valid ISO 3166-2 subdivision code."]),
        (
            "vat",
            "b",
            [
                "vat must be a valid VAT number.",
                "vat must be a VAT number with a correct check digit.",
            ],
        ),
    ],
}

DECLINED = [
    ("sheet", "All column names must match 'code'."),
    ("sheet", "Column names must not match ^tmp_."),
    ("sheet", "Column names must be unique."),
    ("shop", "title must be of type text."),
    ("shop", "born must be a valid timestamp."),
    ("shop", "coupon must match exactly one of the patterns '^SAVE' and '^FREE'."),
    ("shop", "coupon must match one of 'SAVE' and 'FREE'."),
    ("shop", "Each part of tags, split by commas, must be red, home or similar."),
    ("shop", "Each part of tags, split by commas, must be unique."),
    ("shop", "notes must not contain the e-mail address."),
    ("shop", "notes must not contain personal data."),
    ("shop", "The casing must be consistent."),
    ("shop", "title must be valid UTF-8."),
    ("shop", "Dates must be filled"),
    ("people", "name and mail must be unique."),
    ("people", "moist must be at most 50%."),
    ("people", "id must be at most 100%."),
    ("people", "weight must be at most 44 pounds."),
    ("people", "moist must be an ISO date."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
