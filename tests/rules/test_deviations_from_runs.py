"""Measures so many standard deviations off their mean over earlier runs."""

from __future__ import annotations

import statistics
from typing import Any

import pytest

from backend.contracts.errors import PlanError
from backend.proof.witnesses import derive_witnesses
from backend.rules.catalog import write_page
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.earlier_runs import Baseline, history_facts
from backend.rules.language.terms import Aggregate, Cell, Measure
from tests.proof.trials import AS_OF, expected, told
from tests.rules.test_changed_measures import past, with_history
from tests.rules.worlds import World, found, world

ROWS = Aggregate(measure=Measure.COUNT, table="t")
MEAN = Aggregate(measure=Measure.MEAN, table="t", of=Cell(table="t", column="x"))
PER_S = ROWS.model_copy(update={"by": ("s",)})


def rows(count: int) -> World:
    return world(t=(("id", "x"), *((n, 1) for n in range(count))))


def judged(given: World, runs: int = 4, *, of: Aggregate = ROWS, **how: Any) -> tuple[int, int]:
    since = Baseline(of="mean", runs=runs, fewest=how.pop("fewest", None))
    bounds = {"least": -2.0, "most": 2.0} | how
    rule = ChangedMeasures(table="t", of=of, since=since, unit="deviations", **bounds)
    result = found(rule, given)
    return result.tested, len(result.records)


def told_rows(given: World, *numbers: float) -> World:
    return past(given, *((day, "", "rows", number) for day, number in enumerate(numbers, 1)))


@pytest.mark.parametrize(
    ("now", "before", "how", "fails"),
    [
        (14, (8, 12, 8, 12), {}, False),
        (15, (8, 12, 8, 12), {}, True),
        (6, (8, 12, 8, 12), {}, False),
        (5, (8, 12, 8, 12), {}, True),
        (5, (8, 12, 8, 12), {"least": None}, False),
        (15, (8, 12, 8, 12), {"most": None}, False),
        (16, (8, 12, 8, 12), {"most": 2.5980762113533159}, False),
        (16, (8, 12, 8, 12), {"most": 2.5980762113533159, "most_open": True}, True),
        (7, (7, 7, 7, 7), {}, False),
        (8, (7, 7, 7, 7), {}, True),
        (6, (7, 7, 7, 7), {"least": None}, False),
        (7, (7, 7, 7, 7), {"most_open": True, "least_open": True}, False),
        (8, (7, 7, 7, 7), {"most_open": True, "least_open": True}, True),
    ],
)
def test_the_spread_of_the_runs_is_the_measure(
    now: int, before: tuple[float, ...], how: dict[str, Any], fails: bool
) -> None:
    assert judged(told_rows(rows(now), *before), **how) == (1, int(fails))


def test_the_record_tells_the_mean_and_the_deviation_of_the_runs() -> None:
    numbers = (8, 12, 9, 15)
    since = Baseline(of="mean", runs=4)
    rule = ChangedMeasures(table="t", of=ROWS, since=since, unit="deviations", most=1)
    [record] = found(rule, told_rows(rows(30), *numbers)).records

    assert (record["now"], record["before"], record["change"]) == (30, 11, 19)
    assert record["standard deviation"] == pytest.approx(statistics.stdev(numbers))


def test_runs_farther_back_do_not_count() -> None:
    assert judged(told_rows(rows(14), 8, 12, 8, 12, 9000)) == (1, 0)


@pytest.mark.parametrize(
    ("told_runs", "how", "tested"),
    [
        (3, {}, 0),
        (4, {}, 1),
        (3, {"runs": 100, "fewest": 3}, 1),
        (2, {"runs": 100, "fewest": 3}, 0),
        (9, {"runs": 5, "fewest": 3}, 1),
        (0, {"runs": 100, "fewest": 2}, 0),
    ],
)
def test_fewer_runs_than_must_be_there_leave_nothing_to_test(
    told_runs: int, how: dict[str, Any], tested: int
) -> None:
    given = told_rows(rows(10), *[8, 12, 8, 12, 8, 12, 8, 12, 8][:told_runs])

    assert judged(given, **how) == (tested, 0)


