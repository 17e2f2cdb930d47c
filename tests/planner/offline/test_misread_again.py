"""Another row's value, a count, a missing digit, a state that lasts: what is heard for others."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, Tables, told_tests

TABLES: dict[str, Rows] = {
    "kiosks": (
        ("kiosk", "town", "plug", "phone", "paid", "stock", "keeper", "opens_on", "closes_on"),
        ("K1", "Oslo", "", "", 1, 120, "Ann", "2024-01-02", "2024-02-01"),
        ("K2", "Rome", "", "", 0, 650, "Bo", "2024-03-02", "2024-04-01"),
        ("K3", "Oslo", "P1", "", 1, 80, "Ann", "2024-01-05", "2024-12-01"),
        ("K4", "Bern", "P2", "55", 0, 300, "Cy", "2024-12-02", "2024-12-09"),
    ),
    "tickets": (
        ("ticket", "stub", "tint", "used_by", "seat"),
        ("A2", "ax9-2", "#12aBfF", "Kim", 2),
        ("A5", "FFx-7", "#123", "Pat", 5),
        ("A7", "ffx-0", "#zz1234", "Kim", 10),
        ("A8", "qqx-3", "#abcdefa", "", 17),
    ),
    "lines": (
        ("basket_no", "line_no", "item_no", "pieces"),
        (501, 1, "I1", 3),
        (501, 2, "I2", 3),
        (502, 1, "I1", 4),
        (502, 3, "I3", 4),
        (503, 2, "I3", 4),
    ),
    "pickers": (
        ("picker", "basket_no"),
        ("U1", 501),
        ("U2", 502),
        ("U3", 503),
    ),
    "notes": (
        ("basket_no", "remark"),
        (501, "late"),
        (502, "early"),
    ),
}

FLAGGED = {
    "kiosks": [
        ("lacking-both", "K2", [
            "Kiosks missing a plug and phone must be in Oslo.",
            "Kiosks missing a plug and a phone must be in Oslo.",
            "Kiosks lacking a plug and a phone must be in Oslo.",
        ]),
        ("lacking-none", "K1 K2", [
            "Kiosks missing a plug and a phone must not exist.",
            "There must be no kiosks missing a plug and a phone.",
            "Flag kiosks lacking a plug and a phone.",
        ]),
        ("lacking-either", "K1 K2 K3", ["Kiosks missing a plug or a phone must not exist."]),
        ("lacking-one", "K2", ["Kiosks missing a plug must be in Oslo."]),
        ("opened", "K4", ["No kiosk may open in December.", "No kiosk may be opened in December."]),
        ("range", "K2", ["Kiosks above 200 stock must be below 500 stock."]),
        ("own", "K1 K3", ["Each kiosk must have its own keeper."]),
    ],
    "tickets": [
        ("ends", "A7 A8", [
            "ticket ends in 2 or 5 or 9.",
            "ticket must end in 2 or 5 or 9.",
            "ticket ends in 2, 5 or 9.",
            "ticket ends with 2 or with 5 or with 9.",
        ]),
        ("ends-of-numbers", "A2 A8", ["seat is a number ending in 0 or 5."]),
        ("starts", "A5 A7 A8", ["stub starts with ax or bx or cx."]),
        ("no-case", "A5 A7", ["stub must not start with ff, case ignored."]),
        ("hex", "A7 A8", [
            "tint is a # followed by 3 or 6 hexadecimal digits, letters in any case.",
            "tint must be # and 3 or 6 hexadecimal digits (letters in any case).",
        ]),
        ("hex-alone", "A5 A7 A8", [
            "tint is a # followed by six hexadecimal digits, in upper or lower case.",
        ]),
    ],
    "lines": [
        ("within", "502 502 503", [
            "Within a basket the line_no counts up from 1 without gaps.",
            "In each basket the line_no counts up from 1 without gaps.",
        ]),
    ],
    "pickers lines": [
        ("one-line", "U3", [
            "Each basket must have a line number 1.",
            "Each picker must have a line with line_no 1.",
            "Each picker must have a line with the number 1.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("kiosks", "Kiosks missing a plug and paid must be in Oslo."),
    ("kiosks", "Not more than three kiosks may lack a plug and paid."),
    ("kiosks", "Kiosks missing a plug and kiosks missing a phone must be in Oslo."),
    ("kiosks", "No kiosk may have the stock of kiosk K4."),
    ("kiosks", "No kiosk may have the stock of K4."),
    ("kiosks", "No kiosk may have the keeper of a Rome kiosk."),
    ("kiosks", "A kiosk must not share the keeper of a Rome kiosk."),
    ("kiosks", "Kiosks above 200 stock must be at most two."),
    ("kiosks", "Kiosks below 200 stock must be at most one."),
    ("kiosks", "No kiosk may be open on 2024-06-01."),
    ("kiosks", "No kiosks may be open in December."),
    ("kiosks", "Flag kiosks open in December."),
    ("kiosks", "The average stock of the kiosks sold must be at least 200."),
    ("kiosks", "Each town has its own keeper."),
    ("tickets", "No ticket may be used by two people."),
    ("tickets", "Each ticket may be used by one person only."),
    ("tickets", "ticket must have two characters; a missing letter is wrong."),
    ("tickets", "seat must have two digits; a missing digit is wrong."),
    ("lines", "Each basket must have a line number 1."),
    ("pickers notes", "Each picker must have a note with the number 1."),
]

checked, test_what_is_heard_is_what_is_said, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)


def test_a_denied_text_tells_that_its_case_is_ignored(checked: dict[str, Tables]) -> None:
    """The restatement says all that the rule looks at."""
    plan = checked["tickets"].plan("stub must not start with ff, case ignored.", "tickets")

    assert plan.restatement.endswith("does not start with 'ff' (ignoring case).")
