"""The terms of one run: whether it compiles, what it keeps, how long it goes on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.decision import Action, Decision
from backend.contracts.errors import WorkspaceError
from backend.contracts.kept import LogPlace
from backend.contracts.program import Job
from backend.contracts.verdict import Execution, RunRecord, Verdict
from backend.contracts.workflow import Workflow
from backend.executor.run import RunContext
from backend.executor.turns import Expected, rows_of
from backend.judging_on import why_not_judged
from backend.records import name_of
from backend.stopping import Stopping
from backend.store.kept_records import NOT_BEGUN
from backend.store.last_runs import last_run_id
from backend.store.last_verdicts import AsRead, KeptRead, read_last_verdicts, write_last_verdicts
from backend.store.waivers import read_waivers
from backend.unchanged import Unchanged, is_said_again, remember_verdicts
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
        found = (
            KeptRead(AsRead(), None, ()) if is_damaged else read_last_verdicts(context.workspace)
        )
        self.trouble = found.trouble
        self._before, self._log_before = found.verdicts, found.log
        self._place = self._as_left(found.log)
        self._unchanged = self._left = Unchanged(self._before, context)

    def _as_left(self, place: LogPlace | None) -> LogPlace | None:
        """The place in the log, if that ends as it was left, and is of this month."""
        month = len("YYYYMM")
        if place is None or place.base[:month] != self._context.run_id[:month]:
            return None
        return place if last_run_id(self._context.workspace) == place.last else None

    @property
    def log_place(self) -> LogPlace | None:
        """Where the log has a record of each verdict; None where this run has to put all there."""
        return self._place if self._changed_only else None

    def said_again(self, record: RunRecord, entry: Entry) -> RunRecord | None:
        """A record that names the run that the log has it from; None where it has none."""
        kept = self._before.get(record.check_id)
        if kept is None or not is_said_again(kept, record, entry):
            return None
        return record if record.unchanged_since else kept.record

    def gone(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        """The checks that the log has, and ``checks.json`` no more."""
        before = self._place.gone if self._place else ()
        return tuple(sorted({*before, *self._before} - set(map(name_of, entries))))

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
        *,
        without: Container[str] = (),
    ) -> None:
        """Leave the verdicts for the runs to come; ``without`` a record of their own are these.

        Raises:
            WorkspaceError: the disk or the folder's permissions refuse.
        """
        executions = {each.check_id: each.execution for each in workflows if each.execution}
        after = remember_verdicts(self._before, records, entries, executions, without=without)
        own = [record for record in records if record.check_id not in without]
        place = self._place_after(own, entries)
        if (after, place) != (self._before, self._log_before):
            write_last_verdicts(self._context.workspace, after, place, before=self._before)
        self._left = Unchanged(after, self._context)

    def _place_after(self, own: Sequence[RunRecord], entries: Sequence[Entry]) -> LogPlace | None:
        """Where the log has each verdict after this run, whose records these are."""
        run_id, place = self._context.run_id, self._place
        begun = {record.check_id for record in own if record.code not in NOT_BEGUN}
        if begun and begun == set(map(name_of, entries)):
            return LogPlace(base=run_id, last=run_id)
        if place is None:
            return None
        last = run_id if own else place.last
        return LogPlace(base=place.base, last=last, gone=self.gone(entries))

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
