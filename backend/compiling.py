"""One check from sentence to proven program: who is asked, in which order, and what must hold.

Rules of this file: the offline planner is asked first, and where it is sure the model only gives a
second opinion; an ambiguity is never left to the next planner to guess; nothing that is not proven
leaves here as a program; every compile is on record, with the model calls that made it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from backend.compile_record import HeardModel, what_came, what_was_asked
from backend.contracts.check import Check, Stage
from backend.contracts.errors import AmbiguousCheck, PlanError, ProgramError, ProviderError
from backend.contracts.model import Spent
from backend.contracts.plan import Decline, Plan
from backend.contracts.ports import Model, Planner
from backend.contracts.program import Program
from backend.contracts.prompt import Ending, PromptRecord
from backend.contracts.proof import Finding, Proof, Trial
from backend.executor.run import RunContext
from backend.toolbox import Session, Toolbox

COMPILE = "compile"
NOT_PROVEN = "not-proven"
NOT_COMPILED = "not-compiled"
DISPUTED = "disputed"
DECIDING = (NOT_PROVEN, AmbiguousCheck.code, "out-of-scope")
"""Codes of a model's decline that say more than the offline planner's."""


class Made(NamedTuple):
    """A plan with its program and what speaks for it."""

    plan: Plan
    program: Program
    proof: Proof | None


class Compiled(NamedTuple):
    """What came of a compile, and the model calls on the way."""

    made: Made | Decline
    calls: tuple[str, ...] = ()
    spent: Spent = Spent()


class _NotProven(PlanError):
    """A program that its proof refuses."""

    code = NOT_PROVEN


def compile_rule(check: Check, context: RunContext, toolbox: Toolbox, session: Session) -> Compiled:
    """Plan, write and prove one check, and put the compile on record.

    Raises:
        ProviderError: ``not-compiled``: only a model could understand the sentence, and none
            answered; another run may.
        AgentError: sandbox, table or disk are not to be had.
    """
    return _Compile(check, context, toolbox, session).compile()


class _Compile:
    """The compile of one check."""

    def __init__(
        self, check: Check, context: RunContext, toolbox: Toolbox, session: Session
    ) -> None:
        self._check = check
        self._context = context
        self._toolbox = toolbox
        self._session = session
        self._heard = _heard(session.model)
        self._declines: list[PlanError] = []
        self._remedies: list[str] = []
        self._began = time.monotonic()

    def compile(self) -> Compiled:
        try:
            made = self._of_stage() or self._offline() or self._by_model() or self._declined()
        except ProviderError as error:
            self._record(str(error), error.code, None)
            raise
        if isinstance(made, Decline):
            self._record(made.reason, made.code, None)
        else:
            self._record("", "", made)
        calls = tuple(self._heard.calls) if self._heard else ()
        return Compiled(made, calls, self._heard.spent if self._heard else Spent())

    # Without a planner ----------------------------------------------------------------------------

    def _of_stage(self) -> Made | Decline | None:
        """A check of a stage says by its fields what is to be done."""
        if self._check.stage is Stage.RULE:
            return None
        return self._tried(self._written_stage) or self._declined()

    def _written_stage(self) -> Made:
        from backend.stages.stage_program import plan_stage, write_stage_program

        plan = plan_stage(self._check, self._context.schema, planner=self._toolbox.stage_compiler)
        page = write_stage_program(plan, self._check)
        if not self._context.settings.stages.by_model or self._heard is None:
            return Made(plan, page, None)
        from backend.stages.stage_writing import write_stage_by_model

        written = write_stage_by_model(plan, page, self._check, self._context, self._heard)
        assumptions = (*plan.assumptions, *written.told(self._heard.name))
        told = plan.model_copy(update={"assumptions": assumptions})
        return Made(told, written.program, None)

    # Without a model ------------------------------------------------------------------------------

    def _offline(self) -> Made | Decline | None:
        for named in self._toolbox.planners:
            made = self._tried(partial(self._written, named.load()))
            if made is not None:
                return self._with_opinion(made)
            if self._is_ambiguous:
                return self._declined()
        return None

    @property
    def _is_ambiguous(self) -> bool:
        return bool(self._declines) and isinstance(self._declines[-1], AmbiguousCheck)

    def _tried(self, make: Callable[[], Made]) -> Made | None:
        try:
            return make()
        except (PlanError, ProgramError) as error:
            declined = error if isinstance(error, PlanError) else PlanError(str(error))
            declined.code = error.code
            self._declines.append(declined)
            return None

    def _written(self, planner: Planner) -> Made:
        # A re-run compiles nothing, and need not wait for the modules that write programs.
        from backend.ambiguity import planned
        from backend.executor.write import write_program
        from backend.planner.verify import verify_plan

        plan = planned(planner, self._check, self._context.schema, self._context.as_of)
        verify_plan(plan, self._context.schema)
        if plan.steps:
            return self._proven(plan, self._write_steps(plan))
        return self._proven(with_sql(plan), write_program(plan, self._check))

    def _proven(self, plan: Plan, program: Program) -> Made:
        if self._toolbox.prove is None:
            return Made(plan, program, None)
        proof = self._toolbox.prove(plan, program, self._check, self._context)
        if not proof.proven:
            raise _NotProven(proof.reason)
        return Made(plan, program, proof)

    # With a model ---------------------------------------------------------------------------------

    def _planners(self) -> list[Planner]:
        """The model planner from each rung of its ladder on, the cheapest first."""
        heard, session = self._heard, self._session
        if heard is None or session.load_planner is None:
            return []
        return [session.load_planner(heard, rung) for rung in range(heard.rungs)]

    def _by_model(self) -> Made | None:
        """Ask the model; what it plans and cannot prove, a larger one may plan again."""
        for planner in self._planners():
            try:
                made = self._tried(partial(self._written, planner))
            except ProviderError as error:
                raise self._unanswered(error) from error
            if made is not None or self._declines[-1].code != NOT_PROVEN:
                return made
        return None

    def _unanswered(self, error: ProviderError) -> ProviderError:
        without = f" Without a model: {self._declines[0]}" if self._declines else ""
        place = "" if str(error).startswith(self._check.check_id) else f"{self._check.check_id}: "
        return ProviderError(f"{place}{error}{without}", code=NOT_COMPILED)

    def _write_steps(self, plan: Plan) -> Program:
        from backend.free_form import write_free_form

        assert self._heard is not None  # only a model plans steps
        written = write_free_form(plan, self._check, self._context, self._heard)
        self._remedies += written.remedies
        return written.program

    def _with_opinion(self, made: Made) -> Made | Decline:
        """The offline plan as it is, beside what the model says of the sentence."""
        planners = self._planners()
        if not planners or not self._session.wants_opinion:
            return made
        from backend.second_opinion import second_opinion

        trial = second_opinion(made.plan, made.program, self._check, self._context, planners[0])
        if trial.finding is Finding.FAILS:
            reason = f"{self._check.check_id}: {trial.detail}"
            return Decline(code=DISPUTED, reason=reason, declined_by=self._toolbox.planner_names)
        return made._replace(proof=_with_trial(made.proof, trial))

    # What came of it ------------------------------------------------------------------------------

    def _declined(self) -> Decline:
        check_id, names = self._check.check_id, self._toolbox.planner_names
        if not self._declines:
            fact = f"{check_id}: no planner is there to read the sentence."
            return Decline(code="no-planner", reason=fact, declined_by=())
        first, last = self._declines[0], self._declines[-1]
        told = last if last.code in DECIDING else first
        reasons = [str(told)]
        if told is not last:
            reasons.append(f"The model: {_without_place(str(last), check_id)}")
        reason = " ".join(reasons)
        if not reason.startswith(check_id):
            reason = f"{check_id}: {reason}"
        return Decline(code=told.code, reason=reason, declined_by=names)

    def _record(self, reason: str, code: str, made: Made | None) -> None:
        if self._session.log is None:
            return
        record = PromptRecord(
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            run_id=self._context.run_id,
            check_id=self._check.check_id,
            purpose=COMPILE,
            model=made.plan.planner if made else "+".join(self._toolbox.planner_names),
            request=what_was_asked(self._check, self._context),
            response=what_came(made.plan, made.proof, self._remedies)
            if made
            else {"declined": reason},
            ending=Ending.ANSWERED if made else Ending.FAILED,
            code=code,
            seconds=round(time.monotonic() - self._began, 3),
            program=made.program.sha256 if made else "",
            calls=tuple(self._heard.calls) if self._heard else (),
        )
        self._session.log.end(record)


def with_sql(plan: Plan) -> Plan:
    """The plan with its rule as SQL, for auditors; as it is where SQL cannot say the rule."""
    from backend.rules.catalog import facts_from, lower, read_rule
    from backend.rules.lowering import NotLowered

    try:
        lowered = lower(read_rule(plan.rule), facts_from(plan.columns_read))
    except NotLowered:
        return plan
    return plan.model_copy(update={"sql": lowered.sql()})


def _heard(model: Model | None) -> HeardModel | None:
    return HeardModel(model, model.name, model.rungs) if model else None


def _without_place(text: str, check_id: str) -> str:
    return text.removeprefix(f"{check_id}: ")


def _with_trial(proof: Proof | None, trial: Trial) -> Proof | None:
    if proof is None:
        return None
    return proof.model_copy(update={"trials": (*proof.trials, trial)})
