"""What years of runs leave for auditors: exchanges with a model, compiles, and tables as each saw.

It belongs to the workspace of `bench.dashboard_workspace`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from backend.contracts.check import Check
from backend.contracts.history import TableMeasures, TableProfile
from backend.contracts.model import Usage
from backend.contracts.prompt import PromptRecord
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.store.profiles import append_profiles
from backend.store.prompt_log import append_prompt
from backend.tables.measures import VERSION, measure_table

_PROMPT = "You turn one business rule into typed data. " * 120
"""As long as a real one: what is asked of a model is most of such a log."""
_CHANGED_EVERY = 5
"""Runs after which the table came with other rows."""


def write_audit(
    workspace: Workspace, checks: Sequence[Check], schema: Schema, runs: Sequence[tuple[str, str]]
) -> None:
    """Write the prompt log, the profiles and the summaries; ``runs`` are ids and times."""
    run_id, at = runs[0]
    for check in checks:
        asked = append_prompt(workspace, _call(check, run_id, at))
        append_prompt(workspace, _compile(check, run_id, at, asked.hash))
    _write_profiles(workspace, schema, runs)
    told = {
        name: {"summary": f"The {name} of a shop.", "columns": {}, "by": "profile"}
        for name in schema.tables
    }
    workspace.summaries_file.write_text(json.dumps(told), "utf-8")


def _call(check: Check, run_id: str, at: str) -> PromptRecord:
    return PromptRecord(
        at=at,
        run_id=run_id,
        check_id=check.check_id,
        purpose="plan",
        model="claude-haiku-4-5",
        request={
            "system": _PROMPT,
            "messages": [{"role": "user", "content": check.calculation_hint}],
        },
        response={"content": [{"type": "text", "text": "{}"}], "stop_reason": "end_turn"},
        usage=Usage(input=900, output=120, cache_read=3_000),
        usd=0.0018,
        seconds=1.4,
        shared="names",
    )


def _compile(check: Check, run_id: str, at: str, call: str) -> PromptRecord:
    return PromptRecord(
        at=at,
        run_id=run_id,
        check_id=check.check_id,
        purpose="compile",
        model="by-model@1",
        request={"sentence": check.calculation_hint, "tables": {"orders": ["price"]}},
        response={"kind": "broken_rows", "restatement": check.calculation_hint},
        program="sha256:" + "0f" * 32,
        calls=(call,),
        seconds=2.1,
    )


def _write_profiles(workspace: Workspace, schema: Schema, runs: Sequence[tuple[str, str]]) -> None:
    profiles = []
    for table in schema.tables.values():
        measures = measure_table(workspace, table)
        for number, (run_id, at) in enumerate(runs):
            changes = number // _CHANGED_EVERY
            is_new = number % _CHANGED_EVERY == 0
            profiles.append(
                TableProfile(
                    version=VERSION,
                    run_id=run_id,
                    at=at,
                    as_of=at[:10],
                    table=table.table,
                    fingerprint=f"xxh3:{changes:032x}",
                    measures=_grown(measures, changes) if is_new else None,
                )
            )
    append_profiles(workspace, profiles)


def _grown(measures: TableMeasures, by: int) -> TableMeasures:
    first, *others = measures.columns
    more = first.model_copy(update={"missing": first.missing + by})
    return measures.model_copy(update={"rows": measures.rows + by, "columns": (more, *others)})
