"""Rules about how many different values there are: proven on each side of any bound."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

ORDERS = """order_id,guest,room,price,arrived_on
1,Ann,12,80,2026-03-02
2,Bob,14,95,2026-03-03
3,Ann,12,80,2026-03-07
4,,15,120,2026-03-08
"""
PROVEN = [
    "There must be at least {bound} different {column}.",
    "The number of different {column} must be at most {bound}.",
    "The number of different {column} must be between {bound} and 900.",
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with hold_court(tmp_path_factory.mktemp("house"), {"orders": ORDERS}) as held:
        yield held


@pytest.mark.parametrize("bound", [2, 12, 60, 400])
@pytest.mark.parametrize("column", ["guest", "price", "arrived_on"])
@pytest.mark.parametrize("sentence", PROVEN)
def test_a_bound_on_different_values_is_proven(
    house: Court, sentence: str, column: str, bound: int
) -> None:
    proof = house.try_sentence(sentence.format(column=column, bound=bound))

    assert proof.reason == ""
