"""Tables whose values make sentences doubtful: words for nothing, mixed types."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

ORDERS: Rows = (
    (
        "order", "status", "price", "cost", "email", "phone", "created_at", "delivered_on",
        "returned_on", "qty", "paid", "code", "discount_pct", "hours", "note", "is_gift", "shop",
        "amount_text", "due",
    ),
    (
        "a", "delivered", 10, 5, "a@x.org", "1", "2024-06-03 10:00:00", "2024-06-05", None, 1,
        "yes", "AB1", 5, 2, "ok", "true", "N", "10", "2024-06-30",
    ),
    (
        "b", "returned", -1, 5, None, "2", "2024-06-08 00:00:00", "2024-06-04", "2024-06-07", 0,
        "no", "ab2", 50, 30, "special", "false", "S", "1,5", "2024-07-15",
    ),
    (
        "c", "open", 0, 0, "c@x.org", None, "2024-06-09 23:59:59", None, None, None, None, "X-3",
        None, None, None, None, "n", "1.000", "2024-05-31",
    ),
    (
        "d", "lost", 100, 150, None, None, "2024-07-02 12:00:00", "2024-02-29", None, 5, "No",
        "A 4", 100, 0.5, "unknown", "true", None, "abc", None,
    ),
    (
        "e", "open", 20, 20, "e@x", "5", "2023-12-31 09:00:00", "2024-06-09", "2024-06-01", 2,
        "yes", "B#5", 0, 24, "n/a", "false", "S", None, "2024-06-29",
    ),
)  # fmt: skip

ACCOUNTS: Rows = (
    (
        "account", "holder", "type", "tier", "balance", "credit_limit", "opened_on", "closed_on",
        "approved_by", "created_by", "newsletter", "is_active", "has_card", "card_no",
        "rate_pct", "email", "city", "score", "age", "branch", "paid", "notes", "last_login",
        "iban",
    ),
    (
        "a1", "Ann Lee", "deposit", "gold", 100, 0, "2020-01-01", None, "kim", "lee", "yes",
        True, "yes", "4111111111111111", 5, "ann@x.org", "Rome", 10, 17, "N1", "Y", "fine",
        "2024-06-30 10:00:00", "DE89370400440532013000",
    ),
    (
        "a2", "BO", "loan", "silver", -50, 100, "2021-05-05", "2020-01-01", "lee", "lee", "no",
        False, "no", None, 0.5, None, "rome", 50, 70, "N2", "N", "unknown",
        "2024-06-01 00:00:00", "XX",
    ),
    (
        "a3", "cy", "deposit", "Gold", 0, 50, "2030-01-01", None, None, "kim", "yes", True,
        "yes", None, 101, "bad", "Oslo", None, 18, "S1", "Y", None, "2023-01-01 23:59:59", None,
    ),
    (
        "a4", None, "escrow", None, 2000, 1000, None, None, "ann", None, None, None, None, "123",
        None, "d@x.org", None, 100, None, None, None, "n/a", None, "GB82WEST12345698765432",
    ),
)  # fmt: skip

MIXED: Rows = (
    (
        "k", "num_bad", "zeros", "blanks", "allempty", "bools", "boolmix", "boolnum", "datebad",
        "tsbad", "intfloat", "pct", "money", "code", "mixdate", "sp", "neg",
    ),
    (
        "r1", "5", "007", 3, None, True, "yes", 1, "2024-01-05", "2024-01-05 10:00:00", 1, "5%",
        "$1,000.50", "A1", "2024-01-05", "x", "-1",
    ),
    (
        "r2", "abc", "012", None, None, False, "No", 0, "n/a", "2024-01-06", 2, "10", "20", "b2",
        "05/06/2024", " x", "(5)",
    ),
    (
        "r3", "-2", "100", -1, None, None, "Y", None, "2024-02-30", "2024-13-01 00:00:00", 2.5,
        None, "x", None, "June 5, 2024", "x ", "0",
    ),
    (
        "r4", None, None, 0, None, True, None, 1, None, None, None, "101%", None, "12",
        "2024/06/01", "  ", "+3",
    ),
    (
        "r5", "1e3", "0", "12.0", None, False, "NO", 0, "2030-01-01", "2030-01-01T00:00:00", 3,
        "x", "1.5", "3.0", "20240105", "X", "4",
    ),
)  # fmt: skip
