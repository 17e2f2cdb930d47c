"""Texts within texts, beginnings that leave their end open, kinds of signs and of parts."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "accounts": (
        ("account_id", "username", "password", "role", "color", "tags"),
        ("A1", "admin", "password", "owner", "#ff0000", "red,blue"),
        ("A2", "bob", "bob12345", "guest", "#xyz", "red, purple"),
        ("A3", "carla", "secret99", "guest", "#12", "blue"),
        ("A4", "dave", "xx-dave-yy", "owner", "ff00aa", "Red,green,blue"),
        ("A5", "eve", "username1", "guest", "#abcdefg", "red,,blue"),
        ("A6", "fred", "username", "guest", "#ABC def", ""),
    ),
    "parts": (
        ("part_no", "code", "zip", "note"),
        ("P1", "A1B2", "12345", "naïve"),
        ("P2", "C3D4E5", "12345-6789", "ok"),
        ("P3", "A1B2", "1234", "x y"),
    ),
    "people": (
        ("person_id", "fare", "income", "card"),
        ("1", 10, 100, "yes"),
        ("2", 20, 50, "no"),
        ("3", 60, 70, "no"),
        ("4", 5, None, ""),
    ),
}

FLAGGED = {
    "accounts": [
        ("whole", "A4 A6", [
            "The color must start with # followed by letters and digits and nothing else.",
        ]),
        ("begins", "A1 A2 A4 A5 A6", [
            "The color must start with a # followed by at least one digit.",
        ]),
        ("quoted", "A5 A6", ['A password may not contain the text "username".']),
        ("holds-another", "A2 A4", [
            "The password must not contain the username.",
            "No password may contain its username.",
        ]),
        ("told-twice", "A1", ["If the password is password the role must be guest."]),
        ("parts", "A4 A5", [
            "Each tag must be red, blue or purple (tags are separated by commas).",
        ]),
    ],
    "parts": [
        ("ascii", "P1", ["The note must not contain characters outside ASCII."]),
        ("whole", "P3", [
            "The zip must be five digits, optionally followed by a dash and four more digits.",
        ]),
    ],
    "people": [
        ("lacking", "0", ["At most two people may go without an income."]),
        ("together", "1", [
            "Fare and income must be positively correlated (coefficient above 0.3).",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("accounts", "The color starts with # followed by letters and digits."),
    ("accounts", "The color must begin with # and then letters."),
    ("accounts", "The color must start with letters followed by digits."),
    ("accounts", "The username must not occur in the password."),
    ("accounts", "Username must not occur in the password."),
    ("accounts", "No username may be the password."),
    ("accounts", "Each tag must be red, blue or a colour (tags are separated by commas)."),
    (
        "parts",
        "The zip must start with five digits, optionally followed by a dash and four digits.",
    ),
    ("parts", 'The code alternates letters and digits, like "A1B2".'),
    ("parts", "The note must not contain characters other than ASCII letters."),
    ("parts", "The note must not contain letters outside ASCII."),
    ("people", "At most two people may go without a card."),
    ("people", "Only one person may lack a card."),
    ("people", "Fare and income must be positively correlated (coefficient below 0.3)."),
    ("people", "Fare and income must be weakly correlated (r below 0.3)."),
]

checked, test_texts_are_those_meant, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
