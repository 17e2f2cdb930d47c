"""Rules that bound several measures of a column: each bound is tried alone, on both sides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

ORDERS = """order_id,guest,room,price,weight
1,Ann,12,80,0.5
2,Bob,14,95,1.25
3,Ann,12,80,-2.5
4,,15,120,0.75
"""
PROVEN = [
    "The mean of {column} must be between 4 and 5 and its maximum at most 12.",
    "The median of {column} must be between 2 and 8, and the maximum of {column} below 40.",
    "The minimum of {column} must be 3 and the maximum of {column} must be 90.",
    "For {column}: the 25th percentile must be between 2 and 4, the median between 5 and 7, and "
    "the 75th percentile between 8 and 10.",
    "The 10th percentile of {column} must be at least 3 and the 99th percentile at most 50.",
    "For {column}: the minimum must be at least 1, the mean at least 20, and the maximum at most "
    "99.",
    "The minimum of {column} must not be 3 and the maximum of {column} must not be 90.",
    "Per guest, the mean of {column} must be at least 4 and the maximum of {column} at most 12.",
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with hold_court(tmp_path_factory.mktemp("house"), {"orders": ORDERS}) as held:
        yield held


@pytest.mark.parametrize("column", ["price", "weight"])
@pytest.mark.parametrize("sentence", PROVEN)
def test_each_of_several_bounds_is_proven(house: Court, sentence: str, column: str) -> None:
    proof = house.try_sentence(sentence.format(column=column))

    assert proof.reason == ""
    assert [each for each in proof.mutants if not each.killed_by and not each.equivalent] == []


@pytest.mark.parametrize("bound", ["0.25", "1.5", "-3.75"])
def test_bounds_between_whole_numbers_are_proven(house: Court, bound: str) -> None:
    proof = house.try_sentence(f"The mean of weight must be above {bound}, its maximum below 9.5.")

    assert proof.reason == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The correlation of price and weight must be at least 0.999.",
        "The correlation of price and weight must be at most -0.95.",
        "The correlation of price and weight must be between 0.4 and 0.97.",
        "The absolute correlation of price and weight must be above 0.93.",
        "The Spearman correlation of price and weight must be at least 0.95.",
        "The Spearman correlation of price and weight must be between -0.25 and 0.75.",
    ],
)
def test_bounds_near_a_whole_correlation_are_proven(house: Court, sentence: str) -> None:
    assert house.try_sentence(sentence).reason == ""
