"""The terms of one run: whether it compiles, what it keeps, how long it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.decision import Action, Decision
from backend.contracts.errors import WorkspaceError
from backend.contracts.kept import KeptVerdict
from backend.contracts.program import Job
from backend.contracts.verdict import Execution, RunRecord, Verdict
from backend.contracts.workflow import Workflow
from backend.executor.run import RunContext
from backend.executor.turns import Expected, rows_of
from backend.judging_on import why_not_judged
from backend.records import name_of
from backend.stopping import Stopping
from backend.store.last_verdicts import read_last_verdicts, write_last_verdicts
from backend.store.waivers import read_waivers
from backend.unchanged import Unchanged, remember_verdicts
from backend.waiving import in_force

Entry = Check | InvalidCheck


class Affected(NamedTuple):
    """The checks that a change concerns, and what the others came to last, by check id."""

    entries: list[Entry]
    verdicts: dict[str, Verdict]


class Terms:
    """How a run was asked to go; what earlier runs left for that is read when it is asked for."""

    def __init__(
        self,
        context: RunContext,
        stopping: Stopping,
        *,
        compiles: bool = True,
        changed_only: bool = False,
        is_damaged: bool = False,
    ) -> None:
        """``is_damaged`` tells that the run before was killed: what it left is not relied on."""
        self.compiles = compiles
        self.stopping = stopping
        self.trouble: tuple[str, ...] = ()
        self._context = context
        self._changed_only = changed_only
        self._before = self._read(is_damaged)
        self._unchanged = self._left = Unchanged(self._before, context)

    def _read(self, is_damaged: bool) -> Mapping[str, KeptVerdict]:
        if is_damaged:
            return {}
        found = read_last_verdicts(self._context.workspace)
        self.trouble = found.trouble
        return found.verdicts

    def keep(self, check: Check, workflow: Workflow, started_at: str) -> RunRecord | None:
        """The record of a check that need not run; None where it has to."""
        if not self._changed_only:
            return None
        kept = self._unchanged.keep(check, workflow, started_at)
        is_failing = kept is not None and kept.verdict is Verdict.FAIL
        return None if is_failing and check.check_id in self._waived else kept

    @cached_property
    def _waived(self) -> frozenset[str]:
        """The checks whose FAIL a waiver turns into a warning today."""
        try:
            waivers = read_waivers(self._context.workspace)
        except WorkspaceError:  # the walk tells it, and no waiver counts
            return frozenset()
        today = datetime.fromisoformat(self._context.as_of).date()
        return frozenset(in_force(waivers, today))

    def why_not_judged(
        self, check: Check, before: Workflow | None, decision: Decision
    ) -> Execution | None:
        """The ERROR of a stale check that is not compiled in this run, if it cannot be judged."""
        return why_not_judged(check, before, decision.reasons, self._context.schema)

    def affected(
        self,
        entries: Iterable[Entry],
        decisions: Mapping[str, Decision],
        remembered: Mapping[str, Workflow],
    ) -> Affected:
        """The checks that something changed for since their last verdict, or that wait for one."""
        found: list[Entry] = []
        verdicts: dict[str, Verdict] = {}
        for entry in entries:
            decision = decisions.get(entry.check_id)
            workflow = remembered.get(decision.remembered or "") if decision else None
            is_stale = decision is not None and decision.action is Action.COMPILE
            needs = set(entry.depends_on) if isinstance(entry, Check) else set()
            waits = not needs.isdisjoint(map(name_of, found))
            if is_stale or waits or not self._unchanged.is_unaffected(entry, workflow):
                found.append(entry)
            else:
                verdicts[name_of(entry)] = self._unchanged.verdict(entry)
        return Affected(found, verdicts)

    def remember(
        self,
        records: Sequence[RunRecord],
        entries: Sequence[Entry],
        workflows: Iterable[Workflow],
    ) -> None:
        """Leave the verdicts for the runs to come.

        Raises:
            WorkspaceError: the disk or the folder's permissions refuse.
        """
        executions = {each.check_id: each.execution for each in workflows if each.execution}
        after = remember_verdicts(self._before, records, entries, executions)
        if after != self._before:
            write_last_verdicts(self._context.workspace, after)
        self._left = Unchanged(after, self._context)

    @property
    def expected(self) -> Expected:
        """What the last run and the tables tell of the programs to come."""
        return Expected(self._seconds_before, rows_of(self._context.schema))

    def _seconds_before(self, job: Job) -> float:
        kept = self._before.get(job.check_id)
        return kept.record.seconds if kept else 0.0

    def keep_next(self, check: Check, workflow: Workflow) -> RunRecord | None:
        """The record of a check that the next run need not run; known once they are left."""
        return self._left.keep_next(check, workflow)
