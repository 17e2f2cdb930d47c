"""The follow-up loop: which deeper questions are asked, within what budget, and on what record.

Rules of this file: each request is on record before its step begins, and each answer before the
next request; a probe that fails is asked again on less, and at last reported as failed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Container, Iterator, Mapping
from typing import Literal, NamedTuple

import pandas as pd
from pydantic import JsonValue

from backend.contracts.eda_report import EdaReport, ProbeAnswer, ProbeName
from backend.contracts.errors import CheckError
from backend.stages.chosen_probes import PROBES, Probe, read_probes
from backend.stages.eda_findings import finding_of
from backend.stages.laboratory import StepFailed
from backend.stages.stage_context import StageContext
from backend.store.journal import append_lines

RECORD = "probes.jsonl"
MOST_PROBES, MOST_SECONDS = 3, 300.0
SCOPES = ((5, 20_000), (2, 5_000), (1, 1_000))
"""Columns and rows of the first attempt, and of each that follows a failure."""
LEAST_UNKNOWN, MOST_UNKNOWN = 5.0, 95.0


def ask_deeper(context: StageContext, frame: pd.DataFrame, report: EdaReport) -> list[ProbeAnswer]:
    """Ask what policy, or the model that wrote the page, or a person wants to know beyond it.

    Parameters of the check: ``probes`` (how many at most, 3), ``probe_seconds`` (all together,
    300), ``probe`` (one that a person asks for; it comes first) and ``probe_columns`` (about
    which columns, commas between).

    Raises:
        CheckError: ``bad-parameter``.
    """
    wishes = read_wishes(context)
    ends = time.monotonic() + wishes.seconds
    asked = _asked(context, wishes, report)
    chosen = read_probes(context.laboratory.program.source, report.columns_profile)
    decided = decide_probes(report) if chosen is None else chosen
    wanted = [each for each in decided if not asked or each.name != asked.name]
    probes = ([asked] if asked else []) + wanted
    most = max(wishes.most, 1) if asked else wishes.most
    return [_answer(context, frame, report, probe, ends) for probe in probes[:most]]


def decide_probes(report: EdaReport) -> list[Probe]:
    """What the first look gives cause to ask: on leakage first, then types, then gaps."""
    return [*_leakage(report), *_types(report), *_gaps(report)]


def _leakage(report: EdaReport) -> Iterator[Probe]:
    suspects = report.flags.possible_leakage
    if suspects and report.target is not None and report.target.task_type != "multilabel":
        yield Probe("leakage_check", suspects, "The first look found signs of leakage.")


def _types(report: EdaReport) -> Iterator[Probe]:
    mixed = [name for name, each in report.columns_profile.items() if each.mixed is not None]
    target = report.target
    if target is not None and target.is_ambiguous and target.name in report.columns_profile:
        mixed = [target.name, *(name for name in mixed if name != target.name)]
    if mixed:
        why = "Columns hold more than one type, or the target could be read in two ways."
        yield Probe("type_disambiguation", tuple(mixed), why)


def _gaps(report: EdaReport) -> Iterator[Probe]:
    goal = report.target.name.split(",") if report.target else []
    related = {e.feature for e in report.dataset.missingness.related_to_target if e.is_related}
    shares = {
        name: each.pct_unknown
        for name, each in report.columns_profile.items()
        if name not in goal and each.pct_unknown <= MOST_UNKNOWN
    }
    holed = [n for n, pct in shares.items() if pct >= LEAST_UNKNOWN or (pct and n in related)]
    if holed:
        ordered = sorted(holed, key=lambda name: (-shares[name], name))
        yield Probe("drill_missing", tuple(ordered), "Columns have many unknown cells.")


class Wishes(NamedTuple):
    """What a check's parameters say of deeper questions."""

    most: int
    seconds: float
    probe: ProbeName | None
    """The one that a person asks for, about these columns."""
    columns: tuple[str, ...]


def read_wishes(context: StageContext) -> Wishes:
    """What the check wants to be asked: known before the table is explored.

    Raises:
        CheckError: ``bad-parameter``.
    """
    most = int(context.number("probes", MOST_PROBES, low=0, high=20))
    seconds = context.number("probe_seconds", MOST_SECONDS, low=0, high=86_400)
    name = context.check.params.get("probe")
    if name is None:
        return Wishes(most, seconds, None, ())
    if name not in PROBES:
        raise _bad(context, "probe", name, ", ".join(PROBES))
    told = str(context.check.params.get("probe_columns", ""))
    columns = tuple(part.strip() for part in told.split(",") if part.strip())
    _refuse_unknown(context, columns, context.columns)
    return Wishes(most, seconds, name, columns)


