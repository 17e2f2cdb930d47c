"""Words that tell of what texts are made of, outliers, squares and days that were once misread."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "parcels": (
        (
            "parcel_id", "code", "state", "number", "path", "folder", "weight", "height_cm", "bmi",
            "town", "hotline", "host", "total", "labels",
        ),
        ("P1", "KE_1", "KE", 1, "/a/b", "/a", 70, 170, 24.2, "Lindot", "310-246-1501", "10.0.0.1",
         "1,200", "red,blue"),
        ("P2", "BO_9", "BO", 2, "/b/a/c", "/a", 80, 180, 24.7, "onehouse", "310.246.1502",
         "192.168.10.25", "-1,300.50", "red, red"),
        ("P3", "KI_3", "KE", 3, "a/b", "/b", 0, 165, 33.1, "Subzero", "310-246-15", "10.0.0.2",
         "1200", "red,Red,"),
        ("P4", "KE_4", "", "", "/a", "", 90, 171, 30.8, "", "", "", "", ""),
    ),
    "loans": (
        (
            "loan_id", "age", "rank", "version", "risk_score", "score", "loan_days", "lent_on",
            "returned_on", "status",
        ),
        ("L1", 17, 1, 1, 5, 7, 14, "2024-01-01", "2024-01-15", "ok"),
        ("L2", 18, 2, 2, 9, 8, 14, "2024-01-01", "2024-01-16", "unknown"),
        ("L3", 19, 3, 3, 8, 9, 7, "2024-01-20", "2024-01-14", "bad"),
        ("L4", 90, 4, 4, 7, 10, 7, "2024-01-20", "2024-01-10", ""),
    ),
}  # fmt: skip

FLAGGED = {
    "parcels": [
        ("made", "P3", ["The code must start with the state."]),
        ("in-whole", "P2 P3", ["The code must be state, an underscore and number."]),
        ("slash-then-folder", "P3", ["The path must start with a slash."]),
        ("square", "P1 P2 P3 P4", [
            "bmi must equal weight divided by the square of (height_cm / 10).",
        ]),
        ("thousands", "P3", ["total must be a number with commas as thousands separators."]),
        ("whole-thousands", "P2 P3", [
            "total must be a whole number with commas as thousands separators.",
        ]),
        ("example", "P2 P3", ["The hotline must look like 310-246-1501."]),
        ("once", "P2", ["No label may occur twice in the labels (separated by commas)."]),
        ("zeros", "P3", ["The weight contains no zeros."]),
    ],
    "loans": [
        ("after", "L2 L3 L4", ["returned_on must be within loan_days days after lent_on."]),
        ("either-way", "L2 L4", ["returned_on must be within loan_days days of lent_on."]),
        ("unknown", "L3", ["The status must be ok unless it is unknown."]),
        ("old", "L1", ["Age 18 or older."]),
        ("better", "L1", ["The score must be 8 or better."]),
        ("outliers", "L4", [
            "No age may be an outlier, i.e. above 80.",
            "The age must not be an outlier, that is above 80.",
            "There must be no outliers in age: values below 10 or above 80.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("parcels", "The code must end in a number."),
    ("parcels", "The code ends in number."),
    ("parcels", "The path must contain a slash and the folder."),
    ("parcels", "The town must not end in dot."),
    ("parcels", "The town must not start with one."),
    ("parcels", "The town contains no zeros."),
    ("parcels", "bmi equals weight divided by the square of height_cm / 100."),
    ("parcels", "bmi equals the square of height_cm plus weight."),
    ("parcels", "The host must look like 192.168.10.25."),
    ("parcels", "The host must be written like 192.168.10.25."),
    ("parcels", "The labels contain no repeats."),
    ("parcels", "The labels must not contain duplicates."),
    ("parcels loans", "No label may occur twice in a loan; labels are separated by commas."),
    ("loans", "The score must be above the previous score of any rank."),
    ("loans", "Rank 3 or above."),
    ("loans", "Version 2 or older."),
    ("loans", "The risk score must be 8 or better."),
    ("loans", "The age may be an outlier, that is above 80."),
    ("loans", "The age must not be an outlier, that is below 80."),
    ("loans", "There must be no outliers in age: values between 10 and 80."),
    (
        "loans",
        "There must be no outliers in age, that is all values within 2 standard deviations of the "
        "mean.",
    ),
]

checked, test_what_was_misread_is_read_right, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
