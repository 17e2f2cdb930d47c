"""Values as people type them: one granted first, lists with new ones, examples, brackets."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "plots": (
        ("plot_id", "fee", "crop", "depth", "sown", "owner_code", "leased", "notes", "jounral"),
        (1, 0, "corn", "5 cm", "2/29/84", "{ab}", "S", "dry", "a"),
        (2, -1, "rye", "7 cm", "12/1/07", "ab}", "M", "Not Available", None),
        (3, 150, "sugar beet", "9 mm", "2/30/84", "{ab", "S", None, "b"),
        (4, 20, "old corn", "12 cm", "13/1/07", "{cd}", "M", "wet", "a"),
        (5, 700, "corn", None, None, None, None, "dry", "b"),
    ),
    "calls": (
        ("call_id", "phone", "total", "has_pet", "pet_fee", "sort"),
        (1, "310-246-1501", "379,998", "N", 5, "Bakery 1 (old)"),
        (2, "310/246-1501", "1200", "N", 0, "Shop"),
        (3, "310-24-1501", "12,00", "Y", 5, "Shop"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "plots": [
        (
            "granted",
            "2 4",
            [
                "fee may be 0 (unknown), otherwise it must be at least 100.",
                "A fee of 0 is fine, any other fee must be at least 100.",
                "fee must be at least 100 unless it is 0.",
                "Except for 0, fee must be at least 100.",
            ],
        ),
        (
            "marked",
            "1 4",
            ["-1 in fee means unknown and is allowed. Any other fee must be at least 100."],
        ),
        ("left out", "1", ["fee must not be 0, not counting crop rye."]),
        ("list", "4", ["crop is one of corn, rye, sugar beet or winter wheat."]),
        ("not available", "2 3", ["Flag plots whose notes are blank or Not Available."]),
        ("filled", "2", ["Every plot needs at least one jounral."]),
        ("misspelled", "2", ["The journal must not be empty."]),
        ("ends", "3", ["depth must end with cm."]),
        ("shown", "3", ["depth is a whole number, a space and cm, for example 7 cm."]),
        (
            "short days",
            "3 4",
            [
                "sown is written month/day/two-digit year, e.g. 12/1/07.",
                "sown has the form M/D/YY.",
            ],
        ),
        (
            "pair",
            "2 3",
            [
                "owner_code is enclosed in curly braces.",
                "owner_code starts with { and ends with }.",
            ],
        ),
        ("letter", "1", ["Sandy plots (leased S) must have a fee above 0."]),
    ],
    "calls": [
        ("groups", "2 3", ["phone is written 310-246-1501, with dashes only."]),
        (
            "thousands",
            "2 3",
            ["total is a number with commas as thousands separators, such as 379,998."],
        ),
        ("without", "1", ["Calls without a pet (has_pet = N) must have a pet_fee of 0."]),
        ("pairs", "1 3", ["Flag pairs of calls with the same pet_fee."]),
    ],
}

DECLINED = [
    ("plots", "depth is a whole number, a space and cm, for example 7 mm."),
    ("plots", "crop is corn, winter wheat or barley malt."),
    ("calls", "phone is written 310-246-1501, with slashes only."),
    ("calls", "Flag calls whose sort is not 1."),
    ("calls", "Kiosks (sort) need a phone, and Markets too."),
    ("calls", "Calls without a car (has_pet = N) must have a pet_fee of 0."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
