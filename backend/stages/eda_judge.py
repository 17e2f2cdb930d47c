"""Whether a report can be believed, and what in it a person should decide.

Rules of this file: a report that contradicts the reader of the table, or itself, fails; what is
true but doubtful warns. Nothing here touches a disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from backend.contracts.eda_report import EdaReport
from backend.contracts.schema import TableSnapshot


class Judged(NamedTuple):
    """What fails a report, and what a person should know."""

    failures: tuple[str, ...]
    warnings: tuple[str, ...]


def judge_report(report: EdaReport, table: TableSnapshot, files: Set[str]) -> Judged:
    """Compare a report with what was read of the table, with itself, and with its figures."""
    failures = [
        *_against_table(report, table),
        *_against_itself(report),
        *(
            f"The report names {path!r}, and no such figure was left."
            for path in report.visuals.paths
            if path not in files
        ),
    ]
    return Judged(tuple(failures), tuple(_doubts(report)))


def _against_table(report: EdaReport, table: TableSnapshot) -> Iterator[str]:
    """Rows, columns and empty cells as the reader counted them."""
    if report.dataset.n_rows != table.rows:
        yield f"The report tells of {report.dataset.n_rows} rows; {table.table} has {table.rows}."
    is_cut = report.dataset.sampled_rows is not None
    if report.dataset.columns != table.column_names and not is_cut:
        yield f"The report's columns are not those of {table.table}."
    for column in table.columns:
        profile = report.columns_profile.get(column.name)
        if profile is not None and profile.n_missing != column.missing:
            yield (
                f"The report tells of {profile.n_missing} empty cells in {column.name!r}; "
                f"{column.missing} were read."
            )


def _against_itself(report: EdaReport) -> Iterator[str]:
    dataset, target = report.dataset, report.target
    if set(report.columns_profile) != set(dataset.columns):
        yield "The report has not one profile for each of its columns."
    if target is None or target.task_type != "classification":
        return
    told = sum(target.class_counts.values()) + target.n_missing
    if target.n_classes == len(target.class_counts) and told != dataset.n_rows:
        yield f"The classes of {target.name!r} add up to {told} rows of {dataset.n_rows}."


def _doubts(report: EdaReport) -> Iterator[str]:
    """What is true, and for a person to decide."""
    flags = report.flags
    sample, whole = report.dataset.sampled_rows, report.dataset.n_rows
    if sample is not None:
        yield f"Relations, signs and figures are of a sample of {sample} of {whole} rows."
    absent = len(report.meta.left_out)
    if absent:
        yield f"{absent} columns were not explored: {', '.join(report.meta.left_out[:10])}."
    if flags.possible_leakage:
        names = ", ".join(map(repr, flags.possible_leakage[:10]))
        yield f"Possible leakage in {names}; ask when these become known."
    yield from _target_doubts(report)
    for probe in report.meta.probes:
        if probe.outcome != "answered":
            yield f"Probe {probe.probe} gave no answer: {probe.finding}"


def _target_doubts(report: EdaReport) -> Iterator[str]:
    target = report.target
    if target is None:
        yield "No column looks like a target; name one in 'target' before preparation."
        return
    if target.is_ambiguous:
        yield f"The target {target.name!r} ({target.task_type}) is not sure: {target.reason}"
    if target.n_classes == 1:
        yield f"The target {target.name!r} has one value alone: there is nothing to learn."
    elif target.task_type == "classification" and min(target.class_counts.values(), default=2) < 2:
        yield f"A class of {target.name!r} has a single row: no split can hold it on both sides."
