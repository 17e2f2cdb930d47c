"""The preparation stage: split first, fit on train alone, apply to each other part, prove it.

Rules of this file: the rows of each part are chosen before any step runs; a step gets one part;
labels of validation and test are joined to their features here, after the last step.
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import JsonValue

from backend.contracts.prep_metadata import (
    PARTS,
    PartSize,
    PrepMetadata,
    ProofPoint,
)
from backend.contracts.step_results import Fitted
from backend.stages.laboratory import Finished, file_table
from backend.stages.parts import Parts, do_step
from backend.stages.prep_choices import Choices, choose, read_report, type_labels
from backend.stages.prep_proof import (
    prove_refit,
    prove_row_by_row,
    prove_schemas,
    prove_splits,
    read_parquet,
)
from backend.stages.prep_report import write_prep_report
from backend.stages.splitting import split_rows
from backend.stages.stage_context import StageContext, StageResult
from backend.stages.step_values import read_value
from backend.store.atomic import cannot_write, write_atomic
from backend.store.text import json_line, json_text

CATEGORICAL = ("one_hot", "target_encoded", "ordinal", "words", "presence")
FEWEST_JUDGED = 50
"""Rows of validation or test below which a score says little."""


def run_prep(context: StageContext) -> StageResult:
    """Prepare the session's table; leave data/, figures/ and report.md.

    Raises:
        CheckError: no target, or parameters that do not fit.
        DataError: the rows cannot be split, or the target cannot be learnt.
        ProgramError: a step failed.
    """
    choices = choose(context, read_report(context.folder))
    parts, left = cut_parts(context, choices), context.leave / "data"
    write_atomic(left / "splits.json", json_line(parts.splits.model_dump(mode="json")))
    arguments = fit_arguments(context, choices)
    fitted = _do(context, parts, "fit_prep", {"train": parts.train}, arguments, left)
    facts = facts_of(context, fitted)
    for part in PARTS[1:]:
        tables = {"pipeline": file_table(left / "prep_pipeline.pkl"), "rows": parts.rows(part)}
        _do(context, parts, "apply_prep", tables, {"leave": part}, left)
    with context.laboratory.anew() as other:
        proof = [
            *prove_splits(parts, choices.wish),
            prove_refit(other, parts, arguments, left),
            prove_row_by_row(other, parts, left),
            *prove_schemas(left, tuple(facts.features)),
        ]
    metadata = _metadata(context, choices, parts, facts, proof)
    _move_figures(context, left)
    _join_labels(parts, left)
    write_atomic(left / "metadata.json", json_text(metadata.model_dump(mode="json")))
    write_atomic(context.leave / "report.md", write_prep_report(metadata, parts.splits))
    return _result(context, metadata)


def cut_parts(context: StageContext, choices: Choices) -> Parts:
    """The table cut into train, validation and test, before any step is run.

    Raises:
        DataError: the rows cannot be split, or the target cannot be learnt.
    """
    raw, kind = context.load().reset_index(drop=True), choices.problem_type
    frame = type_labels(raw, choices.target, kind, choices.labels)
    splits = split_rows(frame, target=choices.target, wish=choices.wish, seed=context.seed)
    return Parts(frame, choices.target, splits)


def fit_arguments(context: StageContext, choices: Choices) -> dict[str, JsonValue]:
    """What the step ``fit_prep`` is told."""
    return {
        "target": choices.target,
        "problem_type": choices.problem_type,
        "columns": context.columns,
        "dropped": dict(choices.dropped),
        "keep": list(choices.keep),
        "time": choices.wish.time,
        "seed": context.seed,
    }


def _do(
    context: StageContext,
    parts: Parts,
    step: str,
    tables: dict[str, pd.DataFrame | pa.Table],
    arguments: dict[str, JsonValue],
    left: Path,
) -> Finished:
    return do_step(context.laboratory, step, tables, arguments, left, target=parts.target)


def facts_of(context: StageContext, fitted: Finished) -> Fitted:
    """What ``fit_prep`` gave beside its files.

    Raises:
        ProgramError: ``bad-result``: it gave something else.
    """
    return read_value(Fitted, fitted.value, check_id=context.check.check_id, step="fit_prep")


def _move_figures(context: StageContext, left: Path) -> None:
    try:
        if (left / "figures").exists():
            (left / "figures").replace(context.leave / "figures")
    except OSError as error:
        raise cannot_write(context.leave / "figures", error) from error


def _join_labels(parts: Parts, left: Path) -> None:
    """The target as the last column of each part's file."""
    for part in PARTS:
        path = left / f"{part}.parquet"
        labels = pa.Array.from_pandas(parts.labels(part))
        table = read_parquet(path).replace_schema_metadata(None)
        pq.write_table(table.append_column(parts.target, labels), path)


