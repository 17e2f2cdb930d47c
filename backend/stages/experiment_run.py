"""One change, run: fitted on the session's train rows, scored on its validation rows.

Rules of this file: the split is the session's own, row by row; no step gets a test row, and
nothing here can ask for one; what an experiment leaves lies in a folder of its own.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, NoReturn

import pandas as pd

from backend.contracts.check import Check, Stage
from backend.contracts.errors import ProgramError
from backend.contracts.schema import TableSnapshot
from backend.contracts.train_metadata import Candidate
from backend.executor.run import RunContext
from backend.stages import prep, train
from backend.stages.laboratory import Laboratory
from backend.stages.open_laboratory import open_laboratory
from backend.stages.parts import do_step
from backend.stages.prep_choices import choose, read_report
from backend.stages.running import seed_of
from backend.stages.scripts import write_scripts
from backend.stages.stage_context import StageContext
from backend.stages.stage_program import plan_stage, write_stage_program
from backend.stages.train_record import Training, open_training

Checks = Mapping[Stage, Check]
PIPELINE = "prep_pipeline.pkl"


@dataclass(frozen=True)
class Bench:
    """The session that experiments are made on."""

    context: RunContext
    folder: Path
    """The session's."""
    table: TableSnapshot
    load: Callable[[], pd.DataFrame]


class Setting(NamedTuple):
    """What is best so far: the checks with their parameters, and the pipeline that they gave."""

    checks: Checks
    pipeline: Path
    roles: Mapping[str, str]


class Measured(NamedTuple):
    """What a setting came to on validation, and by which programs."""

    best: Candidate
    setting: Setting
    programs: dict[Stage, str]
    steps: int


def run_setting(
    bench: Bench, setting: Setting, changed: Stage, leave: Path, *, seconds: float
) -> Measured:
    """Run what the change concerns: preparation and training, or training alone.

    No step may take longer than what is left of the seconds when its stage begins.

    Raises:
        AgentError: a parameter that does not fit, a step that failed or took too long, or the
            session was cancelled.
    """
    ends = time.monotonic() + seconds
    programs, steps = {}, 0
    if changed is Stage.PREP:
        laboratory = _laboratory(bench, setting.checks[Stage.PREP], leave, ends)
        setting = _prepare(bench, setting, laboratory, leave)
        programs[Stage.PREP] = laboratory.program.sha256
        steps += len(laboratory.done)
    laboratory = _laboratory(bench, setting.checks[Stage.TRAIN], leave, ends)
    best = _train(bench, setting, laboratory, leave)
    programs[Stage.TRAIN] = laboratory.program.sha256
    return Measured(best, setting, programs, steps + len(laboratory.done))


def _laboratory(bench: Bench, check: Check, leave: Path, ends: float) -> Laboratory:
    schema = bench.context.schema
    program = write_stage_program(plan_stage(check, schema, planner="experiment"), check)
    left = max(1.0, ends - time.monotonic())
    return open_laboratory(
        program, check.check_id, bench.context, bench.folder, leave / "scratch", seconds=left
    )


def _prepare(bench: Bench, setting: Setting, laboratory: Laboratory, leave: Path) -> Setting:
    check = setting.checks[Stage.PREP]
    context = _stage_context(bench, check, laboratory, leave)
    parts = open_training(
        _stage_context(bench, setting.checks[Stage.TRAIN], laboratory, leave)
    ).parts
    arguments = prep.fit_arguments(context, choose(context, read_report(bench.folder)))
    fitted = do_step(
        laboratory,
        "fit_prep",
        {"train": parts.train},
        arguments | {"figures": False},
        leave,
        target=parts.target,
    )
    write_scripts(leave / "scripts" / "prep", laboratory.program.source, laboratory.done)
    (leave / "train.parquet").unlink(missing_ok=True)
    roles = {each.column: each.role for each in prep.facts_of(context, fitted).roles}
    return setting._replace(pipeline=leave / PIPELINE, roles=roles)


def _train(bench: Bench, setting: Setting, laboratory: Laboratory, leave: Path) -> Candidate:
    context = _stage_context(bench, setting.checks[Stage.TRAIN], laboratory, leave)
    training: Training = open_training(context)._replace(pipeline=setting.pipeline)
    work = laboratory.scratch / "fitted"
    try:
        with laboratory:
            learnt = train.learn(training, work)
            candidates = train.validate(training, work, learnt)
        write_scripts(leave / "scripts" / "train", laboratory.program.source, laboratory.done)
    finally:
        shutil.rmtree(laboratory.scratch, ignore_errors=True)
    return candidates[train.choose(candidates, training.metric)]


def _stage_context(bench: Bench, check: Check, laboratory: Laboratory, leave: Path) -> StageContext:
    return StageContext(
        check=check,
        folder=bench.folder,
        leave=leave,
        table=bench.table,
        load=bench.load,
        laboratory=laboratory,
        as_of=bench.context.as_of,
        settings=bench.context.settings,
        open_judgements=_refuse_test,
        seed=seed_of(check),
        session=bench.folder.name,
        run_id=bench.context.run_id,
    )


def _refuse_test() -> NoReturn:
    fact = "an experiment asked for the test part, which is for the final model alone"
    raise ProgramError(f"experiment: {fact}.", code="test-spent")
