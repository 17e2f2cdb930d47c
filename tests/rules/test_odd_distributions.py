"""How values are distributed, against counting by hand."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.proof.witnesses import derive_witnesses
from backend.rules.catalog import write_page
from backend.rules.odd_distributions import OddDistributions
from tests.proof.trials import AS_OF, expected, told
from tests.rules.chance import chance
from tests.rules.worlds import found, world

CELLS = st.lists(st.sampled_from([None, "a", "a", "b", "c", "d"]), max_size=9)


def _told(measure: str, cells: list[str], rows: int) -> float:
    counts = Counter(cells)
    shares = [count / len(cells) for count in counts.values()]
    copies = sum(count for count in counts.values() if count > 1)
    return {
        "bits": -sum(share * math.log2(share) for share in shares),
        "nats": -sum(share * math.log(share) for share in shares),
        "modes": float(sum(count == max(counts.values()) for count in counts.values())),
        "singles": float(sum(count == 1 for count in counts.values())),
        "singles_share": sum(count == 1 for count in counts.values()) / len(cells),
        "repeated": float(sum(count > 1 for count in counts.values())),
        "copies": float(copies),
        "copies_share": copies / len(cells),
        "copies_of_rows": copies / rows,
    }[measure]


MEASURES = [
    "bits", "nats", "modes", "singles", "singles_share", "repeated", "copies", "copies_share",
    "copies_of_rows",
]  # fmt: skip


@chance(20)
@given(CELLS, st.sampled_from(MEASURES), st.sampled_from([0.5, 1.0, 2.0]))
def test_measures_out_of_bounds_fail(cells: list[Any], measure: Any, bound: float) -> None:
    filled = [cell for cell in cells if cell is not None]
    rule = OddDistributions(table="t", column="x", measure=measure, bounds=((">=", bound),))

    _, tested, records = found(rule, world(t=[("x",), *((cell,) for cell in cells)]))

    assert tested == (1 if filled else 0)
    if filled:
        is_low = round(_told(measure, filled, len(cells)), 9) < bound
        assert len(records) == int(is_low)


@chance(12)
@given(CELLS)
def test_each_value_beyond_its_share_is_one_record(cells: list[Any]) -> None:
    rule = OddDistributions(table="t", column="x", measure="each_share", bounds=(("<=", 0.4),))
    counts = Counter(cell for cell in cells if cell is not None)
    large = {value for value, count in counts.items() if count / len(cells) > 0.4}

    records = found(rule, world(t=[("x",), *((cell,) for cell in cells)])).records

    assert {record["x"] for record in records} == large


@pytest.mark.parametrize(
    ("measure", "bound", "fails"),
    [("skewness", 1.7, 0), ("skewness", 1.6, 1), ("kurtosis", 3.1, 0), ("kurtosis", 3.0, 1)],
)
def test_shapes_are_the_unbiased_coefficients(measure: Any, bound: float, fails: int) -> None:
    rule = OddDistributions(table="t", column="x", measure=measure, bounds=(("<=", bound),))

    assert len(found(rule, world(t=[("x",), (1,), (2,), (3,), (9,), (None,)])).records) == fails


def test_groups_are_measured_each() -> None:
    rows = [("x", "g"), ("a", 1), ("a", 1), ("b", 1), ("a", 2), ("b", 2), (None, 3)]
    rule = OddDistributions(
        table="t", column="x", measure="modes", bounds=(("==", 1.0),), by=("g",)
    )

    _, tested, records = found(rule, world(t=rows))

    assert (tested, [int(record["g"]) for record in records]) == (2, [2])


GROUPED = [
    ("x", "g", "h"),
    ("a", 1, "u"),
    ("a", 1, "u"),
    ("b", 1, "u"),
    (None, 1, "u"),
    ("a", 2, "u"),
    (None, 2, "u"),
    ("a", 2, "v"),
    ("c", None, "v"),
    (None, 3, "v"),
]


@pytest.mark.parametrize(
    ("measure", "by", "bound", "tested", "failing"),
    [
        ("each_share", ("g",), 0.4, 3, [(1, "a", 0.5), (2, "a", 2 / 3)]),
        ("each_share", ("g", "h"), 0.5, 4, [(2, "a", 1.0)]),
        ("copies_of_rows", ("g",), 0.5, 2, [(2, None, 2 / 3)]),
        ("copies_of_rows", ("g", "h"), 0.4, 3, [(1, None, 0.5)]),
    ],
)
def test_shares_within_groups_are_of_the_groups_rows(
    measure: Any, by: tuple[str, ...], bound: float, tested: int, failing: list[Any]
) -> None:
    """Empty cells are rows of their group; rows without a group are in none."""
    rule = OddDistributions(table="t", column="x", measure=measure, bounds=(("<=", bound),), by=by)
    result = found(rule, world(t=GROUPED))

    label = measure.replace("_", " ")
    shown = [(int(each["g"]), each.get("x"), each[label]) for each in result.records]
    assert result.tested == tested
    assert sorted(shown) == [(g, x, pytest.approx(share)) for g, x, share in failing]


GROUPS = st.lists(
    st.tuples(st.sampled_from([None, "a", "a", "b"]), st.sampled_from("gh")), max_size=9
)


PAIRS = st.tuples(st.sampled_from([None, "a", "a", "b"]), st.sampled_from("gh"))


@chance(15)
@given(st.lists(PAIRS, max_size=9))
def test_each_value_beyond_its_share_of_a_group_is_one_record(rows: list[tuple[Any, str]]) -> None:
    rule = OddDistributions(
        table="t", column="x", measure="each_share", bounds=(("<=", 0.4),), by=("g",)
    )
    counts = Counter(row for row in rows if row[0] is not None)
    sizes = Counter(group for _, group in rows)
    large = {row for row, count in counts.items() if count / sizes[row[1]] > 0.4}

    records = found(rule, world(t=[("x", "g"), *rows])).records

    assert {(record["x"], record["g"]) for record in records} == large


@pytest.mark.parametrize("column", ["x", "g"], ids=["texts", "numbers"])
@pytest.mark.parametrize("measure", ["each_share", "copies_of_rows"])
def test_the_witnesses_of_shares_within_groups_hold(measure: Any, column: str) -> None:
    rule = OddDistributions(
        table="t", column=column, measure=measure, bounds=(("<=", 0.4),), by=("h",)
    )
    given_world = world(t=GROUPED)
    source = write_page(rule, given_world.facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, given_world.facts, params={}, as_of=AS_OF)

    assert any(each.failing for each in witnesses)
    for each in witnesses:
        assert told(source, rule, each, given_world.facts, {}) == expected(each), each.says
