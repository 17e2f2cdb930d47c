"""Rows before, rows in order, changes and counts: what a careful reader takes them for."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "firings": (
        ("firing", "minute", "heat", "draught", "glaze", "potter"),
        ("F01", 0, 20, 5, "", "Ana"),
        ("F02", 1, 25, 4, "ash", "Bo"),
        ("F03", 2, 22, 6, "", "Ana"),
        ("F04", 3, 30, 6, "ash", "Bo"),
        ("F05", 4, 28, "", "salt", "Ana"),
    ),
    "scales": (
        ("scale", "gross", "tare", "net"),
        ("S1", 10, 2, 8),
        ("S2", "", "", 0),
        ("S3", "", 3, 5),
        ("S4", 9, "", 9),
        ("S5", 4, 1, ""),
    ),
    "plots": (
        ("plot", "shift", "hens", "code", "lux"),
        ("P1", 1, 2, "120", 3),
        ("P2", 2, 1, "212", 4),
        ("P10", 1, 3, "331", 5),
    ),
}

FLAGGED = {
    "firings": [
        ("of-empty", "F03", [
            "If glaze is empty, heat must not be below the heat of the row before.",
            "When glaze is blank, heat must be at least the previous heat.",
            "Where glaze is empty, heat must not be lower than in the row before.",
            "heat must not be lower than in the row before if glaze is empty.",
        ]),
        ("of-one", "F03 F05", [
            "If potter is Ana, heat must be higher than in the row before.",
            "Whenever the potter is Ana, heat must be above the previous heat.",
            "heat must rise unless potter is Bo.",
            "heat must be higher than in the row before, except where potter is Bo.",
        ]),
        ("but-one", "F05", [
            "heat must rise, except for F03.",
            "heat must be higher than in the row before, except in F03.",
            "Unless firing is F03, heat must be above the previous heat.",
        ]),
        ("two", "F03", [
            "If potter is Ana and glaze is empty, heat must rise.",
            "If potter is Ana, heat must rise, except for F05.",
        ]),
        ("above", "F03", ["If draught is above 5, heat must be above the heat of the row before."]),
        ("among", "", [
            "Among rows with potter Ana, heat must rise.",
            "Ignoring rows with potter Bo, heat must be above the previous heat.",
        ]),
        ("group", "", [
            "If potter is Ana, heat must be above the previous heat of the same potter.",
        ]),
        ("from-to", "F03 F05", [
            "heat must rise from firing to firing.",
            "heat must not fall from firing to firing.",
            "heat goes up from firing to firing.",
            "heat never falls from firing to firing.",
            "Sorted by minute, heat must rise.",
            "Sorted by firing, heat must rise.",
        ]),
        ("ranges", "F01 F04 F05", ["heat ranges from 22 to 27."]),
        ("zero-apart", "F04 F05", [
            "heat and draught may differ by at most 22; blanks count as 0.",
            "heat and draught may differ by at most 22. An empty draught counts as 0.",
        ]),
        ("zero-beside", "F05", [
            "draught must be at least minute plus 1; blanks count as 0.",
            "draught must be at least minute plus 1. An empty draught counts as 0.",
            "minute plus 1 must not be above draught; empty cells count as zero.",
        ]),
        ("zero-told", "", ["draught must be at least minute plus 1."]),
        ("capped", "F04", ["heat must not rise above 29."]),
        ("other", "F02 F04", ["draught must rise from firing to firing."]),
    ],
    "scales": [
        ("apart", "S1 S4", ["gross and tare may differ by at most 5; blanks count as 0."]),
        ("told-alike", "S3 S5", ["net must be gross minus tare; blanks count as 0."]),
        ("twice", "S1", ["Twice the tare plus net must be at most 11; blanks count as 0."]),
        ("half", "S1 S4", ["Half of tare plus net must be below 9; blanks count as 0."]),
        ("one-more", "S2 S3", [
            "gross must be at least tare plus 1; blanks count as zero.",
            "gross must be at least tare plus 1. An empty gross or tare counts as 0.",
        ]),
        ("one-named", "", ["gross must be at least tare plus 1; an empty tare counts as 0."]),
        ("unnamed", "", ["gross must be at least tare plus 1."]),
    ],
    "plots": [
        ("shift", "P10", ["In the first shift lux must be below 5."]),
        ("hens", "P1 P10", ["Each plot has exactly one hen.", "No plot has more than 1 hens."]),
    ],
}  # fmt: skip

DECLINED = [
    ("firings", "For salt firings, heat must be above the previous heat."),
    ("firings", "In rows where potter is Ana, heat must be above the previous heat."),
    ("firings", "Firings with potter Ana must have a heat above that of the row before."),
    ("firings", "heat must rise more than draught."),
    ("firings", "heat must not grow more than 5."),
    ("firings", "heat must rise at least as much as draught."),
    ("firings", "heat rises from 20 to 30."),
    ("firings", "heat must climb from 20 to 30."),
    ("firings", "heat increases from 20 to 30."),
    ("firings", "In the first minute heat must be 20."),
    ("firings", "heat must be above 20 in the second minute."),
    ("firings", "Each firing has exactly one glaze."),
    ("firings", "Each firing has exactly one draught."),
    ("firings", "draught must be at least 1; blanks count as 0."),
    ("plots", "In the order of plot, hens must not fall."),
    ("plots", "Sorted by plot, lux must rise."),
    ("plots", "code contains both 1 and 2."),
    ("plots", "code includes 1 and 2."),
    ("plots", "Rows with exactly one lux must not exist."),
]

checked, test_the_row_meant_is_taken, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
