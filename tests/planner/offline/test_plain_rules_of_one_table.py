"""Plain rules over one table with twins: deeds that share a day, lists in cells, one for all."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "parcels": (
        ("parcel_id", "parcel", "packed", "packed_on", "posted_on", "tags", "depot", "weight"),
        ("P1", "lamp", "true", "2026-01-05", "2026-01-09", "wet, big", "Kiel", 3),
        ("P2", "sofa", "true", "2026-01-10", "2026-01-12", "big, old", "Kiel", 30),
        ("P3", "lamp", "false", "2026-01-13", "2026-01-18", "wet, old", "Bonn", 4),
        ("P4", "desk", "false", "2026-01-17", "2026-01-24", "old", "Bonn", 4),
        ("P5", "vase", "true", "2026-01-20", "", "big, wet", "Ulm", 9),
    ),
    "fees": (
        ("fee_no", "member", "settled", "state", "settled_on", "amount", "total", "rate"),
        ("F1", "Ann", "yes", "settled", "2026-02-01", 10, 12, 2),
        ("F2", "Ann", "no", "open", "", 20, 24, 2),
        ("F3", "Bob", "yes", "waived", "2026-02-03", 30, 36, 4),
        ("F4", "Bob", "yes", "settled", "2026-02-04", 10, 12, 2),
        ("F5", "Cyd", "no", "open", "2026-02-05", 10, 18, 8),
    ),
    "seats": (
        ("seat_no", "hall", "kind", "price", "items", "name", "nick"),
        ("S1", "A", "box", 5, "cup;mat", "Ada", "Ada"),
        ("S2", "A", "box", 5, "cup", "Ben", "Bee"),
        ("S3", "B", "pit", 7, "mat", "Cyd", "Bee"),
        ("S4", "B", "pit", 5, "mat;cup", "Dan", ""),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "parcels": [
        (
            "both-days",
            "P2 P3 P4",
            [
                "Parcels must be packed and posted on weekdays.",
                "Parcels must not be packed or posted on a weekend.",
                "No parcel may be packed or posted on a weekend.",
                "Flag parcels packed or posted on a weekend.",
                "Is any parcel packed or posted on a weekend?",
                "packed_on and posted_on must be on weekdays.",
            ],
        ),
        ("either-day", "P4", ["Flag parcels packed and posted on a weekend."]),
        ("filter", "P1", ["Parcels packed and posted on weekdays must have a weight above 3."]),
        ("state", "P1 P2 P5", ["No parcel may be packed."]),
        ("quoted", "P4", ["tags must be one of 'wet, big', 'big, old', 'wet, old', 'big, wet'."]),
    ],
    "fees": [
        ("flag", "F3", ["If settled is yes, state must be settled."]),
        ("waived", "F3", ["Waived fees must not be settled.", "No waived fee may be settled."]),
        ("listed", "F2 F5", ["No fee may be open or waived when settled is no."]),
        ("days", "F5", ["settled_on must be empty where settled is no."]),
        ("sum", "1", ["The sum of total per member must be at most 40."]),
    ],
    "seats": [
        ("within", "S3 S4", ["All seats of a hall must have the same price."]),
        ("all", "1", ["price must be the same for all pit seats."]),
        ("box", "0", ["price must be the same for all box seats."]),
        ("box-not", "1", ["price must not be the same for all box seats."]),
        ("differ", "S1", ["name must differ from nick."]),
    ],
}

DECLINED = [
    ("parcels", "tags must be big, wet or old, wet."),
    ("parcels", "Each tag must be big, old or wet."),
    ("parcels", "tags must have at most 2 entries."),
    ("parcels", "tags may have no more than 2 entries."),
    ("parcels", "depot may have at least 2 packed parcels."),
    ("parcels", "Each parcel has exactly one depot."),
    ("parcels", "No parcel may have several depots."),
    ("fees", "Each member must pay at least 20 in total."),
    ("fees", "amount must not be repeated in total."),
    ("fees", "Settled fees must have a settled_on."),
    ("fees", "Unsettled fees must have no settled_on."),
    ("fees", "If a fee is settled, settled_on must be filled."),
    ("fees", "Every member must have at least one settled fee."),
    ("seats", "All halls must have the same price."),
    ("seats", "Halls must share the same price."),
    ("seats", "The number of items must be at most 3."),
    ("seats", "name must not be repeated in nick."),
]

checked, test_the_rule_is_the_one_that_was_told, test_what_may_be_another_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
