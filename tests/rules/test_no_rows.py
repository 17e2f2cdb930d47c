"""Programs whose filter, or whose tables, leave nothing: no error, and nothing that is flagged."""

from __future__ import annotations

from typing import Any

import pytest

from backend.rules.failing_metrics import FailingMetrics
from backend.rules.rule import Rule
from tests.rules.words import apply, cell, compare, math, measure, must, num, text
from tests.rules.worlds import World, found, world

X = cell("x")
TOTAL = measure("sum", cell("y", "u"), table="u", keys=(("k", "p"),))
MEAN_OF_A = measure("mean", X, where=compare(cell("s"), "==", text("a"), "text"))

NO_ROWS: dict[str, tuple[Rule, dict[str, Any]]] = {
    "decimals": (
        must(compare(apply("decimals", X), "<=", num(1))),
        {"t": [("x",), (1.5,)]},
    ),
    "a sum over a key of text": (
        must(compare(X, ">=", math(num(2), "*", TOTAL))),
        {"t": [("k", "x"), ("a", 5)], "u": [("p", "y"), ("a", 2)]},
    ),
}


@pytest.mark.parametrize(("rule", "tables"), NO_ROWS.values(), ids=NO_ROWS)
def test_of_no_rows_none_is_flagged(rule: Rule, tables: dict[str, Any]) -> None:
    some = world(**tables)
    none = {name: frame.iloc[:0] for name, frame in some.frames.items()}

    assert found(rule, some)[:2] == ([], 1)
    assert found(rule, World(none, some.facts, none), ["as loaded"])[:2] == ([], 0)


def test_a_measure_of_no_integers_beside_another_is_untold() -> None:
    """The mean of no nullable integers is pd.NA, which is no number to compare."""
    rule = FailingMetrics(table="t", must=compare(MEAN_OF_A, "<=", measure("mean", X)))
    rows = world(t=[("x", "s"), (1, "b"), (None, "a"), (3, "b")])

    assert found(rule, rows, ["as loaded", "Int64", "float64"])[:2] == ([], 1)
