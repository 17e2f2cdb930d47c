"""Forms of texts: check digits, places of signs, nouns for what a column holds, codes of lists."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "tools": (
        ("tool_no", "specs", "glove", "unit", "serial", "gauge", "frame"),
        (1, '{"a": 1}', "S", "mm", "AB3-9X", "4.2", "WA01234567X"),
        (2, "{a: 1}", "XXS", "cm", "ab3-9", "<0.5", "WA0123456X7"),
        (3, None, "M", "ft", "AB3_9", "about 3", "WA01234567?"),
        (4, "[1]", "L", "mm", "ABC-7", "7", "WA012345678"),
    ),
    "rackets": (
        ("racket_no", "grip", "size", "grip_weight", "maker"),
        (1, "S", "S", 3, "A"),
        (2, "M", "L", 4, "B"),
        (3, "L", "S", 5, "A"),
    ),
    "members": (
        ("label", "card", "kind", "iban", "barcode", "joined", "country", "last weighed", "region"),
        ("a", "79927398713", "adult", "AT611904300234573201", "4006381333931", "2024-01-02", "DE",
         "12.03.2024", "OH"),
        ("b", "79927398714", "child", "DE00370400440532013000", "4006381333932", "2024-01-03", "AT",
         "31.02.2024", "TX"),
        ("c", "49927398716", "guest", "AT611904300234573202", "96385074", "2024-01-04", "XX",
         "01.04.2024", "ZZ"),
        ("d", "1234567812345670", "adult", "DE89370400440532013000", "9780201379624", "2024-01-05",
         "CHE", "05.05.2024", "CA"),
    ),
    "soil_tests": (
        ("no", "plot", "test", "done_on"),
        (1, "A", "4.5", "2024-01-02"),
        (2, "A", "<3", "2024-01-03"),
        (3, "B", "about 5", "2024-01-04"),
    ),
    "accounts": (
        ("no", "iban", "owner"),
        (1, "AT611904300234573201", "Ann"),
        (2, None, "Bo"),
    ),
    "runs": (
        ("no", "split", "total", "town"),
        (1, "0:40:10", "1:20:30", "Bonn"),
        (2, "0:50:00", "0:45:00", "Ulm"),
        (3, "1:05:00", "10:00:00", "Kiel"),
    ),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "tools": [
        (
            "cells",
            "2",
            [
                "Every specs cell holds well-formed JSON.",
                "Every cell in specs holds valid JSON.",
                "All specs fields must be valid JSON.",
                "The specs cell must be valid JSON.",
                "Each field under specs must be valid JSON.",
            ],
        ),
        (
            "sizes",
            "2",
            [
                "Glove sizes are S, M, L or XL.",
                "The glove size must be S, M, L or XL.",
                "Glove sizes must be one of S, M, L, XL.",
                "Allowed glove sizes are S, M and L.",
            ],
        ),
        (
            "symbols",
            "3",
            [
                "Unit symbols must be mm or cm.",
                "The unit abbreviation is mm or cm.",
                "Each unit symbol is either mm or cm.",
            ],
        ),
        (
            "capitals",
            "2 3",
            [
                "serial holds only capitals, digits and hyphens.",
                "serial consists of capitals, digits and hyphens.",
            ],
        ),
        (
            "eleventh",
            "3",
            [
                "The eleventh character of frame is a digit or the letter X.",
                "The 11th character of frame must be a digit or X.",
            ],
        ),
        ("tenth", "2", ["The tenth character of frame must be a digit."]),
        (
            "ahead",
            "3",
            [
                "gauge must be a plain number. A < sign in front of the number means too small to "
                "measure and is acceptable.",
                "gauge must be a number, optionally with a < sign in front.",
                "Every gauge is a number; a leading < is allowed.",
                "List the gauges that are not a plain number. A < in front of it is fine.",
                "gauge must be a number. It may have a < in front.",
                "gauge must be a number, with or without a '<' sign in front of it.",
                "gauge must be a number, but a < before the number is ok.",
            ],
        ),
        ("another", "2 3", ["gauge must be a number. A > sign in front of it is fine."]),
        ("none", "2 3", ["gauge must be a plain number."]),
    ],
    "members": [
        (
            "luhn",
            "b",
            [
                "card ends in a Luhn check digit that has to be correct.",
                "card must end in a correct Luhn check digit.",
                "The last digit of card must be a valid Luhn check digit.",
                "The Luhn check digit at the end of card must be right.",
                "card must be a number whose last digit is a Luhn check digit.",
                "Flag members whose card has a wrong Luhn check digit.",
                "Show me each card whose Luhn check digit is wrong.",
            ],
        ),
        (
            "ean",
            "b c",
            [
                "barcode must be a 13-digit EAN code whose last digit is the correct check digit.",
                "barcode must be a thirteen-digit EAN.",
                "barcode is an EAN-13 whose check digit must be correct.",
                "barcode ends in an EAN-13 check digit that must be right.",
                "barcode is a 13-digit GTIN with a valid check digit.",
                "Each barcode is a 13-digit number whose last digit is a valid EAN check digit.",
                "Each barcode has 13 digits, and its last digit is a valid EAN check digit.",
            ],
        ),
        ("any-ean", "b", ["barcode must be an EAN code with a correct check digit."]),
        (
            "iban",
            "b c",
            [
                "List the members whose iban fails the IBAN mod-97 test.",
                "iban must pass the IBAN mod 97 check.",
                "Every bank account must pass the IBAN check.",
                "iban carries check digits that have to be correct.",
            ],
        ),
        (
            "passed",
            "c",
            [
                "List the members whose iban fails the IBAN mod-97 test; child members have no "
                "iban and are to be skipped.",
                "List the members whose bank account fails the IBAN mod-97 test; child members "
                "have no account number and are to be skipped.",
                "iban must be a valid IBAN. Child members are to be ignored.",
                "iban must be a valid IBAN; child members do not have an iban and are left out.",
                "iban must be a valid IBAN; child members have none and so are not checked.",
            ],
        ),
        (
            "weighed",
            "b",
            [
                "Every weighing date is a date that really exists, written DD.MM.YYYY.",
                "Weighing dates must be real dates, written DD.MM.YYYY.",
                "Is every weighing date a date that really exists, written DD.MM.YYYY?",
            ],
        ),
        (
            "states",
            "c",
            [
                "region holds one of the official two-letter codes of the 50 US states.",
                "region is one of the two-letter codes of the US states.",
                "region holds one of the official two-letter US state codes.",
                "region carries a US state code.",
            ],
        ),
        (
            "countries",
            "c d",
            [
                "country holds one of the official two-letter codes for countries.",
                "country holds one of the ISO two-letter codes of the countries.",
                "country is a two-letter code of a country.",
                "country holds ISO 3166 codes.",
            ],
        ),
    ],
    "soil_tests": [
        (
            "number",
            "2 3",
            ["Pick out the soil tests that are not a plain number."],
        ),
        (
            "ahead",
            "3",
            [
                "Pick out the soil tests that are not a plain number. A < sign in front of the "
                "number is fine.",
            ],
        ),
    ],
    "accounts": [("rows", "2", ["Every account must have an iban."])],
}

DECLINED: list[tuple[str, str]] = [
    # which place, which measure: no noun of the column
    ("rackets", "The grip size must be S, M or L."),
    ("rackets", "The grip weight and the grip tape must be S or M."),
    ("tools", "The glove owner must be S, M or L."),
    ("tools", "Glove sizes must be at least 3."),
    ("tools", "The glove price must be S, M or L."),
    ("tools", "The number of cells in specs must be 4."),
    ("tools", "The number of glove sizes must be 4."),
    ("tools", "The third cell in unit must be mm."),
    ("tools", "Most glove sizes must be S."),
    # a sign in front of no number
    ("tools", "serial must be filled. A < sign in front of it is fine."),
    ("tools", "gauge must be above 3. A < sign in front of the number is fine."),
    ("tools", "gauge must be a number. A < sign in front of the number is an error."),
    ("tools", "gauge must be a number. A < sign behind the number is fine."),
    # check digits by no standard, or by another one
    ("tools", "serial ends in a check digit that has to be correct."),
    ("members", "iban must pass the EAN mod 97 check."),
    ("members", "card must be a number whose last digit is 3."),
    ("members", "iban must be filled; child members have no iban and are to be reported."),
    # rows or their column
    ("soil_tests", "Soil tests must be unique."),
    ("soil_tests", "Every soil test must be filled."),
    # a span of time that is kept as text is no length of a text
    ("runs", "split is shorter than total."),
    ("runs", "split must not be longer than total."),
    ("runs", "Flag runs where split is longer than total."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
