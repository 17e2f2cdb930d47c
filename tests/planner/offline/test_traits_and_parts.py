"""Traits without a verb, either of two shapes, every part, columns out of use, and values gone."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "kites": (
        ("kite", "sticks", "span_cm", "line_left", "line_right", "makers_mark", "old_code",
         "colours"),
        ("k1", 6, 120, 30, 33, "12-3456", None, "red;pink"),
        ("k2", 7, 150, 40, 30, "123-45-67", "Z", "red"),
        ("k3", 12, -5, 20, 21, "AB-12", None, "mauve;red"),
        ("k4", 3, 200, 25, 25, "99-8877", "Y", None),
    ),
    "loaves": (
        ("loaf", "flour", "label", "salt_g", "grams", "kcal", "recipe", "digest", "homepage"),
        (1, "rye", "dark rye", 9, 500, 1200, '{"w": 3}', "d41d8cd98f00b204e9800998ecf8427e",
         "https://a.org"),
        (2, "spelt", "mock spelt", 300, 750, 900, '{"w": "x"}', "d41d8c", "a b"),
        (3, "wheat", "crème loaf", None, 1000, 1500, "[3]", None, None),
        (4, "rye", "rye", None, 250, None, None, None, "http://b.org"),
    ),
    "walks": (
        ("walk", "walked_on", "dog", "minutes", "guide", "reward"),
        (1, "2024-01-01", "Rex", 15, "Al", 2),
        (2, "2024-01-03", "Rex", 35, None, 3),
        (3, "2024-01-08", "Bea", 30, "Cy", 4),
        (4, "2024-01-13", "Rex", 60, "Al", 5),
        (5, "2024-01-15", "Flo", 20, "Al", 6),
    ),
    "bins": (
        ("bin", "aisle", "shelf", "state"),
        (1, "A", "B", "full"),
        (2, "Aa", "C", "empty"),
        (4, "C", "9", "gone"),
    ),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "kites": [
        ("divisible", "k2", ["sticks divisible by 3", "sticks a multiple of 3"]),
        ("even", "k2 k4", ["sticks even", "sticks always even"]),
        ("by both", "k2 k4", ["sticks divisible by 2 and by 3"]),
        ("positive", "k3", ["span_cm positive"]),
        ("bounded", "k3 k4", ["span_cm positive and at most 150"]),
        (
            "apart", "k2",
            ["line_left and line_right may differ by 5 at most, whichever is larger.",
             "line_left and line_right must not be more than 5 apart, no matter which is larger."],
        ),
        (
            "shapes", "k3",
            ["makers_mark must be written like 12-3456 or like 123-45-67.",
             "Every makers_mark looks like 12-3456 or 123-45-67."],
        ),
        (
            "out of use", "k2 k4",
            ["old_code is no longer in use and has to be empty.",
             "old_code has been retired: it must be empty.",
             "We stopped using old_code, so it must stay blank."],
        ),
        (
            "parts", "k3",
            ["Split colours at the semicolon and flag kites with any part other than red or pink.",
             'Split colours at ";": each part must be one of red or pink.'],
        ),
        ("no part", "k3", ["Split colours at the semicolon; no part may be mauve."]),
    ],
    "loaves": [
        (
            "text in it", "2",
            ["A label containing 'mock' must not turn up any more.",
             "No label containing 'mock' may occur.",
             "A label containing 'mock' must no longer occur."],
        ),
        (
            "strange signs", "3",
            ["Are there labels with characters outside plain ASCII? None are allowed.",
             "Are there labels with non-ASCII characters?"],
        ),
        (
            "json value", "2 3",
            ['recipe must be a JSON object with a key "w" whose value is a number.'],
        ),
        (
            "spelt again", "2",
            ["digest is an MD5 hash, 32 hexadecimal digits.",
             "digest must be an MD5 hash: 32 hexadecimal digits."],
        ),
        ("format in", "2", ["Flag invalid URLs in homepage."]),
        (
            "unlikely", "2",
            ["Flag loaves with an impossible salt_g (above 100).",
             "Flag loaves whose salt_g is implausible (below 1 or above 100)."],
        ),
        ("known", "2", ["Only rye and wheat are known as flour."]),
        ("in use", "2", ["The flours in use are rye and wheat only."]),
        ("among", "0", ["Each of rye, spelt and wheat must be among the flours."]),
        ("subset", "2", ["The flours must be a subset of rye and wheat."]),
        ("whole set", "1", ["The set of values found in flour must be exactly rye and wheat, "
                            "with none of them missing."]),
        ("gaps", "1", ["No more than one salt_g may be missing."]),
        ("gaps enough", "0", ["At most two salt_g may be missing."]),
        ("kinds", "1", ["flour must take on at least 4 different values."]),
        ("not in more", "1", ["salt_g must not be empty in more than a quarter of the rows."]),
        ("not in half", "0", ["salt_g must not be empty in more than half of the loaves."]),
        ("filled", "1", ["kcal may not be filled in more than 60% of the rows."]),
        ("warned", "2", ["Warn if salt_g is above 100.", "Complain whenever salt_g is above 100."]),
        ("quotient", "1 3", ["The quotient of kcal and grams must stay below 1.4."]),
    ],
    "walks": [
        (
            "mondays", "2 4",
            ["Walks take place on Mondays only.", "Walks may only take place on Mondays.",
             "Walks only on Mondays."],
        ),
        (
            "so often", "1",
            ["Each dog has to appear at least once and at most twice.",
             "Each dog must occur between 1 and 2 times."],
        ),
        ("not so often", "0", ["Each dog has to appear at least once and at most three times."]),
        ("for each", "2", ["Is there a guide for every walk?", "Is there a guide in every row?"]),
        ("step", "", ["walk must count up by one from row to row."]),
        ("in all", "0", ["All walks taken together should reward 20."]),
        ("in all less", "1", ["Together the walks must reward at most 19."]),
    ],
    "bins": [
        ("each", "2 4", ["aisle, shelf: one capital letter each"]),
        ("step", "4", ["bin must count up by 1 with each row."]),
        (
            "any order", "0",
            ["The columns bin, shelf and state must all be there, in whatever order."],
        ),
    ],
}  # fmt: skip

DECLINED = [
    # Whether that is wanted or wrong is not told.
    ("kites", "span_cm above 100"),
    ("kites", "span_cm negative"),
    # What is out of use cannot be asked for.
    ("kites", "old_code is no longer in use and must be filled."),
    ("kites", "line_left may exceed line_right by at most 3, whichever is larger."),
    ("kites", "All two of sticks, line_left and line_right must be positive."),
    ("bins", "The columns shelf and state must be there."),
    ("loaves", "salt_g must not be filled in less than a quarter of the rows."),
    ("loaves", "salt_g must not be above 100 in fewer than a quarter of the rows."),
    ("loaves", "salt_g must not be impossible (above 100)."),
    ("walks", "Check whether minutes is below 30."),
]  # fmt: skip

checked, test_what_is_told_is_flagged, test_what_is_not_certain_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
