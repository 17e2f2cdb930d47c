"""One check after the other through a run: reuse, recall or compile; run; put on record.

Rules of this file: what was compiled is in the history before it runs, and a verdict is on record
before the next check begins, so that a kill loses nothing but the check in hand.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from backend.admission import admit
from backend.blocked import in_order, why_not_run
from backend.compiling_ahead import CompilesAhead, Wanted
from backend.contracts.check import Check, InvalidCheck, Stage
from backend.contracts.decision import Action, Decision
from backend.contracts.model import Spent
from backend.contracts.program import Job
from backend.contracts.verdict import Execution, RunRecord, Verdict
from backend.contracts.workflow import Workflow
from backend.executor.run import RunContext
from backend.judging_on import can_judge_on, say_earlier
from backend.on_record import OnRecord, moment
from backend.out_of_core.by_size import jobs_ahead
from backend.recalling import Recalling
from backend.receipts import read_history, receipt_of
from backend.records import RECALLED, Occasion, name_of, record_check, record_invalid, say_sandbox
from backend.run_session import RunSession
from backend.store.history import remember
from backend.terms import Terms
from backend.toolbox import Session, Toolbox
from backend.use_agent import run_workflow
from backend.waiving import Waivers

Entry = Check | InvalidCheck


class _Obtained(NamedTuple):
    """What judges a check now; ``not_compiled`` tells why it is the program of another sentence."""

    workflow: Workflow
    reasons: tuple[str, ...] = ()
    spent: Spent = Spent()
    not_compiled: str = ""


class CheckWalk:
    """The state of a run: what is remembered now, and what is on record so far."""

    def __init__(
        self,
        context: RunContext,
        toolbox: Toolbox,
        decisions: Mapping[str, Decision],
        remembered: Mapping[str, Workflow],
        terms: Terms,
    ) -> None:
        """Nothing is run yet; ``decisions`` are by check id, ``remembered`` by key."""
        self.context = context
        self.workflows = dict(remembered)
        self.records: list[RunRecord] = []
        self.trouble: list[str] = []
        self.terms = terms
        self.on_record = OnRecord(context, terms)
        self._earlier = Recalling(context.workspace, context.schema, toolbox, self.trouble)
        self.session = RunSession(context, toolbox)
        self.compiles = CompilesAhead(context, toolbox)
        self._waivers = Waivers(context.workspace, context.as_of, self.trouble)
        self._decisions = decisions
        self._occasion = Occasion(context.run_id, context.as_of, say_sandbox(context.sandbox))
        self._verdicts: dict[str, Verdict] = {}
        self._kept_ahead: dict[str, RunRecord] = {}
        self._known: frozenset[str] = frozenset()
        self._circular: frozenset[str] = frozenset()

    def leave_out(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those that a change concerns; the others are taken for what they came to last."""
        affected = self.terms.affected(entries, self._decisions, self.workflows)
        self._verdicts |= affected.verdicts
        return affected.entries

    def in_order(self, chosen: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
        """The chosen of all entries, each after those it depends on."""
        ordered, self._circular = in_order([e for e in entries if isinstance(e, Check)])
        self._known = frozenset(map(name_of, entries))
        invalid = [entry for entry in chosen if isinstance(entry, InvalidCheck)]
        wanted = {entry.check_id for entry in chosen if isinstance(entry, Check)}
        return [*invalid, *(check for check in ordered if check.check_id in wanted)]

    def leave_verdicts(self, entries: Sequence[Entry]) -> None:
        """Leave what the checks came to for runs that keep what is unchanged."""
        workflows, without = self.workflows.values(), self.on_record.without
        self.terms.remember(self.records, entries, workflows, without=without)

    @property
    def spent(self) -> Spent:
        """What the model calls of this run came to."""
        return self.session.spent

    def fetch_plans(self, entries: Sequence[Entry]) -> None:
        """Ask the model together for all plans that will be wanted."""
        stale = [wanted.check for wanted in self._stale(entries)]
        rules = [check for check in stale if check.stage is Stage.RULE]
        self.trouble += self.session.fetch_plans(rules)

    def compile_ahead(self, entries: Sequence[Entry]) -> None:
        """Begin the compiles that will be wanted, whatever comes of the other checks."""
        stale = [
            wanted
            for wanted in self._stale(entries)
            if not wanted.check.depends_on
            and not self._why_not(wanted.check, self._decisions[wanted.check.check_id])
        ]
        if len(stale) > 1:
            self.compiles.begin(stale, self._opened_session())

    def _stale(self, entries: Sequence[Entry]) -> list[Wanted]:
        """What has to be compiled, and was never compiled like this before."""
        found = []
        for check in (entry for entry in entries if isinstance(entry, Check)):
            decision = self._decisions[check.check_id]
            if self.terms.compiles and self._is_stale(check, decision):
                reasons = tuple(map(str, decision.reasons))
                found.append(Wanted(check, self._before(decision), reasons))
        return found

    def announced(self, entries: Sequence[Entry]) -> Iterator[Job]:
        """The programs that will run as they are, whatever comes of the other checks."""
        for entry in entries:
            decision = self._decisions.get(entry.check_id)
            if not isinstance(entry, Check) or entry.depends_on or not decision:
                continue
            workflow = self._before(decision)
            is_ready = decision.action is Action.REUSE and not self._why_not(entry, decision)
            kept = self._kept(entry, moment()) if is_ready else None
            if kept:
                self._kept_ahead[entry.check_id] = kept
            elif is_ready and workflow and workflow.program:
                yield from jobs_ahead(workflow.program, workflow.plan, entry, self.context)

    def keep(self, entry: Entry) -> RunRecord | None:
        """The record of a check that keeps its verdict, on record; None where it has to be done.

        Raises:
            WorkspaceError: the record could not be written.
        """
        if not isinstance(entry, Check):
            return None
        kept = self._kept_ahead.get(entry.check_id) or self._kept(entry, moment())
        if kept is None or self.terms.stopping.why_not(entry):
            return None
        return self._put_on_record(kept, entry)

    def do(self, entry: Entry) -> RunRecord:
        """Bring one check to its verdict and put it on record.

        Raises:
            WorkspaceError: the record could not be written.
        """
        if isinstance(entry, InvalidCheck):
            record = record_invalid(entry, self._occasion, started_at=moment())
        else:
            record = self._do_check(entry, moment())
        return self._put_on_record(record, entry)

    def _put_on_record(self, record: RunRecord, entry: Entry) -> RunRecord:
        self.on_record.append(record, entry)
        self.records.append(record)
        self._verdicts[name_of(entry)] = record.verdict
        return record

    def _kept(self, check: Check, started_at: str) -> RunRecord | None:
        """The record of a check that need not run, since nothing changed; None where it has to."""
        decision = self._decisions[check.check_id]
        workflow = self._before(decision)
        if workflow is None or decision.action is Action.COMPILE or self._why_not(check, decision):
            return None
        return self.terms.keep(check, workflow, started_at)

    def _do_check(self, check: Check, started_at: str) -> RunRecord:
        decision = self._decisions[check.check_id]
        began = ready = time.monotonic()
        blocked = self._why_not(check, decision)
        stale: tuple[str, ...] = ()
        if not blocked and not self.terms.compiles and self._is_stale(check, decision):
            stale = tuple(map(str, decision.reasons))
            blocked = self.terms.why_not_judged(check, self._before(decision), decision)
        reasons: tuple[str, ...] = ()
        obtained = None
        if blocked is not None:
            workflow, execution = None, blocked
            self._note(decision, blocked)
        else:
            obtained = self._obtain(check, decision)
            reasons = obtained.reasons
            ready = time.monotonic()
            before = self._before(decision) if reasons else None
            workflow = run_workflow(obtained.workflow, check, self.context, before=before)
            workflow = say_earlier(workflow, fault=obtained.not_compiled, stale=stale)
            workflow = self._waivers.judge(workflow, check)
            execution = self._keep(workflow, decision)
            if reasons and workflow.diff and workflow.program:
                remember(self.context.workspace, workflow)
        return record_check(
            check,
            execution,
            self._occasion,
            started_at=started_at,
            seconds=ready - began + execution.seconds,
            schema=self.context.schema,
            workflow=workflow,
            reasons=reasons,
            receipt=receipt_of(workflow, execution, check, self.context),
            history=read_history(workflow, self.context),
            spent=obtained.spent if obtained else Spent(),
            stale=stale,
        )

    def _why_not(self, check: Check, decision: Decision) -> Execution | None:
        tables = [*check.target_table]
        before = self._before(decision)
        if before and before.plan and all(r.code.startswith("table-") for r in decision.reasons):
            tables += before.plan.tables
        why = why_not_run(
            check,
            schema=self.context.schema,
            tables=tables,
            verdicts=self._verdicts,
            known=self._known,
            circular=self._circular,
        )
        return why or self.terms.stopping.why_not(check)

    def _is_stale(self, check: Check, decision: Decision) -> bool:
        """Whether it would have to be compiled: nothing of the kind was ever compiled before."""
        return decision.action is Action.COMPILE and self._earlier.recall(check) is None

    def _before(self, decision: Decision) -> Workflow | None:
        return self.workflows.get(decision.remembered) if decision.remembered else None

    def _obtain(self, check: Check, decision: Decision) -> _Obtained:
        """The workflow that judges now, and why it is not the one of the last run."""
        before = self._before(decision)
        if decision.action is Action.REUSE and before is not None:
            return _Obtained(_as_before(before, check))
        reasons = tuple(map(str, decision.reasons))
        recalled = self._earlier.recall(check)
        if recalled is not None:
            reasons = (*reasons, RECALLED)
            update = {"check_name": check.check_name, "reasons": reasons, "diff": None}
            return self._admitted(recalled.model_copy(update=update), before, check, reasons)
        if before is not None and not self.terms.compiles:
            return _Obtained(_as_before(before, check))
        wanted = Wanted(check, before, reasons)
        made, spent = self.compiles.compile(wanted, self._opened_session())
        if made.program or made.declined:
            remember(self.context.workspace, made)
        elif before is not None and can_judge_on(before, made, check, self.context.schema):
            why = made.execution.reason if made.execution else ""
            return _Obtained(_as_before(before, check), spent=spent, not_compiled=why)
        return self._admitted(made, before, check, reasons)._replace(spent=spent)

    def _opened_session(self) -> Session:
        session, trouble = self.session.opened()
        self.trouble += trouble
        return session

    def summarise(self) -> None:
        """Bring the tables' summaries up to date."""
        self.trouble += self.session.summarise()

    def _admitted(
        self, fresh: Workflow, before: Workflow | None, check: Check, reasons: tuple[str, ...]
    ) -> _Obtained:
        """What may judge: the fresh workflow, or the one before while a person has to look."""
        instead = admit(fresh, before, check, self.context)
        return _Obtained(fresh, reasons) if instead is None else _Obtained(instead)

    def _keep(self, workflow: Workflow, decision: Decision) -> Execution:
        """Take over the workflow, unless nothing came out of it: then the old one stays."""
        execution = workflow.execution
        assert execution is not None
        if workflow.program or workflow.declined or workflow.pending:
            self.workflows.pop(decision.remembered or "", None)
            self.workflows[workflow.key] = workflow
        else:
            self._note(decision, execution)
        return execution

    def _note(self, decision: Decision, execution: Execution) -> None:
        """Let what is remembered say why it was not run."""
        before = self._before(decision)
        if before is not None:
            self.workflows[before.key] = before.model_copy(update={"execution": execution})


def _as_before(before: Workflow, check: Check) -> Workflow:
    return before.model_copy(update={"check_name": check.check_name, "pending": None})
