"""Dates of related rows: proven over tables without rows as well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

ORDERS = """order_id,user_id,placed_on
1,u1,2026-03-02
2,u1,2026-03-05
3,u2,2026-03-07
4,u2,2026-03-04
"""
USERS = """user_id,joined_on,last_order_on
u1,2026-01-01,2026-03-05
u2,2026-02-01,2026-03-04
u3,2026-02-09,
"""
ENDS = {
    f"{end} in {place}" for end in ("min for max", "max for min") for place in ("scope", "check")
}
"""Of the rows that count only whether they have such a date is asked; of the others which."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    tables = {"orders": ORDERS, "users": USERS}
    with hold_court(tmp_path_factory.mktemp("shop"), tables) as held:
        yield held


@pytest.mark.parametrize("sentence", [
    "last_order_on in users must equal the latest placed_on of that user's orders.",
    "joined_on in users must not be after the earliest placed_on of that user's orders.",
])  # fmt: skip
def test_the_latest_date_of_related_rows_is_proven(shop: Court, sentence: str) -> None:
    proof = shop.try_sentence(sentence)

    assert proof.reason == ""
    ends = [each for each in proof.mutants if each.fault in ENDS]
    assert [each.killed_by for each in ends if each.fault.endswith("check")] != []
    assert all(each.killed_by for each in ends if each.fault.endswith("check"))
    assert all(each.equivalent for each in ends if each.fault.endswith("scope"))
