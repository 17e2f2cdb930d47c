"""For auditors: whether the prompt log is whole, what stands in it, and what would be sent.

Nothing here writes into the workspace.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import JsonValue

from backend.aside import aside
from backend.compiling import COMPILE
from backend.contracts.check import InvalidCheck
from backend.contracts.errors import CheckError
from backend.contracts.prompt import PromptRecord
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.describe import find_entry
from backend.store.prompt_log import read_prompts, verify_chain
from backend.store.schema_files import read_schema
from backend.store.settings_file import read_settings
from backend.store.waivers import verify_waivers
from backend.store.workflows import read_workflows
from backend.tables.snapshot import snapshot_tables


class Audit(NamedTuple):
    """Whether all is as it was written, whether each program is accounted for, and in words."""

    is_whole: bool
    is_accounted: bool
    lines: tuple[str, ...]


def audit(workspace: Workspace) -> Audit:
    """Verify the chains of log and waivers, then tie every program to the compile that gave it.

    Raises:
        WorkspaceError: the log cannot be read.
    """
    chain = verify_chain(workspace)
    if not chain.ok:
        fact = f"plan_prompt_log.jsonl is broken at line {chain.line}: {chain.reason}"
        good = f"The {chain.records:,} records before it are as they were written."
        return Audit(False, False, (fact, good))
    told = [f"plan_prompt_log.jsonl is whole: {chain.records:,} records, head {chain.head or '-'}"]
    waivers = verify_waivers(workspace)
    if not waivers.ok:
        fact = f"waivers.jsonl is broken at line {waivers.line}: {waivers.reason}"
        return Audit(False, False, (*told, f"{fact} No waiver counts until that is settled."))
    if waivers.records:
        told.append(f"waivers.jsonl is whole: {waivers.records:,} records, head {waivers.head}")
    compiles, calls = _known(workspace)
    workflows = read_workflows(workspace, holds_lock=False).workflows.values()
    programs = [workflow for workflow in workflows if workflow.program]
    missing = [fact for each in programs if (fact := _unaccounted(each, compiles, calls))]
    told.append(f"{len(programs) - len(missing)} of {len(programs)} programs are accounted for.")
    return Audit(True, not missing, (*told, *missing))


def _known(workspace: Workspace) -> tuple[dict[tuple[str, str], PromptRecord], set[str]]:
    compiles, calls = {}, set()
    for record in read_prompts(workspace):
        if record.purpose == COMPILE and record.program:
            compiles[record.check_id, record.program] = record
        else:
            calls.add(record.hash)
    return compiles, calls


def _unaccounted(
    workflow: Workflow, compiles: dict[tuple[str, str], PromptRecord], calls: set[str]
) -> str:
    """What of a program's making is not on record; empty where all is."""
    assert workflow.program is not None
    record = compiles.get((workflow.check_id, workflow.program.sha256))
    if record is None:
        return f"{workflow.check_id}: no compile on record gave {workflow.program.sha256}."
    lost = [call for call in record.calls if call not in calls]
    if lost:
        return f"{workflow.check_id}: its compile names the call {lost[0]}, which is not there."
    return ""


def say_records(workspace: Workspace, check_id: str) -> Iterator[str]:
    """Every compile and model call of a check, oldest first, in full.

    Raises:
        WorkspaceError: the log cannot be read.
    """
    number = 0
    for number, record in enumerate(read_prompts(workspace, check_id=check_id), start=1):
        yield _heading(number, record)
        yield from _indented("asked", record.request)
        yield from _indented("answered", record.response)
    if not number:
        yield f"{check_id}: nothing on record."


def _heading(number: int, record: PromptRecord) -> str:
    usage = record.usage
    parts = [f"#{number} {record.at} {record.purpose} by {record.model}: {record.ending}"]
    parts += [f"({record.code})"] if record.code else []
    if usage.all_input:
        cached = f", {usage.cache_read:,} of it cached" if usage.cache_read else ""
        parts.append(f"{usage.all_input:,} tokens in{cached}, {usage.output:,} out")
        parts.append(f"${record.usd:.4f}")
    parts += [f"request {record.request_id}"] if record.request_id else []
    parts += [f"shared {record.shared}"] if record.shared else []
    parts += [f"gave {record.program}"] if record.program else []
    return ", ".join(parts) + f"\n  {record.hash}"


def _indented(title: str, value: JsonValue) -> Iterator[str]:
    yield f"  {title}:"
    text = value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
    yield from (f"    {line}" for line in text.splitlines())


def say_preview(workspace: Workspace, check_id: str) -> str:
    """Exactly what would be sent to a model for a check as it stands.

    Raises:
        WorkspaceError: there is no such check.
        CheckError: its entry cannot be read.
        PlanError: nothing would be sent, and why.
    """
    from backend.planner.by_model.preview import preview
    from backend.planner.by_model.privacy import Known
    from backend.planner.by_model.samples import sampler
    from backend.planner.by_model.summaries import read_summaries

    entry = find_entry(workspace, check_id)
    if isinstance(entry, InvalidCheck):
        raise CheckError(entry.message)
    with aside(workspace) as same:
        before = read_schema(workspace, holds_lock=False).schema
        schema = snapshot_tables(same, before, asked=entry.target_table)
        known = Known(read_summaries(workspace), sampler(same))
        return preview(entry, schema, read_settings(workspace), known=known)
