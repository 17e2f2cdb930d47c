"""Numbers and their units: what a bare number is without, forms by example, percents."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "jars": (
        ("jar_id", "weight", "boil", "sugar", "lid_code", "kind", "maker"),
        (1, "1.5 kg", "12 min", 0.04, "ab-x1", "plum", "Orr"),
        (2, "2 kg", "1 hr. 5 min.", 0.09, "cd-7", "pear", "Orr"),
        (3, "1.25 KG", "9 min", 0.12, "ef1", "fig", "Ash"),
        (4, "3", "7", 0.07, "ab-", "sour plum", "Ash"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "jars": [
        (
            "bare",
            "1 2 3",
            [
                "weight should be a bare number, without kg or pounds behind it.",
                "weight must be a number, with no unit.",
            ],
        ),
        ("shown", "2 4", ["boil must be written in minutes, e.g. '109 min'."]),
        (
            "told",
            "2 3 4",
            [
                "Flag weight values not spelled exactly like '1.5 kg', that is a number with one "
                "decimal, a space and lower-case kg.",
            ],
        ),
        (
            "scale",
            "3",
            [
                "Flag jars with a sugar above 9 percent (sugar is a fraction, 0.09 = 9%).",
                "sugar must be at most 0.09; it is stored as a fraction.",
            ],
        ),
        ("mixed", "3 4", ["lid_code is made of letters, a dash, then letters or digits."]),
        ("affix", "", ["If lid_code starts with ab-, sugar must be below 0.1."]),
        ("affixes", "3", ["lid_code must start with ab or cd."]),
        ("only", "4", ["The maker Ash may only use kinds that do not contain a space."]),
        ("motto", "1", ["A plum is sweet: where kind is 'plum', sugar must be above 0.05."]),
        (
            "known",
            "3 4",
            [
                "kind must be a known one: plum or pear.",
                "The kind must be a valid kind: plum or pear.",
            ],
        ),
        ("barred", "3", ["fig is no longer accepted as kind."]),
        ("words", "1 3", ["The words 'plum' and 'fig' must not be used as a kind."]),
    ],
}

DECLINED = [
    ("jars", "weight must be a number without maker."),
    ("jars", "weight must be filled, without kg or pounds behind it."),
    ("jars", "boil must be written in kilograms, e.g. '109 min'."),
    ("jars", "sugar must look like 0.05."),
    ("jars", "weight must be spelled exactly like '1.5 kg'."),
    ("jars", "sugar must be at most 9 percent (sugar is in percent)."),
    ("jars", "The kind must be a valid maker: plum or pear."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
