"""Values of two tables, matched across types."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.errors import PlanError
from backend.rules.language.terms import Cell
from backend.rules.unmatched_values import UnmatchedValues
from backend.rules.wrong_columns import WrongColumns
from tests.rules.words import compare, num
from tests.rules.worlds import found, source_of, world

PAIRS: dict[str, tuple[list[Any], list[Any], list[str], list[str]]] = {
    "texts": (["a", "b", None], ["b", "a", "b", "A"], ["A"], ["A", "b"]),
    "numbers": ([1, 2, None], [2, 1, 3], ["3"], ["3"]),
    "whole and decimal numbers": ([1, 2], [1.0, 2.5], ["2", "2.5"], ["2", "2.5"]),
    "numbers and text": ([1, 2], ["2", "1", "n/a"], ["n/a"], ["n/a"]),
    "decimals and text": ([1.0, 2.5], ["1", "2.5", "x"], ["x"], ["x"]),
    "codes": (["007"], [7, 8], ["007", "7", "8"], ["007", "7", "8"]),
    "nothing on one side": ([None], ["a"], ["a"], ["a"]),
    "nothing": ([None], [], [], []),
}


def _rule(**more: Any) -> UnmatchedValues:
    mine, theirs = Cell(table="t", column="k"), Cell(table="u", column="l")
    return UnmatchedValues(table="t", mine=mine, theirs=theirs, **more)


@pytest.mark.parametrize(("mine", "theirs", "unmatched", "unequal"), PAIRS.values(), ids=PAIRS)
def test_values_without_a_match_are_records(
    mine: list[Any], theirs: list[Any], unmatched: list[str], unequal: list[str]
) -> None:
    tables = world(t=[("k",), *zip(mine)], u=[("l",), *zip(theirs)])
    values = {str(value) for value in (*mine, *theirs) if value is not None}

    for equally_often, expected in ((False, unmatched), (True, unequal)):
        result = found(_rule(equally_often=equally_often), tables, ["as loaded", "Int64", "str"])
        assert sorted(record["k"] for record in result.records) == sorted(expected)
        assert result.tested == len({value.removesuffix(".0") for value in values})


@pytest.mark.parametrize("rule", [_rule(), WrongColumns(table="t", way="has", columns=("k",))])
def test_a_rule_about_a_whole_table_takes_no_filter(rule: Any) -> None:
    """It would be passed over in silence."""
    filtered = rule.model_copy(update={"where": compare(Cell(table="t", column="k"), ">", num(1))})
    with pytest.raises(PlanError) as error:
        source_of(filtered, world(t=[("k",), (1,)], u=[("l",), (1,)]))

    assert error.value.code == "no-filter"
