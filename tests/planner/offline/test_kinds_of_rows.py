"""Rows of two kinds, participles that are values, and what is said of two columns at once."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "cabins": (
        ("cabin_id", "bunks", "beds", "lock_code", "badge_no", "is_open"),
        ("C1", 0, 2, "L1", None, "yes"),
        ("C2", 2, 0, None, "B2", "no"),
        ("C3", 3, 1, "L3", "B3", "yes"),
        ("C4", 1, 2, None, None, "no"),
    ),
    "visits": (
        ("visit_id", "cabin_id", "status", "deposit", "stopped_on"),
        (1, "C1", "booked", 10, None),
        (2, "C1", "stopped", None, "2024-02-01"),
        (3, "C2", "booked", 10, None),
        (4, "C3", "ended", None, None),
        (5, "C3", "stopped", 10, None),
    ),
}

FLAGGED = {
    "visits cabins": [
        ("of-each", "C1", [
            "Are there cabins that have a booked and a stopped visit?",
            "Cabins with a booked and a stopped visit must have a badge_no.",
            "Cabins that have a booked and a stopped visit must have a badge_no.",
            "No cabin may have a booked and a stopped visit.",
            "No cabin may have both booked and stopped visits.",
            "Which cabins have booked and stopped visits?",
        ]),
        ("each-must-have-both", "C2 C3 C4", [
            "Every cabin must have a booked and a stopped visit.",
            "Every cabin must have both booked and stopped visits.",
        ]),
        ("of-either", "C1 C2 C3", ["No cabin may have a booked or a stopped visit."]),
        ("booked", "C2", [
            "Only cabins with is_open yes may have booked visits.",
            "Cabins where is_open is no must not have booked visits.",
            "Cabins that have booked visits must have is_open yes.",
        ]),
        ("is-booked", "C3 C4", [
            "Each cabin must have a booked visit.",
            "Every cabin has booked visits.",
        ]),
    ],
    "visits": [
        ("rows-of-either", "2", ["Booked and stopped visits must have a deposit."]),
        ("value-and-filled", "5", [
            "If status is stopped, stopped_on must be filled and vice versa.",
        ]),
    ],
    "cabins": [
        ("neither", "C1 C2 C3", ["Neither lock_code nor badge_no may be filled."]),
        ("not-both", "C3", ["lock_code and badge_no must not both be filled."]),
        ("no-gaps", "C1 C2 C4", ["Both lock_code and badge_no must not be empty."]),
        ("flag", "C3 C4", ["If is_open is yes, beds must be at least 2 and vice versa."]),
    ],
}  # fmt: skip

DECLINED = [
    ("visits cabins", "No cabin may have booked and stopped visits."),
    ("visits cabins", "Cabins without booked and stopped visits must have a badge_no."),
    ("visits cabins", "Show cabins without booked and stopped visits."),
    ("visits cabins", "Only cabins with a badge_no may have booked and stopped visits."),
    ("visits cabins", "Every cabin must have at most one booked and stopped visit."),
    ("visits cabins", "There must be a booked and a stopped visit for every cabin."),
    ("visits cabins", "Cabins that have visits that are booked and stopped must have a badge_no."),
    ("visits cabins", "Every cabin has booked a visit."),
    ("visits cabins", "Each cabin must have booked at least one visit."),
    ("cabins", "If bunks is 0, beds must be at least 1 and vice versa."),
    ("cabins", "If bunks is 0, beds must not be 0, and the other way round."),
    ("cabins", "Both lock_code and badge_no may not be filled."),
    ("cabins", "Both lock_code and badge_no must not be filled."),
    ("cabins", "lock_code and badge_no both may not be set."),
    ("cabins", "Both bunks and beds must not be 0."),
]

checked, test_kinds_and_pairs_are_read, test_what_may_be_meant_in_two_ways_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
