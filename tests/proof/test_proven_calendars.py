"""Rules about public holidays, fiscal years and ages by birth: proven to the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

ORDERS = """order_id,placed_on,shipped_at,born_on,age,birth_date,status
1,2026-03-02,2026-03-02 09:10:05,2000-11-20,26,2000-11-20,open
2,2026-12-25,2026-12-25 11:00:00,2000-11-21,26,2000-11-21,paid
3,1999-12-31,1999-12-31 18:20:31,1990-01-01,36,1990-01-01,open
4,,2041-01-01 13:00:00,2010-02-28,16,2010-02-28,open
"""
PROVEN = [
    "placed_on must not be a public holiday in Germany.",
    "placed_on must be a public holiday in Germany.",
    "shipped_at must not be a US federal holiday.",
    "shipped_at must be a bank holiday in England.",
    "placed_on must not be a weekend or a public holiday in France.",
    "placed_on must be a public holiday in Germany or a Sunday.",
    "If placed_on is a public holiday in Germany, status must be 'open'.",
    "If shipped_at is not a public holiday in Germany, status must be 'open'.",
    "Unless placed_on is a public holiday in Germany, status must be 'open'.",
    "placed_on must not be a public holiday in Germany or status must be 'paid'.",
    "Neither placed_on nor shipped_at may be a public holiday in Germany.",
    "Our fiscal year starts on 6 April. placed_on must be in fiscal year 2026/27.",
    "shipped_at must be in the second quarter of fiscal year 2026/27, which starts in April.",
    "age must match birth_date.",
    "age must match birth_date as of placed_on within 1 year.",
    "shipped_at must be today by 09:00.",
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with hold_court(tmp_path_factory.mktemp("house"), {"orders": ORDERS}) as held:
        yield held


@pytest.mark.parametrize("sentence", PROVEN)
def test_the_program_of_a_sentence_is_proven(house: Court, sentence: str) -> None:
    assert house.try_sentence(sentence).reason == ""


OF_HOLIDAYS = "placed_on must not be a public holiday in Germany."
FAULTS = [
    ('"from_easter": [-2, 1, 39, 50]', '"from_easter": [-2, 1, 39, 49]'),
    ('"12-25"', '"12-24"'),
    ('"2017-10-31"', '"2017-10-30"'),
    ("| is_holiday.isna()", ""),
    ("is_holiday == 1", "is_holiday == 0"),
    ('"years": [2000, 2040]', '"years": [2001, 2040]'),
    ('"years": [2000, 2040]', '"years": [2000, 2041]'),
]


@pytest.mark.parametrize(("good", "bad"), FAULTS)
def test_a_fault_in_what_tells_holidays_is_found(house: Court, good: str, bad: str) -> None:
    source = house.typed(house.check(OF_HOLIDAYS))[1].source
    assert good in source

    assert house.try_sentence(OF_HOLIDAYS, source=source.replace(good, bad)).reason
