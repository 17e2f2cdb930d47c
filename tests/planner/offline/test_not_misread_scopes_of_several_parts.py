"""A condition in front of several parts, or behind them: of all, or declined where it may be."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "fares": (
        ("fare", "state", "voucher", "card_no", "fee"),
        ("F1", "used", "v1", "", 5),
        ("F2", "open", "", "c2", 6),
        ("F3", "used", "v3", "c3", 7),
        ("F4", "open", "", "", 4),
        ("F5", "used", "", "c5", 3),
    ),
    "permits": (
        ("permit_no", "sort", "land", "pin", "bits", "code"),
        ("a", "guest", "Germany", "1234", "0101", "A1"),
        ("b", "guest", "Austria", "12", "01", "B2"),
        ("c", "staff", "Germany", "abcdef", "012", "B3"),
        ("d", "staff", "Austria", "abc", "11", "C4"),
    ),
}

FLAGGED = {
    "fares": [
        ("condition-within", "F5", [
            "For fares where state is 'used', if voucher is empty, card_no must be filled and fee "
            "must be above 4.",
            "Where state is 'used', if voucher is empty, card_no must be filled and fee must be "
            "above 4.",
        ]),
        ("cases", "F4", [
            "If state is used, fee must be filled and if voucher is empty then card_no must be "
            "filled.",
            "For used fares, fee must be filled, and for open fares, card_no must be filled.",
        ]),
        ("of-both", "F4", [
            "Except for used fares, card_no must be filled, and fee must be above 4, but only for "
            "rows where voucher is empty.",
        ]),
    ],
    "permits": [
        ("scope", "", [
            "For permits with land Germany, guest permits must have a pin of four digits.",
        ]),
        ("in-front", "d", [
            "Where land is 'Austria', pin must be filled and code must start with B.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("fares", "For used fares, card_no must be filled, and if voucher is empty, fee must be above "
              "5."),
    ("fares", "Among used fares, if voucher is filled, card_no must be empty, and if voucher is "
              "empty, card_no must be filled."),
    ("fares", "Except for open fares, card_no must be filled, and fee must be above 4 where "
              "voucher is empty."),
    ("permits", "Among permits with land 'Germany', guest permits have a pin of four digits and "
                "staff permits exactly six letters."),
    ("permits", "Codes begin with A for guest permits and with B for staff permits where land is "
                "Germany."),
    ("permits", "pin has exactly six characters for staff permits and exactly four for guest "
                "permits where land is 'Germany'."),
    ("permits", "bits may consist of the digits 0 and 1 only where land is 'Germany'."),
    ("permits", "code consists of capital letters and digits only where land is 'Germany'."),
]  # fmt: skip

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