def test_a_constant_history_of_tenths_is_constant() -> None:
    given = world(t=(("id", "x"), (1, 0.1), (2, 0.1), (3, 0.1)))
    before = past(given, *((day, "x", "mean", 0.1) for day in range(1, 8)))

    assert judged(before, runs=7, of=MEAN) == (1, 0)
    assert judged(before, runs=7, of=MEAN, most_open=True, least_open=True) == (1, 0)


def test_each_value_has_a_spread_of_its_own() -> None:
    given = world(t=(("id", "s"), *((n, s) for n, s in enumerate("aaaaaabbbbbbbbbnn"))))
    told_runs = [("a", (4, 6)), ("b", (4, 6)), ("gone", (4, 6)), ("n", (0, 0))]
    lines: list[tuple[object, ...]] = []
    for run in (1, 2):
        lines.append((run, run, "2024-01-01", "s", "values", "", 4.0))
        for name, numbers in told_runs:
            lines.append((run, run, "2024-01-01", "s", "value", name, float(numbers[run - 1])))
    since = Baseline(of="mean", runs=2)
    rule = ChangedMeasures(table="t", of=PER_S, since=since, unit="deviations", least=-2, most=2)
    result = found(rule, with_history(given, lines))

    assert (result.tested, {each["s"] for each in result.records}) == (4, {"b", "gone", "n"})


@pytest.mark.parametrize(
    ("since", "bounds"),
    [
        (Baseline(), {"most": 3}),
        (Baseline(days=7), {"most": 3}),
        (Baseline(of="median", runs=9), {"most": 3}),
        (Baseline(of="mean", runs=1), {"most": 3}),
        (Baseline(of="mean", runs=9, fewest=1), {"most": 3}),
        (Baseline(of="mean", runs=9), {}),
        (Baseline(of="mean", runs=9), {"least": 1}),
        (Baseline(of="mean", runs=9), {"most": -1}),
    ],
)
def test_what_has_no_deviation_is_refused(since: Baseline, bounds: dict[str, float]) -> None:
    rule = ChangedMeasures(table="t", of=ROWS, since=since, unit="deviations", **bounds)

    with pytest.raises(PlanError) as refused:
        write_page(rule, rows(1).facts, title="T-1 · Test")
    assert refused.value.code == "no-deviation"


def test_what_was_compiled_before_is_told_as_before() -> None:
    rule = ChangedMeasures(table="t", of=ROWS, since=Baseline(of="mean", runs=3))

    assert rule.model_dump(mode="json")["since"] == {"of": "mean", "runs": 3, "days": None}


@pytest.mark.parametrize("of", [ROWS, MEAN, PER_S], ids=["rows", "mean", "rows of each value"])
@pytest.mark.parametrize(
    "since", [Baseline(of="mean", runs=2), Baseline(of="mean", runs=9, fewest=3)]
)
@pytest.mark.parametrize("bounds", [{"least": -3, "most": 3}, {"most": 2.5, "most_open": True}])
def test_the_witnesses_hold(of: Aggregate, since: Baseline, bounds: dict[str, Any]) -> None:
    given = world(t=(("s", "x"), ("a", 1)))
    facts = {**given.facts, **history_facts(["t/history"])}
    rule = ChangedMeasures(table="t", of=of, since=since, unit="deviations", **bounds)
    source = write_page(rule, facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, facts, params={}, as_of=AS_OF)

    assert any(each.failing for each in witnesses)
    assert any((each.failing or 0) < each.tested for each in witnesses)
    for each in witnesses:
        assert told(source, rule, each, facts, {}) == expected(each), each.says
