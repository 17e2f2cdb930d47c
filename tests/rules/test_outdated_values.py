"""What is in force on a day."""

from __future__ import annotations

from typing import Any

import pytest

from backend.rules.language.terms import Cell
from backend.rules.outdated_values import OutdatedValues
from tests.rules.worlds import Rows, found, world

LIST = [
    ("item", "since", "until", "fee"),
    (1, "2024-01-01", "2024-01-31", 5),
    (1, "2024-02-01", None, 6),
    (2, "2024-01-01", None, 7),
    (2, "2024-03-01", None, 8),
]
CASES: dict[str, tuple[Rows, list[int], list[int]]] = {
    "the fee of the day": ([(1, "2024-01-15", 5), (1, "2024-01-15", 6)], [1], []),
    "first and last day count": (
        [(1, "2024-01-01", 5), (1, "2024-01-31", 5), (1, "2024-02-01", 5)], [2], [],
    ),
    "an open end goes on": ([(1, "2030-01-01", 6), (1, "2030-01-01", 5)], [1], []),
    "before all entries": ([(1, "2023-12-31", 5), (1, "2024-01-02", 5)], [], [0]),
    "an unknown item": ([(9, "2024-01-15", 5), (1, "2024-01-02", 5)], [], [0]),
    "of two in force one is enough": ([(2, "2024-04-01", 7), (2, "2024-04-01", 8)], [], []),
    "of two in force none agrees": ([(2, "2024-04-01", 9), (2, "2024-04-01", 8)], [0], []),
    "empty cells are not judged": (
        [(None, "2024-01-15", 9), (1, None, 9), (1, "2024-01-15", None), (1, "2024-01-15", 5)],
        [], [],
    ),
    "a day that is none is flagged": (
        [(1, "soon", 5), (1, "2024-01-15", 5), (1, "2024-01-16", 5), (1, "2024-01-17", 5)],
        [0], [0],
    ),
}  # fmt: skip


def _rule(**fields: Any) -> OutdatedValues:
    return OutdatedValues.model_validate(
        {
            "table": "t", "listed": "fees", "key": ("item", "item"), "start": "since",
            "end": "until", "at": Cell(table="t", column="day"), **fields,
        }
    )  # fmt: skip


@pytest.mark.parametrize(("rows", "wrong", "without"), CASES.values(), ids=CASES)
def test_values_against_the_list(rows: Rows, wrong: list[int], without: list[int]) -> None:
    tables = world(t=[("item", "day", "fee"), *rows], fees=LIST)
    compared = _rule(value=Cell(table="t", column="fee"), wanted="fee")

    assert found(compared, tables).rows == wrong
    assert found(_rule(), tables).rows == without


def test_without_an_entry_in_force_nothing_is_tested() -> None:
    tables = world(t=[("item", "day", "fee"), (1, "2023-01-01", 5)], fees=LIST)

    assert found(_rule(value=Cell(table="t", column="fee"), wanted="fee"), tables).tested == 0
