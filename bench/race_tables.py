"""The tables of the race: users, events and orders, with defects planted by a seed.

Rules of this file: the same rows and seed give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

SEED = 42
DEFECTS = 0.001
"""The share of the cells of a column that break its rule."""
DAYS = 700
FIRST_DAY = np.datetime64("2024-01-01T00:00:00")
CURRENCIES = np.array(["EUR", "USD", "GBP", "CHF"])
STATUSES = np.array(["new", "paid", "shipped", "cancelled"])
KINDS = np.array(["view", "click", "search", "cart", "login"])


def write_tables(folder: Path, orders: int, *, seed: int = SEED) -> None:
    """Write ``users.csv`` (a tenth of the orders), ``events.csv`` (half) and ``orders.csv``."""
    chance = np.random.default_rng(seed)
    users = max(100, orders // 10)
    folder.mkdir(parents=True, exist_ok=True)
    _users(chance, users).to_csv(folder / "users.csv", index=False)
    _events(chance, orders // 2, users).to_csv(folder / "events.csv", index=False)
    _orders(chance, orders, users).to_csv(folder / "orders.csv", index=False)


def append_orders(folder: Path, share: float, *, seed: int = SEED + 1) -> int:
    """Append new orders, as a share of those that are there; gives their number."""
    chance = np.random.default_rng(seed)
    path = folder / "orders.csv"
    with path.open("rb") as stream:
        there = sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b"")) - 1
    with (folder / "users.csv").open("rb") as stream:
        users = sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b"")) - 1
    more = max(1, round(there * share))
    frame = _orders(chance, more, users, first=there + 1)
    with path.open("a", encoding="utf-8") as stream:
        frame.to_csv(stream, index=False, header=False)
    return more


def _users(chance: np.random.Generator, rows: int) -> pd.DataFrame:
    ids = np.arange(1, rows + 1)
    email = pd.Series([f"user{number}@example.org" for number in ids])
    frame = pd.DataFrame(
        {
            "user_id": ids,
            "email": email,
            "country": chance.choice(["DE", "FR", "US", "CH"], rows),
            "age": chance.integers(18, 95, rows),
            "signup_at": _moments(chance, rows, 0, 30),
        }
    )
    frame.loc[_few(chance, rows), "email"] = "no address"
    frame.loc[_few(chance, rows), "age"] = 7
    return frame


def _events(chance: np.random.Generator, rows: int, users: int) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "event_id": np.arange(1, rows + 1),
            "user_id": chance.integers(1, users + 1, rows),
            "kind": KINDS[chance.integers(0, len(KINDS), rows)],
            "occurred_at": _moments(chance, rows, 30, DAYS),
            "seconds": pd.array(chance.integers(0, 600, rows), dtype="Int64"),
            "url": [f"https://shop.example/{number % 977}" for number in range(rows)],
        }
    )
    frame.loc[_few(chance, rows), "user_id"] = users + 5
    frame.loc[_few(chance, rows), "seconds"] = pd.NA
    frame.loc[_few(chance, rows), "url"] = "ftp://old.example"
    return frame


def _orders(chance: np.random.Generator, rows: int, users: int, *, first: int = 1) -> pd.DataFrame:
    quantity, price = chance.integers(1, 9, rows), chance.integers(100, 9_999, rows)
    ordered = chance.integers(30 * 86_400, DAYS * 86_400, rows)
    status = STATUSES[chance.integers(0, len(STATUSES), rows)]
    shipped = _spelled(ordered + chance.integers(3_600, 5 * 86_400, rows)).where(
        status == "shipped"
    )
    frame = pd.DataFrame(
        {
            "order_id": np.arange(first, first + rows),
            "user_id": chance.integers(1, users + 1, rows),
            "status": status,
            "quantity": quantity,
            "unit_price": price / 100,
            "total": np.round(quantity * price / 100, 2),
            "currency": CURRENCIES[chance.integers(0, len(CURRENCIES), rows)],
            "ordered_at": _spelled(ordered),
            "shipped_at": shipped,
        }
    )
    frame.loc[_few(chance, rows), "order_id"] = first
    frame.loc[_few(chance, rows), "user_id"] = users + 9
    frame.loc[_few(chance, rows), "status"] = "lost"
    frame.loc[_few(chance, rows), "quantity"] = 0
    frame.loc[_few(chance, rows), "total"] = 12.34
    frame.loc[_few(chance, rows), "currency"] = "euro"
    frame.loc[_few(chance, rows), "shipped_at"] = "2023-12-31 00:00:00"
    return frame


def _few(chance: np.random.Generator, rows: int) -> np.ndarray:
    return chance.choice(rows, max(1, int(rows * DEFECTS)), replace=False)


def _moments(chance: np.random.Generator, rows: int, start: int, stop: int) -> pd.Series:
    return _spelled(chance.integers(start * 86_400, stop * 86_400, rows))


def _spelled(seconds: np.ndarray) -> pd.Series:
    moments = pd.Series(FIRST_DAY + seconds.astype("timedelta64[s]"))
    return moments.dt.strftime("%Y-%m-%d %H:%M:%S")
