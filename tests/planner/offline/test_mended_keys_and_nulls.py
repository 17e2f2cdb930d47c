"""NULL is no text, a key of some row is led to, a deed has its day, and a number all its digits."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "parcels": (
        ("parcel_id", "sent_on", "note", "zone", "tag", "weight", "depot_id"),
        ("P1", "2026-01-05", "fragile", "north", "AB-1234", 3, "D1"),
        ("P2", None, "NULL", "north", "AB-20261234", 5, "D1"),
        ("P3", None, "NULL", "south", "XYZ-77", 9, "D2"),
        ("P4", "2026-02-01", "call first", "west", "QT-5555", 2, "D3"),
        ("P5", "2026-02-03", "NULL", "west", "1234", 4, "D3"),
    ),
    "stamps": (
        ("stamp_id", "parcel_id", "price", "glued_on"),
        ("S1", "P1", 2, "2026-01-04"),
        ("S2", "P2", 4, None),
        ("S3", "P2", 3, "2026-01-09"),
        ("S4", "P4", 1, "2026-01-31"),
    ),
    "depots": (
        ("depot_id", "head_id", "town", "job", "in_stock"),
        ("D1", "D3", "Leeds", "hub", 4),
        ("D2", "D1", "York", "branch", 0),
        ("D3", "D2", "Leeds", "branch", 7),
        ("D4", None, "Hull", "hub", None),
    ),
}  # fmt: skip

FLAGGED = {
    "parcels": [
        ("null-of-chosen", "P2", [
            "Parcels with NULL in note must not be in zone north.",
            "Rows with NULL in note must be in the zone south or west.",
            "No parcel in zone north may have NULL in note.",
            "If note contains NULL, zone must not be north.",
            "Is there any parcel in zone north with NULL in note?",
            "A note of NULL must not occur in zone north.",
        ]),
        ("null-of-all", "P2 P3 P5", [
            "note must not contain NULL.",
            "note never says NULL.",
            "NULL must not occur in note.",
            "No note may read NULL.",
            "note must not contain the word NULL.",
        ]),
        ("null-only", "P1 P4", ["note must be NULL.", "note must contain NULL."]),
        ("no-null-there", "P2 P3", ["sent_on must not contain NULL.", "sent_on must not be NULL."]),
        ("many-nulls", "1", ["At most 2 parcels may have NULL in note."]),
        ("few-nulls", "0", [
            "At most 3 parcels may have NULL in note.",
            "The share of parcels with NULL in note must not exceed 60%.",
            "note contains NULL in at least 3 rows.",
        ]),
        ("never", "P3", [
            "Parcels never sent must have a weight below 9.",
            "Parcels that were never sent must have a weight below 9.",
            "Parcels that have never been sent must not have a weight above 8.",
            "If a parcel was never sent, its weight must be below 9.",
        ]),
        ("never-at-all", "P2 P3", ["Flag parcels that have never been sent."]),
        ("whole-number", "P2 P3", [
            "tag must end in a four-digit number.",
            "tag must end with a 4-digit number.",
            "tag must end in a running number of four digits.",
        ]),
        ("no-such-number", "P1 P4 P5", [
            "tag must not end in a four-digit number.",
            "No tag may end in a four-digit number.",
        ]),
        ("number-ahead", "P1 P2 P3 P4", ["tag must begin with a four-digit number."]),
        ("digits", "P3", ["tag must end in four digits."]),
    ],
    "parcels stamps": [
        ("of-the-never-sent", "S2", [
            "Stamps of parcels that were never sent must have a price below 4.",
            "Stamps of a parcel that was never sent must not have a price above 3.",
        ]),
        ("never-sent", "P3", ["Parcels that were never sent must have at least one stamp."]),
    ],
    "parcels depots": [
        ("in-leeds", "P3", [
            "depot_id must be the depot_id of a depot in Leeds.",
            "depot_id in parcels must be the depot_id of a depot whose town is Leeds.",
        ]),
        ("not-in-york", "P3", ["depot_id must not be the depot_id of a depot in York."]),
    ],
    "depots": [
        ("of-a-hub", "D1 D3", [
            "head_id must be the depot_id of a hub.",
            "head_id must be the depot_id of a row whose job is hub.",
            "head_id must equal the depot_id of a hub.",
            "head_id must be one of the depot_id of hubs.",
            "head_id must be a hub's depot_id.",
            "A head_id can only be the depot_id of a hub.",
            "No head_id may be the depot_id of a branch.",
            "head_id must not be the depot_id of a row with job branch.",
        ]),
        ("of-either", "", ["head_id must be the depot_id of a hub or a branch."]),
        ("of-a-rich-branch", "D2 D3", [
            "head_id must be the depot_id of a branch with in_stock above 5.",
        ]),
        ("chosen", "D3", [
            "Where town is Leeds and job is branch, head_id must be the depot_id of a hub.",
        ]),
        ("of-those-led", "D2", ["If head_id is the depot_id of a hub, in_stock must be above 0."]),
    ],
}  # fmt: skip

DECLINED = [
    ("parcels", "note must not be 'n/a' or fragile. n/a counts as empty."),
    ("parcels", "Parcels with x in note must be in zone north. x counts as empty."),
    ("parcels", "Parcels without a note must be in zone north."),
    ("parcels", "note must be filled."),
    ("parcels", "Parcels with a blank in sent_on must be in zone north."),
    ("parcels", "tag must start with a two-letter code."),
    ("parcels", "zone must not end in a two-letter code."),
    ("parcels stamps", "Flag parcels that have never been sent."),
    ("parcels stamps", "At most 2 parcels were never sent."),
    ("parcels stamps", "Flag parcels that were never glued."),
    ("depots", "head_id must be the depot_id of every hub."),
    ("depots", "head_id must be a depot_id where job is hub."),
    ("depots", "town must not be the town of a hub."),
    ("depots", "head_id = depot_id of a hub."),
    ("parcels depots", "Flag depots that were never stocked."),
    ("parcels depots", "Every depot_id must be one of the depot_ids in Leeds."),
]

checked, test_what_rows_lead_to_is_told, test_what_can_never_hold_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
