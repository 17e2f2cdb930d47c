"""A run as OpenLineage has it: a START event, then one of COMPLETE, FAIL and ABORT.

Terms are those of https://openlineage.io/spec (2-0-2). Tables are input datasets; a verdict is an
assertion about the first table that its check reads. A check in ERROR asserts nothing: it is a test
that was skipped, and the run FAILs. No cell of a table is in an event.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import quote

from openlineage.client.event_v2 import InputDataset, Job, Run, RunEvent, RunState, set_producer
from openlineage.client.facet_v2 import (
    DatasetFacet,
    InputDatasetFacet,
    RunFacet,
    data_quality_assertions_dataset,
    data_quality_metrics_input_dataset,
    dataset_version_dataset,
    error_message_run,
    execution_parameters_run,
    job_type_job,
    schema_dataset,
    test_run,
)

from backend.contracts.schema import Column, TableSnapshot
from backend.contracts.verdict import RunRecord, Verdict

PRODUCER = "urn:pandas-codegen-agent"
_NAMES = uuid.UUID("7c8f6a52-50fb-4f39-9a6a-6c7a1a53f3a4")
"""The namespace that run ids of the log are turned into UUIDs with."""
_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)
_STATUSES = {Verdict.PASS: "pass", Verdict.WARN: "fail", Verdict.FAIL: "fail"}
_MOST_ERRORS = 10


class ToldRun(NamedTuple):
    """What a run is called, and how."""

    run_id: str
    as_of: str
    namespace: str
    job: str
    data_url: str
    """Where the data folder is: ``s3://bucket/prefix`` or ``file:///…``."""


def start_event(run: ToldRun) -> RunEvent:
    """The run begins."""
    return _event(run, RunState.START, {}, [])


def end_event(
    run: ToldRun,
    records: Sequence[RunRecord],
    tables: Mapping[str, TableSnapshot],
    exit_code: int,
    *,
    was_ended: bool = False,
) -> RunEvent:
    """The run has come to its end: ABORT where it was told to, FAIL where a check is in error."""
    state = RunState.ABORT if was_ended else RunState.FAIL if exit_code >= 3 else RunState.COMPLETE
    facets: dict[str, RunFacet] = {"test": test_run.TestRunFacet(tests=[*map(_test, records)])}
    if state is RunState.FAIL:
        facets["errorMessage"] = _say_errors(records)
    return _event(run, state, facets, [*_inputs(run, records, tables)], exit_code)


def lost_event(run: ToldRun, message: str) -> RunEvent:
    """The run could not come to its end."""
    error = error_message_run.ErrorMessageRunFacet(message=message, programmingLanguage="Python")
    return _event(run, RunState.FAIL, {"errorMessage": error}, [])


def run_uuid(run_id: str) -> str:
    """The UUID by which a run of the log is known to receivers."""
    return str(uuid.uuid5(_NAMES, run_id))


def _event(
    run: ToldRun,
    state: RunState,
    facets: Mapping[str, RunFacet],
    inputs: list[InputDataset],
    exit_code: int | None = None,
) -> RunEvent:
    set_producer(PRODUCER)
    told = {"run_id": run.run_id, "as_of": run.as_of}
    told |= {} if exit_code is None else {"exit_code": str(exit_code)}
    parameters = [
        execution_parameters_run.ExecutionParameter(key=key, value=value)
        for key, value in told.items()
    ]
    executed = execution_parameters_run.ExecutionParametersRunFacet(parameters=parameters)
    kind = job_type_job.JobTypeJobFacet(
        processingType="BATCH", integration="PANDAS_CODEGEN_AGENT", jobType="DATA_QUALITY"
    )
    return RunEvent(
        eventType=state,
        eventTime=datetime.now(UTC).isoformat(timespec="milliseconds"),
        run=Run(run_uuid(run.run_id), {"executionParameters": executed, **facets}),
        job=Job(run.namespace, run.job, {"jobType": kind}),
        inputs=inputs,
        outputs=[],
        producer=PRODUCER,
    )


