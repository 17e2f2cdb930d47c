"""Numbers beyond the least and the greatest of earlier runs."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.errors import PlanError
from backend.proof.witnesses import derive_witnesses
from backend.rules.catalog import write_page
from backend.rules.earlier_runs import Baseline, history_facts
from backend.rules.unprecedented_values import UnprecedentedValues
from tests.proof.trials import AS_OF, expected, told
from tests.rules.test_changed_measures import with_history
from tests.rules.words import cell, compare, num
from tests.rules.worlds import World, found, world

RUNS = ((5.0, 9.0), (2.0, 7.0), (1.0, 90.0))
"""The least and the greatest of each run, the last one first."""


def table(*cells: float | str | None, runs: tuple[tuple[float, float], ...] = RUNS) -> World:
    lines: list[tuple[object, ...]] = []
    for number, ends in enumerate(runs, start=1):
        for measure, told_end in zip(("min", "max"), ends, strict=True):
            lines.append((number, number * 2, "2024-01-01", "x", measure, "", told_end))
            lines.append((number, number * 2, "2024-01-01", "y", measure, "", told_end * 1000))
        lines.append((number, number * 2, "2024-01-01", "x", "value", "6", 3.0))
    return with_history(world(t=(("id", "x"), *enumerate(cells))), lines)


def judged(given: World, **how: Any) -> tuple[int, list[int]]:
    result = found(UnprecedentedValues(table="t", column="x", **how), given)
    return result.tested, result.rows


@pytest.mark.parametrize(
    ("how", "flagged"),
    [
        ({}, [0, 1, 4, 5]),
        ({"lower": False}, [4, 5]),
        ({"higher": False}, [0, 1]),
        ({"since": Baseline(runs=2)}, [0, 4, 5]),
        ({"since": Baseline(runs=3)}, [5]),
        ({"since": Baseline(days=4)}, [0, 4, 5, 7]),  # of 2 to 7
        ({"since": Baseline(runs=100, fewest=1)}, [5]),
        ({"since": Baseline(runs=100, fewest=3)}, [5]),
    ],
)
def test_which_numbers_are_beyond(how: dict[str, Any], flagged: list[int]) -> None:
    given = table(1, 4.75, 5, 7, 9.25, 91, None, 8)

    assert judged(given, **how) == (7, flagged)


@pytest.mark.parametrize(
    "since", [Baseline(runs=4), Baseline(days=3), Baseline(runs=100, fewest=4)]
)
def test_runs_that_are_not_there_leave_nothing_to_test(since: Baseline) -> None:
    assert judged(table(1, 500), since=since) == (0, [])


def test_the_first_run_has_nothing_to_test() -> None:
    assert judged(table(1, 500, runs=())) == (0, [])


def test_a_cell_that_is_no_number_is_flagged() -> None:
    assert judged(table(6, "n/a", None)) == (2, [1])


def test_an_end_that_was_a_tenth_is_inside() -> None:
    assert judged(table(0.1, 0.3, runs=((0.1, 0.3),))) == (2, [])


def test_a_rule_about_some_rows_is_refused() -> None:
    rule = UnprecedentedValues(table="t", column="x", where=compare(cell("x"), ">", num(1)))

    with pytest.raises(PlanError) as refused:
        write_page(rule, table(1).facts, title="T-1 · Test")
    assert refused.value.code == "no-filter"


@pytest.mark.parametrize("cells", [(1, 2), (1.5, 2), ("a", "2", "3", "4")], ids=str)
@pytest.mark.parametrize(
    "how",
    [{}, {"lower": False}, {"since": Baseline(runs=3)}, {"since": Baseline(days=7)},
     {"since": Baseline(runs=9, fewest=2), "higher": False}],
    ids=str,
)  # fmt: skip
def test_the_witnesses_hold(cells: tuple[float | str, ...], how: dict[str, Any]) -> None:
    facts = {**world(t=(("id", "x"), *enumerate(cells))).facts, **history_facts(["t/history"])}
    rule = UnprecedentedValues(table="t", column="x", **how)
    source = write_page(rule, facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, facts, params={}, as_of=AS_OF)

    assert any(each.flagged for each in witnesses)
    assert any(each.tested and not each.flagged for each in witnesses)
    for each in witnesses:
        assert told(source, rule, each, facts, {}) == expected(each), each.says
