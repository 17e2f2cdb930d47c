"""Rules over three and four tables, and over what was in force on a day, in a hospital."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Tables, told_tests

TABLES = {
    "stays": (
        ("stay_id", "patient_id", "ward_id", "admitted_on", "cost", "rate", "country"),
        ("s1", "P1", "W1", "2024-01-15", 100, 5, "DE"),
        ("s2", "P2", "W1", "2024-02-01", 300, 5, "DE"),
        ("s3", "P1", "W2", "2024-02-02", 200, 6, "FR"),
        ("s4", "P3", "W3", "2024-02-03", 50, 9, "NO"),
        ("s5", "P9", "W9", "2024-02-04", 70, 6, "DE"),
        ("s6", "P3", None, "2023-12-31", 80, 5, "DE"),
    ),
    "wards": (
        ("ward_id", "ward_name", "hospital_id", "tariff_code"),
        ("W1", "Maple", "H1", "T1"), ("W2", "Oak", "H1", "T1"), ("W3", "Elm", "H2", "T2"),
    ),
    "hospitals": (
        ("hospital_id", "hospital_name", "country", "city", "group_id"),
        ("H1", "Saint Ann", "DE", "Bonn", "G1"), ("H2", "North", None, "Oslo", "G2"),
        ("H3", "Empty", "FR", "Lyon", "G1"),
    ),
    "groups": (("group_id", "owner"), ("G1", "city"), ("G2", None), ("G3", "church")),
    "rates": (
        ("ward_id", "valid_from", "valid_to", "rate"),
        ("W1", "2024-01-01", "2024-01-31", 5), ("W1", "2024-02-01", None, 6),
        ("W2", "2024-01-01", None, 6),
    ),
}  # fmt: skip
THREE = "stays wards hospitals"
FLAGGED: dict[str, list[Group]] = {
    THREE: [
        (
            "far-presence", "s4 s5 s6",
            [
                "The country of the hospital of each stay's ward must be filled.",
                "The country of the hospital of the ward of each stay must be filled in.",
                "Every stay's hospital country must be filled in.",
                "Each stay's ward's hospital's country must be filled.",
            ],
        ),
        (
            "far-value", "s4",
            [
                "The city of the hospital of each stay's ward must be Bonn.",
                "Every stay's hospital city must be Bonn.",
                "The city of each stay's hospital must be 'Bonn'.",
            ],
        ),
        ("far-count", "H2 H3", ["Each hospital must have at least two stays."]),
        (
            "far-filter", "s1",
            [
                "Stays in hospitals in Bonn must cost at least 150.",
                "cost must be at least 150 for stays in hospitals in Bonn.",
            ],
        ),
    ],
    "stays wards hospitals groups": [
        (
            "four", "s4 s5 s6",
            [
                "The owner of the groups of each stay's ward's hospital must be filled.",
                "Every stay's groups owner must be filled.",
            ],
        ),
    ],
    "stays rates": [
        (
            "in-force", "s2",
            [
                "The rate of each stay must equal the rate in rates valid on admitted_on.",
                "rate must equal the rate in rates in force on admitted_on",
                "The rate of every stay must be the rate in rates that was valid on that date.",
                "The rate of each stay must match the rate in rates effective on the day "
                "of the stay.",
            ],
        ),
        (
            "an-entry", "s4 s5",
            [
                "Each stay must have a rates entry that is valid on admitted_on.",
                "Every stay must have an entry in rates for its ward_id valid on admitted_on.",
            ],
        ),
    ],
}  # fmt: skip
DECLINED = [
    (THREE, "The country of the hospital must be filled."),
    (THREE, "The total cost of stays per country must be at most 100."),
    (THREE, "Most stays must be in hospitals in Bonn."),
    (THREE, "The patient_id of the hospital of each stay's ward must be filled."),
    (
        "stays rates",
        "The rate of each stay must be at least the rate in rates valid on "
        "admitted_on.",
    ),
    ("stays rates", "The rate of each stay must equal the rate in rates."),
    ("stays rates", "The rate of each stay must equal the rate in rates valid on discharged_on."),
    (
        "stays rates",
        "The rate of each stay must equal the rate in rates valid a day before "
        "admitted_on.",
    ),
    ("stays rates", "The rate of each stay must equal the cost in rates valid on admitted_on."),
    ("stays rates", "The rate of each stay must not equal the rate in rates valid on admitted_on."),
]  # fmt: skip


checked, test_rows_far_away, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)


def test_the_keys_are_put_on_record(checked: dict[str, Tables]) -> None:
    answer = checked[THREE].answer("Every stay's hospital city must be Bonn.")

    assert answer.plan is not None
    assert any("hospital_id is the row's hospital_id" in each for each in answer.plan.assumptions)
