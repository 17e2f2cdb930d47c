"""What a check's params set of the kit's constants, and nothing else."""

from __future__ import annotations

import difflib
from functools import cache
from typing import Any

import pytest

from backend.contracts.errors import CheckError, ProgramError
from backend.stages.knobs import KNOBS, Knob, columns_as_categories, turn_knobs
from backend.stages.page import stage_page
from tests.stages.stage_bench import stage_check


@cache
def page_of(stage: str) -> str:
    return stage_page(stage, heading=["A page."])


@pytest.mark.parametrize("knob", KNOBS, ids=lambda knob: knob.name)
def test_a_number_replaces_its_constants_and_no_other_line(knob: Knob) -> None:
    page = page_of(knob.stage.value)
    value = int(knob.high) if knob.is_whole else float(knob.high)
    turned = turn_knobs(page, stage_check(knob.stage.value, params={knob.name: value}))

    changes = [
        line[1:]
        for line in difflib.ndiff(page.splitlines(), turned.splitlines())
        if line.startswith("+")
    ]
    assert [line.strip() for line in changes] == [f"{name} = {value}" for name in knob.constants]
    compile(turned, "page", "exec")


def test_a_default_is_what_the_kit_has() -> None:
    for knob in KNOBS:
        page = page_of(knob.stage.value)
        value = int(knob.default) if knob.is_whole else knob.default
        assert f"\n{knob.constants[0]} = {value}\n" in page


@pytest.mark.parametrize("stage", ["eda", "prep", "train"])
def test_without_params_the_page_is_the_kit_s(stage: str) -> None:
    page = page_of(stage)
    others = {knob.name: knob.low for knob in KNOBS if knob.stage.value != stage}
    assert turn_knobs(page, stage_check(stage, params=others)) == page


WRONG: dict[str, Any] = {
    "text": {"one_hot_below": "many"},
    "a half": {"one_hot_below": 4.5},
    "too small": {"skew_above": 0},
    "too large": {"most_words": 5000},
    "yes": {"most_words": True},
}


@pytest.mark.parametrize("params", WRONG.values(), ids=WRONG.keys())
def test_what_is_no_such_number_is_refused(params: dict[str, Any]) -> None:
    with pytest.raises(CheckError) as caught:
        turn_knobs(page_of("prep"), stage_check("prep", params=params))
    assert caught.value.code == "bad-parameter"
    assert next(iter(params)) in str(caught.value)


def test_a_page_without_the_constant_is_refused() -> None:
    with pytest.raises(ProgramError, match="FEW_VALUES: the page has it 0 times"):
        turn_knobs("import sys\n", stage_check("prep", params={"one_hot_below": 5}))


def test_columns_are_read_as_categories_in_preparation_alone() -> None:
    params = {"category": "age, city"}
    assert columns_as_categories(stage_check("prep", params=params), ["age", "city"]) == {
        "age",
        "city",
    }
    assert columns_as_categories(stage_check("eda", params=params), ["age"]) == frozenset()
    with pytest.raises(CheckError, match="names 'city', which is no column"):
        columns_as_categories(stage_check("prep", params=params), ["age"])
