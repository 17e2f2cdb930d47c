"""What is tried over the tables of the day: disturbed, read otherwise, and asked what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.check import Example
from backend.contracts.proof import Finding
from tests.proof.court import Court, failing, finding, hold_court, orders, users

EXAMPLES = Example(flagged=({"price": -1},), not_flagged=({"price": 0},))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("return o[(o['price'] < 0) & (o.index < 1)]", "rows-permuted"),
        ("return o[(o['price'] < 0) & (len(o.columns) < 7)]", "column-added"),
        ("return o[(o['price'] < 0) & (o['order_id'] < 3)]", "violation-planted"),
        (
            "import time; n = time.perf_counter_ns()\nreturn o[o['price'] < 0].assign(n=n)",
            "run-twice",
        ),
    ],
    ids=["place", "columns", "known rows", "clock"],
)
def test_a_program_that_depends_on_what_it_must_not(court: Court, body: str, name: str) -> None:
    proof = court.try_free_form(f"o = tables['orders']\n{body}", EXAMPLES)

    assert not proof.proven
    assert name in failing(proof)


def test_what_a_rule_is_about_is_not_disturbed(court: Court) -> None:
    proof = court.try_sentence("order_id must never decrease from row to row.")

    assert proof.proven, proof.reason
    assert finding(proof, "rows-permuted") is Finding.SKIPPED


@pytest.mark.parametrize(
    ("sentence", "alternative", "added", "removed"),
    [
        ("price must be at least 0", "price is greater than 0", 1, 0),
        ("paid must be at least 0", "paid is required", 15, 0),
        ("status must be one of 'OPEN', 'paid', 'cancelled'.", "ignoring case", 0, 50),
    ],
    ids=["bound", "empty", "case"],
)
def test_a_rival_tells_the_rows_that_hang_on_a_reading(
    court: Court, sentence: str, alternative: str, added: int, removed: int
) -> None:
    rivals = court.try_sentence(sentence).rivals

    [rival] = [rival for rival in rivals if alternative in rival.alternative]
    assert (rival.added, rival.removed) == (added, removed)
    assert len(rival.rows) == added + removed


def test_readings_that_flag_alike_are_no_rivals(court: Court) -> None:
    assert court.try_sentence("price must be at least -1000").rivals == ()


@pytest.mark.parametrize(
    ("sentence", "warning"),
    [
        ("If status is 'lost' then paid must be filled in.", "leaves 0 of 150 rows of orders"),
        ("coupon must start with 'X'.", "orders.coupon is empty in all of 150 rows"),
        ("status must match the pattern '[0-9]+'.", "matches 0 of 150 filled cells"),
        ("status must match the pattern '(?s).*'.", "accepts any text"),
    ],
    ids=["filter", "column", "nothing", "everything"],
)
def test_a_rule_that_says_nothing_is_told_with_its_numbers(
    court: Court, sentence: str, warning: str
) -> None:
    warnings = court.try_sentence(sentence).warnings

    assert any(warning in each for each in warnings), warnings


def test_a_join_that_matches_nothing_is_told(tmp_path: Path) -> None:
    strangers = users().replace("\n", "\n9").removesuffix("9")
    with hold_court(tmp_path, {"orders": orders(), "users": strangers}) as court:
        proof = court.try_sentence("Flag orders rows whose user_id is missing from users.")

    assert any("The join matches 0 of 150 rows" in warning for warning in proof.warnings)


def test_a_rule_that_is_met_by_its_data_has_no_warning(court: Court) -> None:
    assert court.try_sentence("price must be at least 0").warnings == ()
