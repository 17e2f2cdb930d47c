"""Rules about how near values are, to a number, in time, to the row before: each is proven."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

ORDERS = """order_id,guest,price,weight,code,begun_at,ended_at
1,Ann,80,2,ab-12,2024-03-04 08:30:00,2024-03-04 09:00:00
2,Bob,95,4,cd-34,2024-03-04 09:40:00,2024-03-04 11:00:00
3,Ann,70,6,ef-56,2024-03-05 08:00:00,2024-03-05 08:20:00
4,Cy,,8,,2024-03-06 07:00:00,
"""
USERS = """guest,level
Ann,gold
Bob,gold
Dee,new
"""
PROVEN = [
    "price must be within 15 of 80.",
    "weight must be about 900 (plus or minus 150).",
    "ended_at must be at most 90 minutes after begun_at.",
    "ended_at must be exactly 45 minutes after begun_at.",
    "There must be at least 15 minutes between begun_at and ended_at.",
    "begun_at and ended_at must be at least 20 minutes apart.",
    "There must be no gaps longer than 23 hours in begun_at.",
    "There must be no gaps longer than 1 day in begun_at.",
    "The gap between one begun_at and the next must be at least 10 minutes.",
    "Each begun_at must be at least 30 minutes after the begun_at of the row before.",
    "Within each guest, price must increase when ordered by begun_at.",
    "code must be 5 characters long. A blank breaks the rule as well.",
    "code must have exactly 5 characters and must not contain I, O or Q.",
    "The average price per guest must be at least 3; flag all orders of a guest that falls short "
    "of it.",
    "The last order of each guest (highest weight) must have a price of at most 90.",
    "begun_at must be unique among orders of gold users.",
    "price must be an odd number.",
    "Per guest, the gap between one begun_at and the next must be at most 1200 seconds.",
    "The z-score of weight must be between -3 and 3.",
    "price must be at least weight plus 1. An empty price or weight counts as 0.",
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    tables = {"orders": ORDERS, "users": USERS}
    with hold_court(tmp_path_factory.mktemp("house"), tables) as held:
        yield held


@pytest.mark.parametrize("sentence", PROVEN)
def test_what_is_near_enough_is_proven(house: Court, sentence: str) -> None:
    assert house.try_sentence(sentence).reason == ""
