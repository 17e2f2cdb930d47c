"""The example tables regenerate byte for byte, and what each check must find in them is counted
here a second time, by hand-written Pandas that knows nothing of the compiler.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from tools import example_data
from tools.example_data import DATA, PAGE, make_tables, write_tables
from tools.example_defects import PLANTED

CHECKS = DATA.parent / "checks" / "checks.json"
EXPECTED = Path(__file__).with_name("expected_example.json")
AS_OF = pd.Timestamp("2026-11-20")
FILES = sorted(path.name for path in DATA.iterdir())


def read(name: str) -> pd.DataFrame:
    """Every cell as the text of the file; only an empty one is missing."""
    as_written = {"dtype": str, "keep_default_na": False, "na_values": [""]}
    if name == "price_list":
        return pd.read_excel(DATA / "price_list.xlsx", engine="openpyxl", **as_written)
    return pd.read_csv(DATA / f"{name}.csv", **as_written)


users, events, orders, prices = (read(name) for name in ("users", "events", "orders", "price_list"))


def number(column: pd.Series) -> pd.Series:
    return pd.to_numeric(column, errors="coerce")


def time(column: pd.Series) -> pd.Series:
    return pd.to_datetime(column, errors="coerce", format="ISO8601")


def breaks(column: pd.Series, holds: pd.Series) -> int:
    """How many cells are there and do not hold; what cannot be converted does not hold."""
    return int((column.notna() & ~holds).sum())


def absent(keys: pd.Series, known: pd.Series) -> int:
    return breaks(keys, number(keys).isin(number(known.dropna())))


def repeats(frame: pd.DataFrame) -> int:
    return int((frame.duplicated(keep=False) & frame.notna().all(axis=1)).sum())


def totals_off() -> int:
    needed = orders[["total", "quantity", "price", "discount"]]
    total, quantity, price, discount = (number(needed[name]) for name in needed)
    is_close = (total - (quantity * price - discount)).abs() <= 0.05 + 1e-9
    return int((needed.notna().all(axis=1) & ~is_close).sum())


def mixed_venues() -> int:
    cities = events.groupby("venue")["city"].nunique()
    return int(events["venue"].isin(cities[cities > 1].index).sum())


def missing_numbers() -> int:
    ids = set(number(events["event_id"]))
    return len(set(range(int(min(ids)), int(max(ids)) + 1)) - ids)


def late(earlier: pd.Series, later: pd.Series, *, strict: bool) -> int:
    first, second = time(earlier), time(later)
    holds = first < second if strict else first <= second
    return int((earlier.notna() & later.notna() & ~holds).sum())


paid = orders["status"] == "paid"
cancelled = orders["status"] == "cancelled"
held = events["status"] == "held"
orders_per_user = orders.groupby("user_id").size()
MAIL = r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+"

COUNTS: dict[str, Callable[[], int]] = {
    "CHK-001": lambda: int(users["email"].isna().sum()),
    "CHK-002": lambda: absent(events["user_id"], users["user_id"]),
    "CHK-003": lambda: breaks(users["email"], users["email"].str.fullmatch(MAIL).eq(True)),
    "CHK-004": lambda: repeats(users[["user_id"]]) + int(users["user_id"].isna().sum()),
    "CHK-005": lambda: repeats(users["email"].str.lower().to_frame()),
    "CHK-006": lambda: breaks(users["country"], users["country"].str.len() == 2),
    "CHK-007": lambda: breaks(users["country"], users["country"].str.upper() == users["country"]),
    "CHK-008": lambda: int(users["country"].notna().mean() < 0.95),
    "CHK-009": lambda: breaks(users["plan"], users["plan"].isin(["free", "basic", "pro"])),
    "CHK-010": lambda: absent(orders["user_id"], users["user_id"]),
    "CHK-011": lambda: breaks(users["signup_at"], time(users["signup_at"]) <= AS_OF),
    "CHK-012": lambda: late(users["birth_date"], users["signup_at"], strict=True),
    "CHK-013": lambda: absent(users["referrer_id"], users["user_id"]),
    "CHK-014": lambda: int((users["referrer_id"] == users["user_id"]).sum()),
    "CHK-015": lambda: breaks(users["name"], users["name"].str.strip() == users["name"]),
    "CHK-016": lambda: absent(users["user_id"], orders["user_id"]),
    "CHK-017": lambda: int(len(users) < 1000),
    "CHK-018": lambda: breaks(
        users["postcode"], users["postcode"].str.fullmatch("[0-9]{5}").eq(True)
    ),
    "CHK-020": lambda: breaks(orders["quantity"], number(orders["quantity"]).isin(range(1, 11))),
    "CHK-021": lambda: breaks(orders["price"], number(orders["price"]) <= 500),
    "CHK-022": lambda: breaks(orders["price"], number(orders["price"]) >= 0),
    "CHK-023": totals_off,
    "CHK-024": lambda: int((paid & orders["paid_at"].isna()).sum()),
    "CHK-025": lambda: late(orders["created_at"], orders["paid_at"], strict=False),
    "CHK-026": lambda: breaks(
        orders["status"], orders["status"].isin(["open", "paid", "cancelled", "refunded"])
    ),
    "CHK-027": lambda: breaks(orders["currency"], orders["currency"].isin(["EUR", "USD", "GBP"])),
    "CHK-028": lambda: int(not 100 <= number(orders["total"]).mean() <= 500),
    "CHK-029": lambda: int(not 20 <= number(orders["price"]).mean() <= 90),
    "CHK-030": lambda: int((orders_per_user > 30).sum()),
    "CHK-031": lambda: int((cancelled & orders["paid_at"].notna()).sum()),
    "CHK-032": lambda: breaks(
        orders["coupon"], orders["coupon"].str.fullmatch("[0-9]{6}").eq(True)
    ),
    "CHK-033": lambda: repeats(orders.loc[paid, ["coupon"]]),
    "CHK-034": lambda: absent(orders["event_id"], events["event_id"]),
    "CHK-035": lambda: repeats(orders[["order_id"]]),
    "CHK-037": lambda: breaks(orders["discount"], number(orders["discount"]) >= 0),
    "CHK-040": lambda: late(events["start_time"], events["end_time"], strict=True),
    "CHK-041": lambda: breaks(events["capacity"], number(events["capacity"]) > 0),
    "CHK-042": mixed_venues,
    "CHK-043": missing_numbers,
    "CHK-044": lambda: absent(events.loc[held, "event_id"], orders["event_id"]),
    "CHK-045": lambda: int(events["user_id"].isna().sum()),
    "CHK-050": lambda: breaks(prices["list_price"], number(prices["list_price"]) > 0),
    "CHK-051": lambda: repeats(prices[["event_id", "tier"]]),
    "CHK-052": lambda: absent(prices["event_id"], events["event_id"]),
    "CHK-053": lambda: breaks(prices["sku"], prices["sku"].str.fullmatch("[0-9]{6}").eq(True)),
}
"""What each check flags: rows, or for an aggregate 1 where it fails."""

NOT_RUN = {"CHK-036": "ERROR", "CHK-046": "SKIPPED"}
WARNED = ("CHK-016", "CHK-034")


def count_again(check_id: str) -> dict[str, object]:
    if check_id in NOT_RUN:
        return {"check_id": check_id, "verdict": NOT_RUN[check_id], "flagged": 0}
    flagged = COUNTS[check_id]()
    beyond = "WARN" if check_id in WARNED else "FAIL"
    return {"check_id": check_id, "verdict": beyond if flagged else "PASS", "flagged": flagged}


EXPECTATIONS = json.loads(EXPECTED.read_text("utf-8"))


@pytest.mark.parametrize("expected", EXPECTATIONS, ids=lambda expected: expected["check_id"])
def test_expected_result_agrees_with_a_count_by_hand(expected: dict[str, object]) -> None:
    assert expected == count_again(str(expected["check_id"]))


def test_every_shipped_check_has_an_expected_result() -> None:
    checks = json.loads(CHECKS.read_text("utf-8"))

    assert [check["check_id"] for check in checks] == [one["check_id"] for one in EXPECTATIONS]


@pytest.mark.parametrize("file", FILES)
def test_generator_writes_the_shipped_bytes(
    file: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("data")
    write_tables(folder)

    assert (folder / file).read_bytes() == (DATA / file).read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == FILES


def test_page_says_what_was_planted() -> None:
    assert PAGE.read_text("utf-8") == example_data.page()


@pytest.mark.parametrize("table", ["users", "events", "orders", "price_list"])
def test_no_row_carries_two_defects(table: str) -> None:
    found = [one for one in make_tables()[1] if one.planted.table == table]
    rows = [row for one in found for row in (*one.rows, *one.twins)]

    assert len(rows) == len(set(rows)) > 0


def test_each_defect_is_planted_as_often_as_it_says() -> None:
    assert [len(one.rows) for one in make_tables()[1]] == [planted.times for planted in PLANTED]
