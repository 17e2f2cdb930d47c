"""Rules on written forms, on days of the week, on shared values and fences, as owners tell them."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "badges": (
        ("badge", "mark", "release", "motto", "secret", "hall"),
        ("B1", "#North", "1.2.0", "Ever onward", "Harbour12", "east"),
        ("B2", "#77", "1.02.3", "Slow and steady wins the long race", "harbour", "east"),
        ("B3", "#Gate_4", "2.0.1", "Home", "HARBOUR99", "east"),
        ("B4", "#9", "10.1.1", "Go", "x7", "west"),
    ),
    "seedlings": (
        ("seedling", "height", "count", "born", "sold"),
        ("S1", 10, 8, "2024-02-05", "2024-04-05"),
        ("S2", 11, 4, "2024-02-10", "2025-02-10"),
        ("S3", 12, 21, "2024-02-07", "2025-03-01"),
        ("S4", 13, 9, "2024-02-08", "2024-02-09"),
        ("S5", 90, 144, "2024-02-09", "2024-03-09"),
        ("S6", 9, 7, "2024-02-11", "2024-02-20"),
    ),
    "duties": (
        ("duty", "day", "weekday", "guard"),
        ("D1", "2024-02-05", "Monday", "Ida"),
        ("D2", "2024-02-10", "Friday", "Ida"),
        ("D3", "2024-02-11", "Sunday", "Jon"),
        ("D4", "2024-02-06", "Saturday", "Ida"),
    ),
    "clubs": (
        ("club", "q1", "q2", "q3", "q4"),
        ("C1", 5, 5, 5, 5),
        ("C2", 5, 5, 5, 6),
        ("C3", 1, 2, 3, 4),
    ),
    "shelf": (("part", "pieces"), ("P1", 4), ("P2", 6), ("P3", 9)),
    "depot": (("part", "pieces"), ("P1", 4), ("P2", 7)),
}

FLAGGED = {
    "badges": [
        ("digits behind the sign", "B2 B4", [
            "Flag badges whose mark has nothing but digits after the #.",
            "Flag marks with nothing but digits after the #.",
            "Is there any mark with nothing but digits after the #?",
            "No mark may have nothing but digits after the #.",
        ]),
        ("letters behind the sign", "B2 B3 B4", ["A mark must have only letters after the #."]),
        ("two dots", "", [
            "There must be exactly two dots in release.",
            "Are there exactly two dots in every release?",
        ]),
        ("an underscore", "B1 B2 B4", ["Is there an underscore in every mark?"]),
        ("leading zeros", "B2", [
            "A release is three whole numbers separated by dots. Leading zeros are not allowed.",
            "Every release is three numbers joined by dots, without leading zeros.",
            "A release has three numbers separated by dots. None of them may have leading zeros.",
        ]),
        ("words", "B2", [
            "Flag mottos of more than six words.",
            "Flag mottos of seven or more words.",
            "A motto with more than six words is too long.",
        ]),
        ("so many words", "B2 B3 B4", ["Each motto must be made up of two to six words."]),
        ("one word", "B3 B4", [
            "Flag mottos of one word only.", "Flag mottos that have only one word.",
        ]),
        ("since then", "B2", ["Since the break-in every secret must contain a digit."]),
        ("because of it", "B2", ["Because of the new law, every secret must contain a digit."]),
        ("a list before", "B4", ["We only serve B1, B2 and B3: badge must be one of these three."]),
        ("hall", "1", [
            "No more than two badges may come from the same hall.",
            "There must not be more than two badges from one hall.",
            "Do more than two badges come from the same hall?",
        ]),
        ("secret", "B2 B4", [
            "Flag the secret wherever it is filled in but does not contain a capital letter.",
        ]),
    ],
    "seedlings": [
        ("fences", "S5", [
            "Flag seedlings whose height lies more than 1.5 interquartile ranges below the first "
            "or above the third quartile.",
            "height must not be more than 1.5 IQR above Q3.",
            "Flag seedlings whose height is an outlier by the 1.5 IQR rule.",
            "Flag outliers in height: more than 1.5 IQR above the upper quartile.",
        ]),
        ("Fibonacci", "S2 S4 S6", [
            "count holds Fibonacci numbers only (1, 2, 3, 5 and so on).",
            "Only Fibonacci numbers are allowed in count.",
        ]),
        ("squares", "S1 S3 S6", ["count must be a perfect square."]),
        ("a year at most", "S3", [
            "sold must be no more than 12 months after born. Exactly 12 months is fine.",
            "sold must be no more than 12 months after born. One year to the day is fine.",
        ]),
    ],
    "duties": [
        ("weekends", "D2 D3", [
            "Is anyone planned on a Saturday or Sunday? Go by the date in day, not by weekday.",
            "No duty may be on a Saturday or Sunday. Use the date in day, not the weekday column.",
            "There are no duties at the weekend; look at the date in day.",
        ]),
    ],
    "clubs": [
        ("all alike", "C1", [
            "No club may have the same figure in all four quarters.",
            "Flag clubs with the same figure in all four quarters.",
            "Is there any club with the same figure in q1, q2, q3 and q4?",
        ]),
        ("some alike", "C1 C2", ["Does any club have the same amount in q1 and q3?"]),
    ],
    "shelf depot": [
        ("known parts", "P2", [
            "Flag rows of shelf whose pieces differ from the pieces of the same part in depot. "
            "Parts missing from depot are ignored.",
            "The pieces in shelf must equal the pieces of the same part in depot. A part that "
            "depot does not have is fine.",
        ]),
        ("unknown parts", "P2 P3", [
            "Flag rows of shelf whose pieces differ from the pieces of the same part in depot. "
            "Parts without a row in depot count as wrong.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("badges", "mark must contain a #. Leading zeros are not allowed."),
    ("badges", "We no longer serve B1, B2 and B3: badge must be one of these three."),
    ("badges", "We only serve B1, B2 and B3: badge must be one of these two."),
    ("badges", "We only serve B1, B2 and B3: badge must not be one of these three."),
    ("badges", "At least three badges may come from the same hall."),
    ("badges", "The average motto must have at most six words."),
    ("seedlings", "Since the storm every seedling must have a height."),
    ("seedlings", "Flag seedlings whose height lies more than 1.5 interquartile ranges below the "
                  "third or above the first quartile."),
    ("seedlings", "count must be a Fibonacci number (1, 2, 4 and so on)."),
    ("seedlings", "sold must be no more than 12 months after born. Exactly 13 months is fine."),
    ("seedlings", "sold must be no more than 12 months after born. Exactly 12 months is too long."),
    ("duties", "Is anyone planned on a Saturday or Sunday?"),
    ("duties", "Flag duties on a Saturday or Sunday."),
    ("duties", "guard must be filled. Go by day, not by guard."),
    ("clubs", "Clubs must not have the same figure in q1 and q2."),
    ("clubs", "Flag clubs with the same figure in three quarters."),
    ("shelf depot", "Flag rows of shelf whose pieces differ from the pieces of the same part in "
                    "depot. Parts missing from shelf are ignored."),
]  # fmt: skip

checked, test_what_is_told_is_flagged, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
