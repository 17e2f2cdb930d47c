"""Rules about weekdays and times of day, of columns with seconds and without: proven to the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court

ORDERS = """order_id,begins_at,left_at
1,2026-03-02 08:00,2026-03-02 09:10:05
2,2026-03-03 10:30,2026-03-03 11:00:00
3,2026-03-07 17:45,2026-03-07 18:20:31
4,2026-03-08 12:15,2026-03-08 13:00:00
"""
PROVEN = [
    "{column} must be before 18:00.",
    "{column} must be at or after 08:00.",
    "{column} must be between 08:00 and 17:30.",
    "{column} must not be on a Sunday.",
    "Flag orders with a {column} on a Saturday or Sunday.",
    "{column} must be on a weekday.",
    "{column} must not be in August.",
    "The year of {column} must not be 2025.",
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with hold_court(tmp_path_factory.mktemp("house"), {"orders": ORDERS}) as held:
        yield held


@pytest.mark.parametrize("column", ["begins_at", "left_at"])
@pytest.mark.parametrize("sentence", PROVEN)
def test_the_program_of_a_sentence_is_proven(house: Court, sentence: str, column: str) -> None:
    proof = house.try_sentence(sentence.format(column=column))

    assert proof.reason == ""
