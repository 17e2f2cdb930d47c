"""cuallee on pandas: the checks that its own rules say."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
from cuallee import Check, CheckLevel


def count(tables: dict[str, pd.DataFrame]) -> dict[str, int]:
    """The violations of each check."""
    users = Check(CheckLevel.ERROR, "users")
    users.has_pattern("email", r"^[^@\s]+@[^@\s]+\.[a-z]+$").is_between("age", (18, 110))
    users.is_contained_in("user_id", tuple(tables["orders"]["user_id"].unique()))
    events = Check(CheckLevel.ERROR, "events")
    events.is_contained_in("user_id", tuple(tables["users"]["user_id"]))
    events.is_complete("seconds").has_pattern("url", r"^https://")
    orders = Check(CheckLevel.ERROR, "orders")
    orders.is_contained_in("status", ("new", "paid", "shipped", "cancelled"))
    orders.is_greater_or_equal_than("quantity", 1).has_pattern("currency", r"^[A-Z]{3}$")
    orders.is_contained_in("user_id", tuple(tables["users"]["user_id"]))
    names = {
        "users": ("no-email", "odd-age", "user-without-order"),
        "events": ("event-of-nobody", "no-seconds", "odd-url"),
        "orders": ("unknown-status", "no-quantity", "odd-currency", "order-of-nobody"),
    }
    counts: dict[str, int] = {}
    for table, check in (("users", users), ("events", events), ("orders", orders)):
        found = check.validate(tables[table])["violations"]
        counts |= {name: int(each) for name, each in zip(names[table], found, strict=True)}
    return counts


def main(folder: Path) -> None:
    """Print the counts of the checks that are here."""
    tables = {name: pd.read_csv(folder / f"{name}.csv") for name in ("users", "events", "orders")}
    print(json.dumps(count(tables)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
