"""Examples behind a rule: of what columns make together, and of forms that hold a blank."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "crates": (
        ("crate", "region", "serial", "label", "load"),
        ("C1", "north", 17, "north-17", "12 kg"),
        ("C2", "south", 4, "south-4", "9 kg"),
        ("C3", "south", 21, "north-21", "9 lb"),
        ("C4", "west", 8, "west_8", "kg 10"),
        ("C5", "west", 9, "", ""),
    ),
}

FLAGGED = {
    "crates": [
        ("made", "C3 C4", [
            "label is made up of region, a dash and serial, e.g. north-17.",
            "label is made up of region, a dash and serial, as in 'south-4'.",
            "label consists of region, a dash and serial, for example south-4.",
            "label is made up of region, a dash and serial (south-4).",
            "label is made up of region, a dash and serial (for example south-12).",
        ]),
        ("form", "C3 C4", [
            "load is a number followed by a space and kg, as in 12 kg.",
            "load is a number followed by a space and kg, such as 12 kg or 9 kg.",
            "load is a number followed by a space and kg, e.g. 140 kg.",
        ]),
        ("end", "C3 C4", [
            "load must end with kg, as in 12 kg.",
            "load must end with kg, like 12 kg.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("crates", "label is made up of region, a dash and serial, e.g. NORTH-17."),
    ("crates", "label is made up of region, a dash and serial, e.g. north-017."),
    ("crates", "label is made up of region, a dash and serial, e.g. north_17."),
    ("crates", "label is made up of region, a dash and serial (east-17)."),
    ("crates", "label is made up of region, a dash and serial, e.g. north-17 if it is filled."),
    ("crates", "label must begin with region, e.g. north-17."),
    ("crates", "load is a number followed by a space and kg, as in 12 lb."),
    ("crates", "load is a number followed by a space and kg, as in 12 kg in most crates."),
    ("crates", "load must end with kg, as in 12 kg and in other crates."),
]

checked, test_examples_are_passed_over, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
