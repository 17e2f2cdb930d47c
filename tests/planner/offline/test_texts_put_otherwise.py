"""Rules on the texts of labels and guests: which signs, which form, whose address."""

from __future__ import annotations

from tests.planner.offline.boatyard_tables import TABLES as BOATYARD
from tests.planner.offline.spoken import Group, told_tests

FLAGGED: dict[str, list[Group]] = {
    "guests": [
        (
            "100-103",
            "100 103",
            [
                "Flag guests where email and spare_email are not the same address.",
                "Do email and spare_email ever differ?",
                "Where email and spare_email are not the same address, country must be FR.",
            ],
        ),
        (
            "101",
            "101",
            [
                "If phone is empty but email has one, flag the row.",
                "Flag rows where email and spare_email are the same address.",
                "If email is a valid address, phone must be filled.",
                "email and spare_email must differ. Blanks in either are fine.",
            ],
        ),
        (
            "101-102-103",
            "101 102 103",
            [
                "No guide_id may occur in guest_id of the same table.",
            ],
        ),
        (
            "101-102-104",
            "101 102 104",
            [
                "email and spare_email must be different. Both must be filled.",
            ],
        ),
        (
            "101-104",
            "101 104",
            [
                "phone and licence: at least one filled.",
                "Every guest needs something in phone.",
            ],
        ),
        (
            "103",
            "103",
            [
                "A phone that begins with +1 is a placeholder.",
                "email must be well-formed.",
                "email must be a valid address.",
                "Every guest needs a valid email in its email.",
                "Flag malformed email values.",
                'Everybody from DE must have a licence starting with "A".',
                "no future joined_on",
            ],
        ),
        ("104", "104", ["Guests from 2023 must have an email."]),
    ],
    "labels": [
        ("1-2", "1 2", ["web must contain ="]),
        (
            "1-2-3",
            "1 2 3",
            [
                "card must be the literal 123",
                "web must contain '=' and not \"ftp\".",
            ],
        ),
        (
            "1-2-4",
            "1 2 4",
            [
                "mark must not contain anything other than letters and dots.",
                "mark must consist of digits, letters and dots",
            ],
        ),
        ("1-3", "1 3", ["mark must be free of digits, brackets or dots."]),
        ("1-3-4", "1 3 4", ['"]" must be at the end of mark.']),
        ("2", "2", ["title must have no leading spaces."]),
        (
            "2-3",
            "2 3",
            [
                "serial consists of 4 numbers from 0 to 255 separated by dots.",
                "twin must repeat code.",
                "twin must equal code letter by letter.",
            ],
        ),
        ("2-4", "2 4", ["weight must be a whole number without decimals."]),
        (
            "3-4",
            "3 4",
            [
                "code may not be either more or less than 7 characters.",
                "code looks like 'AB-1234' (7 characters)",
                "code must be two letters, a dash and a 4 digit suffix.",
                "code (unless n/a) must have 7 characters.",
                'mark must start with "x" or end with "]", or both',
                "card exactly 16 digits",
                "weight must be anywhere between 1 and 6",
            ],
        ),
        (
            "4",
            "4",
            [
                "code must have 4 digits at either end.",
                'Labels with the word "no" in its mark must have a twin.',
                "weight: max 2 decimals",
                "code must not be shorter than 6 characters or longer than 7 characters.",
                "web contains 'b' but not \"?\".",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("labels", '"no" in mark goes with "GREEN" in shade.'),
    ("labels", "code must consist of digits and a dash."),
    ("labels", "code must consist of letters, digits and one dash."),
    ("labels", "mark is somewhere a.b.c"),
    ("labels", "mark must contain only letters and a dot."),
    ("labels", "shade must be 'green' in lower case."),
    ("labels", "shade must be GREEN in uppercase"),
    ("labels", "title must be unique. Trailing blanks make no difference."),
]

checked, test_flagged, test_declined = told_tests(BOATYARD, FLAGGED, DECLINED)
