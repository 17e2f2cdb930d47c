"""A denial reaches over its "or", and "only there" forbids it elsewhere."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "boats": (
        ("boat_id", "harbour", "plate", "length_m", "berth_fee", "crew", "low_water", "high_water"),
        ("V1", "Quay", "KX-11", 12, 40, 2, 1, 4),
        ("V2", "Quay", "zz-00", 31, 95, 9, 2, 2),
        ("V3", "Creek", "KX-00", 9, 20, 0, 3, 1),
        ("V4", "Creek", None, 35, None, 3, 1, 2),
        ("V5", "Marsh", "PL-7q", 4, 95, 1, 2, 3),
    ),
    "lockers": (
        ("locker", "pin", "metal"),
        ("V1", "000000", "zinc"),
        ("V2", "123456", "iron"),
        ("V3", "77", ""),
        ("V4", "882341", "tin"),
    ),
}

FLAGGED = {
    "boats": [
        ("neither-verb", "V2 V4", [
            "crew does not exceed 5 or fall below 0 and length_m must be at most 30.",
        ]),
        ("lengths", "V2 V4 V5", [
            "length_m does not exceed 30 or fall below 5.",
            "length_m doesn't fall below 5 or exceed 30.",
            "length_m never exceeds 30 or falls below 5.",
            "length_m never falls below 5 or exceeds 30.",
        ]),
        ("texts", "V2 V3", [
            "plate does not start with z or end with 00.",
            "plate never starts with z or ends with 00.",
        ]),
        ("three", "V2 V3 V5", ["plate does not start with z, end with 00 or end with q."]),
        ("filled", "V2 V4 V5", ["berth_fee does not exceed 90 or be empty."]),
        ("finite", "V2", ["plate does not end with 00 or starts with K."]),
        ("not-either", "V2 V3", ["crew is at least 0, not 0 or above 5."]),
        ("never-either", "V2 V3", ["crew is a whole number, never 0 or above 5."]),
        ("only-there", "V4", ["Only in the Quay may length_m be above 30."]),
        ("only-either", "V4 V5", [
            "Only in the Quay may length_m be above 30 or below 5.",
            "Only in the Quay may length_m exceed 30 or fall below 5.",
            "In the Quay only may length_m be above 30 or below 5.",
        ]),
        ("only-value", "V5", ["Only in the Quay can berth_fee be 95."]),
        ("only-empty", "", ["Only in the Creek may berth_fee be empty."]),
        ("asked", "V2", ["In the Quay may length_m be above 30?"]),
        ("differ-bound", "V4", ["length_m must be at most 32. Only Quay boats may differ."]),
    ],
    "lockers": [
        ("zeros", "V1 V3", [
            "pin is six digits and not 000000.",
            "pin is six digits and not '000000'.",
        ]),
        ("set", "V3", [
            "metal is zinc, iron or tin, never empty.",
            "metal is zinc, iron or tin, never empty or rusty.",
        ]),
        ("idle", "", ["metal is zinc, iron or tin, not rusty or bent."]),
    ],
}  # fmt: skip

DECLINED = [
    ("boats", "In the Quay may length_m be above 30."),
    ("boats", "Only for Quay boats is length_m above 30."),
    ("boats", "Only for Quay boats length_m is above 30."),
    ("boats", "Only for Quay boats may length_m be above 30 and crew above 5."),
    ("boats", "Only in the Quay may length_m not be above 30."),
    ("boats", "Boats do not have 3 crew or lack a plate."),
    ("boats", "harbour is never Quay or starts with M."),
    ("boats", "crew is at least 0 and harbour is not Quay or empty."),
    ("boats", "low_water must be at most high_water. Only Quay boats may differ."),
    ("boats", "length_m must be below 30. Then crew must be 2."),
    ("boats", "harbour must be Quay or Creek. Then plate must be filled."),
    ("lockers", "pin is six digits, not 000000."),
    ("lockers", "pin is two digits, a slash, two digits, and not 00/00."),
]

checked, test_a_denial_reaches_as_far_as_its_words, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
