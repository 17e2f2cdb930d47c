"""Pandera on pandas: the checks about rows, the rows that fail collected lazily."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from bench.race_checks import CHECKS

EVENT = ["user_id", "kind", "occurred_at", "seconds", "url"]
LEFT_OUT = ("odd-average", "large-sums", "many-events")
"""They judge groups, not rows."""
Tables = dict[str, pd.DataFrame]


def schemas(tables: Tables) -> dict[str, pa.DataFrameSchema]:
    """One schema for each table; its checks are named as those of the race."""
    return {
        "users": _schema(
            {
                "email": [pa.Check.str_matches(r"^[^@\s]+@[^@\s]+\.[a-z]+$", error="no-email")],
                "age": [pa.Check.in_range(18, 110, error="odd-age")],
                "user_id": [
                    pa.Check.isin(tables["orders"]["user_id"].unique(), error="user-without-order")
                ],
            },
            {},
        ),
        "events": _schema(
            {
                "user_id": [
                    pa.Check.isin(tables["users"]["user_id"].unique(), error="event-of-nobody")
                ],
                "seconds": [
                    pa.Check(lambda cells: cells.notna(), error="no-seconds", ignore_na=False)
                ],
                "url": [pa.Check.str_startswith("https://", error="odd-url")],
                "occurred_at": [
                    pa.Check(
                        lambda cells: pd.to_datetime(cells) <= "2026-11-20", error="event-to-come"
                    )
                ],
            },
            {"repeated-event": lambda rows: ~rows.duplicated(EVENT, keep=False)},
        ),
        "orders": _schema(
            {
                "order_id": [
                    pa.Check(lambda cells: ~cells.duplicated(keep=False), error="repeated-order")
                ],
                "status": [
                    pa.Check.isin(["new", "paid", "shipped", "cancelled"], error="unknown-status")
                ],
                "quantity": [pa.Check.ge(1, error="no-quantity")],
                "currency": [pa.Check.str_matches(r"^[A-Z]{3}$", error="odd-currency")],
                "user_id": [
                    pa.Check.isin(tables["users"]["user_id"].unique(), error="order-of-nobody")
                ],
            },
            {
                "wrong-total": lambda rows: (
                    (rows["total"] - rows["quantity"] * rows["unit_price"]).abs() <= 0.01
                ),
                "shipped-before": lambda rows: (
                    ~(pd.to_datetime(rows["shipped_at"]) < pd.to_datetime(rows["ordered_at"]))
                ),
                "not-shipped": lambda rows: (
                    ~((rows["status"] == "shipped") & rows["shipped_at"].isna())
                ),
                "before-signup": lambda rows: (
                    ~(
                        pd.to_datetime(rows["ordered_at"])
                        < pd.to_datetime(
                            rows["user_id"].map(tables["users"].set_index("user_id")["signup_at"])
                        )
                    )
                ),
            },
        ),
    }


def _schema(
    columns: dict[str, list[pa.Check]],
    rows: dict[str, object],
) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {name: pa.Column(checks=checks, nullable=True) for name, checks in columns.items()},
        checks=[pa.Check(judge, error=name, ignore_na=False) for name, judge in rows.items()],
    )


def count(tables: Tables) -> dict[str, int]:
    """The rows that fail each check."""
    counts = {name: 0 for name in CHECKS if name not in LEFT_OUT}
    for table, schema in schemas(tables).items():
        try:
            schema.validate(tables[table], lazy=True)
        except pa.errors.SchemaErrors as errors:
            failed = errors.failure_cases
            for name, cases in failed.groupby("check"):
                counts[str(name)] = int(cases["index"].nunique())
    return counts


def main(folder: Path) -> None:
    """Print the counts of the checks that are here."""
    tables = {name: pd.read_csv(folder / f"{name}.csv") for name in ("users", "events", "orders")}
    print(json.dumps(count(tables)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
