"""Means of two groups held against each other, and shares of them."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "hikes": (
        ("hike_id", "trail", "grade", "age", "km", "guide", "finished"),
        (1, "ridge", 1, 20, 10, "yes", 1),
        (2, "ridge", 1, 30, 14, "no", 1),
        (3, "lake", 2, 60, 4, "yes", 0),
        (4, "lake", 2, 70, 6, "no", 0),
        (5, "moor", 3, 40, 9, "no", 1),
    ),
}

_HOLDS = [
    "On average, ridge must have a longer km than lake.",
    "The mean km of ridge must be higher than that of lake.",
    "ridge must have a higher average km than lake.",
    "On average km is higher for ridge than for lake.",
    "Hikes with grade 1 must on average have more km than hikes with grade 2.",
    "The median km of grade 1 must be higher than that of grade 2.",
    "The mean age of ridge must be lower than that of lake.",
    "On average, hikes with grade 2 are older than hikes with grade 1.",
    "lake must have a smaller mean km than the others.",
    "The share of hikes with finished 1 must be higher for grade 1 than for grade 2.",
]
_FAILS = [
    "On average, ridge must have a shorter km than lake.",
    "The mean km of lake must be higher than that of ridge.",
    "On average, hikes with grade 2 are younger than hikes with grade 1.",
    "lake must have a larger mean km than the others.",
]

FLAGGED: dict[str, list[Group]] = {"hikes": [("holds", "0", _HOLDS), ("fails", "1", _FAILS)]}

DECLINED = [
    ("hikes", "ridge must have a longer km than lake."),
    ("hikes", "On average, ridge must have a longer km than grade 2."),
    ("hikes", "On average ridge must have more than lake."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
