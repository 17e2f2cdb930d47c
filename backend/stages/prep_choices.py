"""What preparation sets out to do, from the exploration's report and the check's parameters.

Rules of this file: the owner's word (``params.keep``, ``drop``, ``group``, ``time``, ``split``)
goes before the report's advice; every column that is left out has a reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from pydantic import ValidationError

from backend.contracts.check import Check
from backend.contracts.eda_report import EdaReport, TextSummary
from backend.contracts.errors import CheckError, DataError
from backend.contracts.prep_metadata import ProblemType
from backend.stages.label_sets import with_label_sets
from backend.stages.splitting import Wish
from backend.stages.stage_context import StageContext

FREE_TEXT_WORDS = 3.0
MOST_CLASSES = 200


@dataclass(frozen=True)
class Choices:
    """Target, kind of problem, columns to leave out with the reason, and how to split."""

    target: str
    problem_type: ProblemType
    dropped: dict[str, str]
    keep: tuple[str, ...]
    wish: Wish
    labels: tuple[str, ...] = ()
    """Of a target of several labels: those that exploration found."""


def read_report(folder: Path) -> EdaReport:
    """What exploration left in the session's folder.

    Raises:
        DataError: ``no-report``.
    """
    path = folder / "eda" / "report.json"
    try:
        return EdaReport.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DataError(
            f"{path.name}: the exploration's report cannot be read. Run the session's eda check "
            "again.",
            code="no-report",
        ) from error


def choose(context: StageContext, report: EdaReport) -> Choices:
    """What to do with this table.

    Raises:
        CheckError: ``no-target``, ``bad-parameter``.
    """
    check, known = context.check, set(context.table.column_names)
    target = check.target or (report.target.name if report.target else None)
    if target is None:
        raise CheckError(
            f"{check.check_id}: no target is named, and exploration found none. Name it in the "
            "check's 'target'.",
            code="no-target",
        )
    keep = _names(check, "keep", known)
    dropped = _flagged(report) | dict.fromkeys(_names(check, "drop", known), "asked for: drop")
    wish = _wish(context, report, target)
    if wish.group:
        dropped[wish.group] = "names the group that the split keeps together"
    kept_out = {name: why for name, why in dropped.items() if name not in (*keep, target)}
    kind = _problem_type(check, report, target)
    labels = tuple(report.target.class_counts) if report.target and kind == "multilabel" else ()
    return Choices(target, kind, kept_out, keep, wish, labels)


def type_labels(
    frame: pd.DataFrame, target: str, problem_type: ProblemType, labels: Sequence[str] = ()
) -> pd.DataFrame:
    """The table with whole numbers for classes that are, numbers for a regression, sets of labels.

    Raises:
        DataError: ``bad-target``: no number where one is needed, one class alone, or too many.
    """
    if problem_type == "multilabel":
        return with_label_sets(frame, target, labels)
    values = frame[target]
    if problem_type == "regression":
        numbers = pd.to_numeric(values, errors="coerce").astype("float64")
        broken = int((~np.isfinite(numbers) & values.notna()).sum())
        if broken:
            raise _bad_target(target, f"{broken} values are no numbers")
        return frame.assign(**{target: numbers})
    n_classes = values.nunique()
    if n_classes < 2:
        raise _bad_target(target, f"it has {n_classes} class, and there is nothing to tell apart")
    if n_classes > MOST_CLASSES:
        raise _bad_target(target, f"it has {n_classes} classes, and {MOST_CLASSES} are the most")
    if pd.api.types.is_float_dtype(values) and (values.dropna() % 1 == 0).all():
        return frame.assign(**{target: values.astype("Int64").astype("object")})
    return frame


def _bad_target(name: str, fact: str) -> DataError:
    cure = "Name another target, or params.problem_type"
    return DataError(f"{name}: as a target it does not do: {fact}. {cure}.", code="bad-target")


def _names(check: Check, parameter: str, known: set[str]) -> tuple[str, ...]:
    value = check.params.get(parameter, "")
    names = tuple(each.strip() for each in str(value).split(",") if each.strip())
    unknown = [name for name in names if name not in known]
    if unknown:
        raise CheckError(
            f"{check.check_id}: params.{parameter} names {unknown[0]!r}, which is no column of the "
            "table. Write column names with commas between.",
            code="bad-parameter",
        )
    return names


def _one(check: Check, parameter: str, known: set[str]) -> str | None:
    names = _names(check, parameter, known)
    if len(names) > 1:
        raise CheckError(
            f"{check.check_id}: params.{parameter} names {len(names)} columns. Name one.",
            code="bad-parameter",
        )
    return names[0] if names else None


def _flagged(report: EdaReport) -> dict[str, str]:
    """Columns that exploration advises against, leaks last: theirs is the reason that is told."""
    dropped = dict.fromkeys(report.flags.constant, "constant: the same in every row")
    for name in report.flags.id_like:
        summary = report.columns_profile[name].summary
        has_words = isinstance(summary, TextSummary) and summary.mean_words >= FREE_TEXT_WORDS
        if not has_words:
            dropped[name] = "id-like: it tells rows apart and nothing else"
    for name in report.flags.possible_leakage:
        signs = report.columns_profile[name].leakage
        why = " ".join(f"{sign.signal}: {sign.reason}" for sign in signs)
        dropped[name] = f"leak: {why}".rstrip(": ")
    return dropped


def _problem_type(check: Check, report: EdaReport, target: str) -> ProblemType:
    asked = check.params.get("problem_type")
    is_same = report.target is not None and report.target.name == target
    found = report.target.task_type if report.target is not None and is_same else None
    match asked if asked is not None else found:
        case "classification":
            return "classification"
        case "regression":
            return "regression"
        case "multilabel" if found == "multilabel":
            return "multilabel"
    fact = (
        f"params.problem_type is {asked!r}"
        if asked is not None
        else f"exploration looked at another target than {target!r}"
    )
    raise CheckError(
        f"{check.check_id}: {fact}. Give 'classification' or 'regression', or run eda with this "
        "target.",
        code="bad-parameter",
    )


def _wish(context: StageContext, report: EdaReport, target: str) -> Wish:
    check, known = context.check, set(context.table.column_names)
    group, time = _one(check, "group", known), _one(check, "time", known)
    split = check.params.get("split", "auto")
    if split not in ("auto", "random"):
        raise CheckError(
            f"{check.check_id}: params.split is {split!r}. Write 'auto' or 'random'; params.group "
            "and params.time name a column to split by.",
            code="bad-parameter",
        )
    if group is None and time is None and split == "auto" and report.target is not None:
        advice = report.target.cross_validation
        group = advice.group_column if "Group" in advice.strategy else None
        time = advice.time_column if advice.strategy == "TimeSeriesSplit" else None
    moment = context.table.column(time) if time else None
    is_classes = _problem_type(check, report, target) == "classification"
    return Wish(
        stratify=is_classes,
        group=None if time else group,
        time=time,
        time_format=moment.date_format if moment else None,
        ids=report.flags.id_like,
    )
