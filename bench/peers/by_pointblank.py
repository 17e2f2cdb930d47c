"""Pointblank on polars: the checks about rows."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pointblank as pb
import polars as pl


def count(tables: dict[str, pl.DataFrame]) -> dict[str, int]:
    """The rows that fail each check."""
    users, events, orders = (tables[name] for name in ("users", "events", "orders"))
    known = users["user_id"].to_list()
    signup = orders.select("user_id").join(users, on="user_id", how="left")["signup_at"]
    orders = orders.with_columns(signup_at=signup)
    off = (pl.col("total") - pl.col("quantity") * pl.col("unit_price")).abs()
    judged = {
        "no-email odd-age user-without-order": pb.Validate(users)
        .col_vals_regex("email", r"^[^@\s]+@[^@\s]+\.[a-z]+$")
        .col_vals_between("age", 18, 110)
        .col_vals_in_set("user_id", orders["user_id"].unique().to_list()),
        "event-of-nobody no-seconds odd-url repeated-event": pb.Validate(events)
        .col_vals_in_set("user_id", known)
        .col_vals_not_null("seconds")
        .col_vals_regex("url", r"^https://")
        .rows_distinct(["user_id", "kind", "occurred_at", "seconds", "url"]),
        "repeated-order unknown-status no-quantity odd-currency order-of-nobody wrong-total "
        "shipped-before not-shipped before-signup": pb.Validate(orders)
        .rows_distinct(["order_id"])
        .col_vals_in_set("status", ["new", "paid", "shipped", "cancelled"])
        .col_vals_ge("quantity", 1)
        .col_vals_regex("currency", r"^[A-Z]{3}$")
        .col_vals_in_set("user_id", known)
        .col_vals_expr(off <= 0.01)
        .col_vals_expr((pl.col("shipped_at") >= pl.col("ordered_at")).fill_null(value=True))
        .col_vals_expr((pl.col("status") != "shipped") | pl.col("shipped_at").is_not_null())
        .col_vals_expr((pl.col("ordered_at") >= pl.col("signup_at")).fill_null(value=True)),
    }
    counts: dict[str, int] = {}
    for names, plan in judged.items():
        failed = plan.interrogate().n_failed()
        counts |= {name: int(failed[at]) for at, name in enumerate(names.split(), start=1)}
    return counts


def main(folder: Path) -> None:
    """Print the counts of the checks that are here."""
    names = ("users", "events", "orders")
    tables = {name: pl.read_csv(folder / f"{name}.csv", try_parse_dates=True) for name in names}
    print(json.dumps(count(tables)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
