"""Sentences whose bounds only a fitting table tells: each is read, and proven to the end."""

from __future__ import annotations

import pytest

from tests.proof.court import Court

PROVEN = [
    "At least two thirds of the orders must have a price above 3.",
    "At most two thirds of the orders may be open.",
    "The standard deviation of price must be at most 10.",
    "The standard deviation of price must be between 2 and 10.5.",
    "price must be within 0.5 of paid.",
    "The total price must be within 0.5 of 1000.",
    "At most 5% of the rows may share their user_id with another row.",
    "At most 2 rows may share their user_id with another row.",
    "At most 2% of the orders may be exact duplicates.",
    "At most 3 orders of status open may repeat an earlier row.",
    "Apart from order_id, no two orders may be equal.",
    "Every status in {open, paid, cancelled} must occur at least 5 times.",
    "Each user_id must have at least one open and one paid order.",
    "All column names must be in snake_case.",
    "Consecutive prices must not be more than 25 apart.",
]


@pytest.mark.parametrize("sentence", PROVEN)
def test_the_program_of_a_sentence_is_proven(court: Court, sentence: str) -> None:
    proof = court.try_sentence(sentence)

    assert proof.reason == ""
