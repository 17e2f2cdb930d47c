"""A model proposes: only from the list, within privacy and budget, and on record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Stage
from backend.contracts.errors import CheckError, ProviderError
from backend.contracts.model import ModelRequest
from backend.contracts.settings import PrivacySettings
from backend.llm.scripted import ScriptedModel
from backend.stages.experiment_by_model import ByModel
from backend.stages.experiment_loop import Bounds, Start, experiment
from backend.stages.experiment_run import Setting
from backend.store.prompt_log import WrittenPromptLog
from tests.stages.experiment_ground import ROLES, knowledge
from tests.stages.stage_bench import StageBench, stage_check
from tests.stages.test_experiment_loop import Ground, skew_and_trials_help


def answer(change: str, column: str = "", value: float = 0, why: str = "I think so.") -> Any:
    return {"hypothesis": why, "change": change, "column": column, "value": value}


def proposer(base: Path, *answers: Any, **privacy: Any) -> tuple[ByModel, ScriptedModel]:
    table = StageBench(base / "model").context().schema.tables["people"]
    model = ScriptedModel(*answers, name="model@test")
    return ByModel(model, "TRAIN-1", table, PrivacySettings(**privacy)), model


def state_of(request: ModelRequest) -> dict[str, Any]:
    text = str(request.messages[0]["content"])
    found = json.loads(text.removeprefix("<state>\n").removesuffix("\n</state>"))
    assert isinstance(found, dict)
    return found


def test_the_loop_goes_by_the_model_until_it_stops(tmp_path: Path) -> None:
    ground = Ground(tmp_path / "ground", skew_and_trials_help)
    by_model, model = proposer(
        tmp_path,
        answer("skew_above", value=0.75),
        answer("keep_column", "paid"),
        "no JSON at all",
        answer("trials", "ignored", 60),
        answer("stop"),
    )
    checks = {stage: stage_check(stage.value) for stage in (Stage.PREP, Stage.TRAIN)}
    start = Start(knowledge(), Setting(checks, ground.folder / "prep.pkl", ROLES), "run-0")
    with model:
        ended = experiment(
            ground.bench,
            start,
            by_model,
            Bounds(9, 60),
            spent=lambda: model.spent,
            tell=by_model.note,
            by=ground.measure,
        )
    made = ended.experiments

    assert [each.outcome for each in made] == ["kept", "refused", "refused", "kept"]
    assert [each.by for each in made] == ["model@test"] * 4
    assert [each.cost.asked.calls for each in made] == [1, 1, 1, 1]
    assert "may give the target away" in made[1].learnt
    assert made[3].params[Stage.TRAIN] == {"trials": 60}
    last = state_of(model.asked[-1])
    assert [each["outcome"] for each in last["tried"]] == ["kept", "refused", "refused", "kept"]
    assert last["now"]["validation"]["roc_auc"] == pytest.approx(0.82)
    assert {request.purpose for request in model.asked} == {"experiment"}
    assert {request.check_id for request in model.asked} == {"TRAIN-1"}


def test_an_answer_that_does_not_come_ends_the_loop(tmp_path: Path) -> None:
    ground = Ground(tmp_path / "ground", skew_and_trials_help)
    spent = ProviderError("TRAIN-1: the budget is spent.", code="budget-spent")
    by_model, _ = proposer(tmp_path, answer("skew_above", value=0.75), spent)
    ended = ground.run(proposer=by_model)

    assert len(ended.experiments) == 1
    assert ended.why.startswith("The model gave no answer (budget-spent)")


@pytest.mark.parametrize(
    ("privacy", "told"),
    [
        ({}, {"type", "used"}),
        (
            {"share": "profile"},
            {"type", "used", "role", "importance", "different values", "missing percent", "skew"},
        ),
        ({"share": "samples", "hidden": ("people.AGE",)}, {"type", "used"}),
    ],
    ids=["names", "profile", "hidden"],
)
def test_the_model_is_told_what_may_leave(
    tmp_path: Path, privacy: dict[str, Any], told: set[str]
) -> None:
    by_model, model = proposer(tmp_path, answer("stop"), **privacy)
    assert by_model.propose(knowledge()) is None
    state = state_of(model.asked[0])

    assert set(state["columns"]["age"]) == told
    assert state["columns"]["paid"]["used"] is False
    assert "test" not in state and "test_metrics" not in json.dumps(state)


@pytest.mark.parametrize("name", ["budget", "log_column", ""])
def test_what_is_not_on_the_list_is_refused(tmp_path: Path, name: str) -> None:
    by_model, _ = proposer(tmp_path, answer(name, "age", 1))
    with pytest.raises(CheckError) as caught:
        by_model.propose(knowledge())
    assert caught.value.code == "bad-change"


def test_the_exchange_is_in_the_prompt_log(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    log = WrittenPromptLog(bench.workspace)
    model = ScriptedModel(answer("trials", value=60), log=log, run_id="run-1")
    table = bench.context().schema.tables["people"]
    proposal = ByModel(model, "TRAIN-1", table, PrivacySettings()).propose(knowledge())

    assert proposal is not None and proposal.hypothesis == "I think so."
    (line,) = bench.workspace.prompt_log_file.read_text().splitlines()
    record = json.loads(line)
    assert (record["purpose"], record["check_id"], record["ending"]) == (
        "experiment",
        "TRAIN-1",
        "answered",
    )
