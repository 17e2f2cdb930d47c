"""What is kept, what is dropped, what ends the loop, and what is on record of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Stage
from backend.contracts.errors import ProgramError, WorkspaceError
from backend.contracts.experiment import Experiment
from backend.stages.experiment_log import FILE, append_experiment, next_name, read_experiments
from backend.stages.experiment_loop import Bounds, Ended, Start, experiment
from backend.stages.experiment_policy import Policy
from backend.stages.experiment_record import improved_by, improvement, is_better
from backend.stages.experiment_run import Bench, Measured, Setting
from backend.stages.experiment_start import go_on
from backend.stages.laboratory import StageCancelled
from tests.stages.experiment_ground import MODEL, ROLES, knowledge
from tests.stages.stage_bench import StageBench, stage_check

Scores = Callable[[dict[str, Any], dict[str, Any]], float | None]


class Ground:
    """A session whose training is a function of the checks' parameters."""

    def __init__(self, base: Path, score: Scores) -> None:
        stages = StageBench(base)
        context = stages.context()
        self.folder = stages.folder()
        self.folder.mkdir(parents=True)
        self.bench = Bench(context, self.folder, context.schema.tables["people"], lambda: None)
        self.score = score
        self.pipelines: list[str] = []

    def start(self, trained_by: str = "run-0") -> Start:
        checks = {stage: stage_check(stage.value) for stage in (Stage.PREP, Stage.TRAIN)}
        setting = Setting(checks, self.folder / "prep.pkl", ROLES)
        return go_on(self.folder, Start(knowledge(), setting, trained_by))

    def run(self, most: int = 100, proposer: Any = None, seconds: float = 60.0) -> Ended:
        start = self.start()
        bounds = Bounds(most, seconds)
        return experiment(self.bench, start, proposer or Policy(), bounds, by=self.measure)

    def measure(
        self, bench: Bench, setting: Setting, changed: Stage, leave: Path, *, seconds: float
    ) -> Measured:
        assert leave.is_dir() and not list(leave.iterdir())
        params = [dict(setting.checks[stage].params) for stage in (Stage.PREP, Stage.TRAIN)]
        reached = self.score(*params)
        programs = {Stage.TRAIN: "sha256:t"}
        if changed is Stage.PREP:
            leave.joinpath("new.pkl").write_text("fitted")
            setting = setting._replace(pipeline=leave / "new.pkl")
            programs[Stage.PREP] = "sha256:p"
        else:
            self.pipelines.append(setting.pipeline.relative_to(self.folder).as_posix())
            assert setting.pipeline.name == "prep.pkl" or setting.pipeline.exists()
        validation = {} if reached is None else {"roc_auc": reached}
        best = MODEL.model_copy(update={"validation": validation})
        return Measured(best, setting, programs, steps=3)


def skew_and_trials_help(prep: dict[str, Any], train: dict[str, Any]) -> float:
    return 0.8 + 0.03 * ("skew_above" in prep) + 0.01 * ("trials" in train) - 0.02 * len(prep)


def test_what_helps_is_kept_and_built_on(tmp_path: Path) -> None:
    ground = Ground(tmp_path, skew_and_trials_help)
    ended = ground.run()
    made = ended.experiments

    assert ended.why == "There is no further hypothesis."
    assert [each.experiment for each in made] == [f"e{n:03d}" for n in range(1, 11)]
    assert [each.experiment for each in made if each.kept] == ["e001", "e009"]
    assert [each.parent for each in made] == ["train", *["e001"] * 8, "e009"]
    assert made[0].before == 0.8 and made[0].after == pytest.approx(0.81)
    assert made[0].improvement_pct == pytest.approx(1.25)
    assert {each.before for each in made[1:9]} == {made[0].after}
    assert made[8].params == {Stage.PREP: {"skew_above": 0.75}, Stage.TRAIN: {"trials": 60}}
    assert {stage: check.params for stage, check in ended.checks.items()} == made[8].params
    assert ground.pipelines[-1] == "experiments/e001/new.pkl"


def test_each_is_on_record_with_a_folder_of_its_own(tmp_path: Path) -> None:
    ground = Ground(tmp_path, skew_and_trials_help)
    made = ground.run(most=2).experiments

    assert read_experiments(ground.folder) == made
    for each in made:
        told = ground.folder / "experiments" / each.experiment / "experiment.json"
        assert Experiment.model_validate_json(told.read_bytes()) == each
        assert each.cost.steps == 3 and each.trained_by == "run-0" and each.by == "policy"
    assert sorted(path.name for path in ground.folder.iterdir()) == ["experiments", FILE]

    again = ground.run(most=1)
    assert again.why == "1 experiments were made, as many as allowed."
    assert [each.experiment for each in read_experiments(ground.folder)] == ["e001", "e002", "e003"]