def _metadata(
    context: StageContext,
    choices: Choices,
    parts: Parts,
    facts: Fitted,
    proof: list[ProofPoint],
) -> PrepMetadata:
    roles = {each.column: each.role for each in facts.roles}
    reasons = {each.column: each.reason for each in facts.roles}
    counts, splits = _class_counts(parts, choices), parts.splits
    return PrepMetadata(
        target_column=choices.target,
        problem_type=choices.problem_type,
        features=tuple(facts.features),
        categorical_features=tuple(name for name, role in roles.items() if role in CATEGORICAL),
        numeric_features=tuple(n for n, r in roles.items() if r not in (*CATEGORICAL, "dropped")),
        n_classes=len(counts) or None,
        class_distribution=counts,
        splits={part: PartSize(rows=len(splits.of(part))) for part in PARTS},
        transforms=facts.transforms,
        random_seed=context.seed,
        original_shape=(context.table.rows, len(context.table.columns)),
        duplicates_removed=len(splits.copies_removed),
        split_strategy=splits.strategy,
        split_column=splits.column,
        roles=roles,
        dropped={name: reasons[name] for name, role in roles.items() if role == "dropped"},
        feature_sources=facts.features,
        rows_without_target=len(splits.without_target),
        proof=tuple(proof),
    )


def _class_counts(parts: Parts, choices: Choices) -> dict[str, int]:
    """Rows of each class, or with each label; none for a regression."""
    known = parts.frame[parts.target].dropna()
    match choices.problem_type:
        case "classification":
            counts = known.astype("str").value_counts(sort=False)
        case "multilabel":
            counts = known.map(json.loads).explode().dropna().value_counts(sort=False)
        case _:
            return {}
    return {str(name): int(counts[name]) for name in sorted(counts.index)}


def _result(context: StageContext, metadata: PrepMetadata) -> StageResult:
    sizes = ", ".join(f"{part} {metadata.splits[part].rows}" for part in PARTS)
    broken = [point for point in metadata.proof if not point.held]
    files = sorted(p.relative_to(context.leave).as_posix() for p in context.leave.rglob("*.*"))
    held = len(metadata.proof) - len(broken)
    return StageResult(
        summary=f"{len(metadata.features)} features for {metadata.target_column!r}; rows: {sizes}; "
        f"{held} of {len(metadata.proof)} proofs hold",
        tested=metadata.original_shape[0],
        warnings=tuple(_warnings(metadata)),
        failures=tuple(f"Not proven: {point.name} ({point.fact})." for point in broken),
        files=tuple(files),
        values={
            "features": len(metadata.features),
            "duplicates_removed": metadata.duplicates_removed,
            "dropped": dict(metadata.dropped),
            "split": metadata.split_strategy,
        },
    )


def _warnings(metadata: PrepMetadata) -> list[str]:
    told = [
        f"{name} was left out ({why}); params.keep = {name!r} keeps it."
        for name, why in metadata.dropped.items()
        if why.startswith("leak")
    ]
    small = [p for p in PARTS[1:] if metadata.splits[p].rows < FEWEST_JUDGED]
    if small:
        told.append(f"The {' and '.join(small)} part is small: scores on it say little.")
    rare = [name for name, count in metadata.class_distribution.items() if count < 7]
    if rare:
        told.append(f"{len(rare)} classes have fewer than 7 rows; not every part has them.")
    if metadata.rows_without_target:
        told.append(f"{metadata.rows_without_target} rows have no target and were not used.")
    return told
