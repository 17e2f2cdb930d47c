"""Days and numbers of which none may be missing: asked, told shortly, and said once more."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "tolls": (
        ("slip", "paid_on", "gate"),
        (4, "2024-05-01", "N"),
        (6, "2024-05-02", "N"),
        (7, "2024-05-05", "S"),
    ),
    "seals": (("seal", "set_on"), (11, "2024-05-01"), (13, "2024-05-02"), (12, "2024-05-03")),
}

_DAYS = [
    "Is there a toll for every calendar day from the first to the last paid_on?",
    "Every calendar day between the first and the last paid_on must appear at least once.",
    "paid_on: no day missing",
]
_SEALS = [each.replace("paid_on", "set_on").replace("toll", "seal") for each in _DAYS]
_NUMBERS = [
    "slip must be gapless: every whole number between the "
    "lowest and the highest occurs at least once.",
    "No number may be skipped in slip: from the smallest to the largest all of them must be there.",
    "Every whole number between the lowest and the highest slip must occur.",
    "Running numbers without holes: slip",
]

FLAGGED: dict[str, list[Group]] = {
    "tolls": [
        ("days", "2", _DAYS),
        ("numbers", "1", _NUMBERS),
        ("each", "0", ["Each gate has a toll for every year between its first and last paid_on."]),
        ("from", "4 6 7", ["slip must run upwards without a gap, beginning with 1."]),
    ],
    "seals": [
        ("days", "0", _SEALS),
        ("numbers", "0", [each.replace("slip", "seal") for each in _NUMBERS]),
    ],
}  # fmt: skip

DECLINED = [
    ("tolls", "slip must be gapless: every whole number between "
              "the lowest and the highest occurs twice."),
    ("tolls", "paid_on must be unique: every day between the "
              "first and the last occurs at least once."),
    ("tolls", "Every calendar day between the first and the "
              "last paid_on must appear exactly once."),
]  # fmt: skip

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
