"""Keys that may be there once in each period of the calendar."""

from __future__ import annotations

from typing import Any

import pytest

from backend.proof.witnesses import derive_witnesses
from backend.rules.catalog import kind_of, write_page
from backend.rules.duplicates import Duplicates
from backend.rules.language.periods import Period
from tests.proof.trials import AS_OF, expected, told
from tests.rules.worlds import World, found, world

UNITS = ("hour", "day", "week", "month", "quarter", "year")


def once(unit: str, **more: Any) -> Duplicates:
    period = Period.model_validate({"column": "d", "unit": unit})
    return Duplicates(table="t", columns=("k",), per=(period,), **more)


def rows(*cells: tuple[object, str | None]) -> World:
    return world(t=[("k", "d"), *cells])


CALLS = rows(
    (1, "2026-11-16 08:00"),
    (1, "2026-11-16 08:59"),
    (1, "2026-11-22 23:59"),
    (1, "2026-11-23 00:00"),
    (1, "2026-12-31 00:00"),
    (2, "2026-11-16 08:00"),
    (None, "2026-11-16 08:00"),
    (1, None),
)


@pytest.mark.parametrize(
    ("unit", "flagged"),
    [("hour", [0, 1]), ("day", [0, 1]), ("week", [0, 1, 2]), ("month", [0, 1, 2, 3]),
     ("quarter", [0, 1, 2, 3, 4]), ("year", [0, 1, 2, 3, 4])],
)  # fmt: skip
def test_a_key_is_compared_within_its_period(unit: str, flagged: list[int]) -> None:
    assert found(once(unit), CALLS).rows == flagged


def test_the_first_of_a_period_may_be_kept() -> None:
    assert found(once("week", keep="later"), CALLS).rows == [1, 2]


def test_rows_without_a_key_or_a_date_are_not_compared() -> None:
    given = rows((1, None), (1, None), (None, "2026-11-16"), (None, "2026-11-16"))

    assert found(once("day"), given)[:2] == ([], 0)
    assert found(once("day", required=True), given)[:2] == ([0, 1, 2, 3], 4)
    assert found(once("day", empty_counts=True), given)[:2] == ([0, 1, 2, 3], 4)


def test_a_cell_that_is_no_date_breaks_the_rule() -> None:
    given = rows((1, "2026-11-16"), (2, "2026-11-16"), (3, "soon"), (4, "2026-11-31"), (5, None))

    assert found(once("day"), given)[:2] == ([2, 3], 4)
    assert found(once("day", empty_counts=True), given)[:2] == ([2, 3], 5)


def test_keys_may_be_alike_but_for_case() -> None:
    given = world(t=[("k", "d"), ("a", "2026-11-16"), (" A", "2026-11-30"), ("a", "2026-12-01")])

    assert found(once("month"), given).rows == []
    assert found(once("month", ignore_case=True, trim=True), given).rows == [0, 1]


@pytest.mark.parametrize("more", [{}, {"required": True}, {"keep": "later"}], ids=str)
@pytest.mark.parametrize("unit", UNITS)
def test_witnesses_hold_and_tell_one_unit_from_another(unit: str, more: dict[str, Any]) -> None:
    rule, facts = once(unit, **more), CALLS.facts
    source = write_page(rule, facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, facts, params={}, as_of=AS_OF)

    assert all(told(source, rule, each, facts, {}) == expected(each) for each in witnesses)
    for other in {*UNITS} - {unit}:
        page = write_page(once(other, **more), facts, title="T-1 · Test")
        assert any(told(page, rule, each, facts, {}) != expected(each) for each in witnesses), other


def test_the_restatement_names_the_period() -> None:
    assert kind_of(once("week")).say(once("week")) == (
        "No two t rows are equal in k and week of d; flag every row that shares them, and every "
        "row whose d is no date."
    )
