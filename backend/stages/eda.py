"""The stage ``eda``: one table explored, its report read back strictly, and asked deeper.

Rules of this file: what the step gives is believed only where it fits the contract and the facts
that the reader of the table already has; the report's pages are written from the contract alone.
"""

from __future__ import annotations

import json
from typing import NamedTuple

import pandas as pd
from pydantic import JsonValue, ValidationError

from backend.contracts.eda_report import EdaReport
from backend.contracts.errors import CheckError, ProgramError
from backend.stages.eda_aggregates import with_exact_counts
from backend.stages.eda_judge import judge_report
from backend.stages.eda_page import write_page
from backend.stages.eda_probes import ask_deeper, read_wishes
from backend.stages.eda_summary import summarise
from backend.stages.laboratory import Finished, StepFailed
from backend.stages.stage_context import StageContext, StageResult
from backend.store.atomic import write_atomic

REPORT, PAGE = "report.json", "report.md"
TOO_MUCH = frozenset({"timeout", "memory", "crashed"})
"""Codes of a step that a smaller table may help."""


LARGE = 1_000_000
"""Tables of more rows are aggregated by DuckDB, and related by a sample, from the outset."""


class Scope(NamedTuple):
    """How much of a table is given to the step; None is all of it."""

    rows: int | None = None
    columns: int | None = None
    figures: int = 12


SCOPES = (Scope(), Scope(rows=100_000), Scope(rows=20_000, columns=40, figures=4))


def run_eda(context: StageContext) -> StageResult:
    """Explore the table, probe where the first look gives cause, and leave the report.

    Parameters of the check: ``missing_threshold_pct`` (30), ``plot_limit`` (12),
    ``outcome_date`` (the column that tells when the outcome was known), ``targets`` (columns of a
    multilabel target, commas between), and those of `ask_deeper`.

    Raises:
        StepFailed: the exploration failed, also on the smallest sample.
        ProgramError: ``bad-report``: what it gave is no report.
        CheckError: ``bad-parameter``.
    """
    read_wishes(context)  # what does not fit is told before anything is begun
    frame = context.load()
    finished, part, errors = _explore(context, frame)
    report = _read_report(context, finished, part, errors)
    if len(part) < len(frame):
        report = with_exact_counts(report, frame)
    probes = ask_deeper(context, frame, report)
    report = report.model_copy(
        update={"meta": report.meta.model_copy(update={"probes": tuple(probes)})}
    )
    write_atomic(context.leave / REPORT, report.model_dump_json(indent=2) + "\n")
    write_atomic(context.leave / PAGE, write_page(report, context.table.table))
    judged = judge_report(report, context.table, set(finished.files))
    return StageResult(
        summary=summarise(report).split("\n")[0],
        tested=report.dataset.n_rows,
        warnings=judged.warnings,
        failures=judged.failures,
        files=_left(context),
        values=_values(report),
    )


def _text_parameter(context: StageContext, name: str) -> str | None:
    """A parameter of the check as text; None where it is not given.

    Raises:
        CheckError: ``bad-parameter``: it is a number, or empty.
    """
    value = context.check.params.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise CheckError(
            f"{context.check.check_id}: params.{name} is {value!r}. Give a text, or leave it out.",
            code="bad-parameter",
        )
    return value.strip()


class _Explored(NamedTuple):
    """What the step gave, of which part of the table, and why not of more."""

    finished: Finished
    part: pd.DataFrame
    errors: list[str]


def _explore(context: StageContext, frame: pd.DataFrame) -> _Explored:
    """The first scope that the step can bear, and what was wrong with the larger ones."""
    errors: list[str] = []
    for scope in SCOPES[1:] if len(frame) > LARGE else SCOPES:
        part = _cut(context, frame, scope)
        if errors:
            errors.append(
                f"Then {len(part)} of {len(frame)} rows and {part.shape[1]} of "
                f"{frame.shape[1]} columns were explored, drawn at random."
            )
        try:
            arguments = _arguments(context, scope)
            tables = {context.table.table: part}
            finished = context.laboratory.run("explore", tables, arguments, context.leave)
            return _Explored(finished, part, errors)
        except StepFailed as error:
            if error.code not in TOO_MUCH or scope is SCOPES[-1]:
                raise
            errors.append(str(error))
    raise AssertionError("the last scope returns or raises")


def _cut(context: StageContext, frame: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    part = frame
    if scope.rows is not None and len(part) > scope.rows:
        part = part.sample(scope.rows, random_state=context.seed).sort_index()
    if scope.columns is not None and part.shape[1] > scope.columns:
        asked = (_target(context) or "").split(",")
        wanted = [name for name in part if str(name) in (*asked, _target(context))]
        others = [name for name in part if name not in wanted]
        kept = {*wanted, *others[: scope.columns - len(wanted)]}
        part = part[[name for name in part if name in kept]]
    return part


def _arguments(context: StageContext, scope: Scope) -> dict[str, JsonValue]:
    threshold = context.number("missing_threshold_pct", 30, low=0, high=100)
    figures = int(context.number("plot_limit", scope.figures, low=0, high=60))
    return {
        "columns": context.columns,
        "target": _target(context),
        "encoding": context.table.encoding,
        "delimiter": context.table.delimiter,
        "missing_threshold_pct": threshold,
        "plot_limit": min(figures, scope.figures) if scope.rows else figures,
        "outcome_date": _text_parameter(context, "outcome_date"),
    }


def _target(context: StageContext) -> str | None:
    return _text_parameter(context, "targets") or context.check.target


def _read_report(
    context: StageContext, finished: Finished, part: pd.DataFrame, errors: list[str]
) -> EdaReport:
    """The step's value as the contract, with what only the harness knows filled in."""
    value = finished.value
    if not isinstance(value, dict) or not isinstance(value.get("dataset"), dict):
        raise _no_report(context, "it is no mapping with a section 'dataset'")
    meta: dict[str, JsonValue] = {
        "run_id": context.run_id,
        "script_version": context.laboratory.program.sha256,
        "runtime_ms": round(1000 * finished.seconds),
        "errors": list(errors),
        "left_out": [name for name in context.table.column_names if name not in part],
    }
    try:
        text = json.dumps({**value, "meta": meta}, allow_nan=False)
        return EdaReport.model_validate_json(text, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise _no_report(context, f"{place}: {first['msg']}") from error
    except ValueError as error:
        raise _no_report(context, str(error)) from error


def _no_report(context: StageContext, fact: str) -> ProgramError:
    return ProgramError(
        f"{context.check.check_id}: what step 'explore' gave is no report ({fact}). "
        "Compile the check anew.",
        code="bad-report",
    )


def _left(context: StageContext) -> tuple[str, ...]:
    found = (path for path in context.leave.rglob("*") if path.is_file())
    return tuple(sorted(path.relative_to(context.leave).as_posix() for path in found))


def _values(report: EdaReport) -> dict[str, JsonValue]:
    target = report.target
    return {
        "rows": report.dataset.n_rows,
        "columns": report.dataset.n_cols,
        "target": target.name if target else None,
        "task_type": target.task_type if target else None,
        "duplicate_rows": report.flags.duplicate_rows,
        "possible_leakage": list(report.flags.possible_leakage),
        "probes": [f"{each.probe}: {each.outcome}" for each in report.meta.probes],
    }
