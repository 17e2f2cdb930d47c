"""What is wrong in the example tables: every planted defect, by table, kind and number.

No row carries two defects, so each number can be held against a check's result.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import cycle, islice
from random import Random
from typing import NamedTuple

from tools.example_rows import (
    BUSY_USERS,
    DOUBLED_USERS,
    EVENT_GAP,
    LONELY_EVENTS,
    ORDERS,
    Row,
    Tables,
    money,
)

Change = Callable[[Row, Row, int], None]
"""Spoil a row, given a second row that stays sound, and how many rows went before."""


class Planted(NamedTuple):
    """One kind of defect in one table.

    ``rows`` are 0-based data rows where the place is fixed; else chance finds ``times`` rows that
    nothing else has touched. With ``twin`` a second, untouched row takes part in each defect.
    """

    table: str
    kind: str
    times: int
    change: Change
    twin: bool = False
    rows: tuple[int, ...] = ()


class Found(NamedTuple):
    """A planted defect with the rows that it took; ``twins`` are the rows that it copies."""

    planted: Planted
    rows: tuple[int, ...]
    twins: tuple[int, ...]


def put(column: str, *values: str) -> Change:
    """Set a column to the values in turn; ``{}`` stands for what was there."""

    def change(row: Row, twin: Row, number: int) -> None:
        row[column] = values[number % len(values)].format(row[column])

    return change


def also(*changes: Change) -> Change:
    """Make all of the changes, in order."""

    def change(row: Row, twin: Row, number: int) -> None:
        for one in changes:
            one(row, twin, number)

    return change


def copy(*columns: str) -> Change:
    """Take the columns over from the twin; all of them if none is named."""

    def change(row: Row, twin: Row, number: int) -> None:
        row.update({column: twin[column] for column in columns or twin})

    return change


def swap(left: str, right: str) -> Change:
    """Exchange two columns of the row."""

    def change(row: Row, twin: Row, number: int) -> None:
        row[left], row[right] = row[right], row[left]

    return change


def _break_mail(row: Row, twin: Row, number: int) -> None:
    name, domain = row["email"].split("@")
    broken = (f"{name}.{domain}", f"{name}@@{domain}", f"{name}@", f"@{name}", f"{name} @ {domain}")
    row["email"] = broken[number % len(broken)]


def _spell_case(row: Row, twin: Row, number: int) -> None:
    row["email"] = twin["email"].upper() if number % 2 else twin["email"]


def _refer_to_oneself(row: Row, twin: Row, number: int) -> None:
    row["referrer_id"] = row["user_id"]


def _lower_country(row: Row, twin: Row, number: int) -> None:
    row["country"] = row["country"].lower()


def _capitalise_status(row: Row, twin: Row, number: int) -> None:
    row["status"] = row["status"].upper() if number % 2 else row["status"].title()


def _pay(row: Row, twin: Row, number: int) -> None:
    paid = datetime.fromisoformat(row["created_at"]) + timedelta(hours=5)
    row["status"], row["paid_at"], row["coupon"] = "paid", paid.isoformat(), ""


def _reprice(*cents: int) -> Change:
    def change(row: Row, twin: Row, number: int) -> None:
        price = cents[number % len(cents)]
        row["price"], row["discount"] = money(price), money(0)
        row["total"] = money(int(row["quantity"]) * price)

    return change


def _add_to_total(*cents: int) -> Change:
    def change(row: Row, twin: Row, number: int) -> None:
        was = int(row["total"].replace(".", ""))
        row["total"] = money(was + cents[number % len(cents)])

    return change


def _recount(*quantities: str) -> Change:
    def change(row: Row, twin: Row, number: int) -> None:
        quantity = quantities[number % len(quantities)]
        row["quantity"], row["discount"] = quantity, money(0)
        row["total"] = money(int(quantity) * int(row["price"].replace(".", "")))

    return change


def _share_coupon(row: Row, twin: Row, number: int) -> None:
    for order in (row, twin):
        _pay(order, twin, number)
        order["coupon"] = f"99{number:04d}"


def _shorten_coupon(row: Row, twin: Row, number: int) -> None:
    row["coupon"] = str(4711 + 1009 * number)


def _import_again(row: Row, twin: Row, number: int) -> None:
    twin["coupon"] = ""
    row.update(twin)


def _buy_too_often(row: Row, twin: Row, number: int) -> None:
    row["user_id"] = [user for user, orders in BUSY_USERS.items() for _ in range(orders)][number]


def _as_made(row: Row, twin: Row, number: int) -> None:
    """The clean table has it already."""


PLANTED = (
    Planted("users", "e-mail missing", 12, put("email", "")),
    Planted("users", "e-mail malformed", 15, _break_mail),
    Planted(
        "users", "e-mail of another user, half of them in upper case", 8, _spell_case, twin=True
    ),
    Planted("users", "country missing", 60, put("country", "")),
    Planted("users", "country spelt out", 10, put("country", "Germany", "France")),
    Planted("users", "country in lower case", 9, _lower_country),
    Planted("users", "country with a space behind", 6, put("country", "{} ")),
    Planted("users", "plan in another case", 11, put("plan", "Pro", "FREE", "Basic")),
    Planted("users", "plan that is not sold", 5, put("plan", "gold", "trial")),
    Planted("users", "plan N/A", 7, put("plan", "N/A")),
    Planted("users", "name with a stray space", 14, put("name", " {}", "{} ")),
    Planted("users", "birth date in the future", 4, put("birth_date", "2091-05-17", "2084-01-30")),
    Planted("users", "birth date that is no date", 5, put("birth_date", "unknown", "1990-02-30")),
    Planted(
        "users",
        "sign-up in the future",
        6,
        put("signup_at", "2062-03-01T09:00:00", "2071-12-24T18:30:00"),
    ),
    Planted("users", "referrer unknown", 7, put("referrer_id", "900001", "900002", "900003")),
    Planted("users", "referrer is the user", 3, _refer_to_oneself),
    Planted("users", "user_id given twice", 3, copy("user_id"), True, tuple(DOUBLED_USERS)),
    Planted("events", "user_id missing", 9, put("user_id", "")),
    Planted("events", "user_id unknown", 11, put("user_id", "77001", "77002", "77003")),
    Planted("events", "start and end swapped", 8, swap("start_time", "end_time")),
    Planted("events", "end missing", 10, put("end_time", "")),
    Planted("events", "capacity zero or negative", 5, put("capacity", "0", "-50")),
    Planted(
        "events", "capacity is text", 4, put("capacity", "unlimited", "about 200", "250 seats")
    ),
    Planted(
        "events",
        "venue in the wrong city",
        3,
        also(put("venue", "Old Mint", "Foundry"), put("city", "Bern")),
    ),
    Planted("events", "status in another case", 5, _capitalise_status),
    Planted("events", "held without an order", 4, put("status", "held"), rows=LONELY_EVENTS),
    Planted("events", "number left out before event_id", 1, _as_made, rows=(EVENT_GAP,)),
    Planted("orders", "user_id missing", 15, put("user_id", "")),
    Planted("orders", "user_id unknown", 18, put("user_id", "88001", "88002", "88003", "88004")),
    Planted("orders", "event_id unknown", 20, put("event_id", "9001", "9002", "413")),
    Planted("orders", "quantity zero or negative", 9, _recount("0", "-1", "-2")),
    Planted("orders", "quantity is text", 6, put("quantity", "two", "3 pcs", "x")),
    Planted("orders", "quantity missing", 7, put("quantity", "")),
    Planted("orders", "price negative", 8, _reprice(-1250, -4500)),
    Planted("orders", "price above 500", 10, _reprice(50001, 99900, 125000)),
    Planted("orders", "price missing", 5, put("price", "")),
    Planted("orders", "total wrong", 25, _add_to_total(100, -500, 2750, -7)),
    Planted("orders", "total rounded by a cent or two (allowed)", 12, _add_to_total(1, -1, 2)),
    Planted("orders", "created_at missing", 4, put("created_at", "")),
    Planted("orders", "paid without a date", 14, also(_pay, put("paid_at", ""))),
    Planted("orders", "paid before it was created", 11, also(_pay, swap("created_at", "paid_at"))),
    Planted(
        "orders", "cancelled with a date of payment", 6, also(_pay, put("status", "cancelled"))
    ),
    Planted("orders", "status in another case", 9, also(_pay, put("status", "PAID", "Paid"))),
    Planted("orders", "status misspelt", 6, also(_pay, put("status", "payed", "refnded"))),
    Planted("orders", "currency N/A", 7, put("currency", "N/A")),
    Planted("orders", "currency in lower case", 5, put("currency", "eur")),
    Planted("orders", "coupon without its leading zeros", 9, _shorten_coupon),
    Planted("orders", "coupon used for two paid orders", 5, _share_coupon, twin=True),
    Planted("orders", "one of too many orders of a user", 75, _buy_too_often),
    Planted("orders", "imported twice", 6, _import_again, True, tuple(range(ORDERS - 6, ORDERS))),
    Planted("price_list", "list price zero or negative", 6, put("list_price", "0", "-15.00")),
    Planted("price_list", "list price is text", 4, put("list_price", "on request", "tba")),
    Planted(
        "price_list", "event_id unknown", 5, put("event_id", "9001", "9002", "9003", "9004", "9005")
    ),
    Planted("price_list", "tier of another row", 4, copy("event_id", "tier"), twin=True),
    Planted("price_list", "tier missing", 5, put("tier", "")),
)


def plant(tables: Tables, random: Random) -> list[Found]:
    """Spoil the tables in place, and tell which rows were taken."""
    free = {name: _untouched(name, len(rows), random) for name, rows in tables.items()}
    return [_plant_one(tables[planted.table], planted, free[planted.table]) for planted in PLANTED]


def _untouched(table: str, rows: int, random: Random) -> list[int]:
    fixed = {row for planted in PLANTED if planted.table == table for row in planted.rows}
    free = [row for row in range(rows) if row not in fixed]
    for last in range(len(free) - 1, 0, -1):
        other = random.randrange(last + 1)
        free[last], free[other] = free[other], free[last]
    return free


def _plant_one(table: list[Row], planted: Planted, free: list[int]) -> Found:
    rows = planted.rows or tuple(sorted(free.pop() for _ in range(planted.times)))
    twins = tuple(free.pop() for _ in rows) if planted.twin else ()
    for number, (row, twin) in enumerate(
        zip(rows, islice(cycle(twins or rows), len(rows)), strict=True)
    ):
        planted.change(table[row], table[twin], number)
    return Found(planted, rows, twins)
