"""Rows read from the top down, ages at an event, totals so far, and measures of a whole column."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "gauges": (
        ("gauge", "level", "flow", "valves"),
        ("G1", 10, 5, 2),
        ("G2", 25, 5, 4),
        ("G3", 20, 9, 0),
        ("G4", 60, 2, 3),
        ("G5", None, 3, 1),
        ("G6", 55, 4, 2),
    ),
    "helpers": (
        ("helper", "born", "joined", "locker", "team"),
        ("H1", "2000-05-01", "2018-04-30", "L1", "red"),
        ("H2", "2000-05-01", "2018-05-01", "L1", "red"),
        ("H3", "1990-02-03", "2015-06-07", "L2", "blue"),
        ("H4", "1985-11-12", "2019-01-02", None, "red"),
    ),
    "tills": (
        ("slip", "till", "cash", "so_far"),
        ("S1", "A", 10.00, 10.00),
        ("S2", "A", 5.50, 15.51),
        ("S3", "B", 4.50, 20.02),
    ),
    "steps": (
        ("step", "plan", "low_end", "high_end"),
        ("T1", "day", 0, 10),
        ("T2", "day", 10, 20),
        ("T3", "night", 0, 15),
        ("T4", "night", 16, 30),
    ),
    "visits": (
        ("visit", "guest", "came"),
        ("V1", "g1", "2024-01-01"),
        ("V2", "g2", "2024-01-02"),
        ("V3", "g1", "2024-01-03"),
        ("V4", "g2", "2024-01-09"),
    ),
}

FLAGGED = {
    "gauges": [
        ("down", "G3 G6", [
            "Going down the list, level must never drop back to a lower value.",
            "As we go down the table, level may not fall.",
            "Leave out the rows where level is blank, then flag any level lower than the one "
            "before it.",
            "Skip the rows without a level. Among the rest, each level must be at least as high as "
            "the previous one.",
            "level: strictly increasing from row to row",
            "From row to row, level must get larger.",
        ]),
        ("times", "G2 G4", [
            "From one row to the next, level may at most double.",
            "level must never more than double from row to row.",
            "From one row to the next, level may at most double. Flag the later row.",
        ]),
        ("same", "G2", [
            "flow must not stay the same from one row to the next.",
            "Two neighbouring rows must not have the same flow.",
        ]),
        ("spread", "1", [
            "The largest and the smallest flow must be less than 7 apart.",
            "There must be less than 7 between the highest and the lowest flow.",
            "The spread of flow (maximum minus minimum) must stay below 7.",
            "flow must not vary by more than 6 overall.",
        ]),
        ("wide", "1", [
            "The gauges table must not have more than 3 columns.",
            "gauges: no more than 3 columns",
            "Does gauges have between 5 and 8 columns?",
        ]),
        ("sum", "1", [
            "All valves together must not exceed 11.",
            "All gauges together must have at least 13 valves.",
            "The number of valves over all gauges must not exceed 11.",
        ]),
        ("one-row", "G2 G4", ["No gauge has more than 2 valves."]),
        ("from", "G4", ["From 3 valves on, level must be below 60."]),
    ],
    "helpers": [
        ("age", "H1", [
            "Helpers must have been at least 18 years old on the day they joined. Joining on the "
            "18th birthday is fine.",
            "Nobody may join before turning 18.",
            "No helper may have joined before their 18th birthday.",
            "Nobody under 18 may join.",
            "Between born and joined there must lie at least 18 years.",
        ]),
        ("own", "1", [
            "At least 30% of the helpers must have a locker that no other helper has.",
        ]),
        ("share", "1", [
            "Team red must stay below three quarters of all helpers.",
            "Team red must not reach 75% of all helpers.",
        ]),
    ],
    "tills": [
        ("total", "S2 S3", [
            "In every row so_far must equal the sum of cash over that row and all rows above it.",
        ]),
        ("loose", "S3", [
            "In every row so_far must equal the sum of cash over that row and all rows above it "
            "(tolerance one cent).",
        ]),
    ],
    "steps": [
        ("begins", "T4", [
            "Within a plan, every step after the first must begin exactly at the high_end of the "
            "step before it.",
        ]),
    ],
    "visits": [
        ("within", "V3", [
            "A guest's visit may not come less than 5 days after the previous one.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("gauges", "From one row to the next, level may double."),
    ("gauges", "From one row to the next, level must not double."),
    ("gauges", "level may at most double."),
    ("gauges", "Leave out the rows where level is blank, then flag any level above 50 only."),
    ("gauges", "The largest and the smallest flow must be apart."),
    ("gauges", "The largest and the smallest flow may be at least 5 apart."),
    ("gauges", "gauges may have at least 3 columns."),
    ("gauges", "The number of flow over all gauges must be 3."),
    ("gauges", "level must not be the same."),
    ("helpers", "Nobody may join after turning 18."),
    ("helpers", "Nobody may join before turning 18. Joining on the 17th birthday is fine."),
    ("helpers", "Helpers must be over 18 when they join. Joining on the 18th birthday is fine."),
    ("helpers", "At least 30% of the helpers may have a locker that no other helper has."),
    ("helpers", "No helper may have a locker that no other helper has."),
    ("tills", "so_far must equal the sum of cash over all rows above it."),
    ("tills", "so_far must equal the sum of cash over that row and all rows below it."),
    ("steps", "Every step must begin exactly at the step before it."),
]  # fmt: skip

checked, test_what_a_series_must_be_is_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
