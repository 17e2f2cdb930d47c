"""Where experiments begin: a session whose training is done, on the table and programs of today.

Rules of this file: what is compared must be comparable, or nothing is begun; what training found
on the test part is taken out before anything is thought of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from backend.contracts.check import Check, Stage
from backend.contracts.contract import Contract
from backend.contracts.errors import CheckError, DataError
from backend.contracts.prep_metadata import PrepMetadata
from backend.contracts.stage_session import MarkState, StageMark, StageSession
from backend.contracts.train_metadata import Candidate, TrainMetadata
from backend.stages.experiment_changes import Knowledge
from backend.stages.experiment_loop import Start
from backend.stages.experiment_run import PIPELINE, Bench, Setting
from backend.stages.experiment_standing import read_earlier
from backend.stages.extra import refuse_without_extra
from backend.stages.prep_choices import read_report
from backend.stages.stage_program import plan_stage, write_stage_program

Read = TypeVar("Read", bound=Contract)
STAGES = (Stage.PREP, Stage.TRAIN)


def begin(bench: Bench, session: StageSession, checks: Mapping[Stage, Check]) -> Start:
    """What the session's training came to, with the checks as they ran, and what was kept since.

    Raises:
        CheckError: ``wrong-stage-order``: training is not done, or on other content;
            ``other-program``: today's checks or kit give other programs than those that ran;
            ``no-score``: validation has no score to compare with.
        SandboxError: ``extra-missing``.
        DataError: ``lost-artifact``: what a stage left cannot be read.
    """
    for stage in Stage.EDA, *STAGES:
        _refuse_undone(session, stage, bench.table.fingerprint)
    for stage in STAGES:
        _refuse_other_program(bench, checks[stage], session.stages[stage])
    data = bench.folder / "prep" / "data"
    prepared = _read(PrepMetadata, data / "metadata.json")
    trained = _read(TrainMetadata, bench.folder / "train" / "data" / "metadata.json")
    best = _best(trained)
    knowledge = Knowledge(
        report=read_report(bench.folder),
        prepared=prepared,
        trained=trained.model_copy(update={"test_metrics": {}}),
        params={stage: dict(checks[stage].params) for stage in STAGES},
        roles=dict(prepared.roles),
        best=best,
    )
    setting = Setting({stage: checks[stage] for stage in STAGES}, data / PIPELINE, prepared.roles)
    return go_on(bench.folder, Start(knowledge, setting, session.stages[Stage.TRAIN].run_id))


def go_on(folder: Path, start: Start) -> Start:
    """From what earlier experiments on the same training came to, if there are any."""
    earlier = read_earlier(folder, start.trained_by)
    ended = [each for each in earlier.made if each.outcome in ("kept", "dropped")]
    tried = tuple(each.change for each in ended if each.change is not None)
    knowledge = replace(start.knowledge, tried=tried)
    if earlier.kept is None or earlier.standing is None:
        return start._replace(knowledge=knowledge)
    standing, params = earlier.standing, earlier.kept.params
    checks = {
        stage: check.model_copy(update={"params": params[stage]})
        for stage, check in start.setting.checks.items()
    }
    return start._replace(
        knowledge=replace(knowledge, params=params, roles=standing.roles, best=standing.best),
        setting=Setting(checks, folder / standing.pipeline, standing.roles),
        parent=earlier.kept.experiment,
    )


def _refuse_undone(session: StageSession, stage: Stage, fingerprint: str) -> None:
    mark = session.stages.get(stage)
    if mark is None or mark.state is not MarkState.DONE:
        fact = f"{stage.value} is not done"
    elif mark.fingerprint != fingerprint:
        fact = f"{stage.value} was done on other content of the table"
    else:
        return
    raise CheckError(
        f"session {session.session!r}: {fact}. Run its checks first: agent run.",
        code="wrong-stage-order",
    )


def _refuse_other_program(bench: Bench, check: Check, mark: StageMark) -> None:
    plan = plan_stage(check, bench.context.schema, planner="experiment")
    program = write_stage_program(plan, check)
    refuse_without_extra(program.source, check.check_id)
    if program.sha256 != mark.program:
        raise CheckError(
            f"{check.check_id}: its program is not the one that stage {mark.stage.value!r} of "
            f"session {bench.folder.name!r} ran, so scores cannot be compared. Run the session's "
            "checks again: agent run.",
            code="other-program",
        )


def _best(trained: TrainMetadata) -> Candidate:
    names = [each for each in trained.candidates if each.name == trained.best_model]
    if not names or trained.metric not in names[0].validation:
        raise CheckError(
            f"{trained.metric}: the best model has no such score on validation, and nothing can be "
            "compared with it. Name another params.metric, and train again.",
            code="no-score",
        )
    return names[0]


def _read(contract: type[Read], path: Path) -> Read:
    try:
        return contract.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DataError(
            f"{path.parent.parent.name}/{path.name}: what the stage left cannot be read. Run the "
            "session's checks again.",
            code="lost-artifact",
        ) from error
