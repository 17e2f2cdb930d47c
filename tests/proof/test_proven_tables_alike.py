"""Rules over two tables, over all of a group and over a whole year: read, and proven to the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

TABLES = {
    "orders": """order_id,guest,city,price,ordered_on,state
1,Ann,Oslo,80,2026-03-02,new
2,Bob,Rome,95,2026-03-03,new
3,Ann,Oslo,80,2026-03-07,sent
4,,Rome,120,2026-03-08,sent
""",
    "invoices": """invoice_no,order_id,city,amount,guest
11,1,Oslo,80,Ann
12,2,Rome,90,Bob
13,5,Bonn,7,Cy
""",
    "tags": "tag,owner\n1,Ann\nx,Bob\n02,Cy\n",
    "numbers": "tag,size\n1,3\n2.0,4\n3.0,5\n",
}
BOTH = "orders, invoices"
PROVEN = [
    (BOTH, "The total order_id must be the same in orders and invoices for each city."),
    (BOTH, "orders and invoices must have the same number of distinct guest by city."),
    (BOTH, "Reconcile price of orders with amount of invoices by order_id."),
    (BOTH, "There must be at least twice as many orders as invoices."),
    (BOTH, "The number of orders must be at most 1.5 times the number of invoices."),
    ("tags, numbers", "Every tag of tags must exist in numbers."),
    ("orders", "At most 1 row may have a duplicate guest."),
    ("orders", "Each guest must have all of the values 'new' and 'sent' in state."),
    ("orders", "Within each guest, new must happen before sent."),
    ("orders", "There must be at least one order in every month of 2026."),
    ("orders", "Every quarter of 2026 must have an order."),
    ("orders", "guest must be filled. Up to 10% may be missing."),
]  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with hold_court(tmp_path_factory.mktemp("house"), TABLES) as held:
        yield held


@pytest.mark.parametrize(("tables", "sentence"), PROVEN)
def test_the_program_is_proven(house: Court, tables: str, sentence: str) -> None:
    check = house.check(sentence, target_table=tables)
    plan, program = house.typed(check)

    proof = house.prove(plan, program, check)

    assert proof.reason == ""
