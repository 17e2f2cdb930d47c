"""Readings of meters: steps, orders, first and last rows, remainders and decimals."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "readings": (
        (
            "reading_id",
            "meter",
            "seq",
            "taken_on",
            "level",
            "flow",
            "batch",
            "note",
            "pulse",
            "valid_from",
            "valid_to",
        ),
        (1, "m1", 1, "2024-01-01", 10, 4, "x", "start", 12, "2024-01-01", "2024-01-05"),
        (2, "m1", 2, "2024-01-03", 12, 5.5, "x", None, 15, "2024-01-06", "2024-01-09"),
        (3, "m1", 4, "2024-01-02", 11, 6, "y", "low", 18, "2024-01-08", "2024-01-07"),
        (4, "m2", 1, "2024-01-04", 40, 2.25, "y", None, 21, "2024-01-10", "2024-02-20"),
        (5, "m2", 3, "2024-01-09", 40, 9, "z", "peak", 20, "2024-02-01", None),
    ),
    "meters": (
        ("meter_id", "label", "plant_id", "limit"),
        (1, "m1", 70, 20),
        (2, "m2", 71, 30),
    ),
    "plants": (
        ("plant_id", "name", "town", "limit", "chief"),
        (70, "Elm", "Bonn", 100, "Ann"),
        (71, "Oak", "Kiel", 50, "Bo"),
    ),
    "tests": (
        ("test_id", "meter_id", "score", "town", "limit"),
        (900, 1, 5, "Bonn", 100),
        (901, 1, 120, "Kiel", 20),
        (902, 2, 60, "Kiel", 50),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "readings": [
        (
            "series-spans",
            "4",
            [
                "Reading by reading, level must not shift by more than 5.",
                "From row to row in file order, level must not change by more than 5.",
            ],
        ),
        ("told-in-order", "3 4", ["flow: non-decreasing, sorted by seq."]),
        ("ordinary-orders", "1", ["The same meter may only occur 2 times at most."]),
        (
            "congruent",
            "5",
            [
                "pulse must be 0 mod 3.",
                "pulse must divide evenly by 3.",
                "pulse divided by 3 must give no remainder.",
            ],
        ),
        ("whole-odd", "1 3 5", ["pulse must be whole odd."]),
        ("order", "4 5", ["By seq, level never rises."]),
        ("whole", "2 4", ["flow must be a whole amount."]),
        (
            "few-decimals",
            "4",
            [
                "flow must have max. 1 decimal.",
                "Flag readings whose flow has 2 or more decimals.",
                "Flag readings whose flow shows over 1 decimal place.",
            ],
        ),
        ("within-a", "5", ["Inside a meter, pulse must rise."]),
        ("whole-even", "2 4 5", ["flow must be whole, even numbers."]),
        (
            "trends",
            "3",
            [
                "taken_on must not go back in time.",
                "taken_on must be sorted from old to new.",
                "taken_on must be sorted from first to last.",
                "Flag rows in which taken_on moved back to an earlier date.",
            ],
        ),
        (
            "counted-in-each",
            "1 2 3 4 5",
            [
                "seq per meter: 1, 2, 3 ... no holes.",
                "In each meter the seq must be 1, 2, 3 and so on.",
            ],
        ),
        (
            "series-spans",
            "3",
            [
                "level must be sorted from low to high.",
                "level must not be below the level before it.",
                "Flag rows where level went down from row to row.",
                "level must not be below the level of the row just above it.",
            ],
        ),
        ("number-in", "5", ["flow must be a figure between 1 and 6."]),
        ("part-asked", "1", ["Is batch x below a third of all readings?"]),
        ("of-one-alone", "1 3 5", ["pulse must be divisible by 3 but not by 2."]),
        ("alarm-back", "4", ["Warn us if seq falls back from row to row."]),
        ("trends", "2 5", ["pulse must be weakly increasing by taken_on."]),
        (
            "orders-of-each",
            "3 5",
            [
                "Ordered by taken_on, flow never gets larger.",
                "flow monotonically non-increasing, sorted by taken_on.",
            ],
        ),
        ("leaves-so-much", "1 2 3 5", ["pulse must give remainder 1 on division by 4."]),
        ("told-in-order", "2 3", ["pulse: in weakly rising order, sorted by seq."]),
        ("climbs-by-one", "3 4 5", ["seq values grow by 1 from one row to the next."]),
        ("steps-apart", "5", ["pulse must be 3 higher than in the previous row."]),
        ("may-pass", "4", ["From valid_from to valid_to at most 5 days may pass."]),
        ("flag-of-these", "2", ["Flag those of the batch x readings that have no note."]),
        (
            "told-before",
            "5",
            [
                "pulse must be strictly higher than in the row before.",
                "Flag readings where pulse is not strictly increasing from row to row.",
            ],
        ),
        ("series-spans", "4", ["level must not jump up by more than 5 from row to row."]),
        ("most-times", "5", ["flow must be no more than double that of the previous row."]),
        (
            "runs",
            "2 5",
            [
                "pulse, per meter and sorted by taken_on: never decreasing.",
                "A meter's pulse must not be lower than the one before, by taken_on.",
            ],
        ),
        ("series-spans", "3", ["level must not slip down by more than 0.5 from row to row."]),
        ("ordered-by", "4", ["The first reading of each meter, by seq, must have batch x."]),
        ("row-changes", "5", ["level must change by 1 at the least from one row to the next."]),
        ("series-spans", "4", ["Flag rows where level shot up by more than 20 from row to row."]),
        ("order", "2 3 4", ["level must be equal to the previous level, ordered by taken_on."]),
        ("end-taboo", "5", ["The last reading of each meter by taken_on must not have a note."]),
        ("only-they", "3 5", ["Only the first reading by taken_on of each meter may have a note."]),
        ("order", "5", ["Flag rows if the previous level is above 20, ordered by taken_on."]),
        (
            "ordered-by",
            "2 3",
            ["level must not fall from row to row. Rows are taken in order of seq."],
        ),
        (
            "changed-either",
            "4",
            ["Flag rows where level rose by more than 20 or by more than 50% from row to row."],
        ),
        ("at-most", "4", ["level must change by 10 at most from row to row."]),
        ("comes", "3", ["taken_on must come at least 1 day after the previous one."]),
    ],
    "tests meters plants": [
        ("owned-operand", "901 902", ["score must be at most the limit of its meter's plant."]),
        ("far-operand", "901", ["town must equal the town of the plant of their meter."]),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("readings", "level must increase over time."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
