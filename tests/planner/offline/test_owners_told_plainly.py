"""Rows of two tables: which key leads, what is there for nobody, pairs, and whoever leads a row."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "carriers": (
        ("carrier_id", "name"),
        (1, "North"),
        (2, "South"),
        (3, "East"),
    ),
    "parcels": (
        ("parcel_id", "sent_via", "weight"),
        (10, 1, 5),
        (11, 1, 6),
        (12, 2, 7),
        (13, 9, 8),
    ),
    "depots": (
        ("depot_id", "chief_clerk_id", "city"),
        (1, 1, "Bonn"),
        (2, 3, "Kiel"),
        (3, None, "Ulm"),
    ),
    "clerks": (
        ("clerk_id", "depot_id", "boss_id", "pay", "began_on"),
        (1, 1, None, 90, "2020-01-01"),
        (2, 1, 1, 95, "2019-01-01"),
        (3, 1, 1, 50, "2021-01-01"),
        (4, 4, 1, 60, "2021-01-01"),
        (5, 5, 1, 60, "2021-01-01"),
    ),
    "duties": (
        ("duty_id", "clerk_id", "depot_id"),
        (1, 1, 1),
        (2, 2, 2),
        (3, 3, 1),
    ),
    "leads": (
        ("lead_id", "clerk_id", "depot_id"),
        (1, 1, 1),
        (2, 2, 1),
    ),
    "SaleOrderHeader": (
        ("SaleOrderID", "PlacedDate", "DepotID"),
        (701, "2024-01-01", 1),
        (702, "2024-01-02", 1),
        (703, "2024-01-02", 1),
    ),
    "SaleOrderDetail": (
        ("SaleOrderDetailID", "SaleOrderID", "LineNumber", "LineValue"),
        (1, 701, 1, 5),
        (2, 701, 2, 6),
        (3, 703, 1, 6),
    ),
    "loans": (
        ("loan_id", "lent_on", "returned_on", "due_on", "fee"),
        (1, "2024-01-01", "2024-01-09", "2024-01-08", 2),
        (2, "2024-01-01", None, "2024-01-08", 0),
        (3, "2024-01-05", "2024-01-02", "2024-01-08", 3),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "carriers parcels": [
        ("bracket", "2 3", [
            "Each carrier must have at least two parcels (sent_via).",
            "Each carrier has handled at least two parcels (sent_via).",
        ]),
        ("none", "3", ["Flag carriers without a parcel (sent_via)."]),
    ],
    "parcels carriers": [
        ("key", "13", [
            "sent_via must exist in carriers.",
            "sent_via may be empty, but if given it must exist in carriers.",
            "sent_via can be empty; otherwise it must exist in carriers.",
        ]),
    ],
    "depots clerks": [
        ("led", "2", [
            "The chief clerk of a depot must work in that same depot.",
            "The chief clerk of a depot must be a member of staff of that depot.",
        ]),
        ("nobody", "2 3", [
            "Flag depots nobody has ever worked in.",
            "Which depots lack a clerk?",
            "Flag depots lacking a clerk.",
        ]),
    ],
    "leads duties": [
        ("pair", "2", [
            "Every lead must have a duty with the same clerk_id and depot_id.",
            "Flag leads without a duty with the same clerk_id and depot_id.",
        ]),
    ],
    "duties clerks depots": [
        ("both", "", ["Every duty links an existing clerk with an existing depot."]),
    ],
    "clerks": [
        ("own", "2", [
            "No clerk may have more pay than their own boss.",
            "No clerk may have more pay than their boss has.",
        ]),
    ],
    "SaleOrderHeader SaleOrderDetail": [
        ("lines", "702", [
            "Orders without lines are an error.",
            "Every order has at least one detail.",
        ]),
        ("many", "701", ["No order may have more than 1 line."]),
    ],
    "loans": [
        ("still out", "3", [
            "returned_on must be later than lent_on. "
            "Books still out have no returned_on and are fine.",
            "returned_on must be later than lent_on. Unreturned loans do not count.",
            "returned_on must be later than lent_on. "
            "Loans without a returned_on are open and are skipped.",
        ]),
        ("undone", "2", ["Flag unreturned loans."]),
        ("parts", "1", ["Flag loans returned after the due date (returned_on, due_on)."]),
    ],
}  # fmt: skip

DECLINED = [
    ("carriers parcels", "Each carrier must have at least two parcels (weight)."),
    ("parcels carriers", "weight must exist in carriers."),
    ("depots clerks", "The chief clerk of a depot must work in that same clerk."),
    ("leads duties", "Every lead must have a duty with the same clerk_id and colour."),
    ("duties clerks depots", "Every duty links an existing clerk with an existing clerk."),
    ("loans", "returned_on must be filled. Books still out have no returned_on and are fine."),
    ("loans", "Flag unwritten loans."),
    ("clerks", "A clerk must be the number of a clerk."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
