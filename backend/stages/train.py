"""The training stage: learn from train alone, choose on validation, judge on test exactly once.

Rules of this file: no step gets labels of validation or test beside their rows; the choice is made
before test is looked at; that test is about to be judged is on record before it is.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from pydantic import JsonValue

from backend.contracts.errors import ProgramError
from backend.contracts.prep_metadata import PartName
from backend.contracts.step_results import Explained, Learnt
from backend.contracts.train_metadata import Candidate
from backend.stages.judgements import Answered, Asked, hash_part
from backend.stages.laboratory import Finished, StepDone, file_table
from backend.stages.parts import do_step
from backend.stages.scoring import Predictions, judged_table, read_predictions, score
from backend.stages.stage_context import StageContext, StageResult
from backend.stages.step_values import read_learnt, read_value
from backend.stages.train_record import (
    Judged,
    Training,
    conclude,
    describe_training,
    open_training,
)
from backend.stages.train_report import write_train_report
from backend.store.atomic import cannot_write, write_atomic
from backend.store.text import json_text

TRIALS, TUNING_SECONDS = 30, 300.0
STAYS = ("figures", "metrics.jsonl")
"""What of a fit's files is kept; of its candidates only the chosen one is."""


def run_train(context: StageContext) -> StageResult:
    """Train on the session's prepared table; leave models/, data/, figures/ and report.md.

    Raises:
        CheckError: parameters that do not fit.
        DataError: ``lost-artifact``: what preparation left is not there.
        ProgramError: a step failed, asked for withheld rows, or predicted nonsense.
    """
    training = open_training(context)
    work = context.laboratory.scratch / "fitted"
    learnt = learn(training, work)
    candidates = validate(training, work, learnt)
    best = choose(candidates, training.metric)
    model = context.leave / "models" / "model.pkl"
    _keep(work, learnt.candidates[best].file, model, context.leave)
    judged = _judge(training, model, [*learnt.classes])
    metadata = describe_training(training, learnt, candidates, candidates[best], judged)
    told = json_text(metadata.model_dump(mode="json"))
    write_atomic(context.leave / "data" / "metadata.json", told)
    write_atomic(context.leave / "report.md", write_train_report(metadata))
    return conclude(context, metadata)


def choose(candidates: list[Candidate], metric: str) -> int:
    """The place of the candidate that is best on validation; of equals the tuned one."""
    from backend.stages.kit.train.measures import gain

    ranks = [
        (gain(metric, each.validation), each.tuned, -place) for place, each in enumerate(candidates)
    ]
    return -max(ranks)[2]


def learn(training: Training, work: Path) -> Learnt:
    """What the step ``fit_models`` gives over the train rows; its files go to ``work``."""
    context, splits = training.context, training.parts.splits
    limit = context.laboratory.limits.wall_seconds
    arguments: dict[str, JsonValue] = {
        "target": training.parts.target,
        "problem_type": training.prepared.problem_type,
        "metric": training.metric,
        "split": splits.strategy,
        "group": splits.column if splits.strategy == "group" else None,
        "trials": int(context.number("trials", TRIALS, low=1, high=500)),
        "seconds": context.number("seconds", min(TUNING_SECONDS, limit / 2), low=1, high=86_400),
        "seed": context.seed,
    }
    tables = {"train": training.parts.train, "pipeline": file_table(training.pipeline)}
    finished = _finish(training, "fit_models", tables, arguments, work)
    return read_learnt(finished, check_id=context.check.check_id)


def validate(training: Training, work: Path, learnt: Learnt) -> list[Candidate]:
    """The candidates with their scores on validation, whose labels stay here."""
    truth, kind = training.parts.labels("val"), training.prepared.problem_type
    found = _predict(training, [work / each.file for each in learnt.candidates], "val")
    return [
        Candidate(
            validation=score(predictions, truth, kind=kind), **each.model_dump(exclude={"file"})
        )
        for each, predictions in zip(learnt.candidates, found, strict=True)
    ]


def _predict(training: Training, models: list[Path], part: PartName) -> list[Predictions]:
    asked = _ask(training, models, part)
    return [
        _read_answer(training, path, asked.told, part, place=place)
        for place, path in enumerate(
            asked.path.with_name(f"{part}_{place}.parquet") for place in range(len(models))
        )
    ]


