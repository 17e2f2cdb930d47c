"""Rules about periods, lengths and distributions: each sentence is read, and proven to the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

ORDERS = """order_id,customer,ordered_at,begin,until,price,note,state
1,Kim,2026-03-02 08:00:00,2026-03-03,2026-03-05,12.5,blue,open
2,Kim,2026-03-02 19:30:00,2026-03-03,2026-03-04,40.0,red,open
3,Lou,2026-03-03 10:00:00,2026-03-05,2026-03-11,8.0,,paid
4,Moe,2026-03-05 10:00:00,2026-03-06,2026-03-07,19.5,green one,cancelled
5,Lou,2026-03-06 10:00:00,2026-03-08,,30.0,plum,cancelled
6,Ann,2026-03-09 10:00:00,2026-03-11,2026-03-12,31.0,pear,open
"""
DAYS = "day_id,sold_on\n1,2026-03-02\n2,2026-03-03\n3,2026-03-05\n"
PROVEN = [
    "No customer may order twice on the same day.",
    "Nobody may order twice on the same day.",
    "A customer may order only once a month.",
    "No customer may order more than 3 times a day.",
    "A customer may order at most 20 times.",
    "No working day may be missing from begin.",
    "price must be normally distributed by a Jarque-Bera test.",
    "price must follow Benford's law.",
    "The longest note must have at most 20 characters.",
    "The shortest note has at least 2 characters.",
    "The cheapest order must cost at least 5.",
    "A stay must be between 1 and 14 nights.",
    "On average, a stay must last at most 4 nights.",
    "No two orders may have the same customer and begin unless one of them is cancelled.",
    "Cancellations must not have a price above 25.",
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with hold_court(tmp_path_factory.mktemp("house"), {"orders": ORDERS, "days": DAYS}) as held:
        yield held


@pytest.mark.parametrize("sentence", PROVEN)
def test_the_program_of_a_sentence_is_proven(house: Court, sentence: str) -> None:
    proof = house.try_sentence(sentence)

    assert proof.reason == ""
