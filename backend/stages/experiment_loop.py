"""Hypothesis, minimal change, run, compare with the last, keep or drop, note what was learnt.

Rules of this file: validation alone decides; an experiment is on record before the next is thought
of; number and time are bounded; a change that fails costs itself alone.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from backend.contracts.check import Scalar, Stage
from backend.contracts.errors import AgentError, CheckError, ProviderError
from backend.contracts.experiment import BASE, Experiment, ExperimentChange, ExperimentCost
from backend.contracts.model import Spent
from backend.stages.experiment_changes import Knowledge
from backend.stages.experiment_log import FOLDER, append_experiment, next_name
from backend.stages.experiment_policy import Proposal
from backend.stages.experiment_record import (
    difference,
    failed,
    improvement,
    is_better,
    learn,
    refused,
)
from backend.stages.experiment_run import Bench, Checks, Measured, Setting, run_setting
from backend.stages.experiment_standing import keep_standing
from backend.stages.laboratory import StageCancelled
from backend.stages.session import LEAVING, now
from backend.stages.train_report import LESS_IS_BETTER
from backend.store.atomic import cannot_write, write_atomic
from backend.store.text import json_text


class Proposer(Protocol):
    """Who thinks of the next change."""

    @property
    def by(self) -> str:
        """``policy``, or the model's name."""
        ...

    def propose(self, knowledge: Knowledge) -> Proposal | None:
        """The next hypothesis; None where there is none.

        Raises:
            CheckError: ``bad-change``: the proposal is no change of the list.
            ProviderError: a model gave no answer.
        """
        ...


class Bounds(NamedTuple):
    """How many experiments at most, and for how many seconds together."""

    experiments: int
    seconds: float


class Ended(NamedTuple):
    """The experiments that were made, why there is no more, and what is best now."""

    experiments: tuple[Experiment, ...]
    why: str
    checks: Checks


class RunSetting(Protocol):
    """Runs a changed setting, as `run_setting` does."""

    def __call__(
        self, bench: Bench, setting: Setting, changed: Stage, leave: Path, *, seconds: float
    ) -> Measured:
        """What it came to."""
        ...


class Start(NamedTuple):
    """Where the loop begins: the session's training, or what was kept of earlier experiments."""

    knowledge: Knowledge
    setting: Setting
    trained_by: str
    parent: str = BASE


def experiment(
    bench: Bench,
    start: Start,
    proposer: Proposer,
    bounds: Bounds,
    *,
    spent: Callable[[], Spent] = Spent,
    tell: Callable[[Experiment], None] = lambda made: None,
    by: RunSetting = run_setting,
) -> Ended:
    """Make experiments until the list, their number or the time is at its end.

    ``spent`` tells what a model's answers came to so far, ``tell`` is told of each experiment, and
    ``by`` takes the place of what runs a setting.

    Raises:
        StageCancelled: a person cancelled; what was made is on record.
        WorkspaceError: the disk refuses.
    """
    return _Loop(bench, start, proposer, bounds, spent, tell, by).run()


