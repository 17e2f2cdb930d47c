"""The share that each value has of the rows of a period."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.errors import PlanError
from backend.proof.witnesses import derive_witnesses
from backend.rules.catalog import kind_of, write_page
from backend.rules.language.periods import Period
from backend.rules.odd_distributions import OddDistributions
from tests.proof.trials import AS_OF, expected, told
from tests.rules.worlds import found, source_of, world

UNITS = ("hour", "day", "week", "month", "quarter", "year")
SALES = world(
    t=[
        ("x", "s", "d"),
        ("a", 1, "2026-11-01"),
        ("a", 1, "2026-11-30"),
        ("b", 2, "2026-11-02"),
        (None, 2, "2026-11-03"),
        ("a", 1, "2026-12-01"),
        ("b", None, "2026-12-02"),
        ("b", 1, "2026-12-31"),
        ("c", 1, None),
    ]
)


def shares(unit: str, most: float = 0.5, **more: Any) -> OddDistributions:
    period = Period.model_validate({"column": "d", "unit": unit})
    fields = {"measure": "each_share", "bounds": (("<=", most),), "per": (period,), **more}
    return OddDistributions.model_validate({"table": "t", "column": "x", **fields})


def test_shares_are_of_the_rows_of_the_period() -> None:
    """Empty cells are rows of their period; rows without a date are in none."""
    result = found(shares("month", 0.4), SALES)

    shown = {
        (each["x"], each["month of d"], round(each["each share"], 3)) for each in result.records
    }
    assert shown == {("a", "2026-11", 0.5), ("b", "2026-12", 0.667)}
    assert result.tested == 4


def test_periods_and_cells_group_together() -> None:
    result = found(shares("month", 0.6, by=("s",)), SALES)

    shown = {(each["x"], int(each["s"]), each["month of d"]) for each in result.records}
    assert (shown, result.tested) == ({("a", 1, "2026-11")}, 4)


def test_a_cell_that_is_no_date_makes_its_value_fail() -> None:
    given = world(t=[("x", "d"), ("a", "2026-11-01"), ("b", "2026-11-02"), ("c", "2026-11-31")])
    result = found(shares("month"), given)

    assert [(each["x"], each["month of d"]) for each in result.records] == [("c", "2026-11-31")]


@pytest.mark.parametrize("by", [(), ("s",)], ids=["alone", "with cells"])
@pytest.mark.parametrize("unit", UNITS)
def test_witnesses_hold_and_tell_one_unit_from_another(unit: str, by: tuple[str, ...]) -> None:
    given = world(t=[("x", "s", "d"), ("a", 1, "2026-11-01 08:00"), ("b", 2, "2026-11-02 09:00")])
    rule = shares(unit, by=by)
    source = write_page(rule, given.facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, given.facts, params={}, as_of=AS_OF)

    for each in witnesses:
        assert told(source, rule, each, given.facts, {}) == expected(each), each.says
    for other in {*UNITS} - {unit}:
        page = write_page(shares(other, by=by), given.facts, title="T-1 · Test")
        assert any(told(page, rule, w, given.facts, {}) != expected(w) for w in witnesses), other


def test_other_measures_are_not_told_per_period() -> None:
    with pytest.raises(PlanError) as error:
        source_of(shares("month", measure="modes"), SALES)

    assert error.value.code == "no-periods"


def test_the_restatement_names_the_period() -> None:
    assert kind_of(shares("month")).say(shares("month")) == (
        "Within each month of d of t, the share of rows that each x has is at most 0.5. "
        "Only months that have rows are judged."
    )
