"""Columns that bear the name of what they refer to: the carrier of a parcel, and the carriers."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Tables, told_tests

TABLES = {
    "parcels": (
        ("parcel_id", "carrier", "sender", "weight_kg", "colour"),
        ("p1", "DHL", "Ann Lee", 12, "red"),
        ("p2", "UPS", "Bo Kim", 80, "blue"),
        ("p3", "XYZ", "Ann Lee", 5, "red"),
        ("p4", None, "Zed Moe", 5, "grey"),
    ),
    "carriers": (
        ("code", "name", "max_weight_kg"),
        ("DHL", "DHL Express", 1000), ("UPS", "United", 70), ("GLS", "General", 40),
    ),
    "senders": (("sender_no", "name", "city"), (1, "Ann Lee", "Bonn"), (2, "Bo Kim", "Oslo")),
    "colours": (("code", "label"), ("R", "red"), ("B", "blue")),
}  # fmt: skip
FLAGGED: dict[str, list[Group]] = {
    "parcels carriers": [
        (
            "unknown", "p3",
            [
                "Every parcel's carrier must exist in carriers.",
                "No parcel may have a carrier that is missing from carriers.",
            ],
        ),
        (
            "looked-up", "p2",
            [
                "The weight_kg of a parcel must not exceed the max_weight_kg of its carrier.",
                "weight_kg must be at most the max_weight_kg of the carrier of the parcel.",
            ],
        ),
    ],
    "carriers parcels": [
        (
            "childless", "GLS",
            [
                "Each carrier must have at least one parcel.",
                "Every carrier should have a parcel.",
                "No carrier may be without parcels.",
            ],
        ),
    ],
    "parcels senders": [
        ("by-name", "p1 p3", ["The city of each parcel's sender must not be Bonn."]),
    ],
}  # fmt: skip
DECLINED = [
    # No colour of a parcel is a code of colours: the name alone joins nothing.
    ("colours parcels", "Each colour must have at least one parcel."),
]


checked, test_rows_that_a_noun_leads_to, test_values_refute_a_noun = told_tests(
    TABLES, FLAGGED, DECLINED
)


def test_the_key_is_put_on_record(checked: dict[str, Tables]) -> None:
    answer = checked["carriers parcels"].answer("Each carrier must have at least one parcel.")

    assert answer.plan is not None
    assert "carriers and parcels are matched by code = carrier." in answer.plan.assumptions
