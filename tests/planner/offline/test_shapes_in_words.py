"""Shapes told in words: letters to choose from, parts, signs that a text needs, rows of groups."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "crates": (
        (
            "crate", "stamp", "grade", "gene", "size", "serial", "lid", "secret", "kg_a", "kg_b",
            "mark",
        ),
        ("K1", "12345X", "A+", "GATT", "S", "AB-12-900", "#alpha", "Pw1!aaaa", 10, 12, "0071a"),
        ("K2", "1234567", "B-", "ACGU", "M", "AB-12-450", "#7", "password", 10, 20, "071b"),
        ("K3", "12345", "AB+", "TTAA", "L", "CD-77-100", "beta", "Ab1cdefgh", 5, 5, "715c"),
        ("K4", "123456", "A", "ccaa", "XL", "CD-7-050", "##alpha", "A1!", 7, 11, "15d"),
    ),
    "fairs": (
        ("day", "guests"),
        ("2024-06-01", 300),
        ("2024-06-02", 100),
        ("2024-06-03", 50),
        ("2024-06-08", 90),
    ),
    "slips": (
        ("slip", "room", "ends"),
        ("s1", "R1", None),
        ("s2", "R2", None),
        ("s3", "R2", "2024-03-01"),
        ("s4", "R3", "2024-05-01"),
    ),
    "pairs": (
        ("pair", "code", "known"),
        ("p1", "aa", "bb"),
        ("p2", "cc", "aa"),
        ("p3", None, "dd"),
    ),
}  # fmt: skip

FLAGGED = {
    "crates": [
        ("a class or a sign", "K2 K3", [
            "A stamp is five digits and then a digit or X.",
            "stamp must be five digits followed by a digit or an X.",
            "stamp: five digits, then X or a digit",
            "stamp has six characters: five digits and then a digit or X.",
            "Flag crates whose stamp is not five digits and then a digit or the letter X.",
        ]),
        ("letters to choose from", "K4", [
            "grade is A, B or AB followed by + or -.",
            "grade must be 'A', 'B' or 'AB', followed by '+' or '-'.",
            "grade is A, B or AB, in capitals, followed by a plus or a minus.",
            "Flag crates whose grade is not A, B or AB followed by a plus or minus sign.",
        ]),
        ("two choices", "K3 K4", ["The serial starts with A or B, followed by B or D."]),
        ("made of", "K2 K4", [
            "gene: only A, C, G and T",
            "gene may only contain the letters A, C, G and T.",
            "gene is made up of A, C, G and T only.",
            "gene consists only of the letters A, C, G and T.",
        ]),
        ("in either case", "K2", [
            "gene consists only of the letters A, C, G and T. Small letters are fine.",
        ]),
        ("values", "K4", ["size: only S, M and L", "size is S, M or L."]),
        ("all but", "K1 K2 K4", [
            "gene contains only capital letters, but never U or G.",
            "gene consists of capital letters only, except U and G.",
        ]),
        ("group", "K4", [
            "The second group of serial must have two characters.",
            "The second part of serial is 12 or 77.",
            "The fourth and fifth characters of serial must be 12 or 77.",
            "The characters 4 to 5 of serial must be 12 or 77.",
        ]),
        ("last group", "K1", ["The last block of serial must not be 900."]),
        ("range", "K1 K4", [
            "The last three digits of serial must be between 100 and 899.",
            "The last three digits of serial must be at least 100 and at most 899.",
        ]),
        ("one sign ahead", "K3 K4", [
            "A lid must be a single # followed by letters or digits.",
        ]),
        ("just so", "K2", [
            "A lid must not be just # and a number.",
            "lid must not be # followed by digits only.",
        ]),
        ("needs a sign", "K3", [
            "Is there a lid without a # in it? Each one needs a #.",
            "A lid needs a #.",
            "Every lid needs a #.",
        ]),
        ("needs signs", "K2 K3 K4", [
            "A secret needs at least 8 characters, including a small letter, a digit, a capital "
            "letter and a sign that is none of these.",
            "secret must have at least 8 characters, among them a digit, a capital letter, a small "
            "letter and a character that is none of those.",
            "A secret must have at least 8 characters, a capital letter, a small letter, a digit "
            "and a special character.",
        ]),
        ("holds", "K2 K4", [
            "A secret must contain a capital letter, a small letter and a digit.",
            "Flag crates whose secret does not contain a capital letter, a small letter and "
            "a digit.",
        ]),
        ("holds none", "K1 K4", [
            "A secret must not contain a dash, a blank or an exclamation mark.",
        ]),
        ("beginnings", "K3 K4", [
            "A serial never starts with CD, with EF or with X.",
            "No serial begins with CD or with EF.",
        ]),
        ("zeros are signs", "K1 K3", [
            "A mark never starts with 00, 99 or 7.",
            "A mark never starts with 00, with 99 or with a 7.",
        ]),
        ("at most behind", "K2", [
            "kg_a and kg_b may differ by 4 at most, in either direction.",
            "kg_a and kg_b may differ by at most 4.",
            "kg_a may be at most 4 away from kg_b.",
        ]),
        ("divided", "K3 K4", [
            "Flag crates whose kg_a cannot be divided by 10.",
            "kg_a can be divided by 10.",
        ]),
        ("near the median", "K3", [
            "kg_a must be within 20 percent of the median of kg_a.",
            "No kg_a may be more than 20 percent away from the median of kg_a.",
        ]),
        ("any other", "K2", [
            "kg_b lies between 5 and 15. Flag crates with any other kg_b.",
            "kg_b lies between 5 and 15. Any other kg_b is wrong.",
        ]),
    ],
    "fairs": [
        ("days as rows", "2024-06-02 2024-06-08", [
            "Every Saturday and Sunday must have at least 150 guests.",
            "On Saturdays and Sundays, guests must be at least 150.",
            "At weekends guests must be at least 150.",
            "Flag every Saturday or Sunday with fewer than 150 guests.",
        ]),
        ("one day", "2024-06-08", ["On a Saturday, guests must be at least 100."]),
    ],
    "slips": [
        ("small groups", "s1 s4", [
            "Flag the slips of rooms that have fewer than two slips.",
            "Flag all slips of rooms with fewer than two slips.",
            "Flag slips in rooms that have only one slip.",
        ]),
        ("none of them", "s4", [
            "Flag all rows of a room that has no row with an empty ends.",
            "Flag all rows of a room without a row with an empty ends.",
            "Flag all rows of a room that has no open slip, i.e. no row with an empty ends.",
        ]),
    ],
    "pairs": [
        ("values of a column", "p2", [
            "code may only be one of the codes that appear in the known column, if it is filled "
            "in.",
            "code must be one of the values that occur in known.",
            "code may only hold values that appear in known.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("crates", sentence)
    for sentence in (
        "stamp has seven characters: five digits and then a digit or X.",
        "The second group of stamp must be 12.",
        "No crate needs a lid.",
        "Flag crates that need a lid with a #.",
        "The serial must not contain a blank behind a comma.",
        "If size is S, kg_a must be 10. Flag crates with any other size.",
        "A secret has a letter, a dash and a digit.",
        "gene must not contain digits and capital letters, except A and C.",
        "kg_b must not be 20. Flag crates with any other kg_b.",
        "A secret needs no digit.",
        "Not every secret needs a digit.",
        "lid: only C, H and O",
        "The third and fifth letters of serial must be 12.",
    )
]


checked, test_its_shape_is_understood, test_what_is_not_plain_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
