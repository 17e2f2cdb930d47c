"""Outliers told besides, groups by their sums, values that have one thing or lack another."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "hauls": (
        ("haul", "boat", "kilos", "came_at", "code"),
        ("h1", "Ada", 10, "2024-05-01 06:00:00", "abcd12"),
        ("h2", "Ada", 11, "2024-05-01 06:05:00", "abcdef"),
        ("h3", "Bo", 9, "2024-05-01 06:10:00", "ab1"),
        ("h4", "Bo", 90, "2024-05-01 07:00:00", "zz9zzz"),
        ("h5", "Ada", 10, "2024-05-01 06:30:00", "abcde 1"),
    ),
    "blends": (
        ("blend", "tea", "percent", "low", "mid", "high"),
        ("x", "mint", 60, 1, 2, 3),
        ("x", "sage", 40, 4, 4, 4),
        ("y", "mint", 50, 2, 1, 3),
        ("y", "rue", 40, 1, 5, 3),
    ),
    "mirrors": (
        ("mirror", "lat", "lon", "address", "seen_on"),
        ("m1", 38, -105, "10.1.2.3", "2024-05-01"),
        ("m2", 50, -105, "10.9.9.9", "2024-05-02"),
        ("m3", 38, -90, "8.8.8.8", "2024-05-03"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "hauls": [
        ("far", "h4", [
            "Flag outliers in kilos, that is values more than 1.5 interquartile ranges below the "
            "first or above the third quartile.",
            "kilos contains no outliers (1.5 times the interquartile range).",
            "kilos must not be an outlier, that is more than 1.5 standard deviations from the "
            "mean.",
        ]),
        ("later", "h4 h5", [
            "List hauls that came more than 10 minutes after the previous haul of the same boat.",
        ]),
        ("between", "h4", [
            "Between two consecutive hauls there may be at most 20 minutes.",
            "There must be no gap of more than 20 minutes between consecutive hauls.",
        ]),
        ("sum", "h3 h4", ["Flag all rows of boats whose kilos add up to more than 90."]),
        ("sum-group", "1", ["Flag boats whose kilos do not add up to 31."]),
        ("or-none", "h2 h3", [
            "Flag codes with fewer than 5 characters or without a digit.",
            "Flag weak codes, that is those with fewer than 5 characters or no digit.",
        ]),
        ("blanks", "", ["code has no runs of blanks."]),
    ],
    "blends": [
        ("of-each", "y y", [
            "The percent values of each blend must add up to 100. Flag all rows of blends where "
            "they do not.",
        ]),
        ("groups", "1", ["The percent values of each blend must add up to 100."]),
        ("least", "y", ["low is the smallest of low, mid and high."]),
        ("not-all", "x y y", ["low, mid and high may not all be different."]),
    ],
    "mirrors": [
        ("box", "m2 m3", [
            "All our mirrors stand in Colorado, so lat must be between 37 and 41 and lon between "
            "-109 and -102.",
            "lat between 37 and 41, lon between -109 and -102",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("hauls", "Flag outliers in kilos (10)."),
    ("hauls", "90% of kilos lie below 50."),
    ("hauls", "code may contain more than one dash."),
    ("mirrors", "Some of our mirrors stand in Colorado, so lat must be between 37 and 41."),
    ("mirrors", "Flag mirrors from the network 10.0.0.0/8."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