def _refuse_unknown(context: StageContext, columns: tuple[str, ...], known: Container[str]) -> None:
    unknown = [each for each in columns if each not in known]
    if unknown:
        raise _bad(context, "probe_columns", unknown[0], "columns of the table")


def _asked(context: StageContext, wishes: Wishes, report: EdaReport) -> Probe | None:
    """The probe that a person asks for, about the columns that they name or policy would."""
    if wishes.probe is None:
        return None
    _refuse_unknown(context, wishes.columns, report.columns_profile)
    by_policy = {each.name: each.columns for each in decide_probes(report)}
    fallback = by_policy.get(wishes.probe, tuple(report.columns_profile))
    return Probe(wishes.probe, wishes.columns or fallback, "A person asked for it.")


def _bad(context: StageContext, name: str, value: object, known: str) -> CheckError:
    return CheckError(
        f"{context.check.check_id}: params.{name} is {value!r}. Give one of: {known}.",
        code="bad-parameter",
    )


def _answer(
    context: StageContext, frame: pd.DataFrame, report: EdaReport, probe: Probe, ends: float
) -> ProbeAnswer:
    """Ask, on less after each failure, until there is an answer or no scope or time is left."""
    trouble = "The time for probes was spent before it began."
    for attempt, (most_columns, most_rows) in enumerate(SCOPES, start=1):
        left = ends - time.monotonic()
        if left <= 0:
            return _gave_up(context, probe, attempt - 1, "out-of-time", trouble)
        columns = probe.columns[:most_columns]
        part = _cut(context, frame, most_rows)
        _put(context, "request", probe, columns=columns, rows=len(part), attempt=attempt)
        try:
            values = _ask(context, report, probe, columns, part, left)
        except StepFailed as error:
            trouble = str(error)
            _put(context, "failure", probe, attempt=attempt, code=error.code, reason=trouble)
            continue
        found = finding_of(probe.name, values)
        answer = ProbeAnswer(
            probe=probe.name,
            why=probe.why,
            columns=columns,
            attempts=attempt,
            outcome="answered",
            finding=found,
            values=values,
        )
        _put(context, "answer", probe, **answer.model_dump(mode="json", exclude={"probe", "why"}))
        return answer
    return _gave_up(context, probe, len(SCOPES), "failed", trouble)


def _cut(context: StageContext, frame: pd.DataFrame, most_rows: int) -> pd.DataFrame:
    if len(frame) <= most_rows:
        return frame
    return frame.sample(most_rows, random_state=context.seed).sort_index()


def _ask(
    context: StageContext,
    report: EdaReport,
    probe: Probe,
    columns: tuple[str, ...],
    part: pd.DataFrame,
    seconds: float,
) -> dict[str, JsonValue]:
    arguments: dict[str, JsonValue] = {
        "columns": context.columns,
        "target": report.target.name if report.target else None,
        "probed": list(columns),
    }
    tables: Mapping[str, pd.DataFrame] = {context.table.table: part}
    finished = context.laboratory.run(
        probe.name, tables, arguments, context.leave, seconds=max(seconds, 1.0)
    )
    return finished.value if isinstance(finished.value, dict) else {}


def _gave_up(
    context: StageContext,
    probe: Probe,
    attempts: int,
    outcome: Literal["failed", "out-of-time"],
    trouble: str,
) -> ProbeAnswer:
    answer = ProbeAnswer(
        probe=probe.name,
        why=probe.why,
        columns=probe.columns,
        attempts=attempts,
        outcome=outcome,
        finding=trouble,
    )
    _put(context, "answer", probe, **answer.model_dump(mode="json", exclude={"probe", "why"}))
    return answer


def _put(context: StageContext, event: str, probe: Probe, **told: object) -> None:
    line = {"event": event, "probe": probe.name, "why": probe.why, **told}
    append_lines(context.leave / RECORD, json.dumps(line, ensure_ascii=False) + "\n")
