"""Dates by verbs of two words, nouns before headers, who alone may be it, forms and remarks."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "guests": (
        ("id", "signup_date", "checked_in", "paid", "host", "weekday", "booked", "used", "shelf"),
        (1, "2024-01-05", "2024-01-07", "Y", "Ann", "Friday", 3, 3, "north"),
        (2, "2023-12-30", "2024-02-01", "N", "Bo", "Thursday", 4, 2, "north"),
        (3, "2024-03-02", "2024-03-01", "x", "Cy", "Saturday", 2, 5, "south"),
        (4, "2024-01-09", "2024-01-10", None, None, "Tuesday", 6, 6, "-"),
    ),
    "copies": (
        ("id", "issn", "part_no", "bits", "motto", "time_zone", "reader_1", "reader_2", "reader_3"),
        (1, "0378-5955", "-123", "0110", "Level", "Europe/Rome", "Ann", "Bo", "Cy"),
        (2, "0378-5954", "123", "012", "Radar", "Mars/One", "Ann", "Ann", "Cy"),
        (3, "2049-3630", "-12", "11", "Hello", None, "Bo", "Cy", "Cy"),
    ),
    "sheets": (
        ("sheet", "group", "read_on", "level", "drawn", "title"),
        (1, "a", "2024-01-01", 9, 0, "Dr Ann Lee"),
        (2, "a", "2024-01-02", 7, 2, "Prof Bo Ray"),
        (3, "b", "2024-01-01", 8, 0, "Cy Dell"),
        (4, "b", "2024-01-02", 9, 1, "Mme Di Orr"),
    ),
}  # fmt: skip

TABLES["crew"] = (
    ("sailor", "mastodon", "rank"),
    (1, "@ann", "deck"),
    (2, "bo", "engine"),
)
TABLES["crew_import"] = (
    ("sailor", "mastodon", "rank"),
    (1, "@ann", "deck"),
    (5, "@eve", "engine"),
)

FLAGGED: dict[str, list[Group]] = {
    "crew": [
        ("handle", "2", ["The mastodon handle must start with @."]),
        ("all-there", "1", ["rank must include all three of deck, engine and cook."]),
        ("case-inside", "", ["Every rank, ignoring case, must be DECK or ENGINE."]),
    ],
    "crew_import crew": [
        ("own-word", "5", ["Flag import rows whose sailor is not found in crew."]),
    ],
    "guests": [
        (
            "two-words",
            "3",
            ["Guests must have signed up before they checked in."],
        ),
        ("two-words-in", "2", ["Every guest signed up in 2024."]),
        ("noun", "3", ["The flag paid is Y or N.", "In every row the flag paid is Y or N."]),
        ("noun-filled", "3 4", ["The flag paid is Y or N; empty is wrong too."]),
        ("command", "1 2", ["Flag paid is Y or N."]),
        (
            "alone",
            "3",
            ["Nobody but Ann and Bo may be the host.", "Only Ann and Bo may act as host."],
        ),
        ("what-was", "3", ["used must not exceed what was booked."]),
        ("weekday", "2", ["The weekday must be the correct day of the week for signup_date."]),
        ("most", "1", ["Most guests, more than 80%, must have a host."]),
        ("sign", "4", ["Flag guests whose shelf is the dash."]),
        ("only-there", "3", ["used is at most 4; check only the south shelf."]),
        ("only-rows", "2", ["used is at least 3; check the rows where shelf is north."]),
        (
            "gaps",
            "3",
            ["signup_date is before checked_in; ignore guests that lack one of the two."],
        ),
    ],
    "copies": [
        ("digit", "2", ["Flag copies with a wrong ISSN check digit."]),
        ("front", "3", ["part_no is an optional dash followed by three digits."]),
        ("digits", "2", ["bits may consist of the digits 0 and 1 only."]),
        (
            "others",
            "2",
            ["bits may consist of the digits 0 and 1 only; list the ones with anything else."],
        ),
        ("case", "3", ["motto must be a palindrome, case being ignored."]),
        ("none-there", "2", ["Flag time zones that do not exist."]),
        ("differ", "2 3", ["No two of reader_1, reader_2 and reader_3 may name the same person."]),
        ("such-text", "3", ["A part_no starting with a dash must have 4 characters."]),
    ],
    "sheets": [
        (
            "from-second",
            "4",
            ["From the second row of each group on, level must be lower than in the row before."],
        ),
        ("day-to-day", "4", ["Within a group, level must never rise from one day to the next."]),
        ("one-way", "3 4", ["Does level fall or stay level from row to row?"]),
        ("titles", "3 4", ["Flag titles that contain none of the words Dr and Prof."]),
        ("words", "3", ["title must contain one of Dr, Prof or Mme."]),
    ],
}

DECLINED = [
    ("guests", "What was booked?"),
    ("guests", "Most guests, at least 3, must have a host."),
    ("guests", "host must be the weekday of signup_date."),
    ("copies", "part_no is two letters and an optional dash followed by three digits."),
    ("copies", "Flag mottos that do not exist."),
    ("copies", "motto must contain an e; list the ones that contain anything else."),
    ("sheets", "From the second row on, level must be filled."),
    ("sheets", "Does level rise from row to row?"),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
