"""Two versions of a check side by side: sentence, understanding, program, and flagged rows.

The workspace is left as it is. Rows are compared over the tables of today, by running both.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from backend.aside import aside
from backend.contracts.check import Check, InvalidCheck
from backend.contracts.errors import AgentError, WorkspaceError
from backend.contracts.schema import Schema
from backend.contracts.workflow import RowDiff, Workflow
from backend.contracts.workspace import Workspace
from backend.describe import find_entry
from backend.executor.compare import compare, still_fits
from backend.executor.run import RunContext, run_program
from backend.executor.table_files import TableFiles
from backend.store.history import versions
from backend.store.schema_files import read_schema
from backend.store.settings_file import read_settings
from backend.store.workflows import read_workflows
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.locate import locate_rows
from backend.tables.snapshot import snapshot_tables
from backend.toolbox import Toolbox

SHOWN_ROWS = 20


class Pair(NamedTuple):
    """Two workflows of one check that have programs, the older first."""

    old: Workflow
    new: Workflow


def say_difference(
    workspace: Workspace,
    check_id: str,
    toolbox: Toolbox,
    *,
    wanted: tuple[str, str] = ("", ""),
    as_of: str = "",
) -> Iterator[str]:
    """Lines for a person: what differs between two versions of a check.

    ``wanted`` are beginnings of the programs' hashes, old and new; left out, the last version and
    the one before it.

    Raises:
        WorkspaceError: there is no such check, or fewer than two versions of it.
        AgentError: workspace or sandbox are not to be had.
    """
    entry = find_entry(workspace, check_id)
    pair = choose(workspace, check_id, wanted)
    yield f"{check_id} · {pair.old.compiled_at} → {pair.new.compiled_at}"
    if pair.new.reasons:
        yield f"Why: {', '.join(pair.new.reasons)}"
    yield from _say_both("Sentence", pair.old.sentence, pair.new.sentence)
    yield from _say_both("Understood as", _understanding(pair.old), _understanding(pair.new))
    yield from _say_code(pair)
    if isinstance(entry, InvalidCheck):
        yield f"Rows: not compared, for the entry cannot be read: {entry.message}"
        return
    yield from _say_rows(workspace, entry, pair, toolbox, as_of)


def choose(workspace: Workspace, check_id: str, wanted: tuple[str, str]) -> Pair:
    """The two versions to compare.

    Raises:
        WorkspaceError: there are fewer than two, or none of a wanted hash.
    """
    kept = read_workflows(workspace, holds_lock=False).workflows.values()
    now = [each for each in kept if each.check_id == check_id and each.program]
    every = [each for each in versions(workspace, check_id) if each.program]
    found = {_hash(each): each for each in [*every, *now]}
    ordered = sorted(found.values(), key=lambda each: each.compiled_at)
    if wanted[0] or wanted[1]:
        return Pair(_named(ordered, wanted[0], check_id), _named(ordered, wanted[1], check_id))
    if len(ordered) < 2:
        fact = f"{check_id}: {len(ordered) or 'no'} version{'s' * (len(ordered) != 1)} of it"
        raise WorkspaceError(f"{fact}, so there is nothing to compare.", code="one-version")
    return Pair(ordered[-2], ordered[-1])


def _hash(workflow: Workflow) -> str:
    return workflow.program.sha256 if workflow.program else ""


def _named(ordered: list[Workflow], start: str, check_id: str) -> Workflow:
    digits = start.removeprefix("sha256:")
    found = [each for each in ordered if _hash(each).removeprefix("sha256:").startswith(digits)]
    if not found:
        known = ", ".join(_hash(each)[:19] for each in ordered[-10:]) or "none"
        fact = f"{check_id}: no version's program begins with {start!r}."
        raise WorkspaceError(f"{fact} Versions: {known}.", code="unknown-version")
    return found[-1]


def _understanding(workflow: Workflow) -> str:
    plan = workflow.plan
    return " ".join([plan.restatement, *plan.assumptions]) if plan else ""


def _say_both(title: str, old: str, new: str) -> Iterator[str]:
    if old == new:
        yield f"{title}: {new} (unchanged)"
    else:
        yield f"{title}:"
        yield f"  - {old or '(not on record)'}"
        yield f"  + {new or '(not on record)'}"


def _say_code(pair: Pair) -> Iterator[str]:
    old, new = (each.program.source.splitlines() if each.program else [] for each in pair)
    before, after = (_hash(each)[:19] for each in pair)
    different = list(difflib.unified_diff(old, new, before, after, lineterm="", n=2))
    yield "Program:" if different else "Program: unchanged"
    yield from (f"  {line}" for line in different)


def _say_rows(
    workspace: Workspace, check: Check, pair: Pair, toolbox: Toolbox, as_of: str
) -> Iterator[str]:
    with aside(workspace) as same:
        before = read_schema(workspace, holds_lock=False).schema
        schema = snapshot_tables(same, before, asked=check.target_table)
        unfit = [each.compiled_at for each in pair if not still_fits(each, check, schema)]
        if unfit:
            yield f"Rows: not compared, for the version of {unfit[0]} no longer fits the tables."
            return
        diff = _run_both(same, schema, check, pair, toolbox, as_of)
        if diff is None:
            yield "Rows: not compared, for one of the programs fails on the tables of today."
            return
        yield f"Rows, over the tables of today: {diff.added:,} more and {diff.removed:,} fewer."
        table = pair.new.program.table if pair.new.program else ""
        yield from _say_some(same, schema, table, diff.added_rows, "+")
        yield from _say_some(same, schema, table, diff.removed_rows, "-")


def _run_both(
    workspace: Workspace,
    schema: Schema,
    check: Check,
    pair: Pair,
    toolbox: Toolbox,
    as_of: str,
) -> RowDiff | None:
    old, new = pair.old.program, pair.new.program
    assert old is not None and new is not None
    limits = read_settings(workspace).sandbox
    as_of = as_of or date.today().isoformat()
    with toolbox.open_sandbox(TableFiles(workspace, schema, as_of), limits) as sandbox:
        context = RunContext(
            workspace=workspace,
            run_id="",
            as_of=as_of,
            schema=schema,
            sandbox=sandbox,
            limits=limits,
        )
        try:
            found = [run_program(program, check, context) for program in (old, new)]
        except AgentError:
            return None
    return compare(*found, old_program=old, new_program=new)


def _say_some(
    workspace: Workspace, schema: Schema, table: str, rows: tuple[int, ...], sign: str
) -> Iterator[str]:
    shown = rows[:SHOWN_ROWS]
    if not shown:
        return
    snapshot = schema.tables[table]
    frame = read_frame(table_file(workspace, snapshot))
    places = locate_rows(workspace, snapshot, shown)
    for place, row in zip(places, shown, strict=True):
        cells = ", ".join(f"{name}={frame.at[row, name]!s}" for name in frame.columns[:8])
        yield f"  {sign} {place}  {cells}"
    if len(rows) > len(shown):
        yield f"  {sign} and {len(rows) - len(shown):,} more"
