"""The examples of conditions on rows, for the catalog and the golden programs."""

from __future__ import annotations

from backend.rules.rule import Example

EXAMPLES = (
    Example(
        "price must be at least 0",
        {"orders": (("order_id", "price"), (1, 5), (2, -3), (3, None), (4, 0))},
        (1,),
        "at_least",
    ),
    Example(
        "Flag events rows whose user_id is missing from users.",
        {
            "events": (("event_id", "user_id"), (1, 7), (2, 9), (3, None)),
            "users": (("user_id", "email"), (7, "a@b.org"), (8, "c@d.org")),
        },
        (1,),
        "unknown_keys",
    ),
    Example(
        "If status is paid then paid_at must be filled in.",
        {
            "orders": (
                ("order_id", "status", "paid_at"),
                (1, "paid", None),
                (2, "paid", "2024-01-05"),
                (3, "open", None),
            )
        },
        (0,),
        "required_if",
    ),
    Example(
        "status must be one of 'open', 'paid' or 'cancelled'.",
        {"orders": (("order_id", "status"), (1, "open"), (2, "Paid"), (3, None))},
        (1,),
        "allowed_values",
    ),
    Example(
        "Total must equal quantity * price, give or take 0.01.",
        {
            "orders": (
                ("order_id", "quantity", "price", "total"),
                (1, 2, 1.5, 3.0),
                (2, 2, 1.5, 3.01),
                (3, 2, 1.5, 3.02),
                (4, 2, None, 3.0),
            )
        },
        (2,),
        "formula",
    ),
    Example(
        "quantity must be between 1 and 100.",
        {"orders": (("order_id", "quantity"), (1, 0), (2, 1), (3, 100), (4, None), (5, "ten"))},
        (0, 4),
        "range",
    ),
    Example(
        "email must be a valid e-mail address.",
        {
            "users": (
                ("user_id", "email"),
                (1, "ann@example.org"),
                (2, "ann@example"),
                (3, None),
            )
        },
        (1,),
        "named_format",
    ),
    Example(
        "end_date must not be before start_date.",
        {
            "stays": (
                ("stay_id", "start_date", "end_date"),
                (1, "2024-01-05", "2024-01-05"),
                (2, "2024-01-05", "2024-01-04"),
                (3, "2024-01-05", None),
            )
        },
        (1,),
        "two_dates",
    ),
    Example(
        "created_at must not be in the future.",
        {"events": (("event_id", "created_at"), (1, "2024-06-30"), (2, "2024-07-02"))},
        (1,),
        "today",
    ),
    Example(
        "shipped_on must not be a public holiday in Germany.",
        {"orders": (("order_id", "shipped_on"), (1, "2024-10-03"), (2, "2024-10-04"))},
        (0,),
        "public_holiday",
    ),
    Example(
        "issued_on must be in fiscal year 2024/25, which starts in April.",
        {"bills": (("bill_id", "issued_on"), (1, "2024-03-31"), (2, "2025-03-31"))},
        (0,),
        "fiscal_year",
    ),
    Example(
        "age must match birth_date.",
        {"pupils": (("birth_date", "age"), ("2010-07-01", 14), ("2010-07-02", 14))},
        (1,),
        "age_by_birth",
    ),
    Example(
        "Every user must have at least one order.",
        {
            "users": (("user_id", "name"), (7, "Ann"), (8, "Bo")),
            "orders": (("order_id", "user_id"), (1, 7), (2, 7), (3, None)),
        },
        (1,),
        "children",
    ),
    Example(
        "The country of an order must be the country of its user.",
        {
            "orders": (
                ("order_id", "user_id", "country"),
                (1, 7, "FR"),
                (2, 8, "FR"),
                (3, 9, "IT"),
            ),
            "users": (("user_id", "country"), (7, "FR"), (8, "IT")),
        },
        (1,),
        "looked_up",
    ),
    Example(
        "ordered_at must not be before the signup_at of the user.",
        {
            "orders": (
                ("order_id", "user_id", "ordered_at"),
                (1, 7, "2024-02-01"),
                (2, 8, "2024-01-02"),
                (3, 9, "2024-01-01"),
                (4, None, "2024-01-01"),
            ),
            "users": (
                ("user_id", "signup_at"),
                (7, "2024-01-01"),
                (8, "2024-01-03"),
                (9, None),
            ),
        },
        (1,),
        "looked_up_date",
    ),
    Example(
        "meter must never decrease from row to row.",
        {"readings": (("reading_id", "meter"), (1, 10), (2, 12), (3, None), (4, 11))},
        (3,),
        "in_order",
    ),
    Example(
        "code must be the country, a dash and the number.",
        {
            "permits": (
                ("permit_id", "country", "number", "code"),
                (1, "FR", "07", "FR-07"),
                (2, "IT", "12", "IT12"),
                (3, "IT", None, "IT-"),
            )
        },
        (1,),
        "made_of_texts",
    ),
    Example(
        "tags is a comma-separated list without repeats.",
        {"posts": (("post_id", "tags"), (1, "red, blue"), (2, "red,blue,red"), (3, None))},
        (1,),
        "listed_once",
    ),
    Example(
        "Flag artists with fewer than 2 tracks.",
        {
            "artists": (("artist_id", "name"), (1, "Ann"), (2, "Bo"), (3, "Cy")),
            "albums": (("album_id", "artist_id"), (10, 1), (11, 1), (12, 2)),
            "tracks": (("track_id", "album_id"), (100, 10), (101, 11), (102, 12)),
        },
        (1, 2),
        "over_two_keys",
    ),
)
