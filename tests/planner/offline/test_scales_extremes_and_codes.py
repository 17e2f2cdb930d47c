"""Ranges called scales, the row before as one earlier, the slowest, codes of things, mottos."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "readings": (
        ("step", "acidity", "gauge", "kind", "taken"),
        ("A", 7, 10, "soil", "2024-05-02"),
        ("B", 15, 12, "pond", "2024-05-03"),
        ("C", 4, 12, "pond", "2024-05-05"),
        ("D", "", 11, "soil", "2024-05-06"),
        ("E", -1, 20, "soil", "2024-05-09"),
    ),
    "calls": (
        ("call", "latency_ms", "score", "agent", "ticket"),
        ("C1", 120, 3, "Ida", "0412"),
        ("C2", 900, 5, "Ida", "77"),
        ("C3", 95, 1, "Ben", "AB12"),
        ("C4", "", 4, "Ben", ""),
    ),
    "goods": (
        ("good", "ean"),
        ("G1", "4006381333931"),
        ("G2", "4006381333932"),
        ("G3", "40063813"),
        ("G4", ""),
    ),
    "crews": (
        ("rower", "crew", "low_oar", "high_oar"),
        ("Ann", "red", 2, 3),
        ("Bob", "red", 4, 4),
        ("Cyd", "blue", 5, 3),
    ),
    "hauls": (
        ("haul", "speed_kmh", "minutes"),
        ("H1", 50, 30),
        ("H2", 90, 41),
    ),
    "weeks": (
        ("day", "gauge"),
        ("2024-05-02", 10),
        ("2024-05-03", 12),
        ("2024-05-05", 11),
    ),
    "long_steps": (
        ("tick", "gauge"),
        *((f"t{number}", number) for number in range(1, 13)),
    ),
}

FLAGGED = {
    "readings": [
        ("scale", "B E", [
            "Flag readings with an acidity outside the scale from 0 to 14.",
            "Flag readings whose acidity falls outside the permitted range of 0 to 14.",
            "Flag readings whose acidity is off the 0 to 14 scale.",
            "Flag readings whose acidity is not on the 0-14 scale.",
            "Acidity values outside the 0 to 14 scale are errors.",
            "The acidity must lie within the scale of 0 to 14.",
            "The acidity must never leave the scale from 0 to 14.",
            "The acidity must be on a 0 to 14 scale.",
        ]),
        ("scale-of-some", "B", [
            "Pond readings must have an acidity within the allowed limits of 0 to 14.",
        ]),
        ("open-scale", "A B E", [
            "The acidity must be within the valid range from 0 to 7, ends excluded.",
        ]),
        ("row-before", "D", [
            "Flag readings where the gauge is lower than one row earlier.",
            "Flag readings whose gauge is lower than one line above.",
            "The gauge must be no lower than one row earlier.",
            "The gauge must be at least what it was one row earlier.",
            "Flag readings where the gauge is lower than one step earlier.",
            "The gauge must never be lower than it was one step before.",
        ]),
        ("strictly", "C D", [
            "The gauge must rise from row to row; a repeated value is already an error.",
            "The gauge must rise from row to row; even a repeated value is an error.",
            "The gauge must never fall from row to row; even a tie counts as an error.",
        ]),
    ],
    "calls": [
        ("slowest", "1", [
            "The slowest call may take 800 at most.",
            "The slowest call may take 800 ms at most (maximum of latency_ms).",
        ]),
        ("even-the-slowest", "1", [
            "Even the slowest call must take less than 800 ms.",
            "Not even the slowest call may take more than 800 ms.",
        ]),
        ("slower", "C2", [
            "Flag calls slower than 800 ms.",
            "No call may be slower than 800 ms.",
            "Calls must not take longer than 800 ms.",
            "Every call must be faster than 0.8 seconds.",
        ]),
        ("of-each-agent", "1", [
            "Each agent's slowest call must be at most 800.",
            "No agent's slowest call may be above 800.",
        ]),
        ("fastest", "1", [
            "The fastest call must take at least 100.",
            "The quickest call must take at least 100 ms.",
        ]),
        ("in-brackets", "1", [
            "The best call must be at most 4 (maximum of score).",
            "The worst call must be at least 2 (the lowest score).",
            "The average score must be above 4 (mean of score).",
        ]),
        ("codes", "C2 C3", [
            "Every ticket must be a four-digit order number.",
            "The ticket must be a customer number of 4 digits.",
            "Flag calls whose ticket is not a 4-digit PIN.",
        ]),
    ],
    "goods": [
        ("bar-code", "G2 G3", [
            "Every ean must be a 13-digit barcode.",
            "Every ean must be a 13-digit bar code number with a correct EAN-13 check digit.",
        ]),
        ("so-long", "G3", [
            "Every ean must be a 13-digit product code.",
        ]),
    ],
    "crews": [
        ("in-pairs", "1", [
            "Our crews row in pairs, so every crew needs at least two rowers.",
        ]),
        ("small-crew", "Cyd", [
            "Our crews row in pairs, so every crew needs at least two rowers; flag the rowers of "
            "any smaller crew.",
        ]),
        ("upwards", "Cyd", [
            "Rowing only ever goes up in our crews, so high_oar cannot be lower than low_oar.",
            "Rowing goes up here, so high_oar must be at least low_oar.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("readings", "Flag readings with an acidity outside the scale from 14 to 0."),
    ("readings", "Flag readings with an acidity outside the scale."),
    ("readings", "Flag readings with an acidity outside the scale of gauge."),
    ("calls", "The slowest call may be 900."),
    ("readings", "Flag readings where the gauge is lower than two rows earlier."),
    ("readings", "The gauge must rise from row to row; even a repeated kind is an error."),
    ("readings", "The kind must be soil or pond; a repeated value is already an error."),
    ("weeks", "Flag days where the gauge is lower than one day earlier."),
    ("long_steps", "Flag ticks where the gauge is lower than one tick earlier."),
    ("calls", "The slowest call may take 800 at most (minimum of latency_ms)."),
    ("calls", "The slowest call may take 800."),
    ("calls", "Not even the slowest call may take at most 800."),
    ("calls", "Some agent's slowest call must be at most 800."),
    ("calls", "Flag calls slower than 800."),
    ("calls", "Flag calls slower than the call before."),
    ("hauls", "Flag hauls slower than 60 km/h."),
    ("calls", "The second slowest call may take 800 at most."),
    ("calls", "The best call must be at most 4 (median of score)."),
    ("calls", "Every score must be at most 5 (maximum of score)."),
    ("calls", "The ticket must be a 4-digit phone number."),
    ("calls", "The ticket must be a 4-digit whole number."),
    ("calls", "The ticket must be a 4-digit order number of 2024."),
    ("hauls", "The slowest haul may take 70 at most."),
    ("crews", "Our crews row in pairs, so every crew needs at least three rowers."),
    ("crews", "Our crews are counted in pairs, so every crew needs at least two rowers."),
    ("crews", "Juniors row in pairs, so every crew needs at least two rowers."),
    ("crews", "Rowing goes up at the gala, so high_oar cannot be lower than low_oar."),
]  # fmt: skip

checked, test_scales_extremes_and_codes_are_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