def _ask(training: Training, models: list[Path], part: PartName) -> Asked:
    """Let the models predict a part; the first one's file, and what was told of all."""
    folder = training.context.laboratory.scratch / "predicted"
    tables = {f"model_{place}": file_table(path) for place, path in enumerate(models)}
    arguments = _asking(training, len(models), part)
    given = {"rows": training.parts.rows(part), **tables}
    told = _do(training, "predict_rows", given, arguments, folder)
    return Asked(folder / f"{part}_0.parquet", told)


def _asking(training: Training, models: int, part: PartName) -> dict[str, JsonValue]:
    return {"leave": part, "problem_type": training.prepared.problem_type, "models": models}


def _read_answer(
    training: Training, path: Path, told: dict[str, Any], part: PartName, *, place: int
) -> Predictions:
    kind, rows = training.prepared.problem_type, len(training.parts.splits.of(part))
    return read_predictions(path, told=told, place=place, rows=rows, kind=kind)


def _keep(work: Path, chosen: str, model: Path, leave: Path) -> None:
    try:
        model.parent.mkdir(parents=True, exist_ok=True)
        (work / chosen).replace(model)
        for name in STAYS:
            if (work / name).exists():
                (work / name).replace(leave / name)
    except OSError as error:
        raise cannot_write(model, error) from error
    shutil.rmtree(work, ignore_errors=True)


def _judge(training: Training, model: Path, classes: list[JsonValue]) -> Judged:
    """The final model on test: counted on record first, and refused a second time."""
    context, kind = training.context, training.prepared.problem_type
    answered = _ask_test(training, model)
    predictions = _read_answer(training, answered.path, answered.told, "test", place=0)
    truth = training.parts.labels("test")
    reached = score(predictions, truth, kind=kind)
    explained = explain(training, model, context.leave)
    drawn: dict[str, JsonValue] = {"problem_type": kind, "classes": classes}
    judged = {"judged": judged_table(predictions, truth)}
    _do(training, "draw_scores", judged, drawn, context.leave)
    return Judged(model, reached, answered, explained)


def explain(training: Training, model: Path, left: Path) -> Explained:
    """What the step ``explain_model`` tells of a model over the train rows."""
    context = training.context
    learnt_from = {"model": file_table(model), "train": training.parts.train}
    about: dict[str, JsonValue] = {"target": training.parts.target, "seed": context.seed}
    value = _do(training, "explain_model", learnt_from, about, left)
    return read_value(Explained, value, check_id=context.check.check_id, step="explain_model")


def _ask_test(training: Training, model: Path) -> Answered:
    context, parts = training.context, training.parts
    rows = parts.rows("test").assign(**{parts.target: parts.labels("test")})
    answered = context.open_judgements().once(
        hash_part(rows, parts.splits.test),
        f"sha256:{hashlib.sha256(model.read_bytes()).hexdigest()}",
        lambda: _ask(training, [model], "test"),
    )
    if answered.is_reused:  # whoever does the steps again needs this one, too
        given, files = {"rows": len(rows), "model_0": 1}, ("test_0.parquet",)
        step = StepDone("predict_rows", given, _asking(training, 1, "test"), files)
        context.laboratory.done.append(step)
    return answered


def _do(
    training: Training,
    step: str,
    tables: dict[str, pd.DataFrame | pa.Table],
    arguments: dict[str, JsonValue],
    left: Path,
) -> dict[str, Any]:
    value = _finish(training, step, tables, arguments, left).value
    if not isinstance(value, dict):
        raise ProgramError(
            f"{training.context.check.check_id}: step {step!r} gave no record of what it did. Run "
            "again to compile the program anew.",
            code="bad-result",
        )
    return value


def _finish(
    training: Training,
    step: str,
    tables: dict[str, pd.DataFrame | pa.Table],
    arguments: dict[str, JsonValue],
    left: Path,
) -> Finished:
    laboratory, target = training.context.laboratory, training.parts.target
    return do_step(laboratory, step, tables, arguments, left, target=target)
