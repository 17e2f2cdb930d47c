"""Expected shares: tolerance, and the chi-square test against tabled critical values."""

from __future__ import annotations

import pytest

from backend.rules.unexpected_shares import UnexpectedShares, critical_value
from tests.rules.worlds import found, world

HALVES = (("a", 0.5), ("b", 0.5))
TABLED = [(1, 0.05, 3.841), (2, 0.05, 5.991), (3, 0.05, 7.815), (4, 0.01, 13.277), (5, 0.1, 9.236),
          (10, 0.05, 18.307), (1, 0.001, 10.828), (9, 0.025, 19.023)]  # fmt: skip


@pytest.mark.parametrize(("freedom", "level", "tabled"), TABLED)
def test_critical_values_are_the_tabled_ones(freedom: int, level: float, tabled: float) -> None:
    assert critical_value(freedom, level) == pytest.approx(tabled, abs=6e-4)


@pytest.mark.parametrize(
    ("a", "b", "other", "level", "tolerance", "records"),
    [
        (5, 5, 0, 0.05, 0.0, 0),
        (9, 1, 0, 0.05, 0.0, 1),
        (8, 2, 0, 0.05, 0.0, 0),
        (6, 4, 0, None, 0.1, 0),
        (7, 3, 0, None, 0.1, 2),
        (5, 5, 1, None, 0.1, 1),
        (5, 5, 1, 0.05, 0.0, 1),
        (4, 0, 0, None, 0.1, 2),
        (0, 0, 0, 0.05, 0.0, 0),
    ],
)
def test_shares(
    a: int, b: int, other: int, level: float | None, tolerance: float, records: int
) -> None:
    cells = ["a"] * a + ["b"] * b + ["c"] * other + [None]
    rule = UnexpectedShares(table="t", column="x", shares=HALVES, level=level, tolerance=tolerance)

    _, tested, failing = found(rule, world(t=[("x", "y"), *((cell, 1) for cell in cells)]))

    assert len(failing) == records
    assert bool(tested) is (a + b + other > 0)


def test_numbers_are_values_as_well() -> None:
    rule = UnexpectedShares(
        table="t", column="x", shares=(("1", 0.75), ("2", 0.25)), tolerance=0.01
    )

    assert found(rule, world(t=[("x",), (1,), (1,), (1,), (2,), (None,)])).records == []
