"""Values and columns against earlier runs: new ones, lost ones, runs that did not keep them."""

from __future__ import annotations

from typing import Any

import pytest

from backend.rules.changed_columns import ChangedColumns
from backend.rules.changed_values import ChangedValues
from backend.rules.earlier_runs import Baseline
from tests.rules.test_changed_measures import with_history
from tests.rules.worlds import World, found, world

Rows = list[tuple[object, ...]]


def seen(*runs: str | None) -> Rows:
    """Runs that saw these values of x, the last run first; None is a run that kept none."""
    every = sorted({value for run in runs for value in (run or "").split()})
    rows: Rows = []
    for number, run in enumerate(runs, start=1):
        if run is None:
            continue
        values = run.split()
        rows.append((number, number, "", "x", "values", "", len(values)))
        rows += [(number, number, "", "x", "value", v, int(v in values)) for v in every]
    return rows


def wrong(given: World, **how: Any) -> tuple[int, list[str]]:
    result = found(ChangedValues(table="t", column="x", **how), given)
    return result.tested, [record["value"] for record in result.records]


BOTH = {"appears": True, "vanishes": True}
GONE = {"appears": False, "vanishes": True}


@pytest.mark.parametrize(
    ("cells", "runs", "how", "expected"),
    [
        (("a", "b", "c"), ("a b", "c"), {}, (3, ["c"])),
        (("a", "b", "c"), ("a b", "c"), {"since": Baseline(runs=2)}, (3, [])),
        (("a", "b", "c"), ("a b",), {"since": Baseline(runs=2)}, (0, [])),
        (("a", "b"), ("a b c", "a"), GONE, (3, ["c"])),
        (("a", "d"), ("a b",), BOTH, (3, ["b", "d"])),
        (("a", None, " "), ("a",), BOTH, (1, [])),
        (("a", "A"), ("a",), {}, (2, ["A"])),
        ((None, None), ("a",), {}, (0, [])),
        ((None, None), ("a",), GONE, (1, ["a"])),
        (("a",), ("",), {}, (1, ["a"])),
        (("a",), (None, "a"), {}, (0, [])),
        (("a", "z"), ("a", None), {"since": Baseline(runs=2)}, (0, [])),
        (("a", "z"), ("z", "a"), {"since": Baseline(days=2)}, (2, ["z"])),
        (("a",), (), {}, (0, [])),
        ((7, 8), ("7",), {}, (2, ["8"])),
        ((7, None, 8), ("7 9",), GONE, (2, ["9"])),
    ],
)
def test_values_against_before(
    cells: tuple[Any, ...], runs: tuple[str | None, ...], how: dict[str, Any], expected: object
) -> None:
    given = with_history(world(t=(("id", "x"), *enumerate(cells))), seen(*runs))

    assert wrong(given, **how) == expected


def columns(*runs: dict[str, str]) -> Rows:
    """Runs that saw these columns and types; the first is the one of now."""
    rows: Rows = []
    for number, run in enumerate(runs):
        for name, kind in run.items():
            if number:
                rows.append((number, number, "", name, "filled", "", 1))
            if kind:
                rows.append((number, number, "", name, "type", kind, None))
    return rows


NOW = {"id": "integer", "x": "text"}


@pytest.mark.parametrize(
    ("before", "how", "expected"),
    [
        ({"id": "integer", "x": "text"}, {"types": True}, (2, [])),
        ({"id": "integer", "y": "text"}, {}, (3, ["y", "x"])),
        ({"id": "integer", "y": "text"}, {"vanishes": False}, (3, ["x"])),
        ({"id": "integer", "y": "text"}, {"appears": False}, (3, ["y"])),
        ({"x": "text", "id": "integer"}, {"types": True}, (2, [])),
        ({"id": "text", "x": "text"}, {}, (2, [])),
        ({"id": "text", "x": "text"}, {"types": True}, (2, ["id"])),
        ({"id": "", "x": "text"}, {"types": True}, (2, [])),
        ({"id": "integer", "X": "text"}, {"types": True}, (3, ["X", "x"])),
    ],
)
def test_columns_against_before(
    before: dict[str, str], how: dict[str, bool], expected: tuple[int, list[str]]
) -> None:
    given = with_history(world(t=(("id", "x"), (1, "a"))), columns(NOW, before))
    result = found(ChangedColumns(table="t", **how), given)

    assert (result.tested, [record["column"] for record in result.records]) == expected


def test_columns_of_the_first_run_are_not_judged() -> None:
    given = with_history(world(t=(("id", "x"), (1, "a"))), columns(NOW))

    assert found(ChangedColumns(table="t", types=True), given).tested == 0


def test_columns_of_a_day() -> None:
    runs = columns(NOW, {"id": "integer"}, {"id": "integer", "z": "text"})
    given = with_history(world(t=(("id", "x"), (1, "a"))), runs)
    result = found(ChangedColumns(table="t", since=Baseline(days=2)), given)

    assert [record["column"] for record in result.records] == ["z", "x"]
