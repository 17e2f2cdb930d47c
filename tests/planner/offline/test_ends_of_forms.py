"""Forms with an end that may be missing, letters of one case, and what a format grants."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "crates": (
        ("crate", "mark", "seal", "grade", "tape", "size", "place", "web"),
        ("a", "12345", "ab12", "A+", "ACCA", "12345678", "48.1,11.5", "https://a.org"),
        ("b", "12345-678", "AB12", "O", "ACXA", "1234567890", "91,11.5", "http://a.org"),
        ("c", "12345-67", "zz12", "AB-", "GATT", "123456789", "48.1;11.5", "www.a.org"),
        ("d", "12345-", "ff00", "D+", "TTAG", "123456789012", "48.1,181", "https"),
        ("e", None, None, None, None, None, None, None),
    ),
    "tapes": (("tape_no", "tape"), ("a", "AC7A"), ("b", "ACCA")),
    "draws": (
        ("draw", "lot_no", "zone", "sign", "hall"),
        ("a", "1221", "K1A 0B1", "#x", "D"),
        ("b", "1223", "K11 0B1", "#", "F"),
        ("c", "7", None, "x#", "A"),
    ),
    "zones": (("zone_no", "zone"), ("a", "K1A 0B1"), ("b", "k1a 0b1")),
    "books": (
        ("book", "isbn10", "issn", "lang"),
        ("a", "0-306-40615-2", "0378-5955", "en"),
        ("b", "0306406153", "0378-5954", "xx"),
        ("c", "080442957X", None, None),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "crates": [
        (
            "end",
            "c d",
            [
                "mark has five digits, optionally followed by a dash and three more digits.",
                "mark is five digits, optionally followed by a dash and three more digits.",
                "mark: five digits, possibly followed by a dash and three digits",
                "mark is five digits, optionally with a dash and three more digits at the end.",
            ],
        ),
        ("apart", "a b c", ["mark is five digits and a dash, optionally followed by four digits."]),
        (
            "hex",
            "b c",
            [
                "seal = 4 hex digits, letters in lower case only",
                "seal is 4 hex digits in lower case",
                "seal: 4 hexadecimal digits, small letters only",
            ],
        ),
        (
            "grade",
            "b d",
            [
                "grade must be one of A, B, AB or O followed by + or -.",
                "grade is A, B, AB or O followed by + or -",
            ],
        ),
        ("grade-or-none", "d", ["grade is A, B, AB or O, optionally with + or -."]),
        (
            "tape",
            "b",
            [
                "tape may contain no other letters or signs than A, C, G and T.",
                "tape must not contain any character other than A, C, G or T.",
                "No other letters than A, C, G and T may occur in tape.",
            ],
        ),
        (
            "all-but",
            "b",
            ["tape uses capital letters except X."],
        ),
        (
            "sizes",
            "c",
            ["size is made up of 8, 10 or 12 digits.", "size has 8, 10 or 12 characters."],
        ),
        (
            "place",
            "b c d",
            [
                "place consists of a latitude (-90 to 90), a comma and a longitude (-180 to 180), "
                "both as decimal numbers.",
                "place is a latitude and a longitude separated by a comma.",
            ],
        ),
        ("web", "b c", ["web must begin with https."]),
    ],
    "draws": [
        (
            "number",
            "b",
            [
                "Flag lots whose number does not read the same backwards.",
                "Flag lots whose number is not a palindrome.",
            ],
        ),
        (
            "turns",
            "b",
            ["zone alternates letter and digit, with a space in the middle, like K2B 3C4."],
        ),
        ("sign", "b c", ["sign begins with # and has at least one more character."]),
        ("neither", "c", ["sign starts neither with x nor with y."]),
        ("range", "b", ["hall: one capital letter A-D"]),
    ],
    "books": [
        (
            "isbn",
            "b",
            [
                "isbn10 must be a valid ISBN-10; dashes are allowed.",
                "isbn10 must be a valid ISBN-10, the last character may be an X.",
            ],
        ),
        ("issn", "b", ["Flag books whose ISSN check digit is wrong."]),
        (
            "lang",
            "b",
            [
                "Only two-letter ISO 639-1 codes are allowed as lang.",
                "lang must be an ISO 639-1 code (two letters).",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("crates", "place consists of a latitude (-80 to 80), a comma and a longitude (-180 to 180)."),
    ("crates", "place is a longitude and a latitude separated by a comma."),
    ("crates", "seal must be 4 hex digits; dashes are allowed."),
    ("books", "lang must be an ISO 639-1 code (three letters)."),
    ("books", "issn must be a valid ISSN; slashes are allowed."),
    ("zones", "zone alternates letter and digit, with a space in the middle, like K2B 3C4."),
    ("draws", "zone alternates letter and digit, with a space in the middle, like KB2 3C4."),
    ("draws", "Flag zones whose number is a palindrome."),
    ("tapes", "No other letters than A, C, G and T may occur in tape."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
