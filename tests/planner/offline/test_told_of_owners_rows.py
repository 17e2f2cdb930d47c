"""What an owner says of rows in passing: kinds in brackets, values left out, one of several."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "tools": (
        ("no", "tool_title", "maker_title", "region", "sku", "watt_value", "watt_count", "bulb"),
        (1, "Aura", "Kern", "North", "12-345", 40, 2, "led"),
        (2, None, "Kern", "South", "12-345", 60, 1, "led"),
        (3, "Bell", None, "West", "712-3456", 70, 1, None),
        (4, "Cone", "Lux", "East", "99-111", -1, 3, "neon"),
        (5, "Aura", "Lux", "South", "12-999", 90, None, "led"),
    ),
    "staff": (
        (
            "code",
            "f_name",
            "l_name",
            "sex",
            "marital_status",
            "town",
            "hired",
            "born",
            "pay",
            "desk",
        ),
        ("a", "Ann", "Orr", "F", "M", "Bonn", 2010, 1990, 50, "D1"),
        ("b", "B0b", "Orr", "M", "S", "Kiel", 2010, 1998, 70, "D2"),
        ("c", "Cy", "O'Dea", "M", "M", "Ulm", 2020, 1991, 90, "D1"),
        ("d", "Ann", "Orr", "F", "D", "Kiel", 2021, 1970, None, None),
    ),
    "shelves": (
        ("mark", "book", "room", "wing"),
        ("k", "Emma", "R1", "east"),
        ("l", "Emma", "R2", "east"),
        ("m", "Ivan", "R2", "east"),
        ("n", "Ivan", "R2", "west"),
        ("o", "Omoo", "R3", "west"),
    ),
    "loans": (
        ("slip", "book", "book_shelf"),
        (1, "Emma", "A1"),
        (2, "Ivan", "B9"),
        (3, "Lost", "C1"),
    ),
    "books": (("book", "shelf"), ("Emma", "A1"), ("Ivan", "B2"), ("Omoo", "C3")),
}

FLAGGED: dict[str, list[Group]] = {
    "tools": [
        ("rest of a name", "2", ["Flag tools without a title.", "Every tool must have a title."]),
        ("used by another", "1 5", ["Flag tools whose title is used by another tool too."]),
        ("its value", "5", ["A watt above 80 must be flagged."]),
        ("whole form", "3", ["sku has two digits, a dash and three digits."]),
        ("form in it", "", ["sku must have two digits, a dash and three digits in it."]),
        ("without the other", "3", ["Flag each tool_title that has no bulb."]),
        ("to be flagged", "3", ["A tool_title without a bulb has to be flagged."]),
        ("listed", "2 3", ["In the sunny regions (South, West), watt_value must be above 75."]),
        ("kind without", "4", ["In regions without sun (North, East) watt_value must be above 0."]),
        ("spared", "4", ["watt_value must be above 65, except in the regions North and South."]),
        ("instead", "4", ["Flag tools whose bulb is 'neon' instead of 'led'."]),
        (
            "named again",
            "1 2 4 5",
            ["Each maker title has one region; list all tools of makers with more than one."],
        ),
        ("marker", "4", ["A watt_value of -1 stands for unknown. Flag these rows."]),
    ],
    "staff": [
        ("names", "b", ["Flag first names containing anything but letters."]),
        ("name", "c", ["Are there last names with an apostrophe in them? We do not want any."]),
        ("letters", "b c", ["Flag men who have a pay above 60."]),
        ("married", "a", ["Married people must have a pay above 50."]),
        ("share", "1", ["At least 60% of the people must be women."]),
        ("single", "b", ["Flag single people (marital_status S) with a pay above 60."]),
        ("sized", "b d", ["Flag employees younger than 15 or older than 40 (hired minus born)."]),
        ("those", "c", ["High earners, those with a pay above 60, must have a desk of D2."]),
        ("lists", "d", ["sex takes only F and M, marital_status only S and M."]),
        ("case", "", ["desk and sex in upper case only, please"]),
        ("none may", "c", ["Pays are whole numbers, and none may be above 80."]),
        ("later", "d", ["f_name and l_name together are unique; flag repeats after the first."]),
    ],
    "shelves": [
        ("asked of one", "k l", ["Is the same book used in more than one room?"]),
        ("but it does", "l m n", ["The wing does not fix the book, but the room does."]),
        ("pair", "l m", ["No room and wing may have two different books."]),
        ("if so", "l m n", ["Does a room have more than one book? If so, list all its rows."]),
        ("other groups", "k o", ["Every room has three rows; flag the rows of all other rooms."]),
        ("those who do", "l m n", ["No room may have over two rows; list rows of those that do."]),
    ],
    "loans books": [
        (
            "value there",
            "2",
            ["book_shelf must be the one that books has for its book; unknown books are skipped."],
        ),
    ],
}  # fmt: skip

DECLINED = [
    ("tools", "Flag rows without a title."),
    ("tools", "In other regions (South, West), watt_value must be above 75."),
    ("tools", "watt_value must be at most 80 instead of 90."),
    ("tools", "sku must look like 4/15/95."),
    ("staff", "pay must not fall as hired rises."),
    ("shelves", "Every room must have at least two rows; list rows of those with more."),
    ("tools", "Flag sku values that have two digits, a dash and three digits."),
    ("staff", "Men, those with a pay above 60, must have a desk of D2."),
    ("shelves", "Does a room have more than one book?"),
    ("shelves", "Is a book kept in several rooms?"),
]
checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
