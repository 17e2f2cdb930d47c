"""Cells that hold a list: which parts there may be, and how many of them."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "boats": (
        ("boat", "sails", "crew"),
        ("b1", "jib,main", "Ina;Joe"),
        ("b2", "main", "Kim"),
        ("b3", "jib, storm", "Lou;Max;Ned"),
        ("b4", "spinnaker,jib", None),
        ("b5", None, "Ole;Pia"),
        ("b6", "main,jib,storm", "Quin"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "boats": [
        (
            "only",
            "b4",
            [
                "sails is a comma-separated list that may only contain jib, main and storm.",
                "sails is a comma-separated list; only jib, main and storm are allowed in it.",
                "sails holds values separated by commas; each must be jib, main or storm.",
                "Each sail (comma separated) must be one of jib, main or storm.",
                "Flag boats with a sail other than jib, main or "
                "storm; sails are separated by commas.",
                "sails may only contain jib, main and storm, separated by commas.",
                "sails is a list separated by commas; allowed are jib, main and storm.",
            ],
        ),
        ("unheard", "b4", ["sails may only contain jib, main, storm "
                           "and genoa, separated by commas."]),
        ("none", "b3 b6", ["No sail may be storm (comma-separated sails)."]),
        (
            "few",
            "b3",
            [
                "crew lists at most two people, separated by semicolons.",
                "Each boat has at most two crew (separated by semicolons).",
            ],
        ),
        ("many", "b2 b6", ["crew lists at least two people, separated by semicolons."]),
        ("fewer", "b6", ["No boat may have more than two sails; sails are separated by commas."]),
    ],
}  # fmt: skip

DECLINED = [
    ("boats", "Each sail must be one of jib, main or storm."),
    ("boats", "Each sail must be jib or main; crew are separated by commas."),
    ("boats", "Each sail (comma separated) must be one of genoa, lug or gaff."),
    ("boats", "Every boat needs at least two sails; sails are separated by commas."),
    ("boats", "No boat may have fewer than two sails; sails are separated by commas."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
