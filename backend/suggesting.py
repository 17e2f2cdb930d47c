"""Suggestions for a table: proposals that compile to what they mean, with what they flag today."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

import pandas as pd

from backend.contracts.check import Check
from backend.contracts.errors import PlanError, WorkspaceError
from backend.contracts.plan import Grain
from backend.contracts.ports import Planner
from backend.contracts.program import OutcomeStatus
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.run import RunContext, run_program
from backend.executor.table_files import TableFiles
from backend.executor.write import write_program
from backend.importing import taken_ids
from backend.planner.verify import verify_table
from backend.store.checks_file import read_checks
from backend.store.settings_file import read_settings
from backend.suggest.profile import Profile
from backend.suggest.proposal import GAPS, Proposal, is_worth
from backend.suggest.propose import proposals
from backend.tables.columnar import read_frame
from backend.toolbox import Toolbox
from backend.understanding import (
    Sight,
    Understood,
    first_that_means,
    looking_at,
    offline_planner,
    say_meaning,
    understand,
)


class Suggestion(NamedTuple):
    """A check that could be written, and what it would say today."""

    check: Check
    kind: str
    flagged: int
    tested: int

    @property
    def is_near(self) -> bool:
        """Whether it holds for nearly all rows rather than for all."""
        return self.flagged > 0


def suggest_checks(workspace: Workspace, table: str, toolbox: Toolbox) -> list[Suggestion]:
    """Checks for a table that checks.json has not yet; those that flag a few rows come first.

    Raises:
        AgentError: there is no such table, or nothing can be run.
    """
    with looking_at(workspace) as sight:
        verify_table(table, sight.schema)
        planner = offline_planner()
        known = _known_meanings(workspace, table, sight.schema, planner)
        found = list(_understood(table, sight, planner, known))
        numbered = _numbered(found, table, taken_ids(workspace))
        ran = list(_run(numbered, sight, toolbox))
    return sorted(ran, key=lambda each: not each.is_near)


def _known_meanings(workspace: Workspace, table: str, schema: Schema, planner: Planner) -> set[str]:
    """What the checks of the file mean, as far as they are about this table."""
    try:
        checks = read_checks(workspace).checks
    except WorkspaceError:
        return set()
    known = set()
    for check in checks:
        if table in check.target_table:
            try:
                known.add(say_meaning(understand(check, schema, planner).rule))
            except PlanError:
                continue
    return known


def _understood(
    table: str, sight: Sight, planner: Planner, known: set[str]
) -> Iterator[tuple[Proposal, Understood]]:
    files = TableFiles(sight.workspace, sight.schema)
    profiles = {
        name: Profile(snapshot, partial(_load, files, name))
        for name, snapshot in sight.schema.tables.items()
    }
    for proposal in proposals(profiles[table], profiles, date.today().isoformat()):
        found = first_that_means(proposal.sentences, proposal.rule, sight.schema, planner)
        if isinstance(found, Understood) and say_meaning(found.rule) not in known:
            known.add(say_meaning(found.rule))
            yield proposal, found


def _load(files: TableFiles, table: str) -> pd.DataFrame:
    return read_frame(files[table])


def _numbered(
    found: list[tuple[Proposal, Understood]], table: str, taken: set[str]
) -> Iterator[tuple[Proposal, Understood]]:
    stem = re.sub(r"\W+", "-", table).strip("-").upper() or "TABLE"
    ids = (f"{stem}-{number:03d}" for number in itertools.count(1))
    free = (each for each in ids if each not in taken)
    for proposal, understood in found:
        named = {
            "check_id": next(free),
            "check_name": understood.check.calculation_hint.rstrip(".")[:80],
            "tags": ("suggested",),
        }
        yield proposal, understood._replace(check=understood.check.model_copy(update=named))


def _run(
    found: Iterator[tuple[Proposal, Understood]], sight: Sight, toolbox: Toolbox
) -> Iterator[Suggestion]:
    settings = read_settings(sight.workspace)
    files = TableFiles(sight.workspace, sight.schema)
    with toolbox.open_sandbox(files, settings.sandbox) as sandbox:
        context = RunContext(
            workspace=sight.workspace,
            run_id="suggest",
            as_of=date.today().isoformat(),
            schema=sight.schema,
            sandbox=sandbox,
            limits=settings.sandbox,
        )
        for proposal, understood in found:
            suggestion = _judged(proposal, understood, context)
            if suggestion is not None:
                yield suggestion


def _judged(proposal: Proposal, understood: Understood, context: RunContext) -> Suggestion | None:
    """The suggestion with its count; None where it flags more than a few rows after all."""
    check, plan = understood.check, understood.plan
    outcome = run_program(write_program(plan, check), check, context)
    is_counted = plan.grain is Grain.ROWS or proposal.kind == GAPS
    if outcome.status is not OutcomeStatus.OK or not is_counted:
        return None
    flagged = len(outcome.records if plan.grain is Grain.GROUPS else outcome.rows)
    if not is_worth(proposal.kind, flagged, outcome.tested):
        return None
    return Suggestion(check, proposal.kind, flagged, outcome.tested)


def say_suggestions(table: str, found: list[Suggestion], limit: int) -> Iterator[str]:
    """A line for each, with what it would flag today."""
    near = sum(each.is_near for each in found)
    noun = "suggestion" if len(found) == 1 else "suggestions"
    yield f"{table}: {len(found)} {noun}, {near} of them with rows to look at today"
    shown = found[:limit]
    counts = [_say_count(each) for each in shown]
    width = max(map(len, counts), default=0)
    for each, count in zip(shown, counts, strict=True):
        yield f"  {count:>{width}}  {each.check.calculation_hint}"
    if len(found) > limit:
        yield f"  and {len(found) - limit} more: --limit {len(found)}"


def _say_count(suggestion: Suggestion) -> str:
    number = f"{suggestion.flagged:,}" if suggestion.flagged else "none"
    if suggestion.kind == GAPS:
        return f"{number} missing in {suggestion.tested:,} rows today"
    return f"{number} of {suggestion.tested:,} rows today"
