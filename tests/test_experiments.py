"""Experiments from the command line: on a real session, and what is asked of their record."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backend.agent import main
from backend.contracts.check import Stage
from backend.contracts.errors import CheckError
from backend.contracts.experiment import Experiment, ExperimentChange
from backend.contracts.settings import Settings
from backend.contracts.workspace import Workspace
from backend.experimenting import Made, make_experiments
from backend.llm.scripted import ScriptedModel
from backend.stages.experiment_log import append_experiment, read_experiments
from backend.stages.experiment_loop import Bounds
from backend.stages.session import read_session
from backend.store.prompt_log import WrittenPromptLog
from backend.toolbox import Occasion, Session, open_toolbox
from tests.stages.stage_bench import StageBench, leaves_all
from tests.stages.test_end_to_end import check, people

CHANGE = ExperimentChange(name="trials", stage=Stage.TRAIN, params={"trials": 60}, value=60)


def made(number: int, pct: float | None, *, outcome: str = "kept") -> Experiment:
    return Experiment.model_validate(
        {
            "experiment": f"e{number:03d}",
            "parent": "train",
            "session": "people",
            "run_id": "r",
            "trained_by": "r0",
            "fingerprint": "xxh3:1",
            "at": "2026-11-20T00:00:00+00:00",
            "by": "policy",
            "hypothesis": "More may help.",
            "change": CHANGE,
            "metric": "roc_auc",
            "less_is_better": False,
            "before": 0.8,
            "after": None if pct is None else 0.8 * (1 + pct / 100),
            "improvement_pct": pct,
            "outcome": outcome,
            "kept": outcome == "kept",
            "learnt": f"It came to {pct}.",
        }
    )


@pytest.fixture
def bench(tmp_path: Path) -> StageBench:
    bench = StageBench(tmp_path)
    for stage in ("eda", "prep"):
        bench.run(stage, leaves_all)
    for number, pct in enumerate([2.5, 1.0, None, -3.0, 2.0], start=1):
        append_experiment(bench.folder(), made(number, pct))
    return bench


def agent(bench: StageBench, *words: str) -> int:
    return main([*words, "--base-dir", str(bench.workspace.base)])


ASKED: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "all": ((), ["e001", "e002", "e003", "e004", "e005"]),
    "more than 2%": (("--improved-by", "2%"), ["e001"]),
    "more than 1": (("--improved-by", "1"), ["e001", "e005"]),
    "more than none": (("--improved-by", "0%"), ["e001", "e002", "e005"]),
}


@pytest.mark.parametrize(("words", "found"), ASKED.values(), ids=ASKED.keys())
def test_which_change_improved_the_score_by_more(
    bench: StageBench,
    words: tuple[str, ...],
    found: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert agent(bench, "experiments", "people", *words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in lines if line.startswith("e0")] == found
    assert agent(bench, "experiments", "people", *words, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["experiment"] for each in told] == found


def test_an_experiment_is_told_whole(bench: StageBench, capsys: pytest.CaptureFixture[str]) -> None:
    agent(bench, "experiments", "people", "--improved-by", "2%")
    shown = capsys.readouterr().out
    for told in (
        "e001 on train: kept, trials = 60; validation roc_auc 0.8000 -> 0.8200 (+2.50%)",
        "thought (policy): More may help.",
        "learnt: It came to 2.5.",
        "cost: 0.0 s",
    ):
        assert told in shown


WRONG: dict[str, tuple[tuple[str, ...], str]] = {
    "unknown session": (("experiments", "peple"), "Did you mean 'people'?"),
    "no percentage": (("experiments", "people", "--improved-by", "much"), "is no percentage"),
    "not trained": (("experiment", "people"), "train has not run"),
    "no experiment allowed": (("experiment", "people", "--most", "0"), "--most"),
}


@pytest.mark.parametrize(("words", "fact"), WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_done_is_told(
    bench: StageBench,
    words: tuple[str, ...],
    fact: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bench.workspace.checks_file.parent.mkdir()
    bench.workspace.checks_file.write_text(
        json.dumps([check("prep", check_id="PREP-1"), check("train", check_id="TRAIN-1")])
    )
    assert agent(bench, *words) == 3
    assert fact in capsys.readouterr().err


# On a real session --------------------------------------------------------------------------------


def answer(change: str, column: str = "", value: float = 0) -> dict[str, Any]:
    return {"hypothesis": "Try it.", "change": change, "column": column, "value": value}


class Trained:
    """People who buy, explored, prepared and trained through ``agent run``."""

    def __init__(self, base: Path) -> None:
        self.workspace = Workspace(base)
        for folder in ("data", "checks"):
            base.joinpath(folder).mkdir(parents=True)
        base.joinpath("data", "people.csv").write_text(people(200))
        self.write()
        assert main(["run", "--offline", "--base-dir", str(base)]) == 2
        self.folder = self.workspace.sessions / "people"

    def write(self, **params: Any) -> None:
        tuned = {"trials": 1, "seconds": 20} | params
        checks = [check("eda", params={}), check("prep", params={}), check("train", params=tuned)]
        self.workspace.checks_file.write_text(json.dumps(checks))

    def experiment(self, *answers: Any, most: int = 3) -> Made:
        model = ScriptedModel(*answers, name="model@test")

        def opened(occasion: Occasion) -> Session:
            log = WrittenPromptLog(occasion.workspace)
            model._log, model._run_id = log, occasion.run_id
            return Session(log=log, model=model)

        toolbox = replace(open_toolbox(offline=True), open_session=opened)
        if answers:
            toolbox = replace(toolbox, model_planner="model@test")
        with model:
            bounds = Bounds(most, 600)
            return make_experiments(self.workspace, "people", toolbox, Settings(), bounds)

    def bytes_of_stages(self) -> dict[str, bytes]:
        paths = [path for stage in Stage for path in (self.folder / stage.value).rglob("*.*")]
        return {str(path): path.read_bytes() for path in [*paths, self.folder / "session.json"]}


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return Trained(tmp_path_factory.mktemp("experiments") / "base")


@pytest.mark.slow
@pytest.mark.timeout(900)
class TestARealSession:
    """The loop over the real stages in the real sandbox."""

    def test_a_model_s_changes_are_run_and_the_test_part_is_not(self, trained: Trained) -> None:
        before = trained.bytes_of_stages()
        leak = answer("keep_column", "bought")
        came = trained.experiment(answer("drop_column", "city"), leak, answer("trials", value=2))
        first, refused, last = read_experiments(trained.folder)

        assert came.ended.experiments == (first, refused, last)
        assert (first.outcome, refused.outcome) == ("dropped", "refused")
        assert first.after is not None and first.after < first.before
        assert set(first.programs) == {Stage.PREP, Stage.TRAIN} and set(last.programs) == {
            Stage.TRAIN
        }
        assert came.spent.calls == 3 and trained.workspace.prompt_log_file.exists()
        assert trained.bytes_of_stages() == before

    def test_no_step_was_given_a_test_row(self, trained: Trained) -> None:
        splits = json.loads((trained.folder / "prep" / "data" / "splits.json").read_text())
        sizes = {part: len(splits[part]) for part in ("train", "val", "test")}
        steps = [
            step
            for path in (trained.folder / "experiments").rglob("steps.json")
            for step in json.loads(path.read_text())
        ]
        given = {(step["step"], step["arguments"].get("leave")): step["tables"] for step in steps}

        assert set(given) == {
            ("fit_prep", None),
            ("fit_models", None),
            ("predict_rows", "val"),
        }
        assert given["predict_rows", "val"]["rows"] == sizes["val"]
        assert {given[step, None]["train"] for step in ("fit_prep", "fit_models")} == {
            sizes["train"]
        }

    def test_without_a_model_the_list_is_gone_through(self, trained: Trained) -> None:
        session = read_session(trained.folder).session
        assert session is not None and session.stages[Stage.TRAIN].test_uses == 1
        (experiment,) = trained.experiment(most=1).ended.experiments
        assert experiment.by == "policy" and experiment.cost.steps > 0

    def test_another_program_than_the_one_that_ran_is_refused(self, trained: Trained) -> None:
        trained.write(most_trees=80)
        with pytest.raises(CheckError) as caught:
            trained.experiment(most=1)
        assert caught.value.code == "other-program"
        trained.write()
