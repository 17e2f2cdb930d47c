"""Measures of the rows that have one value, against earlier runs."""

from __future__ import annotations

import pytest

from backend.proof.witnesses import derive_witnesses
from backend.rules.catalog import write_page
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.earlier_runs import asked_part, history_facts, kept
from backend.rules.language.terms import Aggregate, Cell, Measure
from tests.proof.trials import AS_OF, expected, told
from tests.rules.test_changed_measures import past, with_history
from tests.rules.words import cell, compare, every, num, text
from tests.rules.worlds import World, found, world

IS_A = compare(cell("s"), "==", text("a"), "text")


def of(measure: str, where: object = IS_A) -> Aggregate:
    return Aggregate.model_validate(
        {"measure": measure, "table": "t", "of": Cell(table="t", column="x"), "where": where}
    )


def rows(*cells: tuple[str | None, float | str | None]) -> World:
    return world(t=[("s", "x"), *cells])


def judged(given: World, measure: Aggregate, **how: object) -> tuple[int, int]:
    rule = ChangedMeasures.model_validate({"table": "t", "of": measure, **how})
    result = found(rule, given)
    return result.tested, len(result.records)


@pytest.mark.parametrize(
    ("measure", "before", "failing"),
    [("mean", 4.0, 1), ("mean", 3.0, 0), ("sum", 8.0, 1), ("max", 5.0, 0), ("distinct", 2.0, 0)],
)
def test_rows_of_another_value_or_of_none_do_not_count(
    measure: str, before: float, failing: int
) -> None:
    given = rows(("a", 2), ("a", 4), ("b", 90), (None, 90), ("a", None))
    before_it = past(given, (1, "x", f"{measure} by s", before), value="a")

    assert judged(before_it, of(measure), unit="percent", least=-20) == (1, failing)


def test_a_measure_of_another_value_is_no_before() -> None:
    given = rows(("a", 2), ("b", 9))

    assert judged(past(given, (1, "x", "mean by s", 9.0), value="b"), of("mean"), most=0) == (0, 0)
    assert judged(past(given, (1, "x", "mean", 9.0), value="a"), of("mean"), most=0) == (0, 0)


def test_of_no_rows_there_is_a_sum_and_no_mean() -> None:
    given = rows(("b", 2))

    assert judged(past(given, (1, "x", "sum by s", 9.0), value="a"), of("sum"), least=0) == (1, 1)
    assert judged(past(given, (1, "x", "mean by s", 9.0), value="a"), of("mean"), least=0) == (0, 0)


def test_a_cell_that_is_no_number_fails_where_its_row_counts() -> None:
    for value, failing in (("a", 1), ("b", 0)):
        given = rows(("a", 2), ("a", 2), ("a", 2), (value, "n/a"))
        before = past(given, (1, "x", "mean by s", 2.0), value="a")
        assert judged(before, of("mean"), least=0, most=0) == (1, failing)


def test_what_runs_have_to_keep_is_told_by_the_measure() -> None:
    part = asked_part(of("mean"))

    assert part is not None
    assert (part.of, part.by) == ("x", "s")
    assert asked_part(of("mean", None)) is None
    assert asked_part(Aggregate(measure=Measure.COUNT, table="t", where=IS_A)) is None


@pytest.mark.parametrize(
    "where",
    [every(IS_A, compare(cell("x"), ">", num(1))), compare(cell("s"), "!=", text("a"), "text"),
     compare(cell("x"), "==", num(1))],
    ids=["two conditions", "another sign", "its own column"],
)  # fmt: skip
def test_of_rows_that_are_chosen_otherwise_nothing_is_kept(where: object) -> None:
    assert kept(of("mean", where)) is None


GROUPED = rows(("a", 2), ("a", 4), ("b", 10), ("b", None), (None, 90), ("  ", 90), ("new", 5),
               ("empty", None))  # fmt: skip


def by_s(measure: str) -> Aggregate:
    return of(measure, None).model_copy(update={"by": ("s",)})


def held(measure: str, *kept_marks: str, **numbers: float) -> World:
    rows_: list[tuple[object, ...]] = [
        (1, 1, "2024-01-01", "x", mark, "", 3.0) for mark in kept_marks
    ]
    rows_ += [
        (1, 1, "2024-01-01", "x", f"{measure} by s", name, told) for name, told in numbers.items()
    ]
    return with_history(GROUPED._replace(frames={**GROUPED.frames}), rows_)


def test_each_group_is_held_against_what_it_was() -> None:
    given = held("mean", "parts by s", a=3.0, b=20.0, gone=7.0, empty=1.0)
    rule = ChangedMeasures(table="t", of=by_s("mean"), unit="percent", least=-20)
    result = found(rule, given)

    assert (result.tested, [each["s"] for each in result.records]) == (2, ["b"])


def test_a_sum_of_no_rows_is_0_before_and_now() -> None:
    given = held("sum", "parts by s", a=6.0, b=9.0, gone=7.0)
    rule = ChangedMeasures(table="t", of=by_s("sum"), unit="percent", least=-20, most=20)
    result = found(rule, given)

    assert {each["s"] for each in result.records} == {"gone", "new"}
    assert result.tested == 5


@pytest.mark.parametrize("measure", ["mean", "sum", "distinct"])
def test_a_run_that_did_not_keep_the_groups_is_no_before(measure: str) -> None:
    given = held(measure, a=3.0, b=20.0)
    rule = ChangedMeasures(table="t", of=by_s(measure), unit="percent", least=-20)

    assert found(rule, given)[1:] == (0, [])


@pytest.mark.parametrize("measure", ["mean", "sum", "median", "min", "max", "distinct"])
def test_the_witnesses_of_groups_hold(measure: str) -> None:
    rule = ChangedMeasures(table="t", of=by_s(measure), unit="percent", least=-20, most=50)
    facts = {**GROUPED.facts, **history_facts(["t/history"])}
    source = write_page(rule, facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, facts, params={}, as_of=AS_OF)

    assert any(each.failing for each in witnesses)
    for each in witnesses:
        assert told(source, rule, each, facts, {}) == expected(each), each.says