def _inputs(
    run: ToldRun, records: Sequence[RunRecord], tables: Mapping[str, TableSnapshot]
) -> Iterator[InputDataset]:
    """Every table that was read, with what was found out about it."""
    about: dict[str, list[RunRecord]] = defaultdict(list)
    for record in records:
        for place, name in enumerate(record.tables):
            about[name] += [record] if place == 0 and record.verdict in _JUDGED else []
    for name, judged in about.items():
        if snapshot := tables.get(name):
            namespace, called = dataset_name(run.data_url, run.namespace, snapshot)
            yield InputDataset(
                namespace,
                called,
                facets=_facets(snapshot),
                inputFacets=_input_facets(snapshot, judged),
            )


def dataset_name(data_url: str, namespace: str, table: TableSnapshot) -> tuple[str, str]:
    """The namespace and the name of a table, as the specification's naming has them for files.

    A table of ``sources.toml`` has the jobs' namespace: what its query reads is not known here.
    """
    if table.origin:
        return namespace, table.table
    scheme, _, rest = data_url.partition("://")
    folder = rest.rstrip("/")
    sheet = f"#{quote(table.sheet)}" if table.sheet else ""
    if scheme == "file":
        return "file", f"{folder}/{table.file}{sheet}"
    bucket, _, prefix = folder.partition("/")
    return f"{scheme}://{bucket}", f"{prefix}/{table.file}{sheet}".lstrip("/")


def _facets(table: TableSnapshot) -> dict[str, DatasetFacet]:
    fields = [
        schema_dataset.SchemaDatasetFacetFields(
            name=column.name, type=column.type.value, ordinal_position=place
        )
        for place, column in enumerate(table.columns, 1)
    ]
    return {
        "schema": schema_dataset.SchemaDatasetFacet(fields=fields),
        "version": dataset_version_dataset.DatasetVersionDatasetFacet(table.fingerprint),
    }


def _input_facets(
    table: TableSnapshot, judged: Sequence[RunRecord]
) -> dict[str, InputDatasetFacet]:
    metrics = data_quality_metrics_input_dataset.DataQualityMetricsInputDatasetFacet(
        rowCount=table.rows,
        bytes=table.stat.size or None,
        columnMetrics={column.name: _metrics(table, column) for column in table.columns},
    )
    found: dict[str, InputDatasetFacet] = {"dataQualityMetrics": metrics}
    if judged:
        assertions = [*map(_assertion, judged)]
        found["dataQualityAssertions"] = (
            data_quality_assertions_dataset.DataQualityAssertionsDatasetFacet(assertions=assertions)
        )
    return found


def _metrics(
    table: TableSnapshot, column: Column
) -> data_quality_metrics_input_dataset.ColumnMetrics:
    distinct = table.rows if column.unique else len(column.values) or None
    return data_quality_metrics_input_dataset.ColumnMetrics(
        nullCount=column.missing, distinctCount=distinct, count=table.rows - column.missing
    )


def _assertion(record: RunRecord) -> data_quality_assertions_dataset.Assertion:
    return data_quality_assertions_dataset.Assertion(
        assertion=record.check_id,
        success=record.verdict is Verdict.PASS,
        severity="error" if record.verdict is Verdict.FAIL else "warn",
        name=record.check_name,
        description=record.summary,
        actual=f"{record.flagged} of {record.tested}",
        params=_params(record),
    )


def _test(record: RunRecord) -> test_run.TestExecution:
    return test_run.TestExecution(
        name=record.check_id,
        status=_STATUSES.get(record.verdict, "skip"),
        severity="warn" if record.verdict is Verdict.WARN else "error",
        type=record.stage,
        description=record.check_name,
        actual=record.summary if record.verdict in _JUDGED else record.code,
        params=_params(record),
    )


def _params(record: RunRecord) -> dict[str, str]:
    told = {
        "verdict": record.verdict.value,
        "severity": record.severity,
        "owner": record.owner,
        "tags": ",".join(record.tags),
        "code": record.code,
        "unchanged_since": record.unchanged_since,
    }
    return {name: value for name, value in told.items() if value}


def _say_errors(records: Sequence[RunRecord]) -> error_message_run.ErrorMessageRunFacet:
    wrong = [each for each in records if each.verdict is Verdict.ERROR]
    told = [f"{each.check_id}: {each.code}" for each in wrong[:_MOST_ERRORS]]
    told += [f"and {len(wrong) - _MOST_ERRORS} more"] if len(wrong) > _MOST_ERRORS else []
    message = "; ".join(told) or "the run was ended"
    return error_message_run.ErrorMessageRunFacet(message=message, programmingLanguage="Python")
