"""The twenty checks of the race: each in English, and as one would write it by hand in Pandas.

Rules of this file: the functions by hand give the flagged rows or groups, as a person would write
them who knows the tables; they are the measure, and are not tuned.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

Tables = dict[str, pd.DataFrame]


class ByHand(NamedTuple):
    """A check: its tables (the judged one first), its sentence, and its function."""

    tables: str
    sentence: str
    find: Callable[[Tables], pd.DataFrame]


def _no_email(t: Tables) -> pd.DataFrame:
    users = t["users"]
    return users[~users["email"].str.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+", na=True)]


def _odd_age(t: Tables) -> pd.DataFrame:
    return t["users"][~t["users"]["age"].between(18, 110)]


def _repeated_order(t: Tables) -> pd.DataFrame:
    return t["orders"][t["orders"]["order_id"].duplicated(keep=False)]


def _unknown_status(t: Tables) -> pd.DataFrame:
    orders = t["orders"]
    return orders[~orders["status"].isin(["new", "paid", "shipped", "cancelled"])]


def _no_quantity(t: Tables) -> pd.DataFrame:
    return t["orders"][t["orders"]["quantity"] < 1]


def _wrong_total(t: Tables) -> pd.DataFrame:
    orders = t["orders"]
    off = (orders["total"] - orders["quantity"] * orders["unit_price"]).abs()
    return orders[off > 0.01]


def _shipped_before(t: Tables) -> pd.DataFrame:
    orders = t["orders"]
    ordered, shipped = pd.to_datetime(orders["ordered_at"]), pd.to_datetime(orders["shipped_at"])
    return orders[shipped < ordered]


def _order_of_nobody(t: Tables) -> pd.DataFrame:
    orders = t["orders"]
    merged = orders.merge(t["users"][["user_id"]], on="user_id", how="left", indicator=True)
    return orders[(merged["_merge"] == "left_only").to_numpy()]


def _event_of_nobody(t: Tables) -> pd.DataFrame:
    events = t["events"]
    return events[~events["user_id"].isin(t["users"]["user_id"])]


def _user_without_order(t: Tables) -> pd.DataFrame:
    return t["users"][~t["users"]["user_id"].isin(t["orders"]["user_id"])]


def _no_seconds(t: Tables) -> pd.DataFrame:
    return t["events"][t["events"]["seconds"].isna()]


def _repeated_event(t: Tables) -> pd.DataFrame:
    keys = ["user_id", "kind", "occurred_at", "seconds", "url"]
    return t["events"][t["events"].duplicated(keys, keep=False)]


def _odd_average(t: Tables) -> pd.DataFrame:
    mean = t["orders"]["total"].mean()
    return pd.DataFrame({"mean": [mean]}) if not 10 <= mean <= 500 else pd.DataFrame()


def _not_shipped(t: Tables) -> pd.DataFrame:
    orders = t["orders"]
    return orders[(orders["status"] == "shipped") & orders["shipped_at"].isna()]


def _odd_currency(t: Tables) -> pd.DataFrame:
    orders = t["orders"]
    return orders[~orders["currency"].str.fullmatch(r"[A-Z]{3}", na=True)]


def _large_sums(t: Tables) -> pd.DataFrame:
    sums = t["orders"].groupby("user_id")["total"].sum()
    return sums[sums > 6_000].reset_index()


def _before_signup(t: Tables) -> pd.DataFrame:
    orders = t["orders"]
    merged = orders.merge(t["users"][["user_id", "signup_at"]], on="user_id", how="left")
    ordered, signup = pd.to_datetime(merged["ordered_at"]), pd.to_datetime(merged["signup_at"])
    return orders[(ordered < signup).to_numpy()]


def _event_to_come(t: Tables) -> pd.DataFrame:
    events = t["events"]
    return events[pd.to_datetime(events["occurred_at"]) > pd.Timestamp("2026-11-20")]


def _odd_url(t: Tables) -> pd.DataFrame:
    events = t["events"]
    return events[~events["url"].str.startswith("https://", na=True)]


def _many_events(t: Tables) -> pd.DataFrame:
    counts = t["events"].groupby(["user_id", "kind"]).size()
    return counts[counts > 7].reset_index()


CHECKS: dict[str, ByHand] = {
    "no-email": ByHand("users", r"email must match the pattern [^@\s]+@[^@\s]+\.[a-z]+", _no_email),
    "odd-age": ByHand("users", "age must be between 18 and 110.", _odd_age),
    "repeated-order": ByHand("orders", "order_id must be unique.", _repeated_order),
    "unknown-status": ByHand(
        "orders", "status must be one of 'new', 'paid', 'shipped', 'cancelled'.", _unknown_status
    ),
    "no-quantity": ByHand("orders", "quantity must be at least 1.", _no_quantity),
    "wrong-total": ByHand(
        "orders", "total must equal quantity times unit_price within 0.01.", _wrong_total
    ),
    "shipped-before": ByHand(
        "orders", "shipped_at must not be before ordered_at.", _shipped_before
    ),
    "order-of-nobody": ByHand(
        "orders, users", "Every user_id in orders must exist in users.", _order_of_nobody
    ),
    "event-of-nobody": ByHand(
        "events, users", "Every user_id in events must exist in users.", _event_of_nobody
    ),
    "user-without-order": ByHand(
        "users, orders", "Every user must have at least one order.", _user_without_order
    ),
    "no-seconds": ByHand("events", "seconds must be filled.", _no_seconds),
    "repeated-event": ByHand(
        "events",
        "The combination of user_id, kind, occurred_at, seconds and url must be unique.",
        _repeated_event,
    ),
    "odd-average": ByHand("orders", "The average total must be between 10 and 500.", _odd_average),
    "not-shipped": ByHand(
        "orders", "If status is 'shipped' then shipped_at must be filled.", _not_shipped
    ),
    "odd-currency": ByHand("orders", "currency must be three upper-case letters.", _odd_currency),
    "large-sums": ByHand(
        "orders", "The sum of total per user_id must be at most 6000.", _large_sums
    ),
    "before-signup": ByHand(
        "orders, users",
        "ordered_at must not be before the signup_at of the user.",
        _before_signup,
    ),
    "event-to-come": ByHand("events", "occurred_at must not be in the future.", _event_to_come),
    "odd-url": ByHand("events", "url must start with 'https://'.", _odd_url),
    "many-events": ByHand(
        "events", "There must be no more than 7 events per user_id and kind.", _many_events
    ),
}