class _Loop:
    def __init__(
        self,
        bench: Bench,
        start: Start,
        proposer: Proposer,
        bounds: Bounds,
        spent: Callable[[], Spent],
        tell: Callable[[Experiment], None],
        by: RunSetting,
    ) -> None:
        self._run_setting = by
        self._bench, self._proposer, self._bounds = bench, proposer, bounds
        self._knowledge, self._setting = start.knowledge, start.setting
        self._trained_by, self._parent = start.trained_by, start.parent
        self._spent, self._tell = spent, tell
        self._made: list[Experiment] = []
        self._began = time.monotonic()

    def run(self) -> Ended:
        why = ""
        while not why:
            why = self._why_end() or self._next()
        return Ended(tuple(self._made), why, self._setting.checks)

    def _why_end(self) -> str:
        if len(self._made) >= self._bounds.experiments:
            return f"{self._bounds.experiments} experiments were made, as many as allowed."
        if self._left() <= 0:
            return f"{self._bounds.seconds:g} seconds have passed."
        return ""

    def _left(self) -> float:
        return self._bounds.seconds - (time.monotonic() - self._began)

    def _next(self) -> str:
        """Make one experiment; what is given back ends the loop."""
        self._started, self._asked = time.monotonic(), self._spent()
        try:
            proposal = self._proposer.propose(self._knowledge)
        except CheckError as error:
            self._note(refused(error))
            return ""
        except ProviderError as error:
            return f"The model gave no answer ({error.code}): {error}"
        if proposal is None:
            return "There is no further hypothesis."
        self._knowledge = replace(self._knowledge, tried=(*self._knowledge.tried, proposal.change))
        self._try(proposal)
        return ""

    def _try(self, proposal: Proposal) -> None:
        leave = self._bench.folder / f"{LEAVING}experiment"
        setting = _changed(self._setting, proposal.change)
        try:
            _make_empty(leave)
            stage = proposal.change.stage
            found = self._run_setting(self._bench, setting, stage, leave, seconds=self._left())
        except StageCancelled:
            shutil.rmtree(leave, ignore_errors=True)
            raise
        except AgentError as error:
            shutil.rmtree(leave, ignore_errors=True)
            self._note(failed(proposal, error))
            return
        self._judge(proposal, found, leave)

    def _judge(self, proposal: Proposal, found: Measured, leave: Path) -> None:
        metric, change = self._knowledge.trained.metric, proposal.change
        before, after = self._knowledge.best.validation[metric], found.best.validation.get(metric)
        is_kept = is_better(metric, before, after)
        made = self._note(
            {
                "hypothesis": proposal.hypothesis,
                "change": change,
                "after": after,
                "cv_after": found.best.cv.get(metric),
                "improvement_pct": None if after is None else improvement(metric, before, after),
                "outcome": "kept" if is_kept else "dropped",
                "learnt": learn(change, metric, before, after),
                "best_model": found.best.name,
                "strategy": found.best.strategy,
                "params": _params(found.setting.checks),
                "programs": found.programs,
            },
            steps=found.steps,
            leave=leave,
        )
        if is_kept:
            self._stand_on(made, found)

    def _stand_on(self, made: Experiment, found: Measured) -> None:
        """Let what was kept be what the next change is made on."""
        setting = found.setting
        if Stage.PREP in made.programs:  # its pipeline has moved with the folder
            own = self._bench.folder / FOLDER / made.experiment
            setting = setting._replace(pipeline=own / setting.pipeline.name)
        keep_standing(self._bench.folder, made.experiment, found.best, setting)
        self._setting, self._parent = setting, made.experiment
        self._knowledge = replace(
            self._knowledge,
            params=_params(setting.checks),
            roles=setting.roles,
            best=found.best,
        )

    def _note(
        self, came: dict[str, object], *, steps: int = 0, leave: Path | None = None
    ) -> Experiment:
        """Put an experiment on record; its folder takes its place first."""
        trained, best = self._knowledge.trained, self._knowledge.best
        spent = self._spent()
        fields = {
            "experiment": next_name(self._bench.folder),
            "parent": self._parent,
            "session": self._bench.folder.name,
            "run_id": self._bench.context.run_id,
            "trained_by": self._trained_by,
            "fingerprint": self._bench.table.fingerprint,
            "at": now(),
            "by": self._proposer.by,
            "metric": trained.metric,
            "less_is_better": trained.metric in LESS_IS_BETTER,
            "before": best.validation[trained.metric],
            "cv_before": best.cv.get(trained.metric),
            "kept": came["outcome"] == "kept",
            "params": _params(self._setting.checks),
            "cost": ExperimentCost(
                seconds=round(time.monotonic() - self._started, 3),
                steps=steps,
                asked=difference(spent, self._asked),
            ),
        }
        made = Experiment.model_validate(fields | came)
        if leave is not None:
            write_atomic(leave / "experiment.json", json_text(made.model_dump(mode="json")))
            _rename(leave, self._bench.folder / FOLDER / made.experiment)
        append_experiment(self._bench.folder, made)
        self._made.append(made)
        self._tell(made)
        return made


def _changed(setting: Setting, change: ExperimentChange) -> Setting:
    check = setting.checks[change.stage]
    changed = check.model_copy(update={"params": {**check.params, **change.params}})
    return setting._replace(checks={**setting.checks, change.stage: changed})


def _params(checks: Checks) -> dict[Stage, dict[str, Scalar]]:
    return {stage: dict(check.params) for stage, check in checks.items()}


def _make_empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _rename(folder: Path, target: Path) -> None:
    try:
        target.parent.mkdir(exist_ok=True)
        folder.rename(target)
    except OSError as error:
        raise cannot_write(target, error) from error
