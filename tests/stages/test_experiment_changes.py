"""The closed list of changes, and the hypotheses that are drawn without a model."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from backend.contracts.check import Stage
from backend.contracts.errors import CheckError
from backend.stages.experiment_changes import CHANGES, change_of, say_change
from backend.stages.experiment_policy import Policy
from backend.stages.knobs import KNOBS
from tests.stages.experiment_ground import knowledge, report

GOOD: dict[str, tuple[str, dict[str, Any], Stage, dict[str, Any]]] = {
    "a column out": ("drop_column", {"column": "age"}, Stage.PREP, {"drop": "row,age"}),
    "a column in": ("keep_column", {"column": "row"}, Stage.PREP, {"keep": "row"}),
    "codes": ("column_as_category", {"column": "code"}, Stage.PREP, {"category": "code"}),
    "a threshold": ("skew_above", {"value": 0.75}, Stage.PREP, {"skew_above": 0.75}),
    "a count": ("one_hot_below", {"value": 20.0}, Stage.PREP, {"one_hot_below": 20}),
    "trials": ("trials", {"value": 60.0}, Stage.TRAIN, {"trials": 60}),
}


@pytest.mark.parametrize(("name", "given", "stage", "params"), GOOD.values(), ids=GOOD.keys())
def test_a_change_is_parameters_of_a_check(
    name: str, given: dict[str, Any], stage: Stage, params: dict[str, Any]
) -> None:
    known = knowledge(params={Stage.PREP: {"drop": "row"}, Stage.TRAIN: {}})
    change = change_of(name, known, **given)

    assert (change.stage, change.params) == (stage, params)
    assert [type(value) for value in change.params.values()] == [
        type(value) for value in params.values()
    ]


BAD: dict[str, tuple[str, dict[str, Any], str]] = {
    "no change": ("log_column", {"column": "age"}, "'log_column' is no change"),
    "no column": ("drop_column", {"column": "agee"}, "Did you mean 'age'?"),
    "the target": ("drop_column", {"column": "bought"}, "needs a feature column"),
    "a leak": ("keep_column", {"column": "paid"}, "may give the target away"),
    "kept already": ("keep_column", {"column": "age"}, "kept already"),
    "out already": ("drop_column", {"column": "row"}, "left out already"),
    "text as codes": ("column_as_category", {"column": "shop"}, "not read as numbers"),
    "too high": ("skew_above", {"value": 1e9}, "must be from 0.1 to 100"),
    "no number": ("trials", {}, "must be from 1 to 500"),
    "a half": ("trials", {"value": 2.5}, "whole number"),
    "as it is": ("skew_above", {"value": 2.0}, "is 2 already"),
}


@pytest.mark.parametrize(("name", "given", "fact"), BAD.values(), ids=BAD.keys())
def test_what_is_no_change_of_the_list_is_refused(
    name: str, given: dict[str, Any], fact: str
) -> None:
    with pytest.raises(CheckError) as caught:
        change_of(name, knowledge(), **given)
    assert caught.value.code == "bad-change"
    assert fact in str(caught.value)


def test_the_last_column_stays() -> None:
    with pytest.raises(CheckError, match="the only column that is left"):
        change_of("drop_column", knowledge(roles={"age": "numeric"}), column="age")


def test_what_splits_the_rows_is_not_kept() -> None:
    known = knowledge()
    split = known.prepared.model_copy(update={"split_column": "row"})
    with pytest.raises(CheckError, match="what the rows are split by"):
        change_of("keep_column", replace(known, prepared=split), column="row")


def test_a_change_is_tried_once() -> None:
    change = change_of("trials", knowledge(), value=60)
    with pytest.raises(CheckError, match="trials = 60 was tried already"):
        change_of("trials", knowledge(tried=(change,)), value=60)


def test_every_number_of_a_check_is_a_change() -> None:
    assert {knob.name for knob in KNOBS} <= set(CHANGES)


def proposed(**more: Any) -> list[tuple[str, str]]:
    """All that the policy thinks of, in order, when nothing helps."""
    known, found = knowledge(**more), []
    while (proposal := Policy().propose(known)) is not None:
        found.append((say_change(proposal.change), proposal.hypothesis))
        known = replace(known, tried=(*known.tried, proposal.change))
    return found


def test_the_policy_has_a_cause_for_each_hypothesis_and_ends() -> None:
    found = proposed()

    assert [change for change, _ in found] == [
        "skew_above = 0.75",
        "one_hot_below = 20",
        "imbalance_from = 1.2",
        "column_as_category code",
        "most_words = 100",
        "drop_column age",
        "drop_column spent",
        "drop_column note",
        "trials = 60",
    ]
    told = dict(found)
    assert "income (1.4)" in told["skew_above = 0.75"]
    assert "shop (18 values)" in told["one_hot_below = 20"]
    assert "1.60 rows" in told["imbalance_from = 1.2"]
    assert "age says nearly what income says" in told["drop_column age"]


def test_without_a_cause_nothing_is_proposed() -> None:
    known = knowledge(roles={"age": "numeric", "row": "dropped"})
    trained = known.trained.model_copy(
        update={"imbalance_ratio": 1.0, "tuning_stopped_by_time": True}
    )
    assert Policy().propose(replace(known, trained=trained)) is None


def test_flags_of_exploration_are_causes() -> None:
    found = dict(proposed(report=report(high_missing=("shop",), suspicious_names=("code",))))
    assert found["drop_column shop"] == "shop is mostly missing: it may be noise."
    assert "bookkeeping" in found["drop_column code"]
