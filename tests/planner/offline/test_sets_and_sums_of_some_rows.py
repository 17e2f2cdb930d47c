"""Sets, sums, keys and measures told of some rows: among the round loaves, for 2023."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "loaves": (
        (
            "loaf",
            "shape",
            "flour",
            "season",
            "year",
            "rye_pct",
            "oat_pct",
            "wheat_pct",
            "asked",
            "charged",
        ),
        (1, "round", "rye", "warm", 2023, 50, 30, 20, 4.5, 4.5),
        (2, "round", "rye", "cold", 2023, 60, 30, 20, 4.0, 3.5),
        (3, "long", "oat", "cold", 2024, 10, 20, 30, 5.0, 5.5),
        (4, "long", "wheat", "warm", 2024, 60, 30, 30, 5.0, None),
        (5, "round", "oat", "warm", 2024, None, 30, 20, None, 6.0),
    ),
    "benches": (
        ("bench", "park", "plank", "lane", "first_guard", "second_guard", "third_guard", "sealed"),
        (1, "Oak", 1, 1, "Una", "Vic", "Wim", "yes"),
        (2, "Oak", 1, 1, "Una", "Una", "Wim", "no"),
        (3, "Elm", 1, 2, "Vic", "Wim", None, "yes"),
        (4, "Elm", 2, 2, None, "Wim", "Una", "yes"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "loaves": [
        (
            "most common of some",
            "0",
            [
                "Within shape round the most frequent flour must be rye.",
                "Among the round loaves the most common flour must be rye.",
            ],
        ),
        (
            "most common of others",
            "1",
            ["Among the cold loaves the most common flour must be rye."],
        ),
        (
            "set in use",
            "0",
            [
                "The set of flours in use must be exactly rye, oat and wheat, "
                "none missing and none extra.",
                "The flours in use must be exactly rye, oat and wheat.",
            ],
        ),
        ("set with others", "1", ["The set of flours in use must be exactly rye and oat."]),
        ("all from", "4", ["The flours in use must all come from rye and oat."]),
        (
            "pairs",
            "2",
            [
                "Where shape and season are both known, they must be one of the "
                "pairs (round, warm), "
                "(long, cold), (long, warm).",
                "The shape/season pairs must be round/warm, long/cold or long/warm.",
            ],
        ),
        (
            "sum of some",
            "2",
            [
                "For 2023, rye_pct, oat_pct and wheat_pct together may not exceed 100.",
                "In 2023 the three percentages must not add up to more than 100.",
            ],
        ),
        (
            "sum",
            "2 4",
            [
                "Flag loaves where rye_pct, oat_pct and wheat_pct add up to more than 100.",
                "Flag loaves in which the percentages exceed 100 together.",
                "rye_pct, oat_pct and wheat_pct must not add up to more than 100.",
            ],
        ),
        (
            "kinds",
            "0",
            ["flour should have three different values.", "Three different flours are expected."],
        ),
        ("other kinds", "1", ["flour has four distinct values."]),
        ("amount", "2", ["The charged amount must be at least the asked amount."]),
        ("below", "2", ["Flag loaves that were charged below the asked amount."]),
        (
            "reason",
            "4",
            ["Warm loaves go fast, so charged must not be empty there."],
        ),
        ("among", "1", ["The highest asked among the round loaves must be below 4.5."]),
        ("only", "4", ["The only values allowed in flour are rye and oat."]),
    ],
    "benches": [
        ("by columns", "1 2", ["No plank may be used twice (same park, plank and lane)."]),
        (
            "by columns, some",
            "",
            ["Among the sealed benches no plank may be used twice (same park, plank and lane)."],
        ),
        ("a key", "1 2", ["park, plank and lane together form a key."]),
        ("in one alone", "", ["No lane may appear in two parks."]),
        ("in several", "1 2 3", ["No plank may appear in two parks."]),
        (
            "people",
            "2",
            ["first_guard, second_guard and third_guard must be three different people."],
        ),
    ],
}

DECLINED = [
    ("loaves", "Warm loaves never rest, so charged must not be empty there."),
    ("loaves", "Warm loaves are above 5, so charged must not be empty there."),
    ("loaves", "Loaves go fast, so charged must not be empty there."),
    ("benches", "first_guard, second_guard and third_guard must be four different people."),
    ("benches", "No bench may be used twice (same park and lane)."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
