"""Where ``check`` begins with ``scope``, its rows are counted, and not made a second time."""

from __future__ import annotations

import pytest

from backend.contracts.program import OutcomeStatus
from tests.sandbox.conftest import Run

SCOPE = """
def scope(tables):
    print("scope")
    return tables["orders"][tables["orders"]["amount"] > 0]
"""
CHECKS = {
    "as it is emitted": ("def check(tables):\n    orders = scope(tables)\n    return orders", 1),
    "with annotations": (
        "def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:\n"
        "    orders = scope(tables)\n    return orders",
        1,
    ),
    "a statement before it": (
        "def check(tables):\n    more = tables\n    orders = scope(more)\n    return orders", 2,
    ),
    "other tables": (
        "def check(tables):\n    orders = scope(dict(tables))\n    return orders", 2,
    ),
    "more is done with it": (
        "def check(tables):\n    orders = scope(tables).iloc[:1]\n    return orders", 2,
    ),
    "it is not called": ("def check(tables):\n    return tables['orders'].iloc[[0]]", 1),
    "another function of the name": (
        "def check(tables):\n    orders = scope(tables)\n    return orders\n"
        "plain = check\ndef check(tables):\n    return plain(tables)",
        2,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("check", "calls"), CHECKS.values(), ids=CHECKS)
def test_scope_is_called_as_often_as_it_must(run: Run, check: str, calls: int) -> None:
    outcome = run(f"import pandas as pd\n{SCOPE}\n{check}\n")

    assert (outcome.status, outcome.tested) == (OutcomeStatus.OK, 2)
    assert outcome.stdout == "scope\n" * calls


def test_what_check_drops_later_was_tested(run: Run) -> None:
    source = f"{SCOPE}\ndef check(tables):\n    orders = scope(tables)\n    orders.drop(0)\n"
    outcome = run(f"{source}    orders = orders.iloc[:0]\n    return orders\n")

    assert (outcome.tested, list(outcome.rows)) == (2, [])


def test_scope_that_is_given_other_parameters_is_counted_with_its_own(run: Run) -> None:
    source = """
def scope(tables, *, least):
    return tables["orders"][tables["orders"]["amount"] >= least]

def check(tables, *, least):
    least = least
    orders = scope(tables, least=least)
    return orders

def check(tables, *, most, least=9):
    orders = scope(tables, least=least)
    return orders
"""
    outcome = run(source, arguments={"least": 8, "most": 1})

    assert (outcome.tested, list(outcome.rows)) == (1, [0])


def test_scope_that_gives_no_rows_at_all_is_a_bad_result(run: Run) -> None:
    source = "def scope(tables):\n    return 3\n\ndef check(tables):\n    orders = scope(tables)\n"
    outcome = run(f"{source}    return tables['orders']\n")

    assert outcome.status is OutcomeStatus.BAD_RESULT
    assert "scope returned a value of type int" in outcome.error
