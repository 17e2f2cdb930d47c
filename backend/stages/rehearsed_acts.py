"""What of each stage a model may write, what its looks are given, and how its page is tried.

Rules of this file: of preparation and training a model's program is given train rows alone, in a
look as in the stage; no rehearsal asks for the test part; what judges a rehearsal judges the kit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from backend.contracts.check import Scalar, Stage
from backend.stages import prep, train
from backend.stages.eda import run_eda
from backend.stages.laboratory import Laboratory
from backend.stages.page import step_names
from backend.stages.parts import Parts
from backend.stages.prep_choices import choose, read_report
from backend.stages.prep_proof import prove_alone
from backend.stages.stage_context import StageContext
from backend.stages.train_record import open_training
from backend.stages.train_report import too_few_families
from backend.stages.validating import find_failures

Tables = dict[str, pd.DataFrame]
NOTHING: Mapping[str, Scalar] = MappingProxyType({})


class Act(NamedTuple):
    """A stage as it is rehearsed."""

    steps: tuple[str, ...]
    """Those that a model's part may put anew."""
    tables: Callable[[StageContext], Tables]
    """What a look is given, hidden columns included."""
    rehearse: Callable[[StageContext, Laboratory], tuple[str, ...]]
    """Do the stage; the laboratory is one of the kit's own page. Gives what is wrong."""
    params: Mapping[str, Scalar] = NOTHING
    """In place of the check's, so that a rehearsal is short."""


def act_of(stage: Stage) -> Act:
    """How a stage is rehearsed."""
    return _ACTS[stage]


def _explore(context: StageContext, kit: Laboratory) -> tuple[str, ...]:
    result = run_eda(context)
    return (*result.failures, *find_failures(Stage.EDA, context.leave))


def _whole_table(context: StageContext) -> Tables:
    return {context.table.table: context.load()}


def _prepare(context: StageContext, kit: Laboratory) -> tuple[str, ...]:
    result = prep.run_prep(context)
    failures = (*result.failures, *find_failures(Stage.PREP, context.leave))
    if failures:
        return failures
    point = prove_alone(kit, _parts_to_prepare(context), context.leave / "data")
    return () if point.held else (f"Not proven: {point.name} ({point.fact}).",)


def _parts_to_prepare(context: StageContext) -> Parts:
    return prep.cut_parts(context, choose(context, read_report(context.folder)))


def _rows_to_prepare(context: StageContext) -> Tables:
    return {"train": _parts_to_prepare(context).train}


def _train(context: StageContext, kit: Laboratory) -> tuple[str, ...]:
    training = open_training(context)
    work = context.laboratory.scratch / "fitted"
    learnt = train.learn(training, work)
    candidates = train.validate(training, work, learnt)
    best = learnt.candidates[train.choose(candidates, training.metric)]
    train.explain(training, work / best.file, context.leave)
    return tuple(too_few_families(each.family for each in candidates))


def _rows_to_train(context: StageContext) -> Tables:
    return {"train": open_training(context).parts.train}


_ACTS = {
    Stage.EDA: Act(step_names("eda"), _whole_table, _explore, {"probes": 0}),
    Stage.PREP: Act(("apply_prep", "fit_prep"), _rows_to_prepare, _prepare),
    Stage.TRAIN: Act(
        ("explain_model", "fit_models"), _rows_to_train, _train, {"trials": 2, "seconds": 30}
    ),
}
