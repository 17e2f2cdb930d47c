"""What a list, a remark or a pattern must not take to itself."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "permits": (
        ("permit", "sort", "land", "pin"),
        ("a", "guest", "Austria", "1234"),
        ("b", "staff", "Austria", "Cx"),
        ("c", "guest", "Austria", "XC"),
        ("d", "staff", "Germany", "12"),
        ("e", "STAFF", "Germany", "D7"),
    ),
}

FLAGGED = {
    "permits": [
        ("scope", "c", [
            "For permits where land is 'Austria', guest permits have a pin of four digits.",
            "Where land is Austria, guest permits have a pin of four digits.",
        ]),
        ("list", "", ["If land is 'Austria' or 'Germany' then pin must be filled."]),
        ("case", "d e", [
            "sort must be GUEST where land is 'Germany', ignoring case.",
        ]),
        ("letter", "a c d", ["Each pin begins with a capital letter C or D."]),
        ("letter-then", "a b d e", ["Each pin begins with a letter, then C or D."]),
    ],
}  # fmt: skip

DECLINED = [
    ("permits", "For permits where land is 'Austria', guest permits have a pin of four digits and "
     "staff permits exactly six letters."),
    ("permits", "Where land is Austria, guest permits have a pin of four digits and staff permits "
     "exactly six letters."),
    ("permits", "sort must be GUEST, ignoring case where land is 'Germany'."),
    ("permits", "Each pin begins with a capital letter C or D, but only for rows where sort is "
     "'guest'."),
]  # fmt: skip

checked, test_each_word_stays_where_it_is, test_what_may_be_of_either_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
