"""Bounds of columns whose texts are numbers with what they count: 24 plants, 98%, 35 min."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "beds": (
        ("bed_id", "stock", "sprouted", "watering", "kind", "depth"),
        ("B1", "24 plants", "98%", "35 min", "kale", "9 cm"),
        ("B2", "9 plants", "75%", "120 min", "leek", "deep"),
        ("B3", "10 plants", "100%", "7.5 min", "kale", "12 cm"),
        ("B4", "", "8%", "60 min", "mint", "20"),
        ("B5", "131 plants", "", "", "mint", "7 cm"),
        ("B6", "0 plants", "80%", "61 min", "leek", "8 cm"),
    ),
    "sacks": (
        ("sack", "load", "height"),
        ("K1", "40 kg", 5),
        ("K2", "43 kg", 4),
        ("K3", "9 kg", 3),
    ),
}

FLAGGED = {
    "beds": [
        ("few", "B2 B6", [
            "Flag beds whose stock is smaller than 10 plants.",
            "The stock must be at least 10 plants.",
            "The stock must be 10 plants or more.",
            "stock must not be below 10 plants.",
            "stock must be more than 9 plants.",
        ]),
        ("between", "B2 B5 B6", ["stock must be between 10 and 100 plants."]),
        ("share", "B2 B4", [
            "sprouted must be at least 80%.",
            "Flag beds with sprouted under 80%.",
        ]),
        ("over", "B2 B4 B6", ["sprouted must be over 80%."]),
        ("long", "B2 B6", [
            "watering must be at most 60 min.",
            "watering must not exceed 60 minutes.",
            "Flag beds whose watering is over 1 hour.",
        ]),
        ("short", "B3", ["watering must be at least 8 min.", "watering must not be under 8 min."]),
        ("if", "B6", ["If sprouted is at least 80%, stock must be at least 10 plants."]),
        ("none", "B6", ["stock must not be '0 plants'.", "stock must not be 0 plants."]),
        ("of-some", "B6", ["For leek, stock must be at least 5 plants."]),
    ],
    "sacks": [
        ("grams", "K3", ["load must be more than 9000 g."]),
        ("tall", "0", ["The average height must be at least 4."]),
    ],
}  # fmt: skip

DECLINED = [
    ("sacks", "The average load must be at least 4."),
    ("sacks", "load must be more than 5 metres."),
    ("sacks", "load must be at least 2 kg more than height."),
    ("beds", "stock must be at least 10."),
    ("beds", "sprouted must be at least 80."),
    ("beds", "stock must be at least 10 weeds."),
    ("beds", "sprouted must be at least 10 plants."),
    ("beds", "The average stock must be at least 10 plants."),
    ("beds", "watering must be at most 60 kg."),
    ("beds", "depth must be at least 8 cm."),
    ("beds", "There must be at least 10 plants."),
    ("beds", "Every kind must have at least 10 plants."),
    ("beds", "Flag beds with fewer than 10 plants."),
]

checked, test_bounds_are_kept, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
