"""Values that stand for nothing, beside empty cells, and what stands in any of several columns."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "tubs": (
        ("tub_id", "glaze", "kiln", "width", "depth", "height"),
        ("T1", "matt", "north", 3, 4, 5),
        ("T2", "UNKNOWN", "north", 0, 4, 5),
        ("T3", "", "ERROR", 3, -1, 5),
        ("T4", "ERROR", "UNKNOWN", 3, 4, 0),
        ("T5", "gloss", "", 3, 4, -1),
        ("T6", "gloss", "south", 3, 4, 3),
    ),
    "sums": (
        ("sum_id", "count", "price", "total", "clerk"),
        ("S1", 2, 3, 6, "Ann"),
        ("S2", 2, 3, 7, "Bo"),
        ("S3", "UNKNOWN", 3, 6, "Bo"),
        ("S4", 2, 3, "ERROR", "Ann"),
        ("S5", 4, 2, "", "Ann"),
        ("S6", 5, 1, 5, "ERROR"),
    ),
}

FLAGGED = {
    "tubs": [
        ("none-given", "T2 T3 T4", [
            "Flag tubs whose glaze is ERROR, UNKNOWN or blank.",
            "Flag tubs whose glaze is blank, ERROR or UNKNOWN.",
            "The glaze must not be empty, ERROR or UNKNOWN.",
            "Flag tubs with a blank, ERROR or UNKNOWN glaze.",
        ]),
        ("unknown-or-none", "T2 T3", [
            "Flag tubs whose glaze is unknown or empty.",
            "glaze must be filled and not UNKNOWN.",
        ]),
        ("or-the-other", "T2 T5", ["Flag tubs whose glaze is unknown or whose kiln is empty."]),
        ("zero", "T2 T4", [
            "Flag tubs with a 0 in width, depth or height.",
            "Flag tubs with a zero in any of width, depth and height.",
            "No tub may have a 0 in width, depth or height.",
            "Which tubs have 0 in width, depth or height?",
        ]),
        ("minus", "T3", ["Flag tubs with -1 in depth."]),
        ("minus-in-some", "T3 T5", ["Flag tubs with a value of -1 in depth or height."]),
        ("either", "T2 T3 T4 T5", ["Flag tubs with 0 or -1 in width, depth or height."]),
        ("error", "T3 T4", [
            "Flag tubs with ERROR in glaze or kiln.",
            "Flag tubs with 'ERROR' in glaze or kiln.",
        ]),
        ("needed", "T1 T6", ["Every tub must have a 0 or -1 in width, depth or height."]),
    ],
    "sums": [
        ("strict", "S2 S3 S4", ["total must equal count * price."]),
        ("of-some", "S2", [
            "total must equal count * price. Rows with ERROR, UNKNOWN or nothing in one of the "
            "three are ignored.",
            "total must equal count * price. Skip rows where any of these is ERROR, UNKNOWN or "
            "blank.",
            "total must equal count * price. Ignore rows with ERROR or UNKNOWN in one of them.",
        ]),
        ("but-unknown", "S2 S4", [
            "total must equal count * price. Rows with UNKNOWN in one of the three are left out.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("tubs", "Flag tubs whose glaze is unknown, i.e. empty."),
    ("tubs", "Flag tubs whose glaze is empty, UNKNOWN or unknown."),
    ("tubs", "The glaze may be UNKNOWN but not empty."),
    ("tubs", "The glaze must be known."),
    ("tubs", "Where the kiln is known, the glaze must be filled."),
    ("tubs", "Flag tubs with a 0 in width, depth and height."),
    ("tubs", "Flag tubs with a 0 only in width or depth."),
    ("tubs", "Flag tubs with just one 0 in width, depth or height."),
    ("tubs", "Flag tubs with a 0 in exactly one of width, depth and height."),
    ("tubs", "Flag tubs with more than 0 in width or depth."),
    ("tubs", "Flag tubs with a 0 in width or height but not both."),
    ("tubs", "Flag tubs with a 0 in glaze or kiln."),
    ("tubs", "Flag tubs with sand in glaze or kiln."),
    ("sums", "total must equal count * price. Rows with ERROR in one of the two are ignored."),
    ("sums", "total must equal count * price. Rows with ERROR in all of the three are ignored."),
    ("sums", "total must equal count * price. Only rows with ERROR in one of them are ignored."),
    ("sums", "total must equal count * price. Rows without ERROR in one of them are ignored."),
    ("sums", "total must be filled. Rows with ERROR in one of them are ignored."),
]

checked, test_marks_are_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
