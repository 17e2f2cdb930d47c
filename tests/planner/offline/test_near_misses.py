"""Sentences near to rules that mean something else, or nothing that could be tested."""

from __future__ import annotations

import pytest

from tests.planner.offline.doubtful_tables import ORDERS
from tests.planner.offline.spoken import Tables

TABLES = {"orders": ORDERS}

READ = [
    ("orders", "b", "Flag delivered and returned orders without an email."),
    ("orders", "b", "Delivered and returned orders must have an email."),
    ("orders", "b d", "price must be at least cost."),
    ("orders", "c", "qty must be filled except for delivered or returned or lost orders."),
    ("orders", "e", "Only delivered, returned or lost orders may have a delivered_on."),
    ("orders", "b c", "qty must not be zero or empty"),
    ("orders", "a b c d", "price must be between 10 and 100 exclusive"),
    ("orders", "a b c", "price must be between 10 (exclusive) and 100 (inclusive)"),
    ("orders", "", "hours must be at most 30"),
    ("orders", "", "hours must be at most 1800 minutes"),
    ("orders", "b d", "No order may be unpaid."),
    ("orders", "b d", "note must not be special or unknown"),
    ("orders", "d", "note must not be unknown"),
    ("orders", "e", "note must not be n/a"),
    ("orders", "b d", "amount_text must be a whole number"),
    ("orders", "b d", "amount_text must be a number"),
    ("orders", "b c e", "created_at must be on a weekday"),
    ("orders", "b d", "if paid is not yes then email must be filled"),
    ("orders", "b d", "status cannot be lost nor returned"),
    ("orders", "b d", "status cannot be lost or returned"),
    ("orders", "a c d e", "status must not be open, delivered or lost"),
    ("orders", "c e", "The code must start with A or a"),
    ("orders", "b c e", "The code must start with A"),
    ("orders", "b c e", "Codes start with an A"),
    ("orders", "b", "due must not be more than 10 days in the future"),
    ("orders", "b", "due must be no later than today"),
    ("orders", "c", "orders with price 0 or below need a note"),
    ("orders", "b d", "Are all orders paid? They need to be."),
]

DECLINED = [
    ("orders", "price must not be negative or cost must be positive, whichever"),
    ("orders", "email and phone must not be empty or note"),
    ("orders", "code must not contain special characters"),
    ("orders", "price must be reasonable"),
    ("orders", "created_at must be recent"),
    ("orders", "due must be at the end of the month, more or less"),
    ("orders", "due must be after 30 June"),
    ("orders", "due must be after 06/05/24"),
    ("orders", "due must be after 01/02/2024"),
    ("orders", "price must be at most 1.000"),
    ("orders", "price must be at most 1,5"),
    ("orders", "discount_pct must be at most 10% of the price or 5"),
    ("orders", "not every price may be negative"),
    ("orders", "Some prices must be positive"),
    ("orders", "Most prices must be positive"),
    ("orders", "Usually price is positive"),
    ("orders", "price should normally be positive"),
    ("orders", "price must not be positive unless it isn't cancelled"),
    ("orders", "price must be more than double"),
    ("orders", "Only delivered orders must have a delivered_on date and paid must be yes"),
    ("orders", "Neither price must be negative"),
    ("orders", "price must be between 10 and 5"),
    ("orders", "price must be in euros"),
    (
        "orders",
        "returned_on and delivered_on must be after created_at by 2 days and 1 day respectively",
    ),
    ("orders", "price must be positive for either shop"),
    ("orders", "email must be unique or empty within 3 days"),
    ("orders", "price is never not negative maybe"),
    ("orders", "created_at must be on a business day in France"),
    ("orders", "status must be open, delivered or returned or lost only for gifts"),
    ("orders", "price and cost must be 10 or 5"),
    ("orders", "price must be 10% higher"),
    ("orders", "price must be higher than 10% of all"),
    ("orders", "The code must start with A and B"),
    ("orders", "Codes start with an uppercase vowel"),
    ("orders", "due must be within 30 days"),
    ("orders", "delivered_on must be 3 days after created_at at the latest, 5 for shop S"),
    ("orders", "status must be 'open' or price"),
    ("orders", "price must equal cost or 10"),
    ("orders", "All orders should have been delivered by now"),
    ("orders", "email must be valid"),
    ("orders", "phone must be correct"),
    ("orders", "price must be greater than cost on average"),
]


@pytest.fixture(scope="module")
def domains(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    folder = tmp_path_factory.mktemp("domains")
    return {name: Tables(folder / name, {name: rows}) for name, rows in TABLES.items()}


@pytest.mark.parametrize(
    ("domain", "flagged", "sentence"), READ, ids=[sentence for _, _, sentence in READ]
)
def test_the_rows_are_those_that_the_owner_means(
    domains: dict[str, Tables], domain: str, flagged: str, sentence: str
) -> None:
    answer = domains[domain].answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(
    ("domain", "sentence"), DECLINED, ids=[sentence for _, sentence in DECLINED]
)
def test_what_is_not_clear_is_declined(
    domains: dict[str, Tables], domain: str, sentence: str
) -> None:
    answer = domains[domain].answer(sentence)

    assert answer.code in ("not-understood", "ambiguous")
