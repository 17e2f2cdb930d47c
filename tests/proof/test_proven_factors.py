"""Rules that hold a value against a product with a factor, give or take: each is proven."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

JUICES = """juice,brix_in,brix_out,sugar,barrels,litres,lids,boxes,coupons
1,1.093,1.013,10.50,54,95,7,10,5
2,1.055,1.007,6.30,42,199,5,8,4
3,1.047,1.012,4.59,36,112,6,9,0
4,1.061,1.010,6.69,40,180,,9,
"""
PROVEN = [
    "sugar has to agree with (brix_in - brix_out) * 131.25 to within 0.1.",
    "sugar must equal (brix_in - brix_out) * 129.625, give or take 0.5.",
    "sugar must equal (brix_in - brix_out) / 0.00762 to within 0.1.",
    "sugar must equal barrels * 0.1825 + litres * 0.0025 to within 0.5.",
    "litres must equal sugar * 131.2575 to within 0.1.",
    "litres must equal barrels * 131.2575 to within 0.25.",
    "litres must equal barrels * 13.333 to within 0.25.",
    "litres must equal barrels * 13.25 to within 2.",
    "lids must equal boxes * 0.75, give or take 1.",
    "lids must be within 3 of boxes * 1.125 + coupons * 0.5.",
]


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with hold_court(tmp_path_factory.mktemp("press"), {"orders": JUICES}) as held:
        yield held


@pytest.mark.parametrize("sentence", PROVEN)
def test_a_factor_is_proven_to_its_last_digit(press: Court, sentence: str) -> None:
    assert press.try_sentence(sentence).reason == ""
