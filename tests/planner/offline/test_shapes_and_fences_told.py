"""The shape of a column asked about or of either sign, correlations, fences by formula."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "melons": (
        ("melon", "weight", "girth", "crate"),
        ("m1", 10, 31, 5),
        ("m2", 11, 33, 4),
        ("m3", 12, 36, 5),
        ("m4", 11, 34, 5),
        ("m5", 10, 30, 4),
        ("m6", 12, 35, 6),
        ("m7", 40, 60, 8),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "melons": [
        (
            "skewed",
            "1",
            [
                "Is the skewness of weight between -1 and 1?",
                "The absolute skewness of weight must not exceed 1.",
                "The excess kurtosis of weight must not exceed 3.",
                "Is the excess kurtosis of weight below 3?",
            ],
        ),
        ("even", "0", ["The excess kurtosis of weight must not exceed 30."]),
        (
            "together",
            "0",
            [
                "weight and girth must be strongly correlated (Pearson at least 0.7).",
                "weight and girth are positively correlated, with a coefficient above 0.3.",
                "Is the correlation between weight and girth above 0.5?",
            ],
        ),
        ("off", "1", ["The mean weight may not be more than 4 away from 20."]),
        ("near", "0", ["The mean weight may not be more than 5 away from 20."]),
        ("apart", "1", ["weight and crate must be strongly correlated (Pearson at least 0.999)."]),
        (
            "fences",
            "m7",
            [
                "Flag outliers in weight: below Q1 - 1.5*IQR or above Q3 + 1.5*IQR.",
                "weight must lie between Q1 - 1.5 * IQR and Q3 + 1.5 * IQR.",
                "No weight may lie further than 1.5 interquartile "
                "ranges outside the middle half of the data.",
                "A weight whose z-score is beyond 2 in absolute value is an outlier.",
                "Flag weights with a z-score above 2 (in absolute value).",
                "Flag weights that deviate from the median by more "
                "than 5 median absolute deviations.",
            ],
        ),
    ],
}  # fmt: skip

DECLINED = [
    ("melons", "weight must lie between Q1 - 1.5 * IQR and Q3 + 2 * IQR."),
    ("melons", "weight and girth are positively correlated, with a coefficient above -0.3."),
    ("melons", "The absolute skewness of weight must be at least 1."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
