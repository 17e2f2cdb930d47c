"""What preparation sets out to do: the owner's word before the report's advice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from backend.contracts.eda_report import (
    CategoricalSummary,
    ColumnProfile,
    CrossValidation,
    EdaReport,
    Flags,
    LeakageSign,
    TargetReport,
    TextSummary,
)
from backend.contracts.errors import AgentError, CheckError, DataError
from backend.contracts.schema import Schema
from backend.contracts.settings import Settings
from backend.contracts.workspace import Workspace
from backend.stages.judgements import Judgements
from backend.stages.prep_choices import Choices, choose, read_report, type_labels
from backend.stages.stage_context import StageContext
from backend.tables.snapshot import snapshot_tables
from tests.stages.stage_bench import laboratory, stage_check

PEOPLE = "id,name,age,doctor,seen,paid,site,bought\n" + "".join(
    f"{n},Ann Bee Cole {n},{20 + n},d{n % 5},2024-01-{n + 1:02},{n % 2},x,{'yn'[n % 2]}\n"
    for n in range(25)
)
TEXT = {"top_values": {}, "pct_top": 0, "n_rare": 0, "pct_rare": 0, "rare_values": ()}
NAME = TextSummary(
    **TEXT, entropy_bits=None, min_length=9, max_length=15, mean_length=12, mean_words=4
)
CODE = CategoricalSummary(**TEXT, entropy_bits=None)
SIGN = LeakageSign(signal="perfect-predictor", strength=1.0, reason="Alone it predicts.")


def profile(summary: Any = CODE, *signs: LeakageSign) -> ColumnProfile:
    return ColumnProfile.model_construct(summary=summary, leakage=signs)


def report(strategy: str = "StratifiedKFold", task: str = "classification") -> EdaReport:
    folds = CrossValidation.model_construct(
        strategy=strategy, group_column="doctor", time_column="seen"
    )
    target = TargetReport.model_construct(name="bought", task_type=task, cross_validation=folds)
    flags = Flags.model_construct(
        possible_leakage=("paid",), constant=("site",), id_like=("id", "name")
    )
    profiles = {"id": profile(), "name": profile(NAME), "paid": profile(CODE, SIGN)}
    return EdaReport.model_construct(target=target, flags=flags, columns_profile=profiles)


def context(base: Path, **check: Any) -> StageContext:
    (base / "data").mkdir(exist_ok=True)
    (base / "data" / "people.csv").write_text(PEOPLE)
    table = snapshot_tables(Workspace(base), Schema()).tables["people"]
    return StageContext(
        check=stage_check("prep", **check),
        folder=base,
        leave=base / "left",
        table=table,
        load=lambda: pd.DataFrame(),
        laboratory=laboratory(base / "scratch"),
        as_of="2026-11-20",
        settings=Settings(),
        open_judgements=lambda: Judgements(base, "run", "PREP", "sha256:p"),
    )


def chosen(base: Path, found: EdaReport | None = None, **params: Any) -> Choices:
    return choose(context(base, params=params), found or report())


def test_what_exploration_flags_is_left_out_with_reasons(tmp_path: Path) -> None:
    choices = chosen(tmp_path)

    assert choices.target == "bought"
    assert choices.dropped == {
        "site": "constant: the same in every row",
        "id": "id-like: it tells rows apart and nothing else",
        "paid": "leak: perfect-predictor: Alone it predicts.",
    }


def test_the_owner_keeps_and_drops(tmp_path: Path) -> None:
    choices = chosen(tmp_path, keep="paid, id", drop="age")
    assert sorted(choices.dropped) == ["age", "site"]
    assert choices.keep == ("paid", "id")


SPLITS: dict[str, tuple[str, dict[str, Any], tuple[str | None, str | None]]] = {
    "by class": ("StratifiedKFold", {}, (None, None)),
    "by group, as advised": ("StratifiedGroupKFold", {}, ("doctor", None)),
    "by time, as advised": ("TimeSeriesSplit", {}, (None, "seen")),
    "by the owner's group": ("TimeSeriesSplit", {"group": "doctor"}, ("doctor", None)),
    "by the owner's time": ("GroupKFold", {"time": "seen"}, (None, "seen")),
    "at random, as told": ("GroupKFold", {"split": "random"}, (None, None)),
}


@pytest.mark.parametrize(("advice", "params", "wish"), SPLITS.values(), ids=SPLITS.keys())
def test_how_rows_are_split(
    tmp_path: Path, advice: str, params: dict[str, Any], wish: tuple[str | None, str | None]
) -> None:
    choices = chosen(tmp_path, report(advice), **params)
    assert (choices.wish.group, choices.wish.time) == wish
    assert ("doctor" in choices.dropped) == (wish[0] == "doctor")


REFUSED: dict[str, tuple[dict[str, Any], EdaReport, str]] = {
    "an unknown column": ({"params": {"drop": "agee"}}, report(), "bad-parameter"),
    "two groups": ({"params": {"group": "doctor, age"}}, report(), "bad-parameter"),
    "an unknown split": ({"params": {"split": "odd"}}, report(), "bad-parameter"),
    "an unknown problem": ({"params": {"problem_type": "odd"}}, report(), "bad-parameter"),
    "another target": ({"target": "age"}, report(), "bad-parameter"),
    "labels where there are none": (
        {"params": {"problem_type": "multilabel"}},
        report(),
        "bad-parameter",
    ),
    "no target": ({}, report().model_copy(update={"target": None}), "no-target"),
}


@pytest.mark.parametrize(("check", "found", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_does_not_fit_is_refused(
    tmp_path: Path, check: dict[str, Any], found: EdaReport, code: str
) -> None:
    with pytest.raises(CheckError) as caught:
        choose(context(tmp_path, **check), found)
    assert caught.value.code == code


@pytest.mark.parametrize("text", [None, "{}", "no json"], ids=["none", "empty", "broken"])
def test_no_report_is_an_error(tmp_path: Path, text: str | None) -> None:
    (tmp_path / "eda").mkdir()
    if text is not None:
        (tmp_path / "eda" / "report.json").write_text(text)
    with pytest.raises(DataError) as caught:
        read_report(tmp_path)
    assert caught.value.code == "no-report"


TYPED: dict[str, tuple[list[Any], str, list[Any]]] = {
    "classes with a gap stay whole": ([0.0, 1.0, np.nan], "classification", [0, 1]),
    "text classes": (["a", "b", None], "classification", ["a", "b"]),
    "numbers as text": (["1.5", "2", None], "regression", [1.5, 2.0]),
    "numbers": ([1, 2, 3], "regression", [1.0, 2.0, 3.0]),
}


@pytest.mark.parametrize(("cells", "kind", "labels"), TYPED.values(), ids=TYPED.keys())
def test_targets_are_typed(cells: list[Any], kind: Any, labels: list[Any]) -> None:
    typed = type_labels(pd.DataFrame({"y": cells}), "y", kind)["y"].dropna().tolist()
    assert typed == labels
    assert [type(each) for each in typed] == [type(each) for each in labels]


UNFIT: dict[str, tuple[list[Any], str]] = {
    "one class": (["a", "a"], "classification"),
    "no class": ([None, None], "classification"),
    "too many classes": ([f"c{n}" for n in range(300)], "classification"),
    "words for a regression": (["1", "two"], "regression"),
}


@pytest.mark.parametrize(("cells", "kind"), UNFIT.values(), ids=UNFIT.keys())
def test_a_target_that_cannot_be_learnt_is_refused(cells: list[Any], kind: Any) -> None:
    with pytest.raises(AgentError) as caught:
        type_labels(pd.DataFrame({"y": pd.Series(cells, dtype="str")}), "y", kind)
    assert caught.value.code == "bad-target"