def test_experiments_of_another_day_go_on_from_what_was_kept(tmp_path: Path) -> None:
    ground = Ground(tmp_path, skew_and_trials_help)
    whole = [each.change for each in Ground(tmp_path / "other", skew_and_trials_help).run()[0]]
    ground.run(most=2)
    later = ground.run(most=2).experiments
    rest = ground.run().experiments

    assert [each.change for each in read_experiments(ground.folder)] == whole
    assert [each.parent for each in later] == ["e001", "e001"]
    assert later[0].before == pytest.approx(0.81)
    assert [each.experiment for each in rest if each.kept] == ["e009"]
    assert ground.start().parent == "e009"
    assert ground.start().setting.pipeline == ground.folder / "experiments" / "e001" / "new.pkl"


def test_on_another_training_nothing_was_tried(tmp_path: Path) -> None:
    ground = Ground(tmp_path, skew_and_trials_help)
    ground.run(most=2)
    anew = ground.start("run-1")
    assert (anew.parent, anew.knowledge.tried) == ("train", ())


def test_what_was_kept_and_is_lost_is_not_gone_on_from(tmp_path: Path) -> None:
    ground = Ground(tmp_path, skew_and_trials_help)
    ground.run()
    (ground.folder / "experiments" / "e001" / "new.pkl").unlink()
    start = ground.start()
    assert (start.parent, start.knowledge.best.validation["roc_auc"]) == ("train", 0.8)


def test_time_ends_it(tmp_path: Path) -> None:
    ended = Ground(tmp_path, skew_and_trials_help).run(seconds=0)
    assert ended.experiments == () and ended.why == "0 seconds have passed."


def fails(prep: dict[str, Any], train: dict[str, Any]) -> float:
    raise ProgramError("TRAIN-1: step 'fit_models' failed: no luck.", code="program-failed")


def test_a_change_that_fails_costs_itself_alone(tmp_path: Path) -> None:
    ground = Ground(tmp_path, fails)
    first, second = ground.run(most=2).experiments

    assert (first.outcome, first.code, first.kept) == ("failed", "program-failed", False)
    assert "skew_above = 0.75" in first.learnt and "no luck" in first.learnt
    assert second.parent == "train" and second.change != first.change
    assert [path.name for path in ground.folder.iterdir()] == [FILE]


def test_a_score_that_is_not_defined_is_not_kept(tmp_path: Path) -> None:
    (made,) = Ground(tmp_path, lambda prep, train: None).run(most=1).experiments
    assert (made.after, made.improvement_pct, made.outcome) == (None, None, "dropped")
    assert made.learnt == "With skew_above = 0.75, roc_auc is not defined on validation."


def test_a_cancel_ends_it_and_leaves_a_clean_state(tmp_path: Path) -> None:
    def cancelled(prep: dict[str, Any], train: dict[str, Any]) -> float:
        if "skew_above" in prep and len(prep) == 1:
            return 0.9
        raise StageCancelled("cancelled")

    ground = Ground(tmp_path, cancelled)
    with pytest.raises(StageCancelled):
        ground.run()
    assert [each.outcome for each in read_experiments(ground.folder)] == ["kept"]
    assert sorted(path.name for path in ground.folder.iterdir()) == ["experiments", FILE]


def test_a_line_that_is_no_experiment_is_refused(tmp_path: Path) -> None:
    ground = Ground(tmp_path, skew_and_trials_help)
    (made,) = ground.run(most=1).experiments
    append_experiment(ground.folder, made)
    with (ground.folder / FILE).open("a") as stream:
        stream.write(json.dumps({"experiment": "e003"}) + "\n")

    with pytest.raises(WorkspaceError, match="line 3 is no experiment") as caught:
        next_name(ground.folder)
    assert caught.value.code == "broken-audit-log"


NUMBERS: dict[str, tuple[str, float, float, float | None, bool]] = {
    "more of what is good": ("roc_auc", 0.8, 0.82, 2.5, True),
    "less of it": ("roc_auc", 0.8, 0.78, -2.5, False),
    "less of an error": ("rmse", 5.0, 4.0, 20.0, True),
    "more of it": ("rmse", 5.0, 6.0, -20.0, False),
    "below zero": ("r2", -0.5, -0.4, 20.0, True),
    "from nothing": ("f1_macro", 0.0, 0.1, None, True),
    "by chance": ("roc_auc", 0.8, 0.8007, 0.0875, False),
    "the same": ("roc_auc", 0.8, 0.8, 0.0, False),
}


@pytest.mark.parametrize(
    ("metric", "before", "after", "pct", "is_kept"), NUMBERS.values(), ids=NUMBERS.keys()
)
def test_better_is_better(
    metric: str, before: float, after: float, pct: float | None, is_kept: bool
) -> None:
    found = improvement(metric, before, after)
    assert found == (None if pct is None else pytest.approx(pct))
    assert is_better(metric, before, after) is is_kept


def test_what_improved_by_more_is_found(tmp_path: Path) -> None:
    made = Ground(tmp_path, skew_and_trials_help).run().experiments
    assert [each.experiment for each in improved_by(made, 1.0)] == ["e001", "e009"]
    assert [each.experiment for each in improved_by(made, 1.25 - 1e-6)] == ["e001"]
    assert list(improved_by(made, 2.0)) == []
