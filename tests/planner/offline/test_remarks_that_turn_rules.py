"""Remarks behind a rule that turn it, take an exemption back, or speak of other rows."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "canoes": (
        ("canoe_no", "hull", "crew", "owner_code", "draught"),
        (1, "wood", 4, "A1", "1.5"),
        (2, "steel", 2, None, "<0.5"),
        (3, "steel", 1, "B2", "--5"),
        (4, "wood", 6, "CD", "-5"),
        (5, "cloth", 3, None, "+ 2"),
        (6, "cloth", 3, "EF", "deep"),
    ),
    "trips": (
        ("trip_id", "canoe_no", "left_at", "left_on"),
        (1, 1, "2024-05-01 09:00", "2024-05-01"),
        (2, 2, "2024-05-01 08:00", "2024-05-01"),
        (3, 9, "2024-05-03 10:00", "2024-05-03"),
        (4, 2, "2024-05-02 11:00", "2024-05-02"),
    ),
    "seals": (
        ("seal_no", "pan", "sort"),
        (1, "4539578763621486", "credit"),
        (2, "4539578763621487", "credit"),
        (3, None, "debit"),
    ),
    "crates": (
        ("crate_no", "tier", "state"),
        (1, "gold", "lost"),
        (2, "silver", "sent"),
        (3, "tin", "sent"),
        (4, None, "sent"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "canoes": [
        ("looked-at", "3", ["Canoes with a crew under 2 are to be checked."]),
        (
            "reported",
            "2 3 5",
            [
                "Every crew must be at least 2; canoes without an owner_code must be reported.",
                "Every crew must be at least 2; canoes without an owner_code are wrong.",
            ],
        ),
        (
            "skipped",
            "3",
            ["Every crew must be at least 2; canoes that have no owner_code are skipped."],
        ),
        (
            "ahead",
            "3 5 6",
            [
                "Every draught must be a number; a < in front of it is fine.",
                "Every draught must be a number; a < in front of it is fine; flag others.",
                "Every draught must be a number; a < in front of it is fine, but flag others.",
                "Every draught must be a number; a < sign in front means too low and is fine.",
            ],
        ),
        (
            "signed",
            "2 3 5 6",
            ["Every draught must be a number; a minus in front of it is fine."],
        ),
        (
            "plus",
            "2 3 6",
            ["Every draught must be a number; a plus sign in front of it is fine."],
        ),
    ],
    "trips canoes": [
        ("known", "3", ["Every trip must be of a canoe; steel canoes are to be skipped."]),
    ],
    "trips": [
        ("times", "2 4", ["left_at never jumps back to an earlier time than in the row before."]),
        ("days", "4", ["left_on never jumps back to an earlier day than in the row before."]),
    ],
    "seals": [
        ("digit", "2", ["The Luhn check digit of every pan must be correct."]),
    ],
    "crates": [
        (
            "later-only",
            "2 3 4",
            ["Every tier must be filled; the tier may only be gold."],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("canoes", "Every crew must be at least 2; steel canoes are to be checked, too."),
    ("canoes", "Every crew must be at least 2; canoes without an owner_code are to be checked."),
    ("canoes", "Every crew must be at least 2; cloth canoes should be looked at as well."),
    ("canoes", "Every crew must be at least 2. Steel canoes have to be looked into."),
    ("canoes", "Every canoe must have an owner_code; canoes that have no owner_code are skipped."),
    ("canoes", "Every owner_code must be filled; canoes with no owner_code are ignored."),
    ("canoes", "Every draught must be a number; 0 is fine, but flag it."),
    ("canoes", "Every draught must be a number; a < in front is fine, but report it."),
    ("canoes", "Every draught must be a number; a < in front means not a number and is fine, "
     "but flag it."),
    ("canoes", "Every canoe must have an owner_code; steel canoes have none and are skipped, but "
     "report them."),
    ("canoes", "Every canoe must have an owner_code; steel canoes have none and are skipped, else "
     "flag them."),
    ("canoes", "Every canoe must have an owner_code; steel canoes are exempt, but report them."),
    ("canoes", "Every draught must be a number above 0.3; a < in front of it is fine."),
    ("canoes", "Every draught must be a number between 0 and 10; a < in front of it is fine."),
    ("canoes", "Every draught must be a number of at most 5; a < in front of it is fine."),
    ("canoes", "Every draught must not be a number; a < in front of it is fine."),
    ("canoes", "Every draught must be a number; a < in front means wood only and is fine."),
    ("canoes", "Every draught must be a number; a < in front means the yard must look again and "
     "is fine."),
    ("canoes", "Every owner_code must contain a digit; steel canoes have none."),
    ("canoes", "Every owner_code must contain a digit; steel canoes do not have any."),
    ("canoes", "Every owner_code must contain a digit; steel canoes must have one."),
    ("trips canoes", "Every trip must be of a canoe; canoes without an owner_code are to be "
     "skipped."),
    ("trips canoes", "Every trip must be of a known canoe; canoes that have no owner_code are left "
     "out."),
    ("trips", "left_at never jumps back to an earlier day than that of the row before."),
    ("trips", "left_at never jumps back to an earlier date than that of the row before."),
    ("trips", "left_at never goes on to a later day than that of the row before."),
    ("seals", "The Luhn check digit of every pan must be correct; debit seals have none."),
    ("crates", "The tier must be gold or silver, in the state lost only gold."),
]  # fmt: skip

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
