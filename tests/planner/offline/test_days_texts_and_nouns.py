"""A day written out is that day, a text in a text is no reference, a noun is no number."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "leases": (
        ("lease_id", "tenant", "starts_on", "ends_on", "signed_at", "rent", "mail", "note"),
        ("L1", "Amber", "2024-05-01", "2025-04-30", "2024-04-01 09:00:00", 700, "amber@x", "ok"),
        ("L2", "Bruno", "2024-05-01", "2025-05-31", "2024-04-02 10:30", 800, "k@x", "A Long Note"),
        ("L3", "Chris", "2024-06-01", "2025-05-31", "2024-04-02 00:00:00", 900, "chris@x", None),
    ),
    "halls": (
        ("hall_id", "floor"),
        (11, 1),
        (12, 2),
        (12, 3),
    ),
    "slots": (
        ("slot_id", "order_id", "product_code", "booked_on"),
        (1, 501, "P1", "2024-05-01"),
        (2, 501, "P1", "2024-06-01"),
        (3, 502, "P1", "2024-07-01"),
    ),
}  # fmt: skip

FLAGGED = {
    "leases": [
        ("that-day", "L3", [
            "starts_on must be 2024-05-01.",
            "starts_on must be May 1, 2024.",
            "Every lease starts on 2024-05-01.",
        ]),
        ("not-that-day", "L1 L2", [
            "starts_on must not be 2024-05-01.",
            "Flag leases that start on 2024-05-01.",
            "No lease may start on 1 May 2024.",
        ]),
        ("day-of-a-moment", "L2 L3", [
            "signed_at must not be 2024-04-02.",
            "Leases must not be signed on 2024-04-02.",
        ]),
        ("on-condition", "L2", ["If starts_on is 2024-05-01, ends_on must be 2025-04-30."]),
        ("one-of-days", "L3", ["starts_on must be 2024-05-01 or 2024-05-02."]),
        ("neither-day", "L1 L2 L3", ["starts_on is neither 2024-05-01 nor 2024-06-01."]),
        ("layout", "", [
            "starts_on must be written like 2024-05-01.",
            "starts_on has the format 2024-05-01.",
            "starts_on is written as YYYY-MM-DD.",
        ]),
        ("once", "L2 L3", ["No ends_on twice.", "Each ends_on only once."]),
        ("about", "L1", ["rent must be about 900 (plus or minus 150)."]),
        ("so-long", "L2", [
            "note may be at most 10 characters long.",
            "note can have up to 10 characters.",
        ]),
        ("title", "L1", ["note must be written in title case."]),
    ],
    "slots": [
        ("holds-once", "1 2", [
            "An order may contain a product only once.",
            "No order may contain the same product twice.",
        ]),
        ("key", "1 2", ["order_id and product_code together identify a row."]),
    ],
}  # fmt: skip

DECLINED = [
    ("leases", "mail must contain the tenant."),
    ("leases", "mail must not contain the tenant."),
    ("leases", "The tenant must be contained in the mail."),
    ("leases", "The tenant must occur in mail."),
    ("leases", "leases signed after starts_on"),
    ("leases", "rent must be about 900."),
    ("halls", "Halls must be 1, 2 or 3."),
    ("halls", "Every hall is from 2003 or 2004."),
    ("slots", "Orders must be in 2003, 2004 or 2005."),
    ("slots", "Slots must be between 1 and 95 characters."),
]

checked, test_days_texts_and_nouns_are_read, test_what_may_be_meant_otherwise_is_declined = (
    told_tests(TABLES, FLAGGED, DECLINED)
)
